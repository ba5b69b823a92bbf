// A breakdown as bars.
#ifndef MUSTER_SHELL_REPORT_BARS_SVG_H_
#define MUSTER_SHELL_REPORT_BARS_SVG_H_

#include <string>

#include "muster/table.h"

namespace muster::shell {

/// An SVG element with a bar for each row of a count `by` dimensions, as long as its first number, and for each
/// further one of people, as a comparison has them; of a guest's number with a line from the lowest to the highest
/// count that it may stand for. Empty when there is nothing to draw: fewer than two rows, more than sixty bars, or no
/// numbers.
std::string BarsSvg(const Table& table);

}  // namespace muster::shell

#endif  // MUSTER_SHELL_REPORT_BARS_SVG_H_
