#include "engine/execute/derive.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace muster::execute {

absl::StatusOr<storage::ColumnPtr> MakeColumn(uint32_t rows, const Fill& fill) {
  static_assert(storage::kChunkRows % kBlockRows == 0);
  std::vector<storage::ColumnChunkPtr> chunks;
  std::vector<uint32_t> block, numbers;
  std::vector<int64_t> values;
  for (uint64_t begin = 0; begin < rows; begin += kBlockRows) {
    block.resize(std::min<uint64_t>(kBlockRows, rows - begin));
    std::iota(block.begin(), block.end(), static_cast<uint32_t>(begin));
    fill(block, &numbers);
    values.insert(values.end(), numbers.begin(), numbers.end());
    if (values.size() < storage::kChunkRows && begin + block.size() < rows) continue;
    auto chunk = storage::ColumnChunk::Parse(storage::ColumnChunk::Encode(values));
    if (!chunk.ok()) return chunk.status();
    chunks.push_back(std::make_shared<const storage::ColumnChunk>(*std::move(chunk)));
    values.clear();
  }
  return std::make_shared<const storage::Column>(std::move(chunks));
}

}  // namespace muster::execute
