// The commands of the program: one table from which parsing and help derive.
#ifndef MUSTER_SHELL_COMMANDS_COMMANDS_H_
#define MUSTER_SHELL_COMMANDS_COMMANDS_H_

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "shell/commands/program.h"

namespace CLI {
class App;
}  // namespace CLI

namespace muster::shell {

/// Runs a command whose arguments have been parsed.
using Action = std::function<int(Environment&)>;

struct Command {
  std::string_view name;
  std::string_view summary;  ///< one line
  std::string_view details;  ///< further lines for the command's own help; may be empty
  std::string_view example;
  /// Declares the command's arguments. The action keeps what they are parsed into.
  Action (*declare)(CLI::App& app);
};

std::span<const Command> Commands();

// One function for each command, in a source of its own or with its counterpart.
Action DeclareImport(CLI::App& app);
Action DeclareQuery(CLI::App& app);
Action DeclareReport(CLI::App& app);
Action DeclareVerify(CLI::App& app);
Action DeclareShell(CLI::App& app);
Action DeclareInfo(CLI::App& app);
Action DeclareCheck(CLI::App& app);
Action DeclareDelete(CLI::App& app);
Action DeclareCompact(CLI::App& app);
Action DeclareBackup(CLI::App& app);
Action DeclareRestore(CLI::App& app);
Action DeclarePolicy(CLI::App& app);
Action DeclareLedger(CLI::App& app);
Action DeclareAudit(CLI::App& app);
Action DeclareServe(CLI::App& app);
Action DeclareSynth(CLI::App& app);

/// Prints "muster: MESSAGE" and returns `code`.
int Fail(Console& console, int code, std::string_view message);

/// Opens a catalogue; on failure says so and returns null.
std::unique_ptr<CatalogueHandle> OpenOrComplain(Environment& environment, const std::string& path,
                                                const OpenOptions& options);

/// Reads a whole file. False, and a complaint, when that fails.
bool ReadOrComplain(Console& console, const std::string& path, std::string* text);

}  // namespace muster::shell

#endif  // MUSTER_SHELL_COMMANDS_COMMANDS_H_
