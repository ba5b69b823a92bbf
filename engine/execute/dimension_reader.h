// The values of one dimension, row by row.
#ifndef MUSTER_ENGINE_EXECUTE_DIMENSION_READER_H_
#define MUSTER_ENGINE_EXECUTE_DIMENSION_READER_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/bind/bound.h"
#include "engine/execute/group.h"
#include "engine/execute/kinship.h"
#include "storage/segment_reader.h"

namespace muster::execute {

/// Reads the values that rows of `space` have for a dimension in one segment: of the row itself, of the row above, or
/// of all (observed) rows below.
class DimensionReader {
 public:
  static absl::StatusOr<DimensionReader> Make(const storage::SegmentReader& segment, const bind::Dimension& dimension,
                                              model::Entity space);

  /// Puts the distinct values of `row` into `values`: kMissingValue alone when there is none.
  void Read(uint32_t row, std::vector<GroupValue>* values) const;

 private:
  // The value of one row of the field's entity; kMissingValue when it has none.
  GroupValue ValueAt(uint32_t row) const;
  void Append(uint32_t row, std::vector<GroupValue>* values) const;
  absl::Status ReadMultiple(const storage::SegmentReader& segment);

  const bind::Dimension* dimension_ = nullptr;
  bool number_ = false;
  std::optional<Upwards> up_;
  std::optional<Downwards> down_;
  storage::ColumnPtr low_;   // null when no row of the segment has the field
  storage::ColumnPtr high_;  // for times
  storage::BitmapPtr observed_;  // rows below that count; null for all
  bool multiple_ = false;
  std::vector<uint32_t> offsets_;         // of a field with several values: where each row's begin
  std::vector<model::Symbol> symbols_;
};

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_DIMENSION_READER_H_
