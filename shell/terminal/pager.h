// Long texts on a terminal, page by page.
#ifndef MUSTER_SHELL_TERMINAL_PAGER_H_
#define MUSTER_SHELL_TERMINAL_PAGER_H_

#include <string>

namespace muster::shell {

/// Shows `text` with the program that $MUSTER_PAGER or $PAGER names, else with less. False when none could be started:
/// nothing was shown then. An empty $MUSTER_PAGER, or "cat", is none.
bool ShowInPager(const std::string& text);

}  // namespace muster::shell

#endif  // MUSTER_SHELL_TERMINAL_PAGER_H_
