// The execute stage of a count whose numbers are to be released: not numbers, but the sets of people behind them.
#ifndef MUSTER_ENGINE_EXECUTE_EXECUTE_SETS_H_
#define MUSTER_ENGINE_EXECUTE_EXECUTE_SETS_H_

#include <map>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/bind/bound/bound.h"
#include "engine/execute/execute.h"
#include "engine/execute/sets/set_sum.h"
#include "engine/model/record/query_set.h"
#include "engine/plan/plan.h"
#include "muster/table.h"

namespace muster::execute {

/// The sets of people behind a row of an answer.
struct RowSets {
  std::vector<Cell> values;              ///< of the dimensions, in their order
  std::vector<model::QuerySet> columns;  ///< of the counted entities, in their order
  model::QuerySet people;                ///< behind the rows of the first of them
};

struct CellSets {
  /// Every combination of values that somebody has, whatever `top` and `having` say, and empty bands; in the order of
  /// the answer's rows without `top`, which depends on the values alone. Of a count without `by`, one row.
  std::vector<RowSets> rows;
  /// For a count with `by`: all rows together, with people who are in several rows once. It has no values.
  RowSets total;
  std::map<std::string, std::string> labels;  ///< of codes among the values
};

/// The sets behind a count. What `plan` is of `query.where`; `persons` of `query.persons`, empty where it has none.
/// With SetOptions::flatten 0 the sums of the sets are the numbers that Execute() gives.
/// FailedPrecondition where the catalogue has no secret keys. ResourceExhausted when the answer would have more than
/// `max_cells` cells.
absl::StatusOr<CellSets> ExecuteSets(const bind::Query& query, const plan::Plan& plan, const plan::Plan& persons,
                                     const Context& context, const SetOptions& options);

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_EXECUTE_SETS_H_
