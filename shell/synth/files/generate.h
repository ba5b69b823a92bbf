// A folder of synthetic data to try a catalogue with. Standard library only, so that tests and benchmarks may link it.
#ifndef MUSTER_SHELL_SYNTH_FILES_GENERATE_H_
#define MUSTER_SHELL_SYNTH_FILES_GENERATE_H_

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace muster::synth {

enum class Format {
  kLines,   ///< phenopackets.jsonl: one phenopacket a line
  kArray,   ///< phenopackets.json: one JSON array of phenopackets
  kBeacon,  ///< individuals.json and the like: a JSON array of each kind of Beacon v2's records
};

struct Options {
  uint64_t people = 1000;
  uint64_t seed = 42;
  Format format = Format::kLines;
  /// Gets the people done, now and then; returning false ends the work. May be empty.
  std::function<bool(uint64_t)> progress;
};

/// The phenopackets of individuals first .. first+count-1 as JSON lines. Individual i depends on the seed and i only.
std::string Phenopackets(uint64_t seed, uint64_t first, uint64_t count);

/// The JSON mapping that `muster import` needs for the synthetic people's own members; it is another one for Beacon.
std::string Mapping(uint64_t seed, Format format = Format::kLines);

/// The files to import, beside the mapping, in a good order.
std::vector<std::string_view> FilesToImport(Format format);

/// Writes these files, mapping.json and README.md into `directory`, which is made when missing. Each format holds the
/// same people. Returns an empty string, or what went wrong.
std::string Generate(const std::string& directory, const Options& options);

}  // namespace muster::synth

#endif  // MUSTER_SHELL_SYNTH_FILES_GENERATE_H_
