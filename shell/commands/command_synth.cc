#include <algorithm>
#include <iterator>
#include <memory>

#include "shell/commands/cli.h"
#include "shell/commands/commands.h"
#include "shell/synth/files/generate.h"
#include "shell/terminal/display_width.h"
#include "shell/terminal/human.h"
#include "shell/terminal/interrupt.h"
#include "shell/terminal/progress.h"

namespace muster::shell {
namespace {

struct SynthArguments {
  std::string directory;
  uint64_t people = 1000;
  uint64_t seed = 42;
  std::string format = "jsonl";
  bool quiet = false;
};

struct NamedFormat {
  std::string_view name;
  synth::Format format;
};
constexpr NamedFormat kFormats[] = {
    {"jsonl", synth::Format::kLines}, {"json", synth::Format::kArray}, {"beacon", synth::Format::kBeacon}};

const NamedFormat* FindFormat(const std::string& name) {
  const auto* const found = std::find_if(std::begin(kFormats), std::end(kFormats),
                                         [&](const NamedFormat& known) { return known.name == name; });
  return found == std::end(kFormats) ? nullptr : found;
}

/// What to type next.
std::string ImportCommand(const std::string& folder, synth::Format format) {
  std::string command = "muster import CATALOGUE";
  for (const std::string_view file : synth::FilesToImport(format)) command.append(" " + folder + "/").append(file);
  return command + " --mapping " + folder + "/mapping.json";
}

int Synth(const SynthArguments& arguments, Environment& environment) {
  Console& console = environment.console;
  synth::Options options;
  options.people = arguments.people;
  options.seed = arguments.seed;
  options.format = FindFormat(arguments.format)->format;
  InterruptScope interrupt;
  std::string problem;
  double seconds = 0;
  {
    ProgressMeter meter(console, arguments.quiet);
    options.progress = [&](uint64_t done) {
      meter.Update({"writing", done, options.people, done, "people"});
      return !interrupt.interrupted();
    };
    problem = synth::Generate(arguments.directory, options);
    seconds = meter.seconds();
  }
  if (interrupt.interrupted()) return Fail(console, kInterrupted, "interrupted; the files are not complete");
  if (!problem.empty()) return Fail(console, kBroken, Printable(problem));
  if (!arguments.quiet) {
    const std::string folder = Printable(arguments.directory);
    console.out << "wrote " << Counted(options.people, "person", "people") << " to " << folder << " in "
                << HumanSeconds(seconds) << "; to import them:\n  " << ImportCommand(folder, options.format) << "\n";
  }
  return kOk;
}

}  // namespace

Action DeclareSynth(CLI::App& app) {
  auto arguments = std::make_shared<SynthArguments>();
  app.add_option("DIR", arguments->directory, "the folder to write to; made when missing")->required();
  app.add_option("--people", arguments->people, "how many people")
      ->capture_default_str()
      ->check(CLI::Range(uint64_t{0}, uint64_t{999999999}));
  app.add_option("--seed", arguments->seed, "another seed makes other people")->capture_default_str();
  app.add_option(
         "--format", arguments->format,
         "jsonl (one phenopacket a line), json (one array of them) or beacon (the same people as Beacon v2 models)")
      ->capture_default_str()
      ->check([](const std::string& name) {
        return FindFormat(name) != nullptr ? "" : "there is no format " + name + "; there are jsonl, json and beacon";
      });
  app.add_flag("-q,--quiet", arguments->quiet, "no progress and no closing line");
  return [arguments](Environment& environment) { return Synth(*arguments, environment); };
}

}  // namespace muster::shell
