// Rows of a table that are no rows: its header once more, totals, a line of text.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_ODD_ROW_H_
#define MUSTER_ENGINE_IMPORT_TABLE_ODD_ROW_H_

#include <cstddef>
#include <string>
#include <vector>

namespace muster::import {

enum class OddRow {
  kNone,         ///< a row like others
  kEmpty,        ///< without any cell that says something, as spreadsheets leave below a table
  kSameHeader,   ///< the header again, as files have it that were put together of several
  kOtherHeader,  ///< the same of another table: what follows stands in other columns
  kTotals,       ///< "Total", "n = 12", "Mean" in place of an id
  kText,         ///< a sentence in place of an id, and nothing else
};

/// What a row is. `names` has the header, `id` says which column has the ids; `cells` are no fewer than `names`.
OddRow OddRowOf(const std::vector<std::string>& names, size_t id, const std::vector<std::string>& cells);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_ODD_ROW_H_
