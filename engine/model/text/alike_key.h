// What remains of an id without what programs and people change in it.
#ifndef MUSTER_ENGINE_MODEL_TEXT_ALIKE_KEY_H_
#define MUSTER_ENGINE_MODEL_TEXT_ALIKE_KEY_H_

#include <string>
#include <string_view>

namespace muster::model {

/// The same for ids that look alike: without zeros at the front of numbers, ".0" at the end, capitals, blanks at the
/// ends, hyphens, and accents, of which Unicode has two forms. "P-001", "p1", "1" and "1.0" have two keys.
std::string AlikeKey(std::string_view id);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_TEXT_ALIKE_KEY_H_
