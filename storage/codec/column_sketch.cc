#include "storage/codec/column_sketch.h"

#include <algorithm>
#include <bit>
#include <iterator>

#include "storage/bits/word_loops.h"

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

// How many of `beginnings` are at most `value`, in eight steps without branches, as these could not be predicted.
uint8_t ClassOf(const std::array<int64_t, 256>& beginnings, int64_t value) {
  size_t place = 0;
  for (int step = 7; step >= 0; --step) {
    const size_t half = size_t{1} << step;
    place += static_cast<size_t>(beginnings[place + half - 1] <= value) << step;
  }
  return static_cast<uint8_t>(std::min(place, kClasses - 1));  // padding with the greatest integer
}

}  // namespace

ColumnSketch::ColumnSketch(const Column& column) {
  const size_t rows = RowsOf(column);
  classes_.resize(rows);
  const std::array<int64_t, 256> beginnings = Beginnings(column, rows);
  uint8_t* next = classes_.data();
  for (const ColumnChunkPtr& chunk : column.chunks()) {
    chunk->WithValues([&](auto value) {
      for (uint32_t i = 0; i < chunk->size(); ++i) {
        const int64_t number = value(i);
        const uint8_t place = number == kNull ? kNone : ClassOf(beginnings, number);
        *next++ = place;
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
  std::vector<uint32_t> open;
  const auto divide = [&](size_t place) {
    if (bounds_[place].least >= low && bounds_[place].greatest <= high) return;
    Bits members(found.size());
    Loops().find8(classes_.data(), classes_.size(), static_cast<uint8_t>(place), 0, members.words().data());
    members &= found;
    members.AppendRows(&open);
  };
  divide(first);
  if (last != first) divide(last);
  // Without branches, so that the next values are fetched meanwhile.
  for (const uint32_t row : open) {
    const int64_t value = column[row];
    found.words()[row / 64] &= ~(uint64_t{value < low || value > high} << (row % 64));
  }
  return found;
}

}  // namespace muster::storage
