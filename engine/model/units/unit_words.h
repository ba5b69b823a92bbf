// Words of laboratories for units, in English, German, French and Spanish, as Simplify of unit_spelling.cc leaves them.
#ifndef MUSTER_ENGINE_MODEL_UNITS_UNIT_WORDS_H_
#define MUSTER_ENGINE_MODEL_UNITS_UNIT_WORDS_H_

#include <string_view>

#include "containers/hash_table.h"

namespace muster::model {

using WordTable = HashMap<std::string_view, std::string_view>;

/// Words that are a unit only by themselves, with UCUM's symbol.
const WordTable& UnitsAlone();
/// Words that are a unit or part of one.
const WordTable& UnitWords();
/// True for what a unit is of, behind it: "mg/g creat", "ng/mL FEU".
bool IsQualifier(std::string_view word);
/// Numbers in words, of cells in a small volume: K/uL, mill/mm3, Tsd/uL. Not "mil": a thousand in Spanish and
/// Portuguese, and a million in English. "" for other words.
std::string_view ThousandsOf(std::string_view word);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_UNITS_UNIT_WORDS_H_
