#include "engine/import/record/rules/words/consent_word.h"

#include <algorithm>
#include <string>

#include "engine/import/input/text_map.h"
#include "engine/import/record/polarity_word.h"
#include "engine/model/schema/schema.h"
#include "engine/model/schema/standard_word.h"
#include "engine/model/schema/vocabulary.h"

namespace muster::import {
namespace {

constexpr size_t kLongestWordOfConsent = 64;  // of a word; what is longer is a text

std::string StatusSaidBy(std::string_view text) {
  return text.size() > kLongestWordOfConsent ? std::string() : model::StandardWord(model::field::kConsentStatus, text);
}

bool NamesConsent(std::string_view letters) {
  constexpr std::string_view kStems[] = {"consent",      "optout",        "optedout",    "einwilligung",
                                         "eingewilligt", "widersprochen", "toestemming", "samtyck"};
  return HasOneOf(letters, kStems);
}

// As Letters gives them ("opt-out" and "optOut" are one), with whether they name the consent. From the vocabulary of
// the status, so that all words of consents stand there.
TextMap<bool> WordsOfWithdrawal() {
  TextMap<bool> words;
  words.emplace("withdrawn", false);
  for (const auto& [written, word] : model::VocabularyOf(model::field::kConsentStatus)->synonyms) {
    const Letters letters(written);
    const bool names_consent = NamesConsent(letters.text());
    // (A disease may be inactive as well.)
    const bool withdrawn = word == "withdrawn" && written != "inactive";
    if (withdrawn || (word == "refused" && names_consent)) words.emplace(std::string(letters.text()), names_consent);
  }
  return words;
}

// Null, or whether the word names the consent.
const bool* FindWithdrawal(std::string_view word) {
  static const TextMap<bool>& words = *new TextMap<bool>(WordsOfWithdrawal());
  const Letters letters(word);
  const auto found = words.find(letters.text());
  return found == words.end() ? nullptr : &found->second;
}

}  // namespace

bool GrantsConsent(std::string_view text) { return StatusSaidBy(text) == "granted"; }

bool RefusesConsent(std::string_view text) {
  const std::string status = StatusSaidBy(text);
  return status == "refused" || status == "withdrawn" || PolarityOfPresence(text) == Polarity::kExcluded;
}

bool IsNameOfEndOfConsent(std::string_view name) {
  constexpr std::string_view kStems[] = {
      "withdr",       "revoke",     "revoc",        "widerruf",   "retract",      "optout",     "expir",
      "expiry",       "ablauf",     "validuntil",   "validto",    "gueltigbis",   "enddate",    "endofconsent",
      "validthrough", "validthru",  "validtill",    "periodend",  "provisionend", "consentend", "finvalid",
      "finconsent",   "fechafin",   "datefin",      "datedefin",  "datafine",     "caduc",      "scadenza",
      "vencim",       "verlooptop", "einddatum",    "slutdato",   "gyldigtil",    "giltigtill", "giltigtom",
      "waznado",      "waznedo",    "voimassaasti", "platnostdo", "befristetbis", "gultigbis"};
  const Letters letters(name);
  return HasOneOf(letters.text(), kStems);
}

bool IsWordOfWithdrawal(std::string_view word) { return FindWithdrawal(word) != nullptr; }

bool NamesRefusedConsent(std::string_view word) {
  const bool* names_consent = FindWithdrawal(word);
  return names_consent != nullptr && *names_consent;
}

}  // namespace muster::import
