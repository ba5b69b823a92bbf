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
  const bool all = step.size() == 1 && step.front() == '*';
  Object object;
  Array array;
  if (value.get(object) == simdjson::SUCCESS) {
    const auto end = object.end();
    for (auto member = object.begin(); member != end; ++member) {
      if (!all && !KeyIs(member.key(), step)) continue;
      Follow(steps, next + 1, JsonPath(at, member.key()), member.value(), take);
      if (!all) return;
    }
  } else if (value.get(array) == simdjson::SUCCESS) {
    size_t index = 0;
    for (const Element element : array) {
      if (all || step == std::to_string(index)) Follow(steps, next + 1, JsonPath(at, index), element, take);
      ++index;
    }
  }
}

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_MAPPING_FOLLOW_H_
