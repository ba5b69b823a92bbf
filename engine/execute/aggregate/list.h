// Listing rows: ids, read from the records.
#ifndef MUSTER_ENGINE_EXECUTE_AGGREGATE_LIST_H_
#define MUSTER_ENGINE_EXECUTE_AGGREGATE_LIST_H_

#include "absl/status/status.h"
#include "engine/bind/bound/bound.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "muster/table.h"
#include "storage/bits/bitmap.h"
#include "storage/segment_reader.h"

namespace muster::execute {

/// Names the columns of a list of `query.counted[0]`: for individuals their id and dataset; for others their own id or
/// primary code, then the individual's id and dataset.
void AddListColumns(const bind::Query& query, Table* table);

/// Adds a line for each of `rows` (live rows of `query.counted[0]`), in row order, until the table has `limit` lines.
absl::Status AddListRows(const bind::Query& query, const storage::SegmentReader& segment, const storage::Bitmap& rows,
                         const bind::CatalogueView& view, size_t limit, Table* table);

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_AGGREGATE_LIST_H_
