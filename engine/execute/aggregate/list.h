// Listing rows: ids, read from the records.
#ifndef MUSTER_ENGINE_EXECUTE_AGGREGATE_LIST_H_
#define MUSTER_ENGINE_EXECUTE_AGGREGATE_LIST_H_

#include <cstddef>
#include <functional>
#include <vector>

#include "absl/status/status.h"
#include "allowance/allowance.h"
#include "engine/bind/bound/bound.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "muster/table.h"
#include "storage/bits/bitmap.h"
#include "storage/segment_reader.h"

namespace muster::execute {

/// Names the columns of a list of `query.counted[0]`: for individuals their id and dataset; for others their own id or
/// primary code, then the individual's id and dataset.
void AddListColumns(const bind::Query& query, Table* table);

/// Takes a block of rows that have these columns. False: no more are wanted.
using TakeRows = std::function<bool(const std::vector<Column>&, std::vector<std::vector<Cell>>)>;

/// The destination of the rows of a list: its table, or a callback, block after block.
struct ListTarget {
  Table* table = nullptr;
  size_t limit = 0;                ///< of rows, all together
  const TakeRows* take = nullptr;  ///< may be null
  MemoryCharge* charge = nullptr;  ///< of what stays in the table; may be null
  size_t listed = 0;

  /// Adds a row. Cancelled: the callback wants no more. ResourceExhausted: there is no memory for it.
  absl::Status Add(std::vector<Cell> cells);
  /// Passes the remaining rows to the callback.
  absl::Status Flush();
};

/// Adds a line for each of `rows` (live rows of `query.counted[0]`), in row order, up to the limit.
absl::Status AddListRows(const bind::Query& query, const storage::SegmentReader& segment, const storage::Bitmap& rows,
                         const bind::CatalogueView& view, ListTarget* target);

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_AGGREGATE_LIST_H_
