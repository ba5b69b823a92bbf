#include "engine/execute/rows/block_ids.h"

#include <algorithm>

namespace muster::execute {

uint64_t CombinedSize(std::span<const BlockIds> parts) {
  const auto several = [](const BlockIds& part) { return !part.single(); };
  const auto count = std::count_if(parts.begin(), parts.end(), several);
  if (count == 0) return parts[0].rows();
  if (count == 1) return std::find_if(parts.begin(), parts.end(), several)->ids.size();
  uint64_t size = 0;
  for (size_t row = 0; row < parts[0].rows(); ++row) {
    uint64_t of_row = 1;
    for (const BlockIds& part : parts) of_row *= part.Of(row).size();
    size += of_row;
  }
  return size;
}

}  // namespace muster::execute
