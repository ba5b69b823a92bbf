// The order in which the rows of a record are numbered in a segment.
#ifndef MUSTER_ENGINE_MODEL_RECORD_ROW_ORDER_H_
#define MUSTER_ENGINE_MODEL_RECORD_ROW_ORDER_H_

#include <cstdint>
#include <vector>

#include "engine/model/record/record.h"

namespace muster::model {

struct RowOrder {
  /// Indices into Record::rows: parents before children, and of one entity in ascending number.
  std::vector<uint32_t> order;
  /// Per row of the record: its number among the record's rows of the same entity. Rows with an earlier parent have
  /// lower numbers, so that the children of one parent are adjacent.
  std::vector<uint32_t> number;
};

/// `record` must be well formed: each row's parent comes before it and is of the entity that the model says.
RowOrder OrderRows(const Record& record);

/// InvalidArgument unless `record` is well formed, with known fields that belong to their row's entity and values of
/// the field's kind.
absl::Status ValidateRecord(const Record& record);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_RECORD_ROW_ORDER_H_
