#include <CLI/CLI.hpp>
#include <memory>

#include "shell/commands.h"
#include "shell/display_width.h"
#include "shell/human.h"
#include "shell/interrupt.h"
#include "shell/progress.h"
#include "shell/synth/generate.h"

namespace muster::shell {
namespace {

struct Arguments {
  std::string directory;
  uint64_t people = 1000;
  uint64_t seed = 42;
  std::string format = "jsonl";
  bool quiet = false;
};

int Synth(const Arguments& arguments, Surroundings& surroundings) {
  Console& console = surroundings.console;
  synth::Options options;
  options.people = arguments.people;
  options.seed = arguments.seed;
  options.layout = arguments.format == "json" ? synth::Layout::kArray : synth::Layout::kLines;
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
    const std::string& folder = arguments.directory;
    console.out << "wrote " << Counted(options.people, "person", "people") << " to " << Printable(folder) << " in "
                << HumanSeconds(seconds) << "; to import them:\n  muster import CATALOGUE " << Printable(folder)
                << "/ontology.obo " << Printable(folder) << "/diseases.obo " << Printable(folder) << "/phenopackets."
                << arguments.format << " --mapping " << Printable(folder) << "/mapping.json\n";
  }
  return kOk;
}

}  // namespace

Action DeclareSynth(CLI::App& app) {
  auto arguments = std::make_shared<Arguments>();
  app.add_option("DIR", arguments->directory, "the folder to write to; made when missing")->required();
  app.add_option("--people", arguments->people, "how many people")
      ->capture_default_str()
      ->check(CLI::Range(uint64_t{0}, uint64_t{999999999}));
  app.add_option("--seed", arguments->seed, "another seed makes other people")->capture_default_str();
  app.add_option("--format", arguments->format, "jsonl (one phenopacket a line) or json (one array)")
      ->capture_default_str()
      ->check([](const std::string& name) {
        return name == "jsonl" || name == "json" ? "" : "there is no format " + name + "; there are jsonl and json";
      });
  app.add_flag("-q,--quiet", arguments->quiet, "no progress and no closing line");
  return [arguments](Surroundings& surroundings) { return Synth(*arguments, surroundings); };
}

}  // namespace muster::shell
