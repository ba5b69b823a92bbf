#include "engine/import/record/rules/label_of_plan.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "engine/import/record/polarity_word.h"
#include "engine/import/record/rules/words/not_done_word.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

// Each with what parts it from the name. Words that the names of procedures have ("Allergy testing"), or that tell of
// one how it was done ("Caesarean section, planned"), are for drugs only.
constexpr std::string_view kBefore[] = {
    "plan: ",     "planned: ",  "proposed: ", "recommended: ",  "declined: ",  "refused: ",     "pending: ",
    "scheduled:", "cancelled:", "canceled:",  "considered: ",   "not given: ", "not taken: ",   "not done: ",
    "geplant: ",  "fh: ",       "fhx: ",      "candidate for ", "awaiting ",   "consider ",     "declined ",
    "refused ",   "did not ",   "abgelehnt:", "not started: ",  "withheld: ",  "to be started", "on hold: ",
};
constexpr std::string_view kBeforeDrugs[] = {
    "planned ",     "proposed ",         "recommended ", "to start ",       "plan to ",  "allergy to ",
    "allergic to ", "intolerance to ",   "intolerant ",  "contraindicated", "allergy: ", "contraindication ",
    "allergie ",    "unvertr\xC3\xA4gl", "geplant ",     "naive to ",
};
constexpr std::string_view kBehind[] = {
    " declined",      "(declined)",      " refused",          "(refused)",
    " not given",     " not taken",      " not done",         " cancelled",
    "(cancelled)",    " canceled",       "(canceled)",        " withheld",
    " on hold",       " not performed",  " considered",       " never started",
    " not started",   " recommended",    " pending",          " never",
    " abgelehnt",     " deferred",       " postponed",        ": never",
    "(never)",        "(not given)",     "(not taken)",       "(withheld)",
    " not dispensed", "(not dispensed)", "(prescribed only)", "(stopped before start)",
};
// ("Insulin, scheduled" is given at set times, and not when needed.)
constexpr std::string_view kBehindDrugs[] = {
    " planned",
    "(planned)",
    "- planned",
    " geplant",
    "(geplant)",
    " allergy",
    "(allergy)",
    " allergie",
    " intolerance",
    "(intolerance)",
    " placebo",
    "(placebo)",
    " contraindicated",
    "(contraindicated)",
    " naive",
    " na\xC3\xAFve",
    " unvertr\xC3\xA4glichkeit",
};

// Brands that are sold as "Benadryl Allergy".
constexpr std::string_view kBrandsForAllergy[] = {"alavert ",  "allegra ", "benadryl ", "claritin ", "flonase ",
                                                  "nasacort ", "piriton ", "xyzal ",    "zyrtec "};

bool IsBrandForAllergy(std::string_view text) {
  return text.ends_with(" allergy") &&
         std::any_of(std::begin(kBrandsForAllergy), std::end(kBrandsForAllergy),
                     [&](std::string_view brand) { return text.find(brand) != text.npos; });
}

template <typename List>
bool Begins(std::string_view text, const List& list) {
  return std::any_of(std::begin(list), std::end(list),
                     [&](std::string_view words) { return text.size() > words.size() && text.starts_with(words); });
}
template <typename List>
bool Ends(std::string_view text, const List& list) {
  return std::any_of(std::begin(list), std::end(list),
                     [&](std::string_view words) { return text.size() > words.size() && text.ends_with(words); });
}

}  // namespace

bool SaysNotTaken(std::string_view label, bool is_drug) {
  const std::string text = model::ToLower(model::Trim(label));
  if (Begins(text, kBefore) || Ends(text, kBehind)) return true;
  return is_drug && !IsBrandForAllergy(text) && (Begins(text, kBeforeDrugs) || Ends(text, kBehindDrugs));
}

bool IsTextOfNotTaken(std::string_view text) {
  constexpr std::string_view kWords[] = {"inoperable",     "inoperabel",   "notoperable",       "nichtoperabel",
                                         "inoperabile",    "noprocedure",  "proceduredeclined", "treatmentdeclined",
                                         "nottreated",     "notoperated",  "awaitingresults",   "inprogress",
                                         "nichtbehandelt", "keinetherapie"};
  constexpr std::string_view kBegins[] = {"cancelled by ", "canceled by ", "cancelled due ",
                                          "canceled due ", "abgesagt",     "storniert "};
  const Letters letters(text);
  return IsWordOfNotDone(letters.text()) || IsIn(kWords, letters.text()) ||
         Begins(model::ToLower(model::Trim(text)), kBegins);
}

bool MayBeTextOfNone(std::string_view text) {
  constexpr std::string_view kWords[] = {"placebo",
                                         "vehicle",
                                         "vehiclecontrol",
                                         "sham",
                                         "mock",
                                         "watchandwait",
                                         "watchwait",
                                         "waitandsee",
                                         "watchfulwaiting",
                                         "observation",
                                         "observationonly",
                                         "activesurveillance",
                                         "surveillance",
                                         "stopped",
                                         "medicationstopped",
                                         "treatmentstopped",
                                         "discontinued",
                                         "abgesetzt",
                                         "abgebrochen",
                                         "aborted",
                                         "ww",
                                         "beobachtung"};
  // How a birth was planned, and an abortion, are names of what was done.
  constexpr std::string_view kBirths[] = {"caesar",  "cesar", "section", "sectio", "kaiserschnitt",
                                          "deliver", "birth", "abort",   "parent"};
  constexpr std::string_view kPlans[] = {" planned", "(planned)", " geplant", "(geplant)", " scheduled"};
  const Letters letters(text);
  if (IsIn(kWords, letters.text())) return true;
  const std::string lower = model::ToLower(model::Trim(text));
  const bool plan = lower.starts_with("planned ") || lower.starts_with("geplante ") || Ends(lower, kPlans);
  return plan && !HasOneOf(lower, kBirths);
}

}  // namespace muster::import
