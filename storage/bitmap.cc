#include "storage/bitmap.h"

#include <roaring/roaring.h>

#include <algorithm>
#include <bit>
#include <new>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "storage/bytes.h"

namespace muster::storage {
namespace {

// roaring returns null only when memory is out; then we do as the standard containers do.
roaring_bitmap_t* NotNull(roaring_bitmap_t* bitmap) {
  if (bitmap == nullptr) throw std::bad_alloc();
  return bitmap;
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

Bitmap Bitmap::FromSorted(std::span<const uint32_t> rows) {
  Bitmap result;
  roaring_bitmap_add_many(result.bitmap_, rows.size(), rows.data());
  return result;
}

// By way of the portable form: bits of a chunk are a container of it as they stand.
Bitmap Bitmap::FromBits(std::span<const uint64_t> words) {
  constexpr size_t kWords = 1024;
  constexpr size_t kMostInArray = 4096;
  constexpr uint32_t kCookie = 12346;  // without run containers
  struct Container {
    uint16_t key;
    size_t cardinality;
  };
  std::vector<Container> containers;
  for (size_t c = 0; c * kWords < words.size(); ++c) {
    const auto chunk = words.subspan(c * kWords, std::min(kWords, words.size() - c * kWords));
    size_t cardinality = 0;
    for (const uint64_t word : chunk) cardinality += static_cast<size_t>(std::popcount(word));
    if (cardinality > 0) containers.push_back({static_cast<uint16_t>(c), cardinality});
  }
  std::string bytes;
  AppendLittleEndian(kCookie, &bytes);
  AppendLittleEndian(static_cast<uint32_t>(containers.size()), &bytes);
  for (const Container& container : containers) {
    AppendLittleEndian(container.key, &bytes);
    AppendLittleEndian(static_cast<uint16_t>(container.cardinality - 1), &bytes);
  }
  size_t offset = bytes.size() + containers.size() * sizeof(uint32_t);
  for (const Container& container : containers) {
    AppendLittleEndian(static_cast<uint32_t>(offset), &bytes);
    offset +=
        container.cardinality > kMostInArray ? kWords * sizeof(uint64_t) : container.cardinality * sizeof(uint16_t);
  }
  bytes.reserve(offset);
  for (const Container& container : containers) {
    const size_t first = container.key * kWords;
    const size_t count = std::min(kWords, words.size() - first);
    if (container.cardinality > kMostInArray) {
      bytes.append(reinterpret_cast<const char*>(words.data() + first), count * sizeof(uint64_t));
      bytes.append((kWords - count) * sizeof(uint64_t), '\0');
      continue;
    }
    for (size_t w = 0; w < count; ++w) {
      for (uint64_t word = words[first + w]; word != 0; word &= word - 1) {
        AppendLittleEndian(static_cast<uint16_t>(w * 64 + static_cast<size_t>(std::countr_zero(word))), &bytes);
      }
    }
  }
  return Bitmap(NotNull(roaring_bitmap_portable_deserialize_safe(bytes.data(), bytes.size())));
}

void Bitmap::ToBits(std::span<uint64_t> words) const {
  std::fill(words.begin(), words.end(), 0);
  bitset_t bits = {words.data(), words.size(), words.size()};
  if (!Empty() && Maximum() < words.size() * 64) {
    // Whoever gives room for all rows, as nearly everybody does, gets whole containers copied.
    bitset_t* const target = &bits;
    if (roaring_bitmap_to_bitset(bitmap_, target) && bits.array == words.data()) return;
    throw std::bad_alloc();
  }
  ForEach([&](uint32_t row) {
    if (row / 64 < words.size()) words[row / 64] |= uint64_t{1} << (row % 64);
  });
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
  // Deserialising stays within `bytes`, yet trusts what stands there: a container out of order or with a false
  // cardinality would corrupt memory later. So validate before the bitmap is used at all.
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
