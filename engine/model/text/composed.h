// Letters with their accents as one character, as keyboards make them (Unicode's form NFC). Names of files of macOS and
// some programs have the accent as a character of its own behind the letter (NFD), and then equal texts differ.
#ifndef MUSTER_ENGINE_MODEL_TEXT_COMPOSED_H_
#define MUSTER_ENGINE_MODEL_TEXT_COMPOSED_H_

#include <string>
#include <string_view>

namespace muster::model {

/// Whether `text` may have accents, or parts of syllables, that belong to the character before them. False of nearly
/// all texts, at little cost.
bool MayBeDecomposed(std::string_view text);

/// `text` in NFC (https://www.unicode.org/reports/tr15/). A text that is no UTF-8 stays as it is, and so does one for
/// which there is no memory.
std::string Composed(std::string_view text);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_TEXT_COMPOSED_H_
