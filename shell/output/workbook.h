// Answers as a workbook for spreadsheet programs (.xlsx).
#ifndef MUSTER_SHELL_OUTPUT_WORKBOOK_H_
#define MUSTER_SHELL_OUTPUT_WORKBOOK_H_

#include <string>
#include <vector>

#include "muster/table.h"

namespace muster::shell {

/// Writes `tables` to the file at `path`, which is replaced: a sheet each with labels and totals, and one with where
/// they come from and what is to be known about each: `remarks`, as many as tables. Returns what went wrong; empty:
/// nothing. A sheet holds at most 1,048,576 rows.
std::string WriteWorkbook(const std::string& path, const std::vector<const Table*>& tables,
                          const std::vector<std::string>& remarks);

}  // namespace muster::shell

#endif  // MUSTER_SHELL_OUTPUT_WORKBOOK_H_
