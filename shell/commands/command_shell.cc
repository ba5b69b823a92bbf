#include <CLI/CLI.hpp>
#include <memory>

#include "shell/commands/commands.h"
#include "shell/commands/resource_options.h"
#include "shell/interactive/session.h"
#include "shell/terminal/failure.h"

namespace muster::shell {
namespace {

struct ShellArguments {
  std::string catalogue;
  std::string format = "table";
  bool echo = false;
  OpenOptions open{.read_only = true};
};

int Shell(const ShellArguments& arguments, Environment& environment) {
  Console& console = environment.console;
  Session* current = nullptr;
  std::unique_ptr<LineSource> lines;
  if (console.in_is_terminal && console.out_is_terminal && environment.editor) {
    lines = environment.editor([&current](std::string_view text, size_t cursor) {
      return current != nullptr ? current->catalogue().Complete(text, cursor) : Completions();
    });
  }
  if (lines == nullptr) lines = std::make_unique<StreamLines>(console.in);
  Session session(console, *lines, environment.opener, arguments.catalogue, arguments.open);
  session.set_echo(arguments.echo);
  session.set_format(*FormatByName(arguments.format));
  if (absl::Status opened = session.Open(); !opened.ok()) {
    return Fail(console, kBroken, ExplainOpenFailure(opened, arguments.catalogue));
  }
  current = &session;
  return session.Run();
}

}  // namespace

Action DeclareShell(CLI::App& app) {
  auto arguments = std::make_shared<ShellArguments>();
  app.add_option("CATALOGUE", arguments->catalogue, "the catalogue's folder")->required();
  app.add_flag("--echo", arguments->echo, "prints each statement before its answer");
  app.add_option("--format", arguments->format, FormatNames())
      ->capture_default_str()
      ->check([](const std::string& name) {
        return FormatByName(name).has_value() ? "" : "there is no format " + name + "; there are " + FormatNames();
      });
  DeclareResources(app, &arguments->open);
  return [arguments](Environment& environment) { return Shell(*arguments, environment); };
}

}  // namespace muster::shell
