// Numbers about the values of a field: least, quartiles, greatest, mean, standard deviation.
#ifndef MUSTER_ENGINE_EXECUTE_SUMMARY_H_
#define MUSTER_ENGINE_EXECUTE_SUMMARY_H_

#include <cstdint>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/bind/bound/bound.h"
#include "engine/execute/execute.h"
#include "engine/plan/plan.h"
#include "muster/table.h"

namespace muster::execute {

/// Statistics of sorted values. Quartiles are interpolated: the value at (n - 1) * p, counted from 0, as the default of
/// R and NumPy. The standard deviation is that of a sample, over n - 1.
struct Summary {
  double lower = 0, median = 0, upper = 0, mean = 0;
  double deviation = 0;  ///< of two values or more
};
/// Sorts `values`, which must not be empty. The result has no meaning if the allowance is stopped, which the caller has
/// to check.
Summary SummaryOf(std::vector<double>* values);

/// The columns of the answer to `summarise`, without rows.
Table SummaryTable(const bind::Counted& counted);

/// The row of one field. `all`: how many of `counted` there are; `rows`: the plan of the rows that have the values.
/// Reads each value once and keeps all of them in memory, 8 bytes each.
absl::StatusOr<std::vector<Cell>> Summarise(const bind::Measured& measured, const bind::Counted& counted, int64_t all,
                                            const plan::Plan& rows, const Context& context);

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_SUMMARY_H_
