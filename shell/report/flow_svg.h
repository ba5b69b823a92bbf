// The flow of people through the criteria, as the CONSORT statement draws it.
#ifndef MUSTER_SHELL_REPORT_FLOW_SVG_H_
#define MUSTER_SHELL_REPORT_FLOW_SVG_H_

#include <string>

#include "muster/table.h"

namespace muster::shell {

/// An SVG element for a `funnel`: a box for each row with its number, and beside the way to the next one a box with
/// those who were lost, by the columns that say why where there are any ("not recorded", "does not meet"). Empty when
/// `funnel` is no such table.
std::string FlowSvg(const Table& funnel);

}  // namespace muster::shell

#endif  // MUSTER_SHELL_REPORT_FLOW_SVG_H_
