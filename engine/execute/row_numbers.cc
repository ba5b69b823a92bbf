#include "engine/execute/row_numbers.h"

#include <algorithm>
#include <utility>

namespace muster::execute {

void TupleNumbering::Combine(std::span<const RowNumbers> parts, RowNumbers* combined) {
  *combined = parts[0];
  for (size_t p = 1; p < parts.size(); ++p) {
    const RowNumbers& part = parts[p];
    PairNumbering& pairs = pairs_[p - 1];
    if (part.single() && combined->single()) {
      for (size_t row = 0; row < part.numbers.size(); ++row) {
        combined->numbers[row] = pairs.Of(combined->numbers[row], part.numbers[row]);
      }
      continue;
    }
    const size_t rows = part.single() ? part.numbers.size() : part.ends.size();
    next_.numbers.clear();
    next_.ends.clear();
    for (size_t row = 0; row < rows; ++row) {
      for (const uint32_t a : combined->Of(row)) {
        for (const uint32_t b : part.Of(row)) next_.numbers.push_back(pairs.Of(a, b));
      }
      next_.ends.push_back(static_cast<uint32_t>(next_.numbers.size()));
    }
    std::swap(*combined, next_);
  }
}

void TupleNumbering::PartsOf(uint32_t number, uint32_t* parts) const {
  for (size_t p = pairs_.size(); p > 0; --p) std::tie(number, parts[p]) = pairs_[p - 1].PairOf(number);
  parts[0] = number;
}

uint64_t CombinedSize(std::span<const RowNumbers> parts, size_t rows) {
  if (std::count_if(parts.begin(), parts.end(), [](const RowNumbers& part) { return !part.single(); }) == 0)
    return rows;
  uint64_t size = 0;
  for (size_t row = 0; row < rows; ++row) {
    uint64_t of_row = 1;
    for (const RowNumbers& part : parts) of_row *= part.Of(row).size();
    size += of_row;
  }
  return size;
}

}  // namespace muster::execute
