// The program from its arguments to its exit code, without a process around it.
#ifndef MUSTER_SHELL_COMMANDS_PROGRAM_H_
#define MUSTER_SHELL_COMMANDS_PROGRAM_H_

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "shell/catalogue/catalogue_handle.h"
#include "shell/interactive/editor.h"
#include "shell/interactive/line_source.h"
#include "shell/terminal/console.h"

namespace muster::shell {

/// What the program needs from outside.
struct Environment {
  Console& console;
  Opener opener = OpenOnDisk;
  /// Makes the editor of the interactive shell; only called when input and output are terminals. May return null.
  std::function<std::unique_ptr<LineSource>(EditorHooks)> editor = {};
};

/// Runs `muster ARGUMENTS...`; see ExitCode for what it returns. Does not throw.
int RunProgram(const std::vector<std::string>& arguments, Environment& environment);

}  // namespace muster::shell

#endif  // MUSTER_SHELL_COMMANDS_PROGRAM_H_
