// Columns of dense ids, computed from a segment's columns and cached with it, for counts by dimensions.
#ifndef MUSTER_ENGINE_EXECUTE_ROWS_CACHED_COLUMN_H_
#define MUSTER_ENGINE_EXECUTE_ROWS_CACHED_COLUMN_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/execute/rows/block_ids.h"
#include "engine/execute/rows/packed_ids.h"
#include "engine/execute/rows/value_ids.h"
#include "storage/segment_reader.h"

namespace muster::execute {

/// An id for each row of an entity, or a list of ids.
struct CachedColumn {
  std::string key;                 ///< identifies the content within its segment
  PackedIds ids;                   ///< of each row; or all lists, one after the other
  std::vector<uint32_t> begins;    ///< where each row's list begins, and where the last ends; empty: no lists
  std::vector<GroupValue> values;  ///< the value of each id, if ids are those of values

  bool lists() const { return !begins.empty(); }
};
using CachedColumnPtr = std::shared_ptr<const CachedColumn>;

/// The column cached under `key`; null if there is none, or it was evicted.
CachedColumnPtr FindCachedColumn(const storage::SegmentReader& segment, const std::string& key);
void CacheColumn(const storage::SegmentReader& segment, CachedColumnPtr cached);

/// Cache admission by cost: whether to compute and cache the ids of all `rows` of an entity, about `ids` ids, when
/// `needed` of the rows are read now.
bool IsWorthCaching(const storage::SegmentReader& segment, uint64_t needed, uint32_t rows, uint64_t ids);

/// storage::SeenBefore() of the column under `key`.
bool SeenBefore(const storage::SegmentReader& segment, const std::string& key);

/// Puts the ids of each of `rows`, a block in ascending order, into `ids`.
using Read = std::function<void(std::span<const uint32_t> rows, BlockIds* ids)>;

/// The column of `rows` rows with the ids that `read` gives.
CachedColumn BuildCachedColumn(const std::string& key, uint32_t rows, const Read& read);
/// The same for values of a dimension, whose ids `read` takes from `values`. ValueIds::kMissing keeps its id, which is
/// the only one of a row that has it.
CachedColumn BuildCachedValues(const std::string& key, uint32_t rows, const Read& read, const ValueIds& values);

/// The ids of `rows`, which ascend and do not repeat.
void ReadCachedColumn(const CachedColumn& cached, std::span<const uint32_t> rows, BlockIds* ids);

/// Lists the rows of the ranges [begins[i], ends[i]), one range after the other, in `all`; `ends` becomes where each
/// range ends there.
void ListRanges(const std::vector<uint32_t>& begins, std::vector<uint32_t>* ends, std::vector<uint32_t>* all);

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_ROWS_CACHED_COLUMN_H_
