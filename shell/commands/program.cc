#include "shell/commands/program.h"

#include <algorithm>
#include <exception>
#include <filesystem>

#include "shell/commands/cli.h"
#include "shell/commands/commands.h"
#include "shell/commands/nearest.h"
#include "shell/terminal/concat.h"
#include "shell/terminal/display_width.h"

namespace muster::shell {
namespace {

std::string Help() {
  std::string out =
      "muster - an embedded catalogue of cohort, sample and phenotype metadata that answers feasibility counts\n"
      "\n"
      "usage: muster COMMAND CATALOGUE [ARGUMENT...]\n"
      "       muster CATALOGUE\n"
      "\n"
      "A catalogue is a folder. A first tour, with invented data:\n"
      "\n"
      "  muster synth demo\n"
      "  muster import demo.cat demo/ontology.obo demo/diseases.obo demo/phenopackets.jsonl --mapping "
      "demo/mapping.json\n"
      "  muster query demo.cat 'count individuals where has phenotype \"Seizure\" by sex'\n"
      "  muster demo.cat\n"
      "\n"
      "commands:\n";
  for (const Command& command : Commands()) {
    Append(out, "  ", PadRight(command.name, 8), command.summary, "\n");
  }
  Append(out, "\nexamples:\n");
  for (const Command& command : Commands()) Append(out, "  ", command.example, "\n");
  return out +
         "\n"
         "exit codes: 0 success; 1 a mistake in a query, a check that found problems, an import that took nothing;\n"
         "2 a mistake on the command line; 3 the catalogue cannot be opened, read or written; 4 an import that "
         "rejected\n"
         "some records; 130 interrupted\n"
         "\n"
         "'muster COMMAND --help' tells more about a command, 'muster --version' prints the version.\n";
}

/// The most similar command name; empty if none is similar.
std::string NearestCommand(std::string_view name) {
  std::vector<std::string> names;
  for (const Command& command : Commands()) names.emplace_back(command.name);
  return Nearest(name, names);
}

/// "; did you mean --format?" for the first argument that looks like an option and is unknown; empty if none is
/// similar.
std::string NearestOption(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back(name);
  }
  for (const std::string& argument : app.remaining()) {
    if (!argument.starts_with("--")) continue;
    const std::string nearest = Nearest(std::string_view(argument).substr(2, argument.find('=') - 2), names);
    return nearest.empty() ? "" : Concat("; did you mean --", nearest, "?");
  }
  return "";
}

int RunCommand(const Command& command, std::vector<std::string> arguments, Environment& environment) {
  Console& console = environment.console;
  CLI::App app(std::string(command.summary), Concat("muster ", command.name));
  app.footer(Concat(command.details, command.details.empty() ? "" : "\n\n", "Example:\n  ", command.example));
  Action action = command.declare(app);
  try {
    std::reverse(arguments.begin(), arguments.end());  // as CLI11 wants them
    app.parse(std::move(arguments));
  } catch (const CLI::CallForHelp&) {
    console.out << app.help();
    return kOk;
  } catch (const CLI::ParseError& error) {
    Fail(console, kUsage, Concat(Printable(error.what()), NearestOption(app)));
    console.err << "Try 'muster " << command.name << " --help'.\n";
    return kUsage;
  }
  return action(environment);
}

int Run(const std::vector<std::string>& arguments, Environment& environment) {
  Console& console = environment.console;
  if (arguments.empty()) {
    console.err << "usage: muster COMMAND CATALOGUE [ARGUMENT...]\nTry 'muster --help'.\n";
    return kUsage;
  }
  const std::string& first = arguments[0];
  std::vector<std::string> rest(arguments.begin() + 1, arguments.end());
  if (first == "--version" || first == "-V") {
    console.out << "muster " << Version() << "\n";
    return kOk;
  }
  const bool help = first == "--help" || first == "-h" || first == "help";
  if (help && rest.empty()) {
    console.out << Help();
    return kOk;
  }
  const std::string& name = help ? rest[0] : first;
  for (const Command& command : Commands()) {
    if (command.name != name) continue;
    return RunCommand(command, help ? std::vector<std::string>{"--help"} : rest, environment);
  }
  std::error_code error;
  // muster CATALOGUE [OPTION...]
  if (!help && (rest.empty() || rest[0].starts_with('-')) && std::filesystem::is_directory(first, error)) {
    for (const Command& command : Commands()) {
      if (command.name == "shell") return RunCommand(command, arguments, environment);
    }
  }
  const std::string nearest = NearestCommand(name);
  Fail(console, kUsage,
       Concat("there is no command '", Printable(name), "'", help ? "" : ", nor a catalogue of that name",
              nearest.empty() ? "" : Concat("; did you mean '", nearest, "'?")));
  console.err << "Try 'muster --help'.\n";
  return kUsage;
}

}  // namespace

int RunProgram(const std::vector<std::string>& arguments, Environment& environment) {
  try {
    return Run(arguments, environment);
  } catch (const std::bad_alloc&) {
    return Fail(environment.console, kBroken, "there is not enough memory");
  } catch (const std::exception& exception) {
    return Fail(environment.console, kBroken, Concat("internal error: ", Printable(exception.what())));
  }
}

}  // namespace muster::shell
