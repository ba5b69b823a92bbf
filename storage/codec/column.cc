#include "storage/codec/column.h"

#include <algorithm>
#include <cstring>
#include <optional>
#include <utility>

#include "storage/bits/word_loops.h"
#include "storage/codec/column_form.h"

namespace muster::storage {

ColumnSummary::ColumnSummary(std::span<const int64_t> values) {
  static_assert(kNull == std::numeric_limits<int64_t>::min());
  const Bounds bounds = Loops().bounds(values.data(), values.size());
  present = bounds.count;
  if (present == 0) return;
  least = bounds.least;
  range = static_cast<uint64_t>(bounds.greatest) - static_cast<uint64_t>(least);
}

ColumnChunk ColumnChunk::Of(std::span<const int64_t> values) {
  const ColumnSummary summary(values);
  const bool nulls = summary.present < values.size();
  ColumnChunk chunk(summary.least, static_cast<uint32_t>(values.size()), nulls, false);
  chunk.Allocate(summary.present > 0 ? WidthOf(summary.range, nulls) : 0, 0);
  if (chunk.width_ == 0) return chunk;
  WithWidth(chunk.width_, [&](auto type) {
    using T = decltype(type);
    uint8_t* to = chunk.offsets();
    const auto base = static_cast<uint64_t>(summary.least);
    for (const int64_t value : values) {
      const uint64_t null = value == kNull ? ~uint64_t{0} : 0;
      const T offset = static_cast<T>((static_cast<uint64_t>(value) - base) | null);
      std::memcpy(to, &offset, sizeof offset);
      to += sizeof offset;
    }
  });
  return chunk;
}

void ColumnChunk::Allocate(uint8_t width, uint16_t listed) {
  width_ = width;
  listed_ = listed;
  null_offset_ = GreatestOffset(width);
  bytes_ = std::make_unique_for_overwrite<uint8_t[]>(size_t{listed} * sizeof(int64_t) + Room(size_, width));
  const size_t used = size_t{size_} * width;
  std::memset(offsets() + used, 0, Room(size_, width) - used);
}

uint32_t ColumnChunk::PlaceOf(int64_t value) const {
  uint32_t first = 0;
  for (uint32_t count = listed_; count > 0;) {
    const uint32_t half = count / 2;
    if (Load<int64_t>(list(), first + half) < value) {
      first += half + 1;
      count -= half + 1;
    } else {
      count = half;
    }
  }
  return first;
}

bool ColumnChunk::Within(int64_t low, int64_t high) const {
  if (size_ == 0) return true;
  if (ascends_) return (*this)[0] >= low && (*this)[size_ - 1] <= high;
  return WithValues([&](auto value) {
    bool within = true;
    for (uint32_t i = 0; i < size_; ++i) {
      const int64_t one = value(i);
      within &= one >= low && one <= high;
    }
    return within;
  });
}

std::optional<std::pair<uint64_t, uint64_t>> ColumnChunk::OffsetsOf(int64_t low, int64_t high) const {
  if (low <= kNull) low = kNull + 1;
  if (low > high) return std::nullopt;
  if (listed_ > 0) {
    const uint32_t first = PlaceOf(low);
    const uint32_t behind = high == std::numeric_limits<int64_t>::max() ? listed_ : PlaceOf(high + 1);
    if (first >= behind) return std::nullopt;
    return std::pair<uint64_t, uint64_t>(first, behind - 1);
  }
  if (high < base_) return std::nullopt;
  // The range in offsets from the base, without the offset of null.
  uint64_t greatest = GreatestOffset(width_);
  if (has_nulls_) {
    if (greatest == 0) return std::nullopt;
    --greatest;
  }
  const uint64_t from = low <= base_ ? 0 : static_cast<uint64_t>(low) - static_cast<uint64_t>(base_);
  const uint64_t to = std::min(greatest, static_cast<uint64_t>(high) - static_cast<uint64_t>(base_));
  if (from > to) return std::nullopt;
  return std::pair(from, to);
}

void ColumnChunk::FindRange(int64_t low, int64_t high, std::span<uint64_t> bits) const {
  std::fill(bits.begin(), bits.end(), 0);
  if (const auto offsets = OffsetsOf(low, high)) FindOffsets(offsets->first, offsets->second, bits);
}

size_t ColumnChunk::Filter(std::span<const uint32_t> rows, int64_t low, int64_t high, uint32_t* kept) const {
  const auto offsets = OffsetsOf(low, high);
  if (!offsets) return 0;
  const uint64_t from = offsets->first;
  const uint64_t range = offsets->second - from;
  // Each row is written, and overwritten by the next if its value is not in the range: no branch, as its outcome would
  // be random.
  const auto filter = [&](auto offset) {
    size_t size = 0;
    for (const uint32_t row : rows) {
      kept[size] = row;
      size += offset(row % kChunkRows) - from <= range ? 1 : 0;
    }
    return size;
  };
  const uint8_t* const at = data();
  switch (width_) {
    case 0:
      return filter([](uint32_t) { return uint64_t{0}; });
    case 1:
      return filter([at](uint32_t i) { return uint64_t{at[i]}; });
    case 2:
      return filter([at](uint32_t i) { return uint64_t{Load<uint16_t>(at, i)}; });
    case 4:
      return filter([at](uint32_t i) { return uint64_t{Load<uint32_t>(at, i)}; });
    default:
      return filter([at](uint32_t i) { return Load<uint64_t>(at, i); });
  }
}

void ColumnChunk::FindOffsets(uint64_t low, uint64_t high, std::span<uint64_t> bits) const {
  const WordLoops& loops = Loops();
  const uint64_t range = high - low;
  switch (width_) {
    case 0:
      for (uint32_t i = 0; i < size_; ++i) bits[i / 64] |= uint64_t{1} << (i % 64);
      break;
    case 1:
      return loops.find8(data(), size_, static_cast<uint8_t>(low), static_cast<uint8_t>(range), bits.data());
    case 2:
      return loops.find16(data(), size_, static_cast<uint16_t>(low), static_cast<uint16_t>(range), bits.data());
    case 4:
      return loops.find32(data(), size_, static_cast<uint32_t>(low), static_cast<uint32_t>(range), bits.data());
    default:
      return loops.find64(data(), size_, low, range, bits.data());
  }
}

Column Column::Of(std::span<const int64_t> values) {
  std::vector<ColumnChunkPtr> chunks;
  for (size_t begin = 0; begin < values.size(); begin += kChunkRows) {
    const auto some = values.subspan(begin, std::min<size_t>(kChunkRows, values.size() - begin));
    chunks.push_back(std::make_shared<const ColumnChunk>(ColumnChunk::Of(some)));
  }
  return Column(std::move(chunks));
}

size_t Column::SizeInBytes() const {
  size_t bytes = sizeof(*this);
  for (const ColumnChunkPtr& chunk : chunks_) bytes += chunk->SizeInBytes();
  return bytes;
}

std::vector<uint32_t> Column::Filter(std::vector<uint32_t> rows, int64_t low, int64_t high) const {
  size_t kept = 0;
  for (size_t begin = 0; begin < rows.size();) {
    const uint32_t chunk = rows[begin] / kChunkRows;
    const auto end = std::find_if(rows.begin() + static_cast<ptrdiff_t>(begin), rows.end(),
                                  [&](uint32_t row) { return row / kChunkRows != chunk; });
    const auto size = static_cast<size_t>(end - rows.begin()) - begin;
    kept += chunks_[chunk]->Filter({rows.data() + begin, size}, low, high, rows.data() + kept);
    begin += size;
  }
  rows.resize(kept);
  return rows;
}

Bits Column::FindRange(int64_t low, int64_t high) const {
  uint32_t rows = 0;
  for (const ColumnChunkPtr& chunk : chunks_) rows += chunk->size();
  Bits bits(rows);
  for (size_t c = 0; c < chunks_.size(); ++c) {
    chunks_[c]->FindRange(low, high, bits.words().subspan(c * kChunkRows / 64, (chunks_[c]->size() + 63) / 64));
  }
  return bits;
}

uint8_t Column::width() const {
  uint8_t width = 0;
  for (const ColumnChunkPtr& chunk : chunks_) width = std::max(width, chunk->width());
  return width;
}

bool Column::Within(int64_t low, int64_t high) const {
  if (within_.load(std::memory_order_relaxed)) return true;
  for (const ColumnChunkPtr& chunk : chunks_) {
    if (!chunk->Within(low, high)) return false;
  }
  within_.store(true, std::memory_order_relaxed);
  return true;
}

}  // namespace muster::storage
