// Lines of a table that are not rows: a repeated header, totals, a line of text.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_ROWS_ODD_ROW_H_
#define MUSTER_ENGINE_IMPORT_TABLE_ROWS_ODD_ROW_H_

#include <cstddef>
#include <string>
#include <vector>

namespace muster::import {

enum class OddRow {
  kNone,         ///< a row like others
  kEmpty,        ///< without any cell that says something, as spreadsheets leave below a table
  kSameHeader,   ///< the header again, as files have it that were put together of several
  kMoreHeader,   ///< a second line of names: the id's in other words, or Qualtrics' {"ImportId": ...}
  kOtherHeader,  ///< the header of another table: the rows behind it have other columns
  kTotals,       ///< "Total", "n = 12", "Mean" in place of an id
  kText,         ///< a sentence in place of an id, and nothing else
};

/// Classifies a row. `names`: the header; `id`: the column of ids; there are at least as many `cells` as `names`.
OddRow OddRowOf(const std::vector<std::string>& names, size_t id, const std::vector<std::string>& cells);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_ROWS_ODD_ROW_H_
