// The values that a pointer of a mapping leads to.
#ifndef MUSTER_ENGINE_IMPORT_MAPPING_FOLLOW_H_
#define MUSTER_ENGINE_IMPORT_MAPPING_FOLLOW_H_

#include <cstddef>
#include <string>

#include "engine/import/input/json_value.h"
#include "engine/import/mapping/json_path.h"
#include "engine/import/mapping/mapping.h"

namespace muster::import {

/// Calls `take(place, value)` for what the `steps` from number `next` on lead to and is not empty.
template <typename Take>
void Follow(const Steps& steps, size_t next, const JsonPath& at, Element value, const Take& take) {
  if (next == steps.size()) {
    if (!IsEmpty(value)) take(at, value);
    return;
  }
  const std::string& step = steps[next];
  Object object;
  Array array;
  if (value.get(object) == simdjson::SUCCESS) {
    const bool all = step == "*";
    for (const auto field : object) {
      if (!all && !KeyIs(field.key, step)) continue;
      Follow(steps, next + 1, JsonPath(at, field.key), field.value, take);
      if (!all) return;
    }
  } else if (value.get(array) == simdjson::SUCCESS) {
    size_t index = 0;
    for (const Element element : array) {
      if (step == "*" || step == std::to_string(index)) Follow(steps, next + 1, JsonPath(at, index), element, take);
      ++index;
    }
  }
}

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_MAPPING_FOLLOW_H_
