// The values of one dimension, row by row of the entity that has its field.
#ifndef MUSTER_ENGINE_EXECUTE_DIMENSION_READER_H_
#define MUSTER_ENGINE_EXECUTE_DIMENSION_READER_H_

#include <cstdint>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/bind/bound.h"
#include "engine/execute/group.h"
#include "storage/segment_reader.h"

namespace muster::execute {

/// Reads the values that rows of the field's entity have for a dimension, in one segment.
class DimensionReader {
 public:
  static absl::StatusOr<DimensionReader> Make(const storage::SegmentReader& segment, const bind::Dimension& dimension);

  /// Puts the distinct values of `row` into `values`: kMissingValue alone when there is none.
  void Read(uint32_t row, std::vector<GroupValue>* values) const;

 private:
  // The value of a field that has at most one; kMissingValue when it has none.
  GroupValue ValueAt(uint32_t row) const;
  absl::Status ReadMultiple(const storage::SegmentReader& segment);

  const bind::Dimension* dimension_ = nullptr;
  bool number_ = false;
  storage::ColumnPtr low_;   // null when no row of the segment has the field
  storage::ColumnPtr high_;  // for times
  bool multiple_ = false;
  std::vector<uint32_t> offsets_;  // of a field with several values: where each row's begin
  std::vector<model::Symbol> symbols_;
};

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_DIMENSION_READER_H_
