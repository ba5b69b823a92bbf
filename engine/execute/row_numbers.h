// What a block of rows has, as numbers: of the values of a dimension, or of their combinations.
#ifndef MUSTER_ENGINE_EXECUTE_ROW_NUMBERS_H_
#define MUSTER_ENGINE_EXECUTE_ROW_NUMBERS_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/execute/numbering.h"

namespace muster::execute {

/// For each row of a block, the numbers it has: one or more, each once.
struct RowNumbers {
  std::vector<uint32_t> numbers;
  std::vector<uint32_t> ends;  ///< where each row's numbers end; empty when each row has one

  bool single() const { return ends.empty(); }
  std::span<const uint32_t> Of(size_t row) const {
    if (single()) return {numbers.data() + row, 1};
    const uint32_t begin = row == 0 ? 0 : ends[row - 1];
    return {numbers.data() + begin, ends[row] - begin};
  }
};

/// Numbers combinations of a fixed number of parts, each a number itself. Parts that are all 0 have the number 0.
class TupleNumbering {
 public:
  explicit TupleNumbering(size_t width) : pairs_(width - 1) {}
  /// The combinations of what each row of a block has in each part.
  void Combine(std::span<const RowNumbers> parts, RowNumbers* combined);
  /// The parts of `number`, `width` of them.
  void PartsOf(uint32_t number, uint32_t* parts) const;

 private:
  std::vector<PairNumbering> pairs_;  // the first two parts; that and the third; ...
  RowNumbers next_;
};

/// How many combinations Combine() would put out for the `rows` of the block.
uint64_t CombinedSize(std::span<const RowNumbers> parts, size_t rows);

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_ROW_NUMBERS_H_
