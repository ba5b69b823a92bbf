// One form for letters with accents, of which Unicode has two.
#ifndef MUSTER_ENGINE_MODEL_TEXT_COMPOSED_H_
#define MUSTER_ENGINE_MODEL_TEXT_COMPOSED_H_

#include <string>
#include <string_view>

namespace muster::model {

/// With the accents of Latin letters in one character with their letter, as keyboards write them: Unicode's form C for
/// these. Others stay behind their letter.
std::string Composed(std::string_view text);

/// Whether `text` has accents behind their letters (U+0300 to U+036F), as some file systems and programs write them,
/// and Composed gives another text. `composed` is that one then.
bool IsComposedOtherwise(std::string_view text, std::string& composed);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_TEXT_COMPOSED_H_
