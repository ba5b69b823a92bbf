// The rows of a bitmap, a block at a time.
#ifndef MUSTER_ENGINE_EXECUTE_ROWS_ROW_BLOCKS_H_
#define MUSTER_ENGINE_EXECUTE_ROWS_ROW_BLOCKS_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <vector>

namespace muster::execute {

/// Rows of one block: few enough that their ids stay in the processor's first caches.
inline constexpr size_t kBlockRows = 2048;

/// Calls f with blocks of the `rows` of an entity that has `size` of them, in ascending order, until it returns false.
/// `rows`: a Bitmap or RowSet.
template <typename Rows, typename F>
void ForEachBlock(const Rows& rows, uint32_t size, F&& f) {
  const uint64_t count = rows.Cardinality();
  const bool all = count == size;
  std::vector<uint32_t> block(all ? kBlockRows : 0);
  const std::vector<uint32_t> some = all ? std::vector<uint32_t>() : rows.ToVector();
  for (uint64_t begin = 0; begin < count; begin += kBlockRows) {
    const auto of_block = static_cast<size_t>(std::min<uint64_t>(kBlockRows, count - begin));
    if (all) std::iota(block.begin(), block.end(), static_cast<uint32_t>(begin));
    if (!f(std::span<const uint32_t>(all ? block.data() : some.data() + begin, of_block))) return;
  }
}

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_ROWS_ROW_BLOCKS_H_
