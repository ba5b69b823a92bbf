// A set of rows of one entity, in the representation that suits its size.
#ifndef MUSTER_ENGINE_EXECUTE_ROWS_ROW_SET_H_
#define MUSTER_ENGINE_EXECUTE_ROWS_ROW_SET_H_

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "storage/bits/bitmap.h"
#include "storage/bits/bits.h"

namespace muster::execute {

/// A set of rows as a compressed bitmap, as plain bits or as a sorted list. Column scans and steps to parent or child
/// rows give bits, or a list where few candidates are left; they are converted to a bitmap on demand. Intersections are
/// lazy: until the rows are needed, only the cardinality is computed. Not thread-safe.
class RowSet {
 public:
  RowSet() : bitmap_(storage::EmptyBitmap()) {}
  explicit RowSet(storage::BitmapPtr bitmap) : bitmap_(std::move(bitmap)) {}
  explicit RowSet(storage::Bitmap bitmap) : bitmap_(std::make_shared<const storage::Bitmap>(std::move(bitmap))) {}
  explicit RowSet(storage::Bits bits) : bits_(std::move(bits)) {}
  /// With the number of rows, where the caller knows it.
  RowSet(storage::Bits bits, uint64_t cardinality) : bits_(std::move(bits)), cardinality_(cardinality) {}
  /// `rows` ascend.
  explicit RowSet(std::vector<uint32_t> rows) : list_(std::move(rows)) {}

  bool is_bits() const { return bits_.has_value(); }
  /// Only when is_bits().
  const storage::Bits& bits() const { return *bits_; }
  /// The rows as bits of [0, size), whatever they are now.
  storage::Bits ToBits(uint32_t size) const;
  storage::Bits TakeBits(uint32_t size) && { return bits_.has_value() ? *std::move(bits_) : ToBits(size); }
  const storage::BitmapPtr& bitmap() const;
  /// The rows, ascending.
  std::vector<uint32_t> ToVector() const;

  uint64_t Cardinality() const;
  bool Empty() const;

  static RowSet And(RowSet a, const RowSet& b);
  static RowSet Or(RowSet a, const RowSet& b);
  static RowSet AndNot(RowSet a, const RowSet& b);
  /// Those of `rows` that are among `candidates`; all where that is null.
  static RowSet Within(RowSet rows, const RowSet* candidates) {
    return candidates == nullptr ? std::move(rows) : And(std::move(rows), *candidates);
  }

 private:
  // An intersection or difference that is not computed yet.
  struct Pair {
    storage::BitmapPtr a, b;
    bool without = false;  // a without b, instead of what both have
  };
  explicit RowSet(Pair pair) : pair_(std::move(pair)) {}

  // Exactly one of the four representations is set, or bitmap_ beside another.
  std::optional<storage::Bits> bits_;
  std::optional<std::vector<uint32_t>> list_;
  mutable std::optional<Pair> pair_;   // replaced by bitmap_ when that is computed
  mutable storage::BitmapPtr bitmap_;  // null: not made yet
  mutable std::optional<uint64_t> cardinality_;
};

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_ROWS_ROW_SET_H_
