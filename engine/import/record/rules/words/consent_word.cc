#include "engine/import/record/rules/words/consent_word.h"

#include <algorithm>
#include <string>
#include <vector>

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

struct Withdrawal {
  std::string letters;  // as Letters gives them: "opt-out" and "optOut" are one
  bool names_consent;
};

bool NamesConsent(std::string_view letters) {
  constexpr std::string_view kStems[] = {"consent",      "optout",        "optedout",    "einwilligung",
                                         "eingewilligt", "widersprochen", "toestemming", "samtyck"};
  return HasOneOf(letters, kStems);
}

// From the vocabulary of the status, so that all words of consents stand there.
std::vector<Withdrawal> WordsOfWithdrawal() {
  std::vector<Withdrawal> words = {{"withdrawn", false}};
  for (const auto& [written, word] : model::VocabularyOf(model::field::kConsentStatus)->synonyms) {
    const Letters letters(written);
    const bool names_consent = NamesConsent(letters.text());
    // (A disease may be inactive as well.)
    const bool withdrawn = word == "withdrawn" && written != "inactive";
    if (withdrawn || (word == "refused" && names_consent)) {
      words.push_back({std::string(letters.text()), names_consent});
    }
  }
  return words;
}

const Withdrawal* FindWithdrawal(std::string_view word) {
  static const std::vector<Withdrawal>& words = *new std::vector<Withdrawal>(WordsOfWithdrawal());
  const Letters letters(word);
  const auto found = std::find_if(words.begin(), words.end(),
                                  [&](const Withdrawal& known) { return known.letters == letters.text(); });
  return found == words.end() ? nullptr : &*found;
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
  const Withdrawal* withdrawal = FindWithdrawal(word);
  return withdrawal != nullptr && withdrawal->names_consent;
}

}  // namespace muster::import
