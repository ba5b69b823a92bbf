#include "storage/bits/bitmap.h"

#include <roaring/containers/containers.h>
#include <roaring/roaring.h>

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <new>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "storage/bits/roaring_chunks.h"
#include "storage/bits/word_loops.h"

namespace muster::storage {
namespace {

// Without memory we do as the standard containers do. Not everything in roaring looks at whether it got memory, and so
// its allocation itself throws; it is C, and holds nothing that would have to be given back but memory.
void* Got(void* memory, size_t size) {
  if (memory == nullptr && size > 0) throw std::bad_alloc();
  return memory;
}

[[maybe_unused]] const bool allocation_throws = [] {
  roaring_init_memory_hook({.malloc = [](size_t size) { return Got(std::malloc(size), size); },
                            .realloc = [](void* old, size_t size) { return Got(std::realloc(old, size), size); },
                            .calloc = [](size_t n, size_t size) { return Got(std::calloc(n, size), n * size); },
                            .free = [](void* memory) { std::free(memory); },
                            .aligned_malloc =
                                [](size_t alignment, size_t size) {
                                  size = (size + alignment - 1) / alignment * alignment;
                                  return Got(std::aligned_alloc(alignment, size), size);
                                },
                            .aligned_free = [](void* memory) { std::free(memory); }});
  return true;
}();

// roaring returns null only when memory is out.
roaring_bitmap_t* NotNull(roaring_bitmap_t* bitmap) {
  if (bitmap == nullptr) throw std::bad_alloc();
  return bitmap;
}

constexpr size_t kChunkWords = kBitmapChunkWords;
constexpr int kChunkBits = 16;
constexpr size_t kMaxInArray = 4096;  // rows of a chunk; more are bits

namespace containers = roaring::internal;

// A container of these rows, which are of one chunk, behind those of the chunks before.
void AppendChunk(uint16_t chunk, std::span<const uint32_t> rows, roaring_bitmap_t& bitmap) {
  auto& chunks = bitmap.high_low_container;
  if (rows.size() <= kMaxInArray) {
    auto* const array = containers::array_container_create_given_capacity(static_cast<int32_t>(rows.size()));
    for (size_t i = 0; i < rows.size(); ++i) array->array[i] = static_cast<uint16_t>(rows[i]);
    array->cardinality = static_cast<int32_t>(rows.size());
    containers::ra_append(&chunks, chunk, array, ARRAY_CONTAINER_TYPE);
    return;
  }
  auto* const bits = containers::bitset_container_create();
  for (const uint32_t row : rows) bits->words[static_cast<uint16_t>(row) / 64] |= uint64_t{1} << (row % 64);
  bits->cardinality = static_cast<int32_t>(rows.size());
  containers::ra_append(&chunks, chunk, bits, BITSET_CONTAINER_TYPE);
}

}  // namespace

Bitmap::Bitmap() : bitmap_(NotNull(roaring_bitmap_create())) {}
Bitmap::Bitmap(const Bitmap& other) : bitmap_(NotNull(roaring_bitmap_copy(other.bitmap_))) {}
Bitmap::Bitmap(Bitmap&& other) noexcept : bitmap_(std::exchange(other.bitmap_, nullptr)) {}

Bitmap& Bitmap::operator=(const Bitmap& other) {
  if (this != &other) *this = Bitmap(other);
  return *this;
}

Bitmap& Bitmap::operator=(Bitmap&& other) noexcept {
  std::swap(bitmap_, other.bitmap_);
  return *this;
}

Bitmap::~Bitmap() {
  if (bitmap_ != nullptr) roaring_bitmap_free(bitmap_);
}

// Chunk by chunk: roaring adds rows one by one.
Bitmap Bitmap::FromSorted(std::span<const uint32_t> rows) {
  Bitmap result;
  constexpr size_t kFew = 4;
  // What was stored and is damaged may have any order.
  if (rows.size() < kFew || std::ranges::adjacent_find(rows, std::greater_equal()) != rows.end()) {
    roaring_bitmap_add_many(result.bitmap_, rows.size(), rows.data());
    return result;
  }
  const uint32_t last_chunk = rows.back() >> kChunkBits;
  for (auto next = rows.begin(); next != rows.end();) {
    const uint32_t chunk = *next >> kChunkBits;
    const auto end = chunk == last_chunk ? rows.end() : std::lower_bound(next, rows.end(), (chunk + 1) << kChunkBits);
    AppendChunk(static_cast<uint16_t>(chunk), {next, end}, *result.bitmap_);
    next = end;
  }
  return result;
}

// By way of the portable form: the bits of a chunk are one of its containers without a change.
Bitmap Bitmap::FromBits(std::span<const uint64_t> words) {
  constexpr uint32_t kCookie = 12346;  // without run containers
  struct Header {
    uint16_t key;
    size_t cardinality;
    size_t bytes() const { return cardinality > kMaxInArray ? kChunkWords * sizeof(uint64_t) : cardinality * 2; }
  };
  std::vector<Header> containers;
  size_t size = 8;
  for (size_t c = 0; c * kChunkWords < words.size(); ++c) {
    const auto chunk = words.subspan(c * kChunkWords, std::min(kChunkWords, words.size() - c * kChunkWords));
    const size_t cardinality = Loops().count(chunk.data(), chunk.size());
    if (cardinality == 0) continue;
    containers.push_back({static_cast<uint16_t>(c), cardinality});
    size += 8 + containers.back().bytes();
  }
  const auto bytes = std::make_unique_for_overwrite<char[]>(size);
  char* to = bytes.get();
  const auto put = [&](auto value) {
    std::memcpy(to, &value, sizeof(value));
    to += sizeof(value);
  };
  put(kCookie);
  put(static_cast<uint32_t>(containers.size()));
  for (const Header& container : containers) {
    put(container.key);
    put(static_cast<uint16_t>(container.cardinality - 1));
  }
  size_t offset = 8 + containers.size() * 8;
  for (const Header& container : containers) {
    put(static_cast<uint32_t>(offset));
    offset += container.bytes();
  }
  for (const Header& container : containers) {
    const size_t first = container.key * kChunkWords;
    const size_t count = std::min(kChunkWords, words.size() - first);
    if (container.cardinality > kMaxInArray) {
      std::memcpy(to, words.data() + first, count * sizeof(uint64_t));
      std::memset(to + count * sizeof(uint64_t), 0, (kChunkWords - count) * sizeof(uint64_t));
      to += kChunkWords * sizeof(uint64_t);
      continue;
    }
    for (size_t w = 0; w < count; ++w) {
      for (uint64_t word = words[first + w]; word != 0; word &= word - 1) {
        put(static_cast<uint16_t>(w * 64 + static_cast<size_t>(std::countr_zero(word))));
      }
    }
  }
  return Bitmap(NotNull(roaring_bitmap_portable_deserialize_safe(bytes.get(), size)));
}

Bits Bitmap::ToBits(uint32_t size) const {
  Bits bits(size);
  ForEachChunk(*bitmap_, bits.words(), [](const Container& container, std::span<uint64_t> words) {
    if (container.data != nullptr) container.WriteTo(words);
  });
  if (size % 64 != 0) bits.words().back() &= (uint64_t{1} << (size % 64)) - 1;
  return bits;
}

const uint64_t* Bitmap::ChunkWords(size_t chunk, std::span<uint64_t, kBitmapChunkWords> room) const {
  const auto& chunks = bitmap_->high_low_container;
  const int32_t place = containers::ra_get_index(&chunks, static_cast<uint16_t>(chunk));
  if (place >= 0) {
    const Container container = ContainerAt(*bitmap_, place);
    if (const uint64_t* words = container.words()) return words;
    std::fill(room.begin(), room.end(), 0);
    container.WriteTo(room);
  } else {
    std::fill(room.begin(), room.end(), 0);
  }
  return room.data();
}

uint64_t Bitmap::KeepIn(Bits* bits) const {
  uint64_t left = 0;
  ForEachChunk(*bitmap_, bits->words(), [&left](const Container& container, std::span<uint64_t> words) {
    if (container.data == nullptr) {
      std::fill(words.begin(), words.end(), 0);
    } else {
      left += container.KeepIn(words);
    }
  });
  return left;
}

Bitmap Bitmap::Range(uint32_t begin, uint32_t end) {
  Bitmap result;
  if (begin < end) roaring_bitmap_add_range_closed(result.bitmap_, begin, end - 1);
  return result;
}

Bitmap Bitmap::And(const Bitmap& a, const Bitmap& b) {
  return Bitmap(NotNull(roaring_bitmap_and(a.bitmap_, b.bitmap_)));
}

Bitmap Bitmap::Or(const Bitmap& a, const Bitmap& b) { return Bitmap(NotNull(roaring_bitmap_or(a.bitmap_, b.bitmap_))); }

Bitmap Bitmap::AndNot(const Bitmap& a, const Bitmap& b) {
  return Bitmap(NotNull(roaring_bitmap_andnot(a.bitmap_, b.bitmap_)));
}

Bitmap Bitmap::OrMany(std::span<const Bitmap* const> bitmaps) {
  if (bitmaps.empty()) return Bitmap();
  if (bitmaps.size() == 1) return *bitmaps[0];
  if (bitmaps.size() == 2) return Or(*bitmaps[0], *bitmaps[1]);
  // The lazy union from left to right, not the heap: a container that grows becomes a bitset once, and each further
  // input then costs its own size only. Ontology closures are many small sets, for which the heap only adds copies.
  std::vector<const roaring_bitmap_t*> inputs;
  inputs.reserve(bitmaps.size());
  for (const Bitmap* bitmap : bitmaps) inputs.push_back(bitmap->bitmap_);
  return Bitmap(NotNull(roaring_bitmap_or_many(inputs.size(), inputs.data())));
}

uint64_t Bitmap::AndCount(const Bitmap& a, const Bitmap& b) {
  if (HasManyRuns(*a.bitmap_) || HasManyRuns(*b.bitmap_)) {
    return CountBoth(*a.bitmap_, *b.bitmap_);
  }
  return roaring_bitmap_and_cardinality(a.bitmap_, b.bitmap_);
}

uint64_t Bitmap::AndNotCount(const Bitmap& a, const Bitmap& b) {
  return roaring_bitmap_andnot_cardinality(a.bitmap_, b.bitmap_);
}

bool Bitmap::Intersects(const Bitmap& a, const Bitmap& b) { return roaring_bitmap_intersect(a.bitmap_, b.bitmap_); }

// The in-place operations of roaring do not allow both operands to be the same object.
Bitmap& Bitmap::operator&=(const Bitmap& other) {
  if (this != &other) roaring_bitmap_and_inplace(bitmap_, other.bitmap_);
  return *this;
}

Bitmap& Bitmap::operator|=(const Bitmap& other) {
  if (this != &other) roaring_bitmap_or_inplace(bitmap_, other.bitmap_);
  return *this;
}

Bitmap& Bitmap::operator-=(const Bitmap& other) {
  if (this == &other) {
    roaring_bitmap_clear(bitmap_);
  } else {
    roaring_bitmap_andnot_inplace(bitmap_, other.bitmap_);
  }
  return *this;
}

Bitmap Bitmap::Complement(uint32_t size) const {
  if (size == 0) return Bitmap();
  Bitmap result(NotNull(roaring_bitmap_flip_closed(bitmap_, 0, size - 1)));
  // Flipping leaves the rows from `size` on as they are.
  if (!result.Empty() && result.Maximum() >= size) {
    roaring_bitmap_remove_range_closed(result.bitmap_, size, UINT32_MAX);
  }
  return result;
}

void Bitmap::Add(uint32_t row) { roaring_bitmap_add(bitmap_, row); }
bool Bitmap::Contains(uint32_t row) const { return roaring_bitmap_contains(bitmap_, row); }
bool Bitmap::Empty() const { return roaring_bitmap_is_empty(bitmap_); }
uint64_t Bitmap::Cardinality() const { return roaring_bitmap_get_cardinality(bitmap_); }

uint64_t Bitmap::RangeCardinality(uint32_t begin, uint32_t end) const {
  return begin < end ? roaring_bitmap_range_cardinality(bitmap_, begin, end) : 0;
}

uint32_t Bitmap::Maximum() const { return roaring_bitmap_maximum(bitmap_); }

std::vector<uint32_t> Bitmap::ToVector() const {
  std::vector<uint32_t> rows(Cardinality());
  if (!rows.empty()) roaring_bitmap_to_uint32_array(bitmap_, rows.data());
  return rows;
}

bool Bitmap::operator==(const Bitmap& other) const { return roaring_bitmap_equals(bitmap_, other.bitmap_); }

size_t Bitmap::SizeInBytes() const {
  // Besides the values, each container costs its descriptor, key, type and two allocations: about 48 bytes.
  const auto containers = static_cast<size_t>(bitmap_->high_low_container.size);
  return sizeof(*this) + sizeof(*bitmap_) + 48 * containers + roaring_bitmap_portable_size_in_bytes(bitmap_);
}

void Bitmap::Optimize() {
  roaring_bitmap_run_optimize(bitmap_);
  roaring_bitmap_shrink_to_fit(bitmap_);
}

void Bitmap::AppendTo(std::string* out) const {
  const size_t before = out->size();
  out->resize(before + roaring_bitmap_portable_size_in_bytes(bitmap_));
  roaring_bitmap_portable_serialize(bitmap_, out->data() + before);
}

absl::StatusOr<Bitmap> Bitmap::Parse(std::string_view bytes) {
  // Deserialising stays within `bytes`, but trusts the content: a container out of order or with a wrong cardinality
  // would corrupt memory later. So it is validated before the bitmap is used.
  roaring_bitmap_t* parsed = roaring_bitmap_portable_deserialize_safe(bytes.data(), bytes.size());
  if (parsed == nullptr) return absl::DataLossError("bitmap: not in the portable roaring form");
  Bitmap result(parsed);
  const char* reason = nullptr;
  if (!roaring_bitmap_internal_validate(parsed, &reason)) {
    return absl::DataLossError(absl::StrCat("bitmap: ", reason != nullptr ? reason : "inconsistent"));
  }
  if (roaring_bitmap_portable_deserialize_size(bytes.data(), bytes.size()) != bytes.size()) {
    return absl::DataLossError("bitmap: bytes after the end");
  }
  return result;
}

struct Bitmap::Cursor::State {
  roaring_uint32_iterator_t iterator;
};

Bitmap::Cursor::Cursor(const Bitmap& bitmap) : state_(std::make_unique<State>()) {
  roaring_iterator_init(bitmap.bitmap_, &state_->iterator);
}

Bitmap::Cursor::~Cursor() = default;

size_t Bitmap::Cursor::Next(std::span<uint32_t> buffer) {
  return roaring_uint32_iterator_read(&state_->iterator, buffer.data(), static_cast<uint32_t>(buffer.size()));
}

void Bitmap::Cursor::MoveTo(uint32_t row) { roaring_uint32_iterator_move_equalorlarger(&state_->iterator, row); }

const BitmapPtr& EmptyBitmap() {
  static const BitmapPtr* const empty = new BitmapPtr(std::make_shared<const Bitmap>());
  return *empty;
}

}  // namespace muster::storage
