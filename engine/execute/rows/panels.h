// Which rows of a segment are components of one panel: however many rows it has, a panel is one measurement.
#ifndef MUSTER_ENGINE_EXECUTE_ROWS_PANELS_H_
#define MUSTER_ENGINE_EXECUTE_ROWS_PANELS_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "absl/status/statusor.h"
#include "engine/execute/rows/row_hierarchy.h"
#include "engine/plan/plan.h"
#include "storage/bits/bitmap.h"
#include "storage/codec/column.h"
#include "storage/segment_reader.h"

namespace muster::execute {

/// The panels among the measurements of one segment. Immutable; thread-safe.
class Panels {
 public:
  /// Nothing where no row of the segment is a component of a panel. `named`: the codes that a question asks
  /// for; a component that it finds by its own code, and not by the panel's, is a measurement of its own.
  static absl::StatusOr<std::optional<Panels>> Make(const storage::SegmentReader& segment, plan::NamedCodes named);

  /// The first row of the panel of `row`; of other rows, the row itself.
  uint32_t First(uint32_t row) const;
  /// Whether the row counts by itself though others of its panel do as well.
  bool IsNamed(uint32_t row) const;
  /// Whether `row`, which a question finds, is of the same measurement as `other`.
  bool IsOf(uint32_t row, uint32_t other) const {
    return row == other || (!IsNamed(row) && First(row) == First(other));
  }
  /// How many measurements `rows`, which ascend, are of.
  size_t Count(std::span<const uint32_t> rows) const;
  /// Of `rows`, the first of each measurement.
  storage::Bitmap OfEach(const storage::Bitmap& rows) const;

 private:
  Panels() = default;
  // The place of the row in its panel, from 1; 0 where it is of none.
  uint32_t Place(uint32_t row) const;

  plan::NamedCodes named_;
  storage::ColumnPtr places_;
  storage::ColumnPtr components_;  // null: none is recorded
  storage::ColumnPtr assays_;      // null: none is recorded
  std::optional<ParentMap> up_;
};

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_ROWS_PANELS_H_
