// The dense ids that a block of rows has: of the values of one dimension, or of combinations of values.
#ifndef MUSTER_ENGINE_EXECUTE_ROWS_BLOCK_IDS_H_
#define MUSTER_ENGINE_EXECUTE_ROWS_BLOCK_IDS_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace muster::execute {

/// For each row of a block, its ids: one or more, each once.
struct BlockIds {
  std::vector<uint32_t> ids;
  std::vector<uint32_t> ends;  ///< where each row's ids end; empty when each row has exactly one

  bool single() const { return ends.empty(); }
  size_t rows() const { return single() ? ids.size() : ends.size(); }
  std::span<const uint32_t> Of(size_t row) const {
    if (single()) return {ids.data() + row, 1};
    const uint32_t begin = row == 0 ? 0 : ends[row - 1];
    return {ids.data() + begin, ends[row] - begin};
  }
};

/// Replaces the ids of each row in `left` by those of all its pairs of an id in `left` and one in `right`, as
/// number(left id, right id) gives them. `scratch` is overwritten.
template <typename F>
void Join(const BlockIds& right, F&& number, BlockIds* left, BlockIds* scratch) {
  if (left->single() && right.single()) {
    uint32_t* const ids = left->ids.data();
    const uint32_t* const others = right.ids.data();
    const size_t size = right.ids.size();
    for (size_t row = 0; row < size; ++row) ids[row] = number(ids[row], others[row]);
    return;
  }
  scratch->ids.clear();
  scratch->ends.clear();
  const size_t rows = right.rows();
  for (size_t row = 0; row < rows; ++row) {
    for (const uint32_t a : left->Of(row)) {
      for (const uint32_t b : right.Of(row)) scratch->ids.push_back(number(a, b));
    }
    scratch->ends.push_back(static_cast<uint32_t>(scratch->ids.size()));
  }
  std::swap(*left, *scratch);
}

/// The number of combinations that all rows of `parts` have together.
uint64_t CombinedSize(std::span<const BlockIds> parts);

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_ROWS_BLOCK_IDS_H_
