#include "engine/import/record/draft/unread_consent.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "engine/import/record/draft/record_draft.h"
#include "engine/import/record/polarity_word.h"
#include "engine/import/record/rules/words/consent_word.h"
#include "engine/model/schema/schema.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

constexpr RemarkKind kUnreadConsent{
    ImportProblem::Kind::kNote,
    "member beside a consent that nobody reads, and that says that it was refused, withdrawn or has an end",
    "nothing, if the consent is to count all the same; else let the rule read it: \"status\": \"/provision/type\" of "
    "FHIR's Consent (its \"status\" is that of the document), or choose: \"when\": {\"/decision\": [\"permit\"]}",
    RemarkPlace::kFirst};

// What most consents ask besides, and of which a no leaves the consent as it is: "permitRecontact",
// "agreeToNewsletter".
bool IsNameOfMore(std::string_view name) {
  constexpr std::string_view kStems[] = {"contact", "newsletter", "commerc", "incident", "kontakt"};
  return HasOneOf(name, kStems);
}

// How it was given, or what else it is about: "signedElectronically", "allowedForSharing", "sampleConsent".
bool IsNameOfPartOrForm(std::string_view name) {
  constexpr std::string_view kStems[] = {"electron", "paper", "finding", "share",    "sharing", "transfer",
                                         "sample",   "data",  "photo",   "guardian", "witness", "followup"};
  return HasOneOf(name, kStems);
}

// What a no there refuses: "granted", "isValid".
bool IsNameOfGrant(std::string_view name) {
  constexpr std::string_view kStems[] = {"consent",    "grant",    "given",   "agree",    "accept",    "permi",
                                         "signed",     "valid",    "active",  "approv",   "einwillig", "erteilt",
                                         "zugestimmt", "decision", "allowed", "authoris", "authoriz"};
  return HasOneOf(name, kStems) && !IsNameOfMore(name) && !IsNameOfPartOrForm(name);
}

// What a yes there says, or a date: "optedOut", "revokedOn".
bool IsNameOfRefusal(std::string_view name) {
  constexpr std::string_view kStems[] = {"revok",     "withdr",    "optout",    "optedout",  "refus",
                                         "declin",    "denied",    "objection", "widerruf",  "widerspr",
                                         "abgelehnt", "cancelled", "canceled",  "terminated"};
  return HasOneOf(name, kStems) && !IsNameOfMore(name);
}

bool IsDateLike(std::string_view text) {
  return text.size() >= 8 && std::count_if(text.begin(), text.end(), model::IsAsciiDigit) >= 4;
}

bool SaysRefused(const JsonPath& at, std::string_view key, std::string_view text) {
  const Letters letters(key);
  const std::string_view name = letters.text();
  // (That a policy is one of opting out does not say that anybody has.)
  if (name.starts_with("policy")) return false;
  const Polarity answer = PolarityOfPresence(text);
  if (IsNameOfRefusal(name)) return answer == Polarity::kObserved || IsDateLike(text);
  if (IsDateLike(text)) {
    const std::string_view around = at.parent() == nullptr ? std::string_view() : at.parent()->key();
    return IsNameOfEndOfConsent(model::Concat({around, key}));
  }
  if (answer == Polarity::kExcluded && PolarityOfExclusion(text) == Polarity::kObserved) return IsNameOfGrant(name);
  return text.size() > 2 && !IsNameOfMore(name) && RefusesConsent(text);
}

}  // namespace

bool NoteUnreadConsent(RecordDraft& draft, const JsonPath& at, std::string_view key, Element value) {
  constexpr size_t kLongest = 40;
  const std::optional<std::string> text = ScalarText(value);
  if (!text || text->empty() || text->size() > kLongest || !SaysRefused(at, key, *text)) return false;
  draft.reporter().ReportOfEach(kUnreadConsent, at.Path(), *text, [&] {
    return std::pair(at.Pointer(), model::Concat({"\"", Shown(key), "\" is \"", Shown(*text),
                                                  "\", and the consent beside it counts as its status says"}));
  });
  return true;
}

}  // namespace muster::import
