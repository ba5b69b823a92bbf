// From the stored form of a chunk, which may be any bytes, to the form in memory.
#include <algorithm>
#include <cstring>
#include <limits>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "storage/bits/word_loops.h"
#include "storage/codec/bytes.h"
#include "storage/codec/column.h"
#include "storage/codec/column_form.h"

namespace muster::storage {
namespace {

absl::Status Damaged(const char* what) { return absl::DataLossError(absl::StrCat("column chunk: ", what)); }

// The loops of Loops() for numbers of type T.
template <typename T>
constexpr auto kUnpack = &WordLoops::unpack64;
template <>
constexpr auto kUnpack<uint8_t> = &WordLoops::unpack8;
template <>
constexpr auto kUnpack<uint16_t> = &WordLoops::unpack16;
template <>
constexpr auto kUnpack<uint32_t> = &WordLoops::unpack32;
template <typename T>
constexpr auto kSpread = &WordLoops::spread64;
template <>
constexpr auto kSpread<uint8_t> = &WordLoops::spread8;
template <>
constexpr auto kSpread<uint16_t> = &WordLoops::spread16;
template <>
constexpr auto kSpread<uint32_t> = &WordLoops::spread32;

template <typename T>
T Get(const uint8_t* numbers, size_t i) {
  T number;
  std::memcpy(&number, numbers + i * sizeof(T), sizeof(T));
  return number;
}

template <typename T>
void Set(uint8_t* numbers, size_t i, T number) {
  std::memcpy(numbers + i * sizeof(T), &number, sizeof(T));
}

// Takes packed numbers from the front of the bytes; false when there are too few bytes.
template <typename T>
bool UnpackBytes(ByteReader* reader, size_t size, uint8_t bits, uint8_t* numbers) {
  const std::string_view packed = reader->ReadBytes(PackedBytes(size, bits));
  if (!reader->ok()) return false;
  (Loops().*kUnpack<T>)(reinterpret_cast<const uint8_t*>(packed.data()), bits, size, numbers);
  return true;
}

std::optional<ColumnHeader> ReadHeader(ByteReader* reader) {
  ColumnHeader header;
  const auto form = reader->Read<uint8_t>();
  header.form = static_cast<ColumnForm>(form);
  header.bits = reader->Read<uint8_t>();
  header.listed = reader->Read<uint16_t>();
  header.size = reader->Read<uint32_t>();
  header.base = static_cast<int64_t>(reader->Read<uint64_t>());
  header.range = reader->Read<uint64_t>();
  if (!reader->ok() || form > static_cast<uint8_t>(ColumnForm::kAscending) || header.size > kChunkRows ||
      header.base == kNull || header.listed == 1) {
    return std::nullopt;
  }
  // So that base + range is a value, and no row can have a value that was not written.
  if (header.range > static_cast<uint64_t>(std::numeric_limits<int64_t>::max()) - static_cast<uint64_t>(header.base)) {
    return std::nullopt;
  }
  if (header.size == 0 && header.form != ColumnForm::kAll) return std::nullopt;
  const bool good = [&] {
    switch (header.form) {
      case ColumnForm::kNone:
        return header.bits == 0 && header.listed == 0 && header.base == 0 && header.range == 0;
      case ColumnForm::kMarked:
        return header.bits == BitsOf(header.top() + 1);
      case ColumnForm::kAscending:
        return header.listed == 0 && header.bits <= kMaxStepBits && header.bits <= BitsOf(header.range);
      default:
        return header.bits == BitsOf(header.top());
    }
  }();
  return good ? std::optional(header) : std::nullopt;
}

// The values of the list minus the base; empty if these bytes are not a list, which ascends from 0 to the range.
std::vector<uint64_t> ReadList(const ColumnHeader& header, ByteReader* reader) {
  const auto bits = reader->Read<uint8_t>();
  const size_t steps = size_t{header.listed} - 1;
  std::vector<uint64_t> list(size_t{header.listed});
  if (bits > 64 || !UnpackBytes<uint64_t>(reader, steps, bits, reinterpret_cast<uint8_t*>(list.data() + 1))) return {};
  for (size_t i = 1; i < list.size(); ++i) {
    if (list[i] >= header.range - list[i - 1]) return {};  // it is one less than the step
    list[i] += list[i - 1] + 1;
  }
  return list.back() == header.range ? list : std::vector<uint64_t>();
}

template <typename T>
T GreatestOf(const uint8_t* numbers, size_t size) {
  T greatest = 0;
  for (size_t i = 0; i < size; ++i) greatest = std::max(greatest, Get<T>(numbers, i));
  return greatest;
}

// Steps of at most `bits` bits become offsets; false when these do not go from 0 to `range`.
template <typename T>
bool AddUp(uint8_t* numbers, size_t size, uint8_t bits, uint64_t range) {
  constexpr int kLanes = 8 / sizeof(T);
  uint64_t sum = 0;
  if (Get<T>(numbers, 0) != 0) return false;
  if (bits + BitsOf(kLanes - 1) > 8 * static_cast<int>(sizeof(T))) {
    for (size_t i = 0; i < size; ++i) Set(numbers, i, static_cast<T>(sum += Get<T>(numbers, i)));
    return sum == range;
  }
  // A word of numbers, whose sum fits into one of them, times a word of ones has the sums of its first one, two,
  // three... numbers. Behind the last there are zeros.
  constexpr uint64_t kOnes = ~uint64_t{0} / std::numeric_limits<T>::max();
  for (size_t i = 0; i * kLanes < size; ++i) {
    const uint64_t sums = Get<uint64_t>(numbers, i) * kOnes;
    Set(numbers, i, sums + sum * kOnes);
    sum += sums >> (64 - 8 * sizeof(T));
  }
  return sum == range;
}

// Which rows have an offset, and these.
template <typename T>
bool ReadPresent(const ColumnHeader& header, ByteReader* reader, uint8_t* offsets) {
  const std::string_view bytes = reader->ReadBytes(PackedBytes(header.size, 1));
  if (!reader->ok()) return false;
  std::vector<uint64_t> present((header.size + 63) / 64);
  std::memcpy(present.data(), bytes.data(), bytes.size());
  if (header.size % 64 != 0 && present.back() >> (header.size % 64) != 0) return false;
  const size_t size = Loops().count(present.data(), present.size());
  const auto numbers = std::make_unique_for_overwrite<uint8_t[]>(size * sizeof(T) + sizeof(uint64_t));
  std::memset(numbers.get() + size * sizeof(T), 0, sizeof(uint64_t));
  if (!UnpackBytes<T>(reader, size, header.bits, numbers.get())) return false;
  if (GreatestOf<T>(numbers.get(), size) > static_cast<T>(header.top())) return false;
  (Loops().*kSpread<T>)(present.data(), present.size(), numbers.get(), offsets);
  return true;
}

// Offsets, or places in the list, of all rows; false when the bytes are not these.
template <typename T>
bool ReadOffsets(const ColumnHeader& header, ByteReader* reader, uint8_t* offsets) {
  if (header.form == ColumnForm::kPresent) return ReadPresent<T>(header, reader, offsets);
  const size_t size = header.size;
  if (!UnpackBytes<T>(reader, size, header.bits, offsets)) return false;
  if (header.form == ColumnForm::kAscending) return AddUp<T>(offsets, size, header.bits, header.range);
  const auto top = static_cast<T>(header.top());
  if (header.form == ColumnForm::kAll) return GreatestOf<T>(offsets, size) <= top;
  if (GreatestOf<T>(offsets, size) > static_cast<T>(top + 1)) return false;
  for (size_t i = 0; i < size; ++i) {
    const T offset = Get<T>(offsets, i);
    Set(offsets, i, static_cast<T>(offset > top ? std::numeric_limits<T>::max() : offset));
  }
  return true;
}

// Sets offsets[i] to list[places[i]]; in both, the greatest number means null. The arrays may be the same if their
// widths are.
template <typename Place, typename T>
void LookUp(const std::vector<uint64_t>& list, bool nulls, const uint8_t* places, size_t size, uint8_t* offsets) {
  std::vector<T> table(nulls ? size_t{std::numeric_limits<Place>::max()} + 1 : list.size(),
                       std::numeric_limits<T>::max());
  std::copy(list.begin(), list.end(), table.begin());
  const T* const of = table.data();
  for (size_t i = 0; i < size; ++i) Set(offsets, i, of[Get<Place>(places, i)]);
}

// In memory a list takes time whenever a value is looked up, so it stays only where it saves a quarter of many bytes.
bool ListSavesMemory(size_t listed, size_t size, uint8_t width, uint8_t place_width) {
  return width >= 4 && listed * sizeof(int64_t) + size * place_width <= size * width * 3 / 4;
}

}  // namespace

absl::StatusOr<ColumnChunk> ColumnChunk::Parse(std::string_view bytes) {
  ByteReader reader(bytes);
  const std::optional<ColumnHeader> header = ReadHeader(&reader);
  if (!header) return Damaged("not a valid header");
  std::vector<uint64_t> list;
  if (header->listed > 0) {
    list = ReadList(*header, &reader);
    if (list.empty()) return Damaged("not a valid list");
  }
  const uint32_t size = header->size;
  ColumnChunk chunk(header->base, size, header->nulls(), header->form == ColumnForm::kAscending);
  const uint8_t place_width = header->form == ColumnForm::kNone ? 0 : WidthOf(header->top(), header->nulls());
  const uint8_t width = header->form == ColumnForm::kNone ? 0 : WidthOf(header->range, header->nulls());
  const bool keep_list = !list.empty() && ListSavesMemory(list.size(), size, width, place_width);
  if (keep_list) {
    chunk.Allocate(place_width, header->listed);
    for (size_t i = 0; i < list.size(); ++i) {
      Set(chunk.bytes_.get(), i, static_cast<uint64_t>(header->base) + list[i]);
    }
  } else {
    chunk.Allocate(width, 0);
  }
  std::unique_ptr<uint8_t[]> scratch;
  uint8_t* places = chunk.offsets();
  const bool look_up = !list.empty() && !keep_list;
  if (look_up && place_width != width) {
    scratch = std::make_unique_for_overwrite<uint8_t[]>(Room(size, place_width));
    places = scratch.get();
  }
  const auto read = [&](auto type) { return ReadOffsets<decltype(type)>(*header, &reader, places); };
  if (place_width > 0 && !WithWidth(place_width, read)) return Damaged("not valid offsets");
  if (reader.remaining() > 0 || !reader.ok()) return Damaged("more bytes than values");
  if (look_up) {
    WithWidth(width, [&](auto type) {
      using T = decltype(type);
      place_width == 1 ? LookUp<uint8_t, T>(list, header->nulls(), places, size, chunk.offsets())
                       : LookUp<uint16_t, T>(list, header->nulls(), places, size, chunk.offsets());
    });
  }
  return chunk;
}

}  // namespace muster::storage
