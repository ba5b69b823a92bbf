// A set of row numbers, compressed (CRoaring inside; its types stay inside).
#ifndef MUSTER_STORAGE_BITS_BITMAP_H_
#define MUSTER_STORAGE_BITS_BITMAP_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "storage/bits/bits.h"

namespace roaring::api {
struct roaring_bitmap_s;
}

namespace muster::storage {

/// Number of 64-bit words of a chunk of 65,536 rows. A bitmap has one container for each chunk that is not empty.
inline constexpr size_t kBitmapChunkWords = 1024;

/// A set of 32-bit row numbers. Copyable and movable; const methods may be called from several threads at once. A
/// moved-from bitmap may only be assigned to or destroyed.
class Bitmap {
 public:
  Bitmap();
  Bitmap(const Bitmap& other);
  Bitmap(Bitmap&& other) noexcept;
  Bitmap& operator=(const Bitmap& other);
  Bitmap& operator=(Bitmap&& other) noexcept;
  ~Bitmap();

  /// `rows` ascending, without repeats.
  static Bitmap FromSorted(std::span<const uint32_t> rows);
  /// The rows whose bit is set: bit b of word w of chunk c is row c * 65536 + w * 64 + b. Chunks of kBitmapChunkWords.
  static Bitmap FromBits(std::span<const uint64_t> words);
  /// The rows as bits of [0, size); those beyond are left out.
  Bits ToBits(uint32_t size) const;
  /// The words of chunk `chunk` (FromBits): those that this has, or else `room`, where they are written.
  const uint64_t* ChunkWords(size_t chunk, std::span<uint64_t, kBitmapChunkWords> room) const;
  /// Leaves of `bits` only those that are in this; returns how many. Like bits->Keep(ToBits(bits->size())).
  uint64_t KeepIn(Bits* bits) const;
  /// All of [begin, end).
  static Bitmap Range(uint32_t begin, uint32_t end);

  static Bitmap And(const Bitmap& a, const Bitmap& b);
  static Bitmap Or(const Bitmap& a, const Bitmap& b);
  static Bitmap AndNot(const Bitmap& a, const Bitmap& b);
  /// The union of all; fast for many.
  static Bitmap OrMany(std::span<const Bitmap* const> bitmaps);
  /// Sizes of results that are not built.
  static uint64_t AndCount(const Bitmap& a, const Bitmap& b);
  static uint64_t AndNotCount(const Bitmap& a, const Bitmap& b);
  static bool Intersects(const Bitmap& a, const Bitmap& b);

  Bitmap& operator&=(const Bitmap& other);
  Bitmap& operator|=(const Bitmap& other);
  Bitmap& operator-=(const Bitmap& other);
  /// The rows of [0, size) that are not in this.
  Bitmap Complement(uint32_t size) const;

  void Add(uint32_t row);
  bool Contains(uint32_t row) const;
  bool Empty() const;
  uint64_t Cardinality() const;
  /// How many rows of [begin, end) are in this.
  uint64_t RangeCardinality(uint32_t begin, uint32_t end) const;
  /// The greatest row; undefined when empty.
  uint32_t Maximum() const;
  std::vector<uint32_t> ToVector() const;

  /// Calls f(row) for every row, ascending.
  template <typename F>
  void ForEach(F&& f) const {
    Cursor cursor(*this);
    uint32_t buffer[256];
    while (size_t n = cursor.Next(buffer)) {
      for (size_t i = 0; i < n; ++i) f(buffer[i]);
    }
  }

  /// Reads the rows in ascending order, a buffer at a time. The bitmap must outlive it and not change meanwhile.
  class Cursor {
   public:
    explicit Cursor(const Bitmap& bitmap);
    ~Cursor();
    Cursor(const Cursor&) = delete;
    Cursor& operator=(const Cursor&) = delete;
    /// Fills `buffer` as far as rows remain; returns how many, 0 at the end.
    size_t Next(std::span<uint32_t> buffer);
    /// Next() goes on with the first row that is not before `row`.
    void MoveTo(uint32_t row);

   private:
    struct State;
    std::unique_ptr<State> state_;
  };

  bool operator==(const Bitmap& other) const;

  /// Bytes in memory, about.
  size_t SizeInBytes() const;
  /// Chooses the smallest containers; call once a bitmap is complete.
  void Optimize();
  /// Appends the portable roaring form to `out`.
  void AppendTo(std::string* out) const;
  /// Reads what AppendTo wrote. DataLoss when `bytes` are not a valid bitmap; validated before use.
  static absl::StatusOr<Bitmap> Parse(std::string_view bytes);

 private:
  explicit Bitmap(roaring::api::roaring_bitmap_s* bitmap) : bitmap_(bitmap) {}
  roaring::api::roaring_bitmap_s* bitmap_;
};

using BitmapPtr = std::shared_ptr<const Bitmap>;

/// A shared empty bitmap.
const BitmapPtr& EmptyBitmap();

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_BITS_BITMAP_H_
