#include "engine/import/record/rules/words/consent_word.h"

#include <string>

#include "engine/import/record/polarity_word.h"
#include "engine/model/schema/schema.h"
#include "engine/model/schema/standard_word.h"

namespace muster::import {
namespace {

constexpr size_t kLongestWordOfConsent = 64;  // of a word; what is longer is a text

std::string StatusSaidBy(std::string_view text) {
  return text.size() > kLongestWordOfConsent ? std::string() : model::StandardWord(model::field::kConsentStatus, text);
}

}  // namespace

bool GrantsConsent(std::string_view text) { return StatusSaidBy(text) == "granted"; }

bool RefusesConsent(std::string_view text) {
  const std::string status = StatusSaidBy(text);
  return status == "refused" || status == "withdrawn" || PolarityOfPresence(text) == Polarity::kExcluded;
}

}  // namespace muster::import
