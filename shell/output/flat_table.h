// An answer as rows of plain fields, for programs that know nothing of labels, totals and a guest's numbers.
#ifndef MUSTER_SHELL_OUTPUT_FLAT_TABLE_H_
#define MUSTER_SHELL_OUTPUT_FLAT_TABLE_H_

#include <string>
#include <vector>

#include "muster/table.h"
#include "shell/output/format.h"

namespace muster::shell {

/// Cells are texts, numbers or missing, never a Number: a column of Numbers becomes four, the value (missing if
/// withheld, never 0), its kind, and its bounds.
struct FlatTable {
  std::vector<std::string> columns;
  std::vector<std::vector<Cell>> rows;
  bool has_total = false;  ///< the last of `rows` is that of the totals
};

FlatTable Flatten(const Table& table, const Layout& layout);

}  // namespace muster::shell

#endif  // MUSTER_SHELL_OUTPUT_FLAT_TABLE_H_
