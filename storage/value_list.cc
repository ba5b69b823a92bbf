#include "storage/value_list.h"

#include "absl/status/status.h"

namespace muster::storage {

// The number of values, the first, and how much each is greater than the one before, less one.
std::string EncodeValueList(std::span<const uint32_t> values) {
  std::string bytes;
  AppendVarint(values.size(), &bytes);
  uint64_t least = 0;
  for (const uint32_t value : values) {
    AppendVarint(value - least, &bytes);
    least = uint64_t{value} + 1;
  }
  return bytes;
}

absl::StatusOr<std::vector<uint32_t>> ParseValueList(std::string_view bytes) {
  std::vector<uint32_t> values;
  values.reserve(bytes.size());  // most take a byte
  if (!ForEachListed(bytes, [&](uint32_t value) {
        values.push_back(value);
        return true;
      })) {
    return absl::DataLossError("a list of values is not one");
  }
  return values;
}

}  // namespace muster::storage
