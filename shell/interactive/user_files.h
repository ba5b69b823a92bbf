// Where the interactive shell keeps files of a user.
#ifndef MUSTER_SHELL_INTERACTIVE_USER_FILES_H_
#define MUSTER_SHELL_INTERACTIVE_USER_FILES_H_

#include <functional>
#include <string>

namespace muster::shell {

/// $XDG_STATE_HOME/muster/history, or ~/.local/state/muster/history; empty when neither place is known. As the XDG base
/// directory specification wants it, a relative $XDG_STATE_HOME is ignored. `environment` gives a variable or null.
std::string HistoryPath(const std::function<const char*(const char*)>& environment);

/// $XDG_CONFIG_HOME/muster/startup, or ~/.config/muster/startup: statements and commands that an interactive shell
/// runs first. Empty as above.
std::string StartupPath(const std::function<const char*(const char*)>& environment);

/// $XDG_DATA_HOME/muster/questions, or ~/.local/share/muster/questions: the folder of what `.save` saves.
std::string QuestionsFolder(const std::function<const char*(const char*)>& environment);

/// Makes the folders above `path`, for the user alone. False when that fails.
bool MakeFolders(const std::string& path);

}  // namespace muster::shell

#endif  // MUSTER_SHELL_INTERACTIVE_USER_FILES_H_
