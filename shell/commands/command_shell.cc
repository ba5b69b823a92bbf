#include <chrono>
#include <cstdlib>
#include <fstream>
#include <memory>

#include "shell/commands/cli.h"
#include "shell/commands/commands.h"
#include "shell/commands/resource_options.h"
#include "shell/interactive/session.h"
#include "shell/interactive/user_files.h"
#include "shell/terminal/failure.h"

namespace muster::shell {
namespace {

struct ShellArguments {
  std::string catalogue;
  std::string format = "table";
  bool echo = false;
  bool bail = false;
  bool no_startup = false;
  OpenOptions open{.read_only = true};
};

/// Runs the user's start-up file, if there is one: a mistake in it is reported, and the shell starts nevertheless.
void RunStartupFile(Session& session) {
  const std::string path = StartupPath([](const char* name) -> const char* { return std::getenv(name); });
  std::ifstream file(path, std::ios::binary);
  if (path.empty() || !file) return;
  StreamLines lines(file, path);
  session.RunLines(lines);
}

int Shell(const ShellArguments& arguments, Environment& environment) {
  Console& console = environment.console;
  Session* current = nullptr;
  std::unique_ptr<LineSource> lines;
  if (console.in_is_terminal && console.out_is_terminal && environment.editor) {
    EditorHooks hooks;
    hooks.complete = [&current](std::string_view text, size_t cursor) {
      return current != nullptr ? current->typing().Complete(text, cursor) : Completions();
    };
    hooks.live = [&current](std::string_view text, size_t, std::stop_token stop) {
      return current != nullptr ? current->typing().Live(text, std::move(stop)) : LiveView();
    };
    lines = environment.editor(std::move(hooks));
  }
  if (lines == nullptr) lines = std::make_unique<StreamLines>(console.in);
  Session session(console, *lines, environment.opener, arguments.catalogue, arguments.open);
  session.set_echo(arguments.echo);
  session.set_bail(arguments.bail);
  session.printer().set_format(*FormatByName(arguments.format));
  if (absl::Status opened = session.Open(); !opened.ok()) {
    return Fail(console, kBroken, ExplainOpenFailure(opened, arguments.catalogue));
  }
  current = &session;
  if (lines->interactive() && !arguments.no_startup) RunStartupFile(session);
  return session.Run();
}

}  // namespace

Action DeclareShell(CLI::App& app) {
  auto arguments = std::make_shared<ShellArguments>();
  app.add_option("CATALOGUE", arguments->catalogue, "the catalogue's folder")->required();
  app.add_flag("--echo", arguments->echo, "prints each statement before its answer, and each command");
  app.add_flag("--bail", arguments->bail, "ends a script with its first mistake");
  app.add_flag("--no-startup", arguments->no_startup, "does not run the startup file");
  app.add_option("--format", arguments->format, FormatNames())
      ->capture_default_str()
      ->check([](const std::string& name) {
        return FormatByName(name).has_value() ? "" : "there is no format " + name + "; there are " + FormatNames();
      });
  DeclareResources(app, &arguments->open);
  return [arguments](Environment& environment) { return Shell(*arguments, environment); };
}

}  // namespace muster::shell
