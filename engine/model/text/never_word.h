// The words of many languages for never: of an exposure, of the time of something, of how often it is.
#ifndef MUSTER_ENGINE_MODEL_TEXT_NEVER_WORD_H_
#define MUSTER_ENGINE_MODEL_TEXT_NEVER_WORD_H_

#include <string_view>

namespace muster::model {

/// `word` is in small letters, and alone. Italian "mai" is not among them: where a time is meant, it is May.
bool IsWordOfNever(std::string_view word);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_TEXT_NEVER_WORD_H_
