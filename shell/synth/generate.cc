#include "shell/synth/generate.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "shell/synth/obo.h"
#include "shell/synth/person.h"
#include "shell/synth/phenopacket.h"

namespace muster::synth {
namespace {

constexpr size_t kBufferBytes = size_t{1} << 20;
constexpr uint64_t kPeopleBetweenProgress = 500;

constexpr char kReadme[] =
    R"(# Synthetic phenopackets

Everybody in here is invented; any likeness to a person is chance. The data come from a random number generator and from
tables of plausible ages and frequencies: good for trying a catalogue, of no use for medicine.

| File | What it is |
|---|---|
| `phenopackets.jsonl` or `.json` | GA4GH phenopackets (schema 2.0), one person each; `cohort` and `country` beside the standard members, sequencing runs as attributes of each sample's files |
| `ontology.obo` | the phenotype terms: an excerpt of the Human Phenotype Ontology (hpo.jax.org) |
| `diseases.obo` | the disease terms: an excerpt of the Mondo Disease Ontology (CC BY 4.0), with OMIM and Orphanet equivalents |
| `mapping.json` | tells the import where cohort, country and runs are, and what the cohorts permit their data to be used for |

    muster import CATALOGUE ontology.obo diseases.obo phenopackets.jsonl --mapping mapping.json
    muster query CATALOGUE 'count individuals where has phenotype HP:0001250 "Seizure"'

)";

std::string Problem(const std::filesystem::path& path, std::string_view verb) {
  return "cannot " + std::string(verb) + " " + path.string() + ": " + std::strerror(errno);
}

std::string WriteFile(const std::filesystem::path& path, const std::string& text) {
  errno = 0;
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << text;
  file.close();
  return file ? "" : Problem(path, "write");
}

std::string WritePeople(const std::filesystem::path& path, const Options& options) {
  errno = 0;
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  if (!file) return Problem(path, "write");
  const World world(options.seed);
  const bool array = options.layout == Layout::kArray;
  Person person;
  std::string buffer = array ? "[\n" : "";
  buffer.reserve(kBufferBytes + (size_t{1} << 16));
  for (uint64_t i = 0; i < options.people; ++i) {
    DrawPerson(world, options.seed, i, person);
    AppendPhenopacket(world, person, buffer);
    buffer.append(array && i + 1 < options.people ? ",\n" : "\n");
    if (buffer.size() >= kBufferBytes) {
      if (!file.write(buffer.data(), static_cast<std::streamsize>(buffer.size()))) return Problem(path, "write");
      buffer.clear();
    }
    if (options.progress && (i + 1) % kPeopleBetweenProgress == 0 && !options.progress(i + 1)) return "interrupted";
  }
  if (array) buffer.append("]\n");
  file.write(buffer.data(), static_cast<std::streamsize>(buffer.size()));
  file.close();
  return file ? "" : Problem(path, "write");
}

}  // namespace

std::string Phenopackets(uint64_t seed, uint64_t first, uint64_t count) {
  const World world(seed);
  Person person;
  std::string out;
  for (uint64_t i = first; i < first + count; ++i) {
    DrawPerson(world, seed, i, person);
    AppendPhenopacket(world, person, out);
    out.push_back('\n');
  }
  return out;
}

std::string Generate(const std::string& directory, const Options& options) {
  const std::filesystem::path folder(directory);
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) return "cannot make the folder " + directory + ": " + error.message();
  const bool array = options.layout == Layout::kArray;
  for (const auto& [name, text] :
       {std::pair<std::string, std::string>("ontology.obo", PhenotypeObo()),
        {"diseases.obo", DiseaseObo()},
        {"mapping.json", Mapping(options.seed)},
        {"README.md", kReadme + std::string("Made with `muster synth --people ") + std::to_string(options.people) +
                          " --seed " + std::to_string(options.seed) + (array ? " --format json" : "") +
                          "`; the same call makes the same bytes.\n"}}) {
    std::string problem = WriteFile(folder / name, text);
    if (!problem.empty()) return problem;
  }
  return WritePeople(folder / (array ? "phenopackets.json" : "phenopackets.jsonl"), options);
}

}  // namespace muster::synth
