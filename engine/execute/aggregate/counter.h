// Counts without dimensions.
#ifndef MUSTER_ENGINE_EXECUTE_AGGREGATE_COUNTER_H_
#define MUSTER_ENGINE_EXECUTE_AGGREGATE_COUNTER_H_

#include <cstdint>
#include <vector>

#include "absl/status/status.h"
#include "containers/hash_table.h"
#include "engine/bind/bound/bound.h"
#include "engine/execute/filter/families.h"
#include "engine/execute/filter/segment_executor.h"
#include "engine/execute/rows/row_set.h"
#include "muster/table.h"

namespace muster::execute {

/// Counts, segment after segment. Several counters may count different segments and then be merged. Not thread-safe.
class Counter {
 public:
  /// `families` outlives the counter.
  Counter(const bind::Query& query, LazyFamilies* families);

  /// Adds the counts of the live `rows` of the first entity in segment number `s`.
  absl::Status Add(size_t s, const storage::SegmentReader& segment, const RowSet& rows, SegmentExecutor& executor);
  void Merge(const Counter& other);

  /// One for each counted entity.
  std::vector<Cell> Cells() const;

 private:
  absl::Status AddFamilies(size_t s, const storage::Bitmap& rows, HashSet<int64_t>* seen);

  const bind::Query& query_;
  LazyFamilies* families_;
  struct Sum {
    int64_t count = 0;
    HashSet<int64_t> seen;  // of what is counted once
  };
  std::vector<Sum> sums_;  // parallel to what is counted
};

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_AGGREGATE_COUNTER_H_
