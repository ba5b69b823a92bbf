// Texts that are whole numbers, digit for digit.
#ifndef MUSTER_ENGINE_MODEL_TEXT_DIGITS_H_
#define MUSTER_ENGINE_MODEL_TEXT_DIGITS_H_

#include <algorithm>
#include <string_view>

#include "engine/model/text/text.h"

namespace muster::model {

/// Whether there are ASCII digits and nothing else; not so of an empty text.
inline bool OnlyDigits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), IsAsciiDigit);
}

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_TEXT_DIGITS_H_
