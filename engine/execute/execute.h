// The execute stage: a plan on every segment, then one small table.
#ifndef MUSTER_ENGINE_EXECUTE_EXECUTE_H_
#define MUSTER_ENGINE_EXECUTE_EXECUTE_H_

#include <cstdint>
#include <vector>

#include "absl/status/statusor.h"
#include "allowance/allowance.h"
#include "engine/bind/bound/bound.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/execute/aggregate/list.h"
#include "engine/execute/filter/segment_executor.h"
#include "engine/execute/rows/row_set.h"
#include "engine/execute/rows/union_cache.h"
#include "engine/plan/plan.h"
#include "muster/table.h"

namespace muster::execute {

/// Below this estimate another thread would wake up too late to help.
inline constexpr uint64_t kShareFromNs = 100'000;

struct Context {
  const bind::CatalogueView* view = nullptr;
  UnionCache* unions = nullptr;
  size_t max_cells = 5'000'000;
  /// If not null, filled with an entry per node of the plan.
  std::vector<NodeStats>* stats = nullptr;
  /// Several threads are used if there are several segments and the work is estimated at this or more, in ns.
  uint64_t share_from_ns = kShareFromNs;
  MemoryCharge* answers = nullptr;  ///< charged with the memory of the answers' rows; null: not charged
  /// If not null, called with the rows of a list as they are found; they are then not in the table, and not limited.
  const TakeRows* take_rows = nullptr;
  /// If not null, rows of the plan's entity, by segment: only these are looked at.
  const std::vector<RowSet>* among = nullptr;
  /// If not null, set to the rows that a count has found, by segment.
  std::vector<RowSet>* found = nullptr;
};

/// Columns, rows, total and labels of the answer; no provenance yet. ResourceExhausted when it would have more than
/// `max_cells` cells.
absl::StatusOr<Table> Execute(const bind::Query& query, const plan::Plan& plan, const Context& context);

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_EXECUTE_H_
