#include "storage/column_sketch.h"

#include <algorithm>
#include <bit>

#include "storage/word_loops.h"

namespace muster::storage {
namespace {

constexpr size_t kSamples = 8192;
constexpr size_t kClasses = 255;

size_t RowsOf(const Column& column) {
  size_t rows = 0;
  for (const ColumnChunkPtr& chunk : column.chunks()) rows += chunk->size();
  return rows;
}

// The values at which classes but the first begin, ascending, filled up with the greatest integer: of a sample that
// has few different values, each is a class.
std::array<int64_t, 256> Beginnings(const Column& column, size_t rows) {
  std::vector<int64_t> sample;
  const size_t step = std::max<size_t>(1, rows / kSamples);
  for (size_t row = 0; row < rows; row += step) {
    if (const int64_t value = column[static_cast<uint32_t>(row)]; value != kNull) sample.push_back(value);
  }
  std::sort(sample.begin(), sample.end());
  std::vector<int64_t> distinct;
  std::unique_copy(sample.begin(), sample.end(), std::back_inserter(distinct));
  if (distinct.size() > kClasses) {
    std::vector<int64_t> quantiles;
    for (size_t i = 0; i < kClasses; ++i) quantiles.push_back(sample[i * sample.size() / kClasses]);
    distinct.clear();
    std::unique_copy(quantiles.begin(), quantiles.end(), std::back_inserter(distinct));
  }
  std::array<int64_t, 256> beginnings;
  beginnings.fill(std::numeric_limits<int64_t>::max());
  if (!distinct.empty()) std::copy(distinct.begin() + 1, distinct.end(), beginnings.begin());
  return beginnings;
}

// How many of `beginnings` are at most `value`; eight steps without branches. The greatest integer is taken for one of
// the class that ends with it.
uint8_t ClassOf(const std::array<int64_t, 256>& beginnings, int64_t value) {
  size_t place = 0;
  for (size_t step = 128; step > 0; step /= 2) place += beginnings[place + step - 1] <= value ? step : 0;
  return static_cast<uint8_t>(std::min(place, kClasses - 1));
}

}  // namespace

ColumnSketch::ColumnSketch(const Column& column) {
  const size_t rows = RowsOf(column);
  classes_.resize(rows);
  const std::array<int64_t, 256> beginnings = Beginnings(column, rows);
  size_t row = 0;
  for (const ColumnChunkPtr& chunk : column.chunks()) {
    chunk->WithValues([&](auto value) {
      for (uint32_t i = 0; i < chunk->size(); ++i) {
        const int64_t number = value(i);
        if (number == kNull) {
          classes_[row++] = kNone;
          continue;
        }
        const uint8_t place = ClassOf(beginnings, number);
        classes_[row++] = place;
        bounds_[place].least = std::min(bounds_[place].least, number);
        bounds_[place].greatest = std::max(bounds_[place].greatest, number);
      }
    });
  }
}

Bits ColumnSketch::FindRange(const Column& column, int64_t low, int64_t high, const Bits* within) const {
  Bits found(static_cast<uint32_t>(classes_.size()));
  low = std::max(low, kNull + 1);
  size_t first = 0;
  while (first < kClasses && !(bounds_[first].any() && bounds_[first].greatest >= low)) ++first;
  size_t last = kClasses;
  while (last > first && !(bounds_[last - 1].any() && bounds_[last - 1].least <= high)) --last;
  if (low > high || first >= last) return found;
  --last;
  Loops().find8(classes_.data(), classes_.size(), static_cast<uint8_t>(first), static_cast<uint8_t>(last - first),
                found.words().data());
  if (within != nullptr) found &= *within;
  // Of classes that the range divides, the values decide.
  Bits open(found.size());
  const auto divide = [&](size_t place) {
    if (bounds_[place].least >= low && bounds_[place].greatest <= high) return;
    Loops().find8(classes_.data(), classes_.size(), static_cast<uint8_t>(place), 0, open.words().data());
    for (size_t w = 0; w < open.words().size(); ++w) {
      for (uint64_t word = open.words()[w] & found.words()[w]; word != 0; word &= word - 1) {
        const int64_t value = column[static_cast<uint32_t>(w * 64 + static_cast<size_t>(std::countr_zero(word)))];
        if (value < low || value > high) found.words()[w] &= ~(word & (0 - word));
      }
    }
  };
  divide(first);
  if (last != first) divide(last);
  return found;
}

}  // namespace muster::storage
