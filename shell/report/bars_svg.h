// A breakdown as bars.
#ifndef MUSTER_SHELL_REPORT_BARS_SVG_H_
#define MUSTER_SHELL_REPORT_BARS_SVG_H_

#include <string>

#include "muster/table.h"

namespace muster::shell {

/// An SVG element with bars for the rows of a count `by` dimensions: one for the first number, and one for each further
/// number of people (as in a comparison). A guest's number has a line between its bounds. Empty if there is nothing to
/// draw: fewer than two rows, more than sixty bars, or no numbers.
std::string BarsSvg(const Table& table);

}  // namespace muster::shell

#endif  // MUSTER_SHELL_REPORT_BARS_SVG_H_
