// A folder of synthetic data to try a catalogue with. Standard library only, so that tests and benchmarks may link it.
#ifndef MUSTER_SHELL_SYNTH_GENERATE_H_
#define MUSTER_SHELL_SYNTH_GENERATE_H_

#include <cstdint>
#include <functional>
#include <string>

namespace muster::synth {

enum class Layout {
  kLines,  ///< phenopackets.jsonl: one phenopacket a line
  kArray,  ///< phenopackets.json: one JSON array
};

struct Options {
  uint64_t people = 1000;
  uint64_t seed = 42;
  Layout layout = Layout::kLines;
  /// Gets the people done, now and then; returning false ends the work. May be empty.
  std::function<bool(uint64_t)> progress;
};

/// The phenopackets of individuals first .. first+count-1 as JSON lines. Individual i depends on the seed and i only.
std::string Phenopackets(uint64_t seed, uint64_t first, uint64_t count);

/// The JSON mapping that `muster import` needs for the synthetic phenopackets' own members.
std::string Mapping(uint64_t seed);

/// Writes ontology.obo, diseases.obo, phenopackets.jsonl (or .json), mapping.json and README.md into `directory`, which
/// is made when missing. Returns an empty string, or what went wrong.
std::string Generate(const std::string& directory, const Options& options);

}  // namespace muster::synth

#endif  // MUSTER_SHELL_SYNTH_GENERATE_H_
