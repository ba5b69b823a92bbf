#include "storage/column.h"

#include <algorithm>
#include <cstring>
#include <optional>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "storage/bytes.h"
#include "storage/word_loops.h"

namespace muster::storage {
namespace {

// A chunk, integers little-endian:
//
//   0      1      2         4        8                16
//   +------+------+---------+--------+----------------+------------+-------------------
//   | width| nulls| listed  | size   | base           | listed * 8 | size * width bytes
//   +------+------+---------+--------+----------------+------------+-------------------
//
// width: bytes of one offset: 0, 1, 2, 4 or 8. nulls: 1 when the greatest offset of that width stands for null, else 0.
// The value of a row is base + its offset. With width 0 all rows are null (nulls = 1) or all are base (nulls = 0).
// listed > 0: as many different values stand here in ascending order, base is 0, and the value of a row is the one at
// its offset in this list; width is then 1 or 2.
//
// With kDifferences added to the width, the values ascend from base, and what stands for each is how much greater it is
// than the one before: one byte. There are neither nulls nor a list. Parse() makes offsets of them.
constexpr size_t kHeaderSize = 16;
constexpr uint8_t kDifferences = 0x80;

uint64_t GreatestOffset(uint8_t width) {
  if (width == 0) return 0;
  return ~uint64_t{0} >> (64 - 8 * width);
}

template <typename T>
void AppendOffsets(std::span<const int64_t> values, int64_t base, uint64_t null_offset, std::string* out) {
  const size_t begin = out->size();
  out->resize(begin + values.size() * sizeof(T));
  char* to = out->data() + begin;
  for (const int64_t value : values) {
    const uint64_t offset = value == kNull ? null_offset : static_cast<uint64_t>(value) - static_cast<uint64_t>(base);
    const T narrow = static_cast<T>(offset);
    std::memcpy(to, &narrow, sizeof(narrow));
    to += sizeof(narrow);
  }
}

// The different values in order, when to list them takes at most 3/4 of the bytes that `width` would.
std::vector<int64_t> ListOf(std::span<const int64_t> values, uint8_t width, bool nulls) {
  if (width < 4) return {};
  const size_t plain = values.size() * width;
  absl::flat_hash_set<int64_t> different;
  for (const int64_t value : values) {
    if (value == kNull) continue;
    different.insert(value);
    if (different.size() > std::numeric_limits<uint16_t>::max() || different.size() * sizeof(int64_t) > plain * 3 / 4) {
      return {};
    }
  }
  const size_t narrow = different.size() + (nulls ? 1 : 0) <= 256 ? 1 : 2;
  if (different.size() + (nulls ? 1 : 0) > 65536 ||
      different.size() * sizeof(int64_t) + values.size() * narrow > plain * 3 / 4) {
    return {};
  }
  std::vector<int64_t> list(different.begin(), different.end());
  std::sort(list.begin(), list.end());
  return list;
}

template <typename T>
void AppendPlaces(std::span<const int64_t> values, const std::vector<int64_t>& list, std::string* out) {
  absl::flat_hash_map<int64_t, T> places;
  places.reserve(list.size());
  for (size_t i = 0; i < list.size(); ++i) places[list[i]] = static_cast<T>(i);
  const size_t begin = out->size();
  out->resize(begin + values.size() * sizeof(T));
  char* to = out->data() + begin;
  for (const int64_t value : values) {
    const T place = value == kNull ? std::numeric_limits<T>::max() : places[value];
    std::memcpy(to, &place, sizeof(place));
    to += sizeof(place);
  }
}

std::string EncodeListed(std::span<const int64_t> values, const std::vector<int64_t>& list, bool nulls) {
  const uint8_t width = list.size() + (nulls ? 1 : 0) <= 256 ? 1 : 2;
  std::string out;
  out.reserve(kHeaderSize + list.size() * sizeof(int64_t) + values.size() * width);
  AppendLittleEndian(width, &out);
  AppendLittleEndian(static_cast<uint8_t>(nulls ? 1 : 0), &out);
  AppendLittleEndian(static_cast<uint16_t>(list.size()), &out);
  AppendLittleEndian(static_cast<uint32_t>(values.size()), &out);
  AppendLittleEndian(uint64_t{0}, &out);
  for (const int64_t value : list) AppendLittleEndian(static_cast<uint64_t>(value), &out);
  width == 1 ? AppendPlaces<uint8_t>(values, list, &out) : AppendPlaces<uint16_t>(values, list, &out);
  return out;
}

// The least width for offsets up to `range`, with one more for null where there are nulls.
uint8_t WidthOf(uint64_t range, bool nulls) {
  const uint64_t needed = nulls ? range + 1 : range;
  for (const uint8_t width : {0, 1, 2, 4}) {
    if (needed <= GreatestOffset(width)) return width;
  }
  return 8;
}

// Each at least the one before, and at most 255 more; none is null.
bool AscendSlowly(std::span<const int64_t> values) {
  for (size_t i = 1; i < values.size(); ++i) {
    if (values[i] < values[i - 1]) return false;
    if (static_cast<uint64_t>(values[i]) - static_cast<uint64_t>(values[i - 1]) > GreatestOffset(1)) return false;
  }
  return true;
}

std::string EncodeDifferences(std::span<const int64_t> values) {
  std::string out;
  out.reserve(kHeaderSize + values.size());
  AppendLittleEndian(static_cast<uint8_t>(kDifferences | 1), &out);
  AppendLittleEndian(uint8_t{0}, &out);
  AppendLittleEndian(uint16_t{0}, &out);
  AppendLittleEndian(static_cast<uint32_t>(values.size()), &out);
  AppendLittleEndian(static_cast<uint64_t>(values.front()), &out);
  int64_t before = values.front();
  for (const int64_t value : values) {
    out.push_back(static_cast<char>(static_cast<uint64_t>(value) - static_cast<uint64_t>(before)));
    before = value;
  }
  return out;
}

template <typename T>
void AddUp(std::string_view differences, char* to) {
  uint64_t offset = 0;
  for (const char difference : differences) {
    offset += static_cast<uint8_t>(difference);
    const T narrow = static_cast<T>(offset);
    std::memcpy(to, &narrow, sizeof(narrow));
    to += sizeof(narrow);
  }
}

// The same chunk with offsets; nullopt when it is none.
std::optional<std::string> WithOffsets(std::string_view bytes) {
  ByteReader reader(bytes);
  const auto width = reader.Read<uint8_t>();
  const auto nulls = reader.Read<uint8_t>();
  const auto listed = reader.Read<uint16_t>();
  const auto size = reader.Read<uint32_t>();
  reader.Read<uint64_t>();  // base
  if (!reader.ok() || width != (kDifferences | 1) || nulls != 0 || listed != 0 || size == 0 || size > kChunkRows ||
      reader.remaining() != size) {
    return std::nullopt;
  }
  const std::string_view differences = bytes.substr(kHeaderSize);
  uint64_t range = 0;
  for (const char difference : differences) range += static_cast<uint8_t>(difference);
  if (differences.front() != 0) return std::nullopt;
  std::string out(bytes.substr(0, kHeaderSize));
  const uint8_t offset_width = WidthOf(range, false);
  out[0] = static_cast<char>(offset_width);
  out.resize(kHeaderSize + size_t{size} * offset_width);
  char* const to = out.data() + kHeaderSize;
  if (offset_width == 1) AddUp<uint8_t>(differences, to);
  if (offset_width == 2) AddUp<uint16_t>(differences, to);
  if (offset_width == 4) AddUp<uint32_t>(differences, to);
  return out;
}

}  // namespace

std::string ColumnChunk::Encode(std::span<const int64_t> values) {
  bool nulls = false;
  int64_t least = std::numeric_limits<int64_t>::max();
  int64_t greatest = kNull;
  for (const int64_t value : values) {
    if (value == kNull) {
      nulls = true;
    } else {
      least = std::min(least, value);
      greatest = std::max(greatest, value);
    }
  }
  const bool any = greatest != kNull;
  const int64_t base = any ? least : 0;
  // Unsigned, since the distance from the least to the greatest int64 does not fit into one. It is at most 2^64 - 2,
  // as kNull is not a value: with 8 bytes, too, one offset remains for null.
  const uint64_t range = any ? static_cast<uint64_t>(greatest) - static_cast<uint64_t>(least) : 0;
  const uint8_t width = any ? WidthOf(range, nulls) : 0;

  if (width > 1 && !nulls && AscendSlowly(values)) return EncodeDifferences(values);
  if (const std::vector<int64_t> list = ListOf(values, width, nulls); !list.empty()) {
    return EncodeListed(values, list, nulls);
  }
  std::string out;
  out.reserve(kHeaderSize + values.size() * width);
  AppendLittleEndian(width, &out);
  AppendLittleEndian(static_cast<uint8_t>(nulls ? 1 : 0), &out);
  AppendLittleEndian(uint16_t{0}, &out);
  AppendLittleEndian(static_cast<uint32_t>(values.size()), &out);
  AppendLittleEndian(static_cast<uint64_t>(base), &out);
  const uint64_t null_offset = GreatestOffset(width);
  switch (width) {
    case 0:
      break;
    case 1:
      AppendOffsets<uint8_t>(values, base, null_offset, &out);
      break;
    case 2:
      AppendOffsets<uint16_t>(values, base, null_offset, &out);
      break;
    case 4:
      AppendOffsets<uint32_t>(values, base, null_offset, &out);
      break;
    default:
      AppendOffsets<uint64_t>(values, base, null_offset, &out);
      break;
  }
  return out;
}

absl::StatusOr<ColumnChunk> ColumnChunk::Parse(std::string bytes) {
  const bool ascends = !bytes.empty() && (static_cast<uint8_t>(bytes.front()) & kDifferences) != 0;
  if (ascends) {
    std::optional<std::string> offsets = WithOffsets(bytes);
    if (!offsets) return absl::DataLossError("column chunk: not valid differences");
    bytes = *std::move(offsets);
  }
  ByteReader reader(bytes);
  const auto width = reader.Read<uint8_t>();
  const auto nulls = reader.Read<uint8_t>();
  const auto listed = reader.Read<uint16_t>();
  const auto size = reader.Read<uint32_t>();
  const auto base = static_cast<int64_t>(reader.Read<uint64_t>());
  if (!reader.ok()) return absl::DataLossError("column chunk: shorter than its header");
  if ((width > 2 && width != 4 && width != 8) || nulls > 1 || size > kChunkRows || base == kNull ||
      (listed > 0 && ((width != 1 && width != 2) || base != 0))) {
    return absl::DataLossError("column chunk: not a valid header");
  }
  const size_t expected = size_t{listed} * sizeof(int64_t) + size_t{size} * width;
  if (reader.remaining() != expected) {
    return absl::DataLossError(
        absl::StrCat("column chunk: ", reader.remaining(), " bytes of values instead of ", expected));
  }

  ColumnChunk chunk;
  chunk.bytes_ = std::move(bytes);
  chunk.header_size_ = kHeaderSize + size_t{listed} * sizeof(int64_t);
  chunk.listed_ = listed;
  chunk.base_ = base;
  chunk.null_offset_ = GreatestOffset(width);
  chunk.size_ = size;
  chunk.width_ = width;
  chunk.has_nulls_ = nulls != 0;
  chunk.ascends_ = ascends;

  if (listed > 0)
    return chunk.HasGoodList() ? absl::StatusOr<ColumnChunk>(std::move(chunk))
                               : absl::DataLossError("column chunk: its list is not in order, or too short");

  // Where base + offset could pass INT64_MAX, see that it does not, so that no row has a value nobody wrote.
  const uint64_t room = static_cast<uint64_t>(std::numeric_limits<int64_t>::max()) - static_cast<uint64_t>(base);
  if (GreatestOffset(width) > room) {
    for (uint32_t i = 0; i < size; ++i) {
      const int64_t value = chunk[i];
      const bool is_null = chunk.has_nulls_ && value == kNull;
      if (!is_null && value < base) return absl::DataLossError("column chunk: a value out of range");
    }
  }
  return chunk;
}

bool ColumnChunk::HasGoodList() const {
  for (uint32_t i = 0; i < listed_; ++i) {
    const auto value = Load<int64_t>(list(), i);
    if (value == kNull || (i > 0 && value <= Load<int64_t>(list(), i - 1))) return false;
  }
  return width_ == 1 ? HasGoodPlaces<uint8_t>() : HasGoodPlaces<uint16_t>();
}

template <typename T>
bool ColumnChunk::HasGoodPlaces() const {
  // Without branches, so that it becomes vector code.
  const uint8_t* const places = data();
  const auto last = static_cast<T>(listed_ - 1);
  const T null_place = has_nulls_ ? static_cast<T>(null_offset_) : last;
  T bad = 0;
  for (uint32_t i = 0; i < size_; ++i) {
    const T place = Load<T>(places, i);
    bad = static_cast<T>(bad | static_cast<T>((place > last) & (place != null_place)));
  }
  return bad == 0;
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
  // The range in offsets from the base, without the one that stands for no value.
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
  // All are written, and those without such a value are written over: which they are is chance.
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
    // What Encode writes, Parse reads.
    auto chunk = ColumnChunk::Parse(
        ColumnChunk::Encode(values.subspan(begin, std::min<size_t>(kChunkRows, values.size() - begin))));
    chunks.push_back(std::make_shared<const ColumnChunk>(*std::move(chunk)));
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
