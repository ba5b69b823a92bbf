// Results of tests in words.
#ifndef MUSTER_ENGINE_MODEL_TEXT_RESULT_WORD_H_
#define MUSTER_ENGINE_MODEL_TEXT_RESULT_WORD_H_

#include <string_view>

namespace muster::model {

/// "positive" of "POS", "Pos.", "Positiv"; "negative", "detected", "not detected", "reactive", "non-reactive" and
/// "trace" likewise; empty of what is none of these for certain: signs, degrees ("weakly positive"), doubts ("pos?").
std::string_view ResultWord(std::string_view text);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_TEXT_RESULT_WORD_H_
