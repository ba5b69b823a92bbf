#include "engine/import/record/rules/coded/lost_material.h"

#include "engine/import/record/polarity_word.h"
#include "engine/import/record/rules/coded/denying_code.h"

namespace muster::import {

CodedDenial FindGoneSample(std::string_view name, std::span<const std::string> words) {
  // These are said of people, visits and teeth, too.
  constexpr std::string_view kOfOthers[] = {"lost",     "empty",    "leer",     "perdu", "perdido", "perdida",
                                            "verloren", "consumed", "gesperrt", "puis",  "discard", "discarded"};
  constexpr std::string_view kNames[] = {
      "sampl",     "specimen", "tube",    "vial",     "aliquot",  "status",     "stor",   "state",   "locat",
      "lager",     "freezer",  "box",     "prob",     "material", "availab",    "verf",   "zustand", "estado",
      "etat",      "stato",    "dispos",  "remark",   "comment",  "bemerk",     "note",   "fate",    "freigabe",
      "condition", "invent",   "bestand", "verbleib", "muestra",  "chantillon", "campion"};
  const Letters of_column(name);
  const bool named = HasOneOf(of_column.text(), kNames) && !HasOneOf(of_column.text(), {{"follow", "contact"}});
  constexpr DenyingCode kGone[] = {{"gesperrt", "not to be used"},    {"nichtfreigegeben", "not to be used"},
                                   {"lost", "no more there"},         {"consumed", "no more there"},
                                   {"usedup", "no more there"},       {"disposed", "no more there"},
                                   {"disposedof", "no more there"},   {"empty", "no more there"},
                                   {"vernichtet", "no more there"},   {"verbraucht", "no more there"},
                                   {"aufgebraucht", "no more there"}, {"entsorgt", "no more there"},
                                   {"verloren", "no more there"},     {"leer", "no more there"},
                                   {"dtruit", "no more there"},       {"detruit", "no more there"},
                                   {"puis", "no more there"},         {"epuise", "no more there"},
                                   {"perdu", "no more there"},        {"agotado", "no more there"},
                                   {"agotada", "no more there"},      {"destruido", "no more there"},
                                   {"destruida", "no more there"},    {"perdido", "no more there"},
                                   {"perdida", "no more there"},      {"vernietigd", "no more there"},
                                   {"esaurito", "no more there"},     {"esaurita", "no more there"},
                                   {"distrutto", "no more there"},    {"discard", "no more there"},
                                   {"discarded", "no more there"}};
  return FirstDenial(words, CodedDenial::Kind::kExcluded, [&](std::string_view word) {
    const Letters letters(word);
    return !named && IsIn(kOfOthers, letters.text()) ? nullptr : FindCode(kGone, letters.text());
  });
}

CodedDenial FindControlOfRun(std::string_view name, std::span<const std::string> words) {
  constexpr std::string_view kStems[] = {"role", "type", "kind", "class"};
  constexpr DenyingCode kControls[] = {{"ntc", "a control of the run"},
                                       {"notemplatecontrol", "a control of the run"},
                                       {"blank", "a control of the run"},
                                       {"extractionblank", "a control of the run"},
                                       {"negativecontrol", "a control of the run"},
                                       {"positivecontrol", "a control of the run"},
                                       {"calibrator", "a control of the run"}};
  const Letters letters(name);
  if (!HasOneOf(letters.text(), kStems)) return {};
  return FirstDenial(words, CodedDenial::Kind::kExcluded, [&](std::string_view word) {
    const Letters of_word(word);
    return FindCode(kControls, of_word.text());
  });
}

CodedDenial FindSpoilt(std::string_view /*name*/, std::span<const std::string> words) {
  constexpr DenyingCode kSpoilt[] = {{"insufficientmaterial", "could not be measured"},
                                     {"insufficientsample", "could not be measured"},
                                     {"quantitynotsufficient", "could not be measured"},
                                     {"qns", "could not be measured"},
                                     {"materialnichtausreichend", "could not be measured"},
                                     {"hmolytisch", "haemolytic"},
                                     {"haemolytisch", "haemolytic"},
                                     {"haemolytic", "haemolytic"},
                                     {"hemolytic", "haemolytic"},
                                     {"haemolysed", "haemolytic"},
                                     {"hemolyzed", "haemolytic"},
                                     {"imputed", "not measured"}};
  return FirstDenial(words, CodedDenial::Kind::kExcluded, [&](std::string_view word) {
    const Letters letters(word);
    return FindCode(kSpoilt, letters.text());
  });
}

}  // namespace muster::import
