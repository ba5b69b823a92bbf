// How a line that begins with a dot can go on.
#ifndef MUSTER_SHELL_INTERACTIVE_COMPLETE_COMMAND_H_
#define MUSTER_SHELL_INTERACTIVE_COMPLETE_COMMAND_H_

#include <string_view>

#include "muster/catalogue.h"

namespace muster::shell {

/// Names of commands, and behind them what they take: formats, on and off, saved names, files. `line` ends at the
/// cursor.
Completions CompleteCommand(std::string_view line);

}  // namespace muster::shell

#endif  // MUSTER_SHELL_INTERACTIVE_COMPLETE_COMMAND_H_
