#include "engine/import/record/rules/label_of_plan.h"

#include <algorithm>
#include <iterator>
#include <string>

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
    " declined",   "(declined)",     " refused",     "(refused)",    " not given", " not taken", " not done",
    " cancelled",  "(cancelled)",    " canceled",    "(canceled)",   " withheld",  " on hold",   " not performed",
    " considered", " never started", " not started", " recommended", " pending",   " never",     " abgelehnt",
    " deferred",   " postponed",     ": never",      "(never)",
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

}  // namespace muster::import
