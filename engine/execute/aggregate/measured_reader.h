// Reading the values that are summarised, as numbers in one unit.
#ifndef MUSTER_ENGINE_EXECUTE_AGGREGATE_MEASURED_READER_H_
#define MUSTER_ENGINE_EXECUTE_AGGREGATE_MEASURED_READER_H_

#include <cstdint>
#include <optional>

#include "absl/status/statusor.h"
#include "engine/bind/bound/bound.h"
#include "engine/execute/rows/row_hierarchy.h"
#include "engine/execute/values/quantity_reader.h"
#include "storage/segment_reader.h"

namespace muster::execute {

/// The values of a field for rows of `measured.rows`, in one segment. Not thread-safe.
class MeasuredReader {
 public:
  /// `measured` must outlive the reader.
  static absl::StatusOr<MeasuredReader> Make(const storage::SegmentReader& segment, const bind::Measured& measured);

  struct Value {
    std::optional<double> number;
    /// There is a value, but known within bounds only, or in a unit that does not convert.
    bool unusable = false;
  };
  Value operator()(uint32_t row) const;

 private:
  explicit MeasuredReader(const bind::Measured& measured) : measured_(&measured) {}
  Value TimeAt(uint32_t row) const;

  const bind::Measured* measured_;
  QuantityReader quantity_;  // of numbers
  ParentMap up_;             // of times
  storage::ColumnPtr low_, high_;
};

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_AGGREGATE_MEASURED_READER_H_
