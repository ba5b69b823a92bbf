// What a block of rows has, as numbers: of the values of a dimension, or of their combinations.
#ifndef MUSTER_ENGINE_EXECUTE_ROW_NUMBERS_H_
#define MUSTER_ENGINE_EXECUTE_ROW_NUMBERS_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace muster::execute {

/// For each row of a block, the numbers it has: one or more, each once.
struct RowNumbers {
  std::vector<uint32_t> numbers;
  std::vector<uint32_t> ends;  ///< where each row's numbers end; empty when each row has one

  bool single() const { return ends.empty(); }
  size_t rows() const { return single() ? numbers.size() : ends.size(); }
  std::span<const uint32_t> Of(size_t row) const {
    if (single()) return {numbers.data() + row, 1};
    const uint32_t begin = row == 0 ? 0 : ends[row - 1];
    return {numbers.data() + begin, ends[row] - begin};
  }
};

/// The combinations of what each row has in `left` and in `right`, each as number(from left, from right), instead of
/// what it has in `left`. `scratch` is overwritten.
template <typename F>
void Join(const RowNumbers& right, F&& number, RowNumbers* left, RowNumbers* scratch) {
  if (left->single() && right.single()) {
    uint32_t* const numbers = left->numbers.data();
    const uint32_t* const others = right.numbers.data();
    const size_t size = right.numbers.size();
    for (size_t row = 0; row < size; ++row) numbers[row] = number(numbers[row], others[row]);
    return;
  }
  scratch->numbers.clear();
  scratch->ends.clear();
  const size_t rows = right.rows();
  for (size_t row = 0; row < rows; ++row) {
    for (const uint32_t a : left->Of(row)) {
      for (const uint32_t b : right.Of(row)) scratch->numbers.push_back(number(a, b));
    }
    scratch->ends.push_back(static_cast<uint32_t>(scratch->numbers.size()));
  }
  std::swap(*left, *scratch);
}

/// How many combinations the rows of `parts` have together.
uint64_t CombinedSize(std::span<const RowNumbers> parts);

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_ROW_NUMBERS_H_
