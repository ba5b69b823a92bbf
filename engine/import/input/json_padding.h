// What a reader of JSON needs behind a text. Apart from json_value.h, so that simdjson does not show.
#ifndef MUSTER_ENGINE_IMPORT_INPUT_JSON_PADDING_H_
#define MUSTER_ENGINE_IMPORT_INPUT_JSON_PADDING_H_

#include <cstddef>

namespace muster::import {

/// Bytes behind the text of a document that must be readable; what they hold does not matter.
inline constexpr size_t kJsonPadding = 64;

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_INPUT_JSON_PADDING_H_
