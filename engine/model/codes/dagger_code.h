// Codes of ICD-10 with a D for the dagger or an A for the asterisk behind them, as England's hospitals write them.
#ifndef MUSTER_ENGINE_MODEL_CODES_DAGGER_CODE_H_
#define MUSTER_ENGINE_MODEL_CODES_DAGGER_CODE_H_

#include <string_view>

#include "engine/model/text/text.h"

namespace muster::model {

/// "E103D", "H360A", "G01XA": a code of four characters, without a point and filled with an X, and one of the letters.
inline bool IsDaggerOrAsterisk(std::string_view code) {
  return code.size() == 5 && code[0] >= 'A' && code[0] <= 'Z' && IsAsciiDigit(code[1]) && IsAsciiDigit(code[2]) &&
         (IsAsciiDigit(code[3]) || code[3] == 'X') && (code[4] == 'D' || code[4] == 'A');
}

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_CODES_DAGGER_CODE_H_
