#include "engine/import/record/rules/coded/behaviour.h"

#include <algorithm>

#include "engine/import/record/polarity_word.h"
#include "engine/model/codes/tumour_behaviour.h"
#include "engine/model/text/text.h"

namespace muster::import {

bool IsNameOfBehaviour(std::string_view name) {
  constexpr std::string_view kNames[] = {"beh", "behav", "behaviorcode", "behaviourcode"};
  constexpr std::string_view kStems[] = {"behavio",         "dignitt",        "dignitaet",      "dignitat",
                                         "dignity",         "comportement",   "comportamiento", "comportamento",
                                         "biologicalbehav", "malignancygrade"};
  // Of people, and not of tumours.
  constexpr std::string_view kOfPeople[] = {
      "sex",       "health", "risk",     "eat",   "suicid",   "social", "child",    "sleep",   "disord",
      "impuls",    "therap", "problem",  "score", "feeding",  "smok",   "drink",    "aggress", "repetit",
      "stereotyp", "injur",  "hyperact", "autis", "adaptive", "violen", "challeng", "compuls"};
  const Letters letters(name);
  if (HasOneOf(letters.text(), kOfPeople)) return false;
  return IsIn(kNames, letters.text()) || HasOneOf(letters.text(), kStems);
}

bool TellsBehaviour(std::string_view name, std::string_view word) {
  constexpr std::string_view kOfAnybody[] = {"beh", "comport"};
  constexpr std::string_view kOfTumours[] = {"icd", "tumo", "neopl", "morph", "histo", "biolog", "code"};
  word = model::Trim(word);
  if (word.ends_with(".0")) word.remove_suffix(2);
  if (word != "0" && word != "1") return true;
  const Letters letters(name);
  return !HasOneOf(letters.text(), kOfAnybody) || HasOneOf(letters.text(), kOfTumours);
}

CodedDenial FindBehaviour(std::string_view name, std::span<const std::string> words) {
  if (!IsNameOfBehaviour(name)) return {};
  const auto has_meaning = [](const std::string& word) { return !model::TumourBehaviour(word).empty(); };
  const auto tells = [&](const std::string& word) { return TellsBehaviour(name, word); };
  if (!std::all_of(words.begin(), words.end(), has_meaning) || std::none_of(words.begin(), words.end(), tells)) {
    return {};
  }
  for (const std::string& word : words) {
    const std::string_view meaning = model::TumourBehaviour(word);
    if (!model::IsMalignantPrimary(meaning)) return {CodedDenial::Kind::kBehaviour, word, meaning};
  }
  return {};
}

}  // namespace muster::import
