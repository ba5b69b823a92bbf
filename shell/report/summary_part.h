// A summary of fields on a page: a drawing and a table that fit its width.
#ifndef MUSTER_SHELL_REPORT_SUMMARY_PART_H_
#define MUSTER_SHELL_REPORT_SUMMARY_PART_H_

#include <string>

#include "muster/table.h"

namespace muster::shell {

/// Of the answer to `summarise`: each field with its histogram as bars, and the numbers below each other, a column for
/// each field. Empty for other answers.
std::string SummaryPart(const Table& table);

}  // namespace muster::shell

#endif  // MUSTER_SHELL_REPORT_SUMMARY_PART_H_
