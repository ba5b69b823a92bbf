// A byte for each value of a column, from which most comparisons can be decided.
#ifndef MUSTER_STORAGE_CODEC_COLUMN_SKETCH_H_
#define MUSTER_STORAGE_CODEC_COLUMN_SKETCH_H_

#include <array>
#include <cstdint>
#include <vector>

#include "storage/bits/bits.h"
#include "storage/codec/column.h"

namespace muster::storage {

/// The values of a column in up to 255 classes by size, about as many values in each. A range takes whole classes,
/// which is a loop over bytes; in the one or two classes that it divides, values are looked at. Immutable.
class ColumnSketch {
 public:
  explicit ColumnSketch(const Column& column);

  /// The rows of `column`, from which this was made, with a value in [low, high]; never rows with kNull. With `within`
  /// (one bit per row), only these rows.
  Bits FindRange(const Column& column, int64_t low, int64_t high, const Bits* within = nullptr) const;
  size_t SizeInBytes() const { return sizeof(*this) + classes_.capacity(); }

 private:
  static constexpr uint8_t kNone = 255;  // the class of kNull

  // Least and greatest value of a class; the other way round when it has none.
  struct Bounds {
    int64_t least = std::numeric_limits<int64_t>::max();
    int64_t greatest = std::numeric_limits<int64_t>::min();
    bool any() const { return least <= greatest; }
  };

  std::vector<uint8_t> classes_;  // of each row
  std::array<Bounds, kNone + 1> bounds_;
};

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_CODEC_COLUMN_SKETCH_H_
