// Dimensions of one entity, read together: `by disease, disease onset` pairs each disease with its own onset.
#ifndef MUSTER_ENGINE_EXECUTE_DIMENSION_BUNDLE_H_
#define MUSTER_ENGINE_EXECUTE_DIMENSION_BUNDLE_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/bind/bound.h"
#include "engine/execute/dimension_reader.h"
#include "engine/execute/group.h"
#include "engine/execute/kinship.h"
#include "storage/segment_reader.h"

namespace muster::execute {

/// All dimensions of a query whose fields belong to one entity. For a row of the counted entity, gives the distinct
/// combinations of their values: those of the row itself, of the row above, or of each (observed) row below.
class DimensionBundle {
 public:
  /// One bundle for each entity that `query.by` has fields of, in order of appearance.
  static absl::StatusOr<std::vector<DimensionBundle>> MakeAll(const storage::SegmentReader& segment,
                                                              const bind::Query& query);

  /// Which dimensions of the query these are.
  const std::vector<size_t>& dimensions() const { return dimensions_; }
  /// Reads the combinations of `row`; at least one, of missing values if need be. combination(k) has the values
  /// of the k-th, in the order of dimensions().
  size_t Read(uint32_t row);
  const GroupValue* combination(size_t k) const { return &combinations_[k * dimensions_.size()]; }

 private:
  void Append(uint32_t row);

  std::vector<size_t> dimensions_;
  std::vector<DimensionReader> readers_;
  std::optional<Upwards> up_;
  std::optional<Downwards> down_;
  storage::BitmapPtr observed_;  // rows below that count; null for all
  std::vector<GroupValue> combinations_;
  std::vector<std::vector<GroupValue>> values_;  // scratch: of one row, per dimension
  std::vector<size_t> choice_;
};

/// Steps `choice` to the next combination of as many choices as `sizes` says; false after the last.
bool NextChoice(const std::vector<size_t>& sizes, std::vector<size_t>* choice);

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_DIMENSION_BUNDLE_H_
