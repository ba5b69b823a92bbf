// Reading numbers of rows, with their units.
#ifndef MUSTER_ENGINE_EXECUTE_VALUES_QUANTITY_READER_H_
#define MUSTER_ENGINE_EXECUTE_VALUES_QUANTITY_READER_H_

#include <cstdint>

#include "absl/status/statusor.h"
#include "engine/execute/rows/row_hierarchy.h"
#include "engine/model/units/quantity.h"
#include "storage/segment_reader.h"

namespace muster::execute {

/// The numbers of a field, for rows of an entity at or below the field's.
class QuantityReader {
 public:
  QuantityReader() = default;
  static absl::StatusOr<QuantityReader> Make(const storage::SegmentReader& segment, model::Entity entity,
                                             model::FieldId field);
  model::Quantity operator()(uint32_t row) const;

 private:
  ParentMap up_;
  storage::ColumnPtr number_, low_, high_, unit_, assay_;  // null where no row has one
};

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_VALUES_QUANTITY_READER_H_
