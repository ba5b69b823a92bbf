#include "engine/execute/rows/value_ids.h"

#include <algorithm>

namespace muster::execute {

uint32_t ValueIds::Find(GroupValue value) {
  if (value == kMissingValue) return kMissing;
  if (value == kUncertainValue) return kUncertain;
  const auto next = static_cast<uint32_t>(values_.size());
  const uint64_t place = static_cast<uint64_t>(value) + kBelowZero;
  if (place < kNear) {
    if (place >= near_.size()) near_.resize(std::max<size_t>(2 * near_.size(), place + 1), kNone);
    near_[place] = next;  // it is new, or Of had known it
  } else if (const auto [it, added] = far_.try_emplace(value, next); !added) {
    return it->second;
  }
  values_.push_back(value);
  return next;
}

void ValueIds::OfEach(std::span<const GroupValue> values, GroupValue missing, uint32_t* ids) {
  // Copies, which stay in registers until there is a new value.
  const uint32_t* near = near_.data();
  uint64_t size = near_.size();
  for (const GroupValue value : values) {
    const uint64_t place = static_cast<uint64_t>(value) + kBelowZero;
    uint32_t id = place < size ? near[place] : kNone;
    if (id == kNone) {
      id = value == missing ? kMissing : Find(value);
      near = near_.data();
      size = near_.size();
    }
    *ids++ = id;
  }
}

}  // namespace muster::execute
