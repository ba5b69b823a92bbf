#include "engine/import/record/rules/status_key.h"

#include "engine/import/record/rules/certainty_word.h"
#include "engine/import/record/rules/words/void_word.h"

namespace muster::import {
namespace {

bool IsNameOfIntent(std::string_view key) {
  constexpr std::string_view kNames[] = {"intent", "mood", "moodcode"};
  return IsIn(kNames, Letters(key).text());
}

// Of what kind the whole is, such as a plan or a family history. Not who told of it, or how urgent it was.
bool IsNameOfKind(std::string_view key) {
  constexpr std::string_view kAbout[] = {"context", "category", "kind",  "intent", "class",      "type",
                                         "role",    "relation", "event", "whose",  "state",      "certain",
                                         "diagnos", "comment",  "note",  "remark", "description"};
  constexpr std::string_view kNot[] = {"inform",  "report",    "inherit", "origin",  "urgen",
                                       "priorit", "admission", "parent",  "surgery", "delivery"};
  const Letters letters(key);
  return HasOneOf(letters.text(), kAbout) && !HasOneOf(letters.text(), kNot);
}

}  // namespace

StatusKey StatusKeyOf(std::string_view key) {
  StatusKey what{IsNameOfStatus(key) || Letters(key).text().find("consent") != std::string_view::npos};
  what.is_intent = IsNameOfIntent(key);
  what.is_kind = what.is_intent || IsNameOfKind(key);
  // The results of a test.
  constexpr std::string_view kResults[] = {"positive",   "ispositive", "negative",
                                           "isnegative", "affected",   "isaffected"};
  if (IsIn(kResults, Letters(key).text())) return what;
  constexpr std::string_view kVoidByYes[] = {
      "deleted",     "isdeleted", "removed",    "isremoved",   "void",       "isvoid",    "voided",
      "isvoided",    "retracted", "revoked",    "isretracted", "inerror",    "isinerror", "invalid",
      "isinvalid",   "donotuse",  "donotcount", "ignore",      "ignored",    "discarded", "withdrawn",
      "iswithdrawn", "cancelled", "canceled",   "notdone",     "isduplicate"};
  // The last are of people who did not consent.
  constexpr std::string_view kVoidByNo[] = {"valid",         "isvalid",         "usable",         "isusable",
                                            "passedqc",      "qcpassed",        "performed",      "consent",
                                            "consented",     "hasconsent",      "consentgiven",   "hasconsented",
                                            "consentsigned", "consentobtained", "informedconsent"};
  const Letters letters(key);
  if (IsIn(kVoidByYes, letters.text())) what.denies_by_tick = Polarity::kObserved;
  if (IsIn(kVoidByNo, letters.text())) what.denies_by_tick = Polarity::kExcluded;
  const AssertionKind kind = AssertionKindOf(key);
  if (kind == AssertionKind::kExclusion || kind == AssertionKind::kDoubt) what.denies_by_tick = Polarity::kObserved;
  if (kind == AssertionKind::kPresence) what.denies_by_tick = Polarity::kExcluded;
  return what;
}

}  // namespace muster::import
