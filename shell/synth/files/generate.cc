#include "shell/synth/files/generate.h"

#include <filesystem>

#include "shell/synth/files/beacon.h"
#include "shell/synth/files/collections.h"
#include "shell/synth/files/obo.h"
#include "shell/synth/files/phenopacket.h"
#include "shell/synth/files/readme.h"
#include "shell/synth/files/record_file.h"
#include "shell/synth/people/person.h"

namespace muster::synth {
namespace {

constexpr uint64_t kPeopleBetweenProgress = 500;

std::string WritePhenopackets(const std::filesystem::path& folder, const Options& options) {
  const World world(options.seed);
  const bool array = options.format == Format::kArray;
  RecordFile file(folder / (array ? "phenopackets.json" : "phenopackets.jsonl"),
                  array ? RecordFile::Form::kArray : RecordFile::Form::kLines);
  Person person;
  for (uint64_t i = 0; i < options.people; ++i) {
    DrawPerson(world, options.seed, i, person);
    AppendPhenopacket(world, person, file.text());
    file.text().append(array ? ",\n" : "\n");
    if (std::string problem = file.Pass(); !problem.empty()) return problem;
    if (options.progress && (i + 1) % kPeopleBetweenProgress == 0 && !options.progress(i + 1)) return "interrupted";
  }
  return file.Close();
}

std::string WriteBeacon(const std::filesystem::path& folder, const Options& options) {
  const World world(options.seed);
  RecordFile individuals(folder / "individuals.json", RecordFile::Form::kArray);
  RecordFile biosamples(folder / "biosamples.json", RecordFile::Form::kArray);
  RecordFile runs(folder / "runs.json", RecordFile::Form::kArray);
  RecordFile analyses(folder / "analyses.json", RecordFile::Form::kArray);
  RecordFile* const files[] = {&individuals, &biosamples, &runs, &analyses};
  std::vector<uint8_t> cohort_of;
  Person person;
  for (uint64_t i = 0; i < options.people; ++i) {
    DrawPerson(world, options.seed, i, person);
    AppendIndividual(world, person, individuals.text());
    AppendBiosamples(person, biosamples.text());
    AppendRuns(person, runs.text());
    AppendAnalyses(person, analyses.text());
    cohort_of.push_back(static_cast<uint8_t>(person.cohort - world.cohorts().data()));
    for (RecordFile* file : files) {
      if (std::string problem = file->Pass(); !problem.empty()) return problem;
    }
    if (options.progress && (i + 1) % kPeopleBetweenProgress == 0 && !options.progress(i + 1)) return "interrupted";
  }
  for (RecordFile* file : files) {
    if (std::string problem = file->Close(); !problem.empty()) return problem;
  }
  std::string problem = WriteFile(folder / "datasets.json", BeaconDatasets());
  return problem.empty() ? WriteFile(folder / "cohorts.json", BeaconCohorts(world, cohort_of)) : problem;
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

std::vector<std::string_view> FilesToImport(Format format) {
  switch (format) {
    case Format::kLines:
      return {"ontology.obo", "diseases.obo", "phenopackets.jsonl"};
    case Format::kArray:
      return {"ontology.obo", "diseases.obo", "phenopackets.json"};
    case Format::kBeacon:
      return {"ontology.obo", "diseases.obo",  "individuals.json", "biosamples.json",
              "runs.json",    "analyses.json", "cohorts.json",     "datasets.json"};
  }
  return {};
}

std::string Generate(const std::string& directory, const Options& options) {
  const std::filesystem::path folder(directory);
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) return "cannot make the folder " + directory + ": " + error.message();
  for (const auto& [name, text] : {std::pair<std::string, std::string>("ontology.obo", PhenotypeObo()),
                                   {"diseases.obo", DiseaseObo()},
                                   {"mapping.json", Mapping(options.seed, options.format)},
                                   {"README.md", Readme(options)}}) {
    std::string problem = WriteFile(folder / name, text);
    if (!problem.empty()) return problem;
  }
  return options.format == Format::kBeacon ? WriteBeacon(folder, options) : WritePhenopackets(folder, options);
}

}  // namespace muster::synth
