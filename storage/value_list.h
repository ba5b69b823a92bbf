// The list of the values that have a posting under one family, entity and field of a segment.
#ifndef MUSTER_STORAGE_VALUE_LIST_H_
#define MUSTER_STORAGE_VALUE_LIST_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "storage/varint.h"

namespace muster::storage {

inline constexpr uint64_t kGreatestListed = 0xFFFFFFFF;

/// `values` ascend, each once.
std::string EncodeValueList(std::span<const uint32_t> values);
/// DataLoss when `bytes` are not such a list.
absl::StatusOr<std::vector<uint32_t>> ParseValueList(std::string_view bytes);

/// Calls `visit` with each value of the list until it returns false; false then, and when `bytes` are no such list.
template <typename Visit>
bool ForEachListed(std::string_view bytes, Visit visit) {
  const char* at = bytes.data();
  const char* const end = at + bytes.size();
  uint64_t count = 0;
  if (!ReadVarint(&at, end, &count) || count > static_cast<size_t>(end - at)) return false;
  uint64_t least = 0;
  for (; count > 0; --count) {
    uint64_t distance = 0;
    if (!ReadVarint(&at, end, &distance) || distance > kGreatestListed) return false;
    least += distance;
    if (least > kGreatestListed || !visit(static_cast<uint32_t>(least))) return false;
    ++least;
  }
  return at == end;
}

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_VALUE_LIST_H_
