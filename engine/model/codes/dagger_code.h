// Codes of ICD-10 with letters of a country around them: a D for the dagger or an A for the asterisk behind them, as
// England's hospitals write them; a D before them, as Denmark's registers do.
#ifndef MUSTER_ENGINE_MODEL_CODES_DAGGER_CODE_H_
#define MUSTER_ENGINE_MODEL_CODES_DAGGER_CODE_H_

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "engine/model/text/text.h"

namespace muster::model {

/// "E103D", "H360A", "G01XA": a code of four characters, without a point and filled with an X, and one of the letters.
inline bool IsDaggerOrAsterisk(std::string_view code) {
  return code.size() == 5 && code[0] >= 'A' && code[0] <= 'Z' && IsAsciiDigit(code[1]) && IsAsciiDigit(code[2]) &&
         (IsAsciiDigit(code[3]) || code[3] == 'X') && (code[4] == 'D' || code[4] == 'A');
}

/// Whether the code is of one of the categories that ICD-10 has for asterisks: "H360A" is, "M059A" is not.
inline bool IsOfAsterisks(std::string_view code) {
  constexpr std::array<std::string_view, 83> kCategories = {
      "D63", "D77", "E35", "E90", "F00", "F02", "G01", "G02", "G05", "G07", "G13", "G22", "G26", "G32",
      "G46", "G53", "G55", "G59", "G63", "G73", "G94", "G99", "H03", "H06", "H13", "H19", "H22", "H28",
      "H32", "H36", "H42", "H45", "H48", "H58", "H62", "H67", "H75", "H82", "H94", "I32", "I39", "I41",
      "I43", "I52", "I68", "I79", "I98", "J17", "J91", "J99", "K23", "K67", "K77", "K87", "K93", "L14",
      "L45", "L54", "L62", "L86", "L99", "M01", "M03", "M07", "M09", "M14", "M36", "M49", "M63", "M68",
      "M73", "M82", "M90", "N08", "N16", "N22", "N29", "N33", "N37", "N51", "N74", "N77", "P75"};
  return std::binary_search(kCategories.begin(), kCategories.end(), code.substr(0, 3));
}

/// "DE119", "DZ031E": a code without a point behind the D by which SKS has diagnoses. No code of ICD-10 has a letter in
/// the second place. (Codes of ICD-11 look so where they have four signs: "DA90".)
inline bool LooksLikeDanishIcd10(std::string_view code) {
  constexpr size_t kShortest = 5;
  constexpr size_t kLongest = 8;
  return code.size() >= kShortest && code.size() <= kLongest && code[0] == 'D' && code[1] >= 'A' && code[1] <= 'Z' &&
         IsAsciiDigit(code[2]) && IsAsciiDigit(code[3]) && IsAsciiDigit(code[4]) &&
         std::all_of(code.begin() + 5, code.end(), IsAsciiAlnum);
}

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_CODES_DAGGER_CODE_H_
