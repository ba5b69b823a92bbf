// The commands of the interactive shell, which begin with a dot.
#ifndef MUSTER_SHELL_INTERACTIVE_DOT_COMMANDS_H_
#define MUSTER_SHELL_INTERACTIVE_DOT_COMMANDS_H_

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

namespace muster::shell {

class Session;

struct DotCommand {
  std::string_view name;       ///< with its dot
  std::string_view arguments;  ///< as the help shows them
  std::string_view doc;
  size_t min_arguments;
  size_t max_arguments;
  bool (*run)(Session& session, const std::vector<std::string>& arguments);  ///< false: it failed
};

std::span<const DotCommand> DotCommands();

/// The command that `line` means without its dot, as ".help": `help`, `quit` and `exit` alone, with or without ';',
/// which begin no statement. Empty: none.
std::string_view BareCommand(std::string_view line);

/// Runs a line like ".format csv"; a name may be cut short as long as it is clear which is meant. False: it failed.
bool RunDotCommand(Session& session, std::string_view line);

/// The words of `line`; quotes ' and " hold a word with blanks together.
absl::StatusOr<std::vector<std::string>> SplitWords(std::string_view line);

/// What `.help` prints.
std::string DotCommandHelp(int window = 0);

}  // namespace muster::shell

#endif  // MUSTER_SHELL_INTERACTIVE_DOT_COMMANDS_H_
