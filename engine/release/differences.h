// Differences of counts: what criteria lose or gain, and how a cohort has changed. They are computed only here, from
// released numbers, so that a difference reveals no more than the numbers beside it.
#ifndef MUSTER_ENGINE_RELEASE_DIFFERENCES_H_
#define MUSTER_ENGINE_RELEASE_DIFFERENCES_H_

#include <cstddef>
#include <vector>

#include "engine/bind/bound/bound.h"
#include "muster/table.h"

namespace muster::release {

struct CellPosition {
  size_t row = 0;
  size_t column = 0;
};

/// The cell `at`, which is empty until then, becomes `of` less `less`.
struct Difference {
  CellPosition at;
  CellPosition of;
  CellPosition less;
};
using Differences = std::vector<Difference>;

/// Fills in `differences` from the counts of `table`. One of a number that is not shown is withheld; one of a cell with
/// nothing in it stays empty.
void FillIn(const Differences& differences, Table* table);

/// The columns of a funnel or an impact: criterion, counts, and for each count what is lost (funnel) or gained
/// (impact).
std::vector<Column> ColumnsOfSteps(const std::vector<bind::Counted>& counted, bool impact);
/// Of a table with these columns and `steps` rows: against the row before (funnel), or against the first (impact).
Differences DifferencesOfSteps(size_t counted, size_t steps, bool impact);

}  // namespace muster::release

#endif  // MUSTER_ENGINE_RELEASE_DIFFERENCES_H_
