// Long texts on a terminal, page by page.
#ifndef MUSTER_SHELL_TERMINAL_PAGER_H_
#define MUSTER_SHELL_TERMINAL_PAGER_H_

#include <string>

namespace muster::shell {

/// Shows `text` with the program of $MUSTER_PAGER or $PAGER, else with less. False, without output, if none could be
/// started. An empty $MUSTER_PAGER, or "cat", means no pager.
bool ShowInPager(const std::string& text);

}  // namespace muster::shell

#endif  // MUSTER_SHELL_TERMINAL_PAGER_H_
