// Small letters beyond ASCII.
#ifndef MUSTER_ENGINE_MODEL_TEXT_SMALL_LETTERS_H_
#define MUSTER_ENGINE_MODEL_TEXT_SMALL_LETTERS_H_

#include <string>
#include <string_view>

namespace muster::model {

/// `text` with small Latin letters, also those with accents in one character with them (U+00C0 to U+017F): "REFUSÉ" ->
/// "refusé".
std::string InSmallLetters(std::string_view text);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_TEXT_SMALL_LETTERS_H_
