// The flow of people through the criteria, as the CONSORT statement draws it.
#ifndef MUSTER_SHELL_REPORT_FLOW_SVG_H_
#define MUSTER_SHELL_REPORT_FLOW_SVG_H_

#include <string>

#include "muster/table.h"

namespace muster::shell {

/// An SVG element for a `funnel`: a box with the number of each row, and between two of them a box beside the arrow
/// with the people lost, split by reason if there are such columns ("not recorded", "does not meet"). Empty if `funnel`
/// is not such a table.
std::string FlowSvg(const Table& funnel);

}  // namespace muster::shell

#endif  // MUSTER_SHELL_REPORT_FLOW_SVG_H_
