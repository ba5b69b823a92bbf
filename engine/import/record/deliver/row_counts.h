// The number of rows of each entity in a record.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_DELIVER_ROW_COUNTS_H_
#define MUSTER_ENGINE_IMPORT_RECORD_DELIVER_ROW_COUNTS_H_

#include <array>
#include <cstddef>
#include <cstdint>

#include "engine/model/record/record.h"
#include "engine/model/schema/schema.h"

namespace muster::import {

/// By entity.
using RowCounts = std::array<uint32_t, model::kEntityCount>;

inline RowCounts CountRows(const model::Record& record) {
  RowCounts rows{};
  for (const model::Row& row : record.rows) ++rows[static_cast<size_t>(row.entity)];
  return rows;
}

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_DELIVER_ROW_COUNTS_H_
