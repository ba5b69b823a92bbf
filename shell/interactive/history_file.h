// Where the interactive shell keeps what has been typed.
#ifndef MUSTER_SHELL_INTERACTIVE_HISTORY_FILE_H_
#define MUSTER_SHELL_INTERACTIVE_HISTORY_FILE_H_

#include <functional>
#include <string>

namespace muster::shell {

/// $XDG_STATE_HOME/muster/history, or ~/.local/state/muster/history; empty when neither place is known. As the XDG base
/// directory specification wants it, a relative $XDG_STATE_HOME is ignored. `environment` gives a variable or null.
std::string HistoryPath(const std::function<const char*(const char*)>& environment);

/// Makes the folders above `path`, for the user alone. False when that fails.
bool MakeFolders(const std::string& path);

}  // namespace muster::shell

#endif  // MUSTER_SHELL_INTERACTIVE_HISTORY_FILE_H_
