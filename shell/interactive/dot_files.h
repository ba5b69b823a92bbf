// The dot commands that read and write files.
#ifndef MUSTER_SHELL_INTERACTIVE_DOT_FILES_H_
#define MUSTER_SHELL_INTERACTIVE_DOT_FILES_H_

#include <string>
#include <vector>

namespace muster::shell {

class Session;

/// `.report FILE [TITLE...]`: the last text that was answered, as a page.
bool DotReport(Session& session, const std::vector<std::string>& words);

}  // namespace muster::shell

#endif  // MUSTER_SHELL_INTERACTIVE_DOT_FILES_H_
