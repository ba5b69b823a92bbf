// The values of one dimension, for blocks of rows of the entity that has its field.
#ifndef MUSTER_ENGINE_EXECUTE_AGGREGATE_DIMENSION_READER_H_
#define MUSTER_ENGINE_EXECUTE_AGGREGATE_DIMENSION_READER_H_

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "absl/status/statusor.h"
#include "containers/hash_table.h"
#include "engine/bind/bound/bound.h"
#include "engine/execute/aggregate/time_bands.h"
#include "engine/execute/rows/block_ids.h"
#include "engine/execute/rows/child_count.h"
#include "engine/execute/values/quantity_reader.h"
#include "storage/segment_reader.h"

namespace muster::execute {

/// Reads the values that rows of the field's entity have for a dimension, in one segment. Not thread-safe.
class DimensionReader {
 public:
  /// `values` has the dimension's value ids, which are the same in all segments; it must outlive the reader.
  static absl::StatusOr<DimensionReader> Make(const storage::SegmentReader& segment, const bind::Dimension& dimension,
                                              ValueIds* values);

  /// The value ids of each of `rows`, which ascend and may repeat; that of missing values if a row has none.
  void Read(std::span<const uint32_t> rows, BlockIds* ids);

 private:
  DimensionReader(const bind::Dimension& dimension, ValueIds* values);
  absl::Status ReadMultiple(const storage::SegmentReader& segment);
  /// The values that a recorded symbol counts as, at least one: itself, or the indexes of its groups.
  std::vector<GroupValue> ValuesOf(int64_t symbol) const;
  /// The ids of all groups of the symbols in low_values_.
  void ReadGroups(size_t size, BlockIds* ids);
  void ReadSymbols(std::span<const uint32_t> rows, BlockIds* ids) const;
  /// Replaces low_values_ by the bands of low_values_ and high_values_.
  void FindBands(size_t size);
  /// The band of a number, given by its OrderedBits.
  GroupValue BandOfNumber(int64_t ordered_bits) const;
  /// How many edges are at or below `value`.
  GroupValue PlaceAmongEdges(int64_t value) const;
  GroupValue BandOfQuantity(const model::Quantity& quantity) const;

  const bind::Dimension* dimension_;
  ValueIds* values_;
  HashMap<int64_t, std::vector<GroupValue>> groups_of_;  // by symbol; others are in the group behind the last
  bool overlap_ = false;                                 // some symbol is in several groups
  bool number_;
  TimeBands bands_;
  std::optional<ChildCount> children_;      // of a number of rows
  std::optional<QuantityReader> quantity_;  // of a number with units
  storage::ColumnPtr low_;                  // null when no row of the segment has the field
  storage::ColumnPtr high_;                 // for times whose bounds differ
  bool multiple_ = false;
  std::vector<uint32_t> offsets_;  // of a field with several values: where each row's begin
  std::vector<uint32_t> symbols_;  // their numbers
  std::vector<int64_t> low_values_, high_values_;
};

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_AGGREGATE_DIMENSION_READER_H_
