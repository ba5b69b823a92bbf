// The table of a count as a guest gets it: from the people behind its cells to what is shown of them.
#ifndef MUSTER_ENGINE_RELEASE_DOOR_COUNT_TABLE_H_
#define MUSTER_ENGINE_RELEASE_DOOR_COUNT_TABLE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "engine/bind/bound/bound.h"
#include "engine/model/record/query_set.h"
#include "engine/release/door/number_door.h"
#include "muster/table.h"

namespace muster::release {

/// The people and elements behind a row of numbers.
struct SetsOfRow {
  model::QuerySet people;             ///< individuals, whatever is counted
  std::vector<model::QuerySet> sets;  ///< one for each counted
};

/// What a count found, before anything of it may leave. `values` are in the order in which rows are shown, which
/// depends on nothing but them; `top` and `having` are not applied.
struct SetsOfTable {
  std::vector<std::vector<Cell>> values;  ///< of the dimensions; without `by` one row of none
  std::vector<SetsOfRow> rows;            ///< parallel to `values`
  SetsOfRow total;                        ///< with `by`
};

/// For each row of a table, and at the end its total: the people of each dataset that they are of; empty where the tier
/// does not ask how many datasets contribute.
using SetsOfSites = std::vector<std::vector<model::QuerySet>>;

/// Decides every number of `query`, in the order of the rows, the total last, and makes the table of the shown ones.
/// `having`, `top` and the order depend only on shown numbers. `effective` is what the low-effect rule leaves of
/// `asked`, or `asked` itself; `sites` is parallel to the rows of `asked`. The caller has to add labels of codes.
Table ReleaseCount(const bind::Query& query, const SetsOfTable& asked, const SetsOfTable& effective,
                   const SetsOfSites& sites, const Tier& tier, const Noise& noise, NumberDoor* door);

/// What is compared of the elements behind a number.
ComparedSet CompareAs(const bind::Counted& counted, const model::QuerySet& people, const model::QuerySet& elements);

/// The name of the row in which everything that is not shown is.
inline constexpr const char* kNotShown = "(not shown)";

}  // namespace muster::release

#endif  // MUSTER_ENGINE_RELEASE_DOOR_COUNT_TABLE_H_
