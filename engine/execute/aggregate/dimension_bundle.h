// Dimensions that share a row: `by disease, disease onset` pairs each disease with its own onset.
#ifndef MUSTER_ENGINE_EXECUTE_AGGREGATE_DIMENSION_BUNDLE_H_
#define MUSTER_ENGINE_EXECUTE_AGGREGATE_DIMENSION_BUNDLE_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/bind/bound/bound.h"
#include "engine/execute/aggregate/dimension_reader.h"
#include "engine/execute/aggregate/tuple_ids.h"
#include "engine/execute/rows/ascending_probe.h"
#include "engine/execute/rows/block_ids.h"
#include "engine/execute/rows/cached_column.h"
#include "engine/execute/rows/row_hierarchy.h"
#include "storage/segment_reader.h"

namespace muster::execute {

/// Which dimensions of a query are read together, and the ids of their combinations, which are the same in all
/// segments. Dimensions are read together if they are fields of the same rows of one entity below the counted one; any
/// other dimension is a bundle of its own, since a row is in all combinations of its own values.
struct BundleIds {
  std::vector<size_t> dimensions;
  TupleIds tuples;
  /// The bundles of a query, in the order of `query.by`.
  static std::vector<BundleIds> All(const bind::Query& query);
};

/// Reads a bundle in one segment: for rows of the counted entity the distinct combinations of its dimensions' values,
/// those of the row itself, of the row above, or of each (observed) row below. Not thread-safe.
class DimensionBundle {
 public:
  /// `needed`: about how many rows will be read. `values` has the value ids of each dimension of the query; it and
  /// `bundle_ids` must outlive the bundle.
  static absl::StatusOr<DimensionBundle> Make(const storage::SegmentReader& segment, const bind::Query& query,
                                              BundleIds* bundle_ids, std::vector<ValueIds>* values, uint64_t needed);

  /// The combinations of each of `rows`, which ascend; that of missing values if a row has no other.
  void Read(std::span<const uint32_t> rows, BlockIds* ids);

  /// The cached value ids of the only dimension, for all rows of the segment, numbered within the segment; null: none.
  const CachedColumn* cached() const { return cached_.get(); }
  /// Maps value ids within the segment to those of all segments. Only where cached() is not null.
  std::span<const uint32_t> IdsInAllSegments();

 private:
  absl::Status AddReader(const storage::SegmentReader& segment, const bind::Dimension& dimension, ValueIds* values);
  absl::StatusOr<CachedColumnPtr> BuildValueIds(const storage::SegmentReader& segment, const std::string& key,
                                                const bind::Dimension& dimension, uint32_t rows);

  /// Of rows of the fields' entity; all missing values are a combination of their own.
  void ReadOwn(std::span<const uint32_t> rows, BlockIds* ids);
  void FindBelow(std::span<const uint32_t> rows);
  void ReadBelow(std::span<const uint32_t> rows, BlockIds* ids);

  BundleIds* bundle_ids_ = nullptr;
  CachedColumnPtr cached_;       // the id of each row's value in the segment; null: to be read
  ValueIds* values_ = nullptr;   // of its dimension
  std::vector<uint32_t> id_of_;  // in all segments; empty until needed
  std::vector<DimensionReader> readers_;
  std::optional<ParentMap> up_;
  std::optional<ChildRanges> down_;
  std::optional<AscendingProbe> observed_;  // rows below that count
  // Scratch.
  std::vector<BlockIds> parts_;
  std::vector<uint32_t> above_, begins_, ends_, below_;
  BlockIds of_below_;
  std::vector<uint32_t> last_row_;  // for each combination: which of the rows read so far had it last
  uint32_t rows_read_ = 0;
};

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_AGGREGATE_DIMENSION_BUNDLE_H_
