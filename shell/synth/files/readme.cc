#include "shell/synth/files/readme.h"

namespace muster::synth {
namespace {

constexpr char kPhenopackets[] =
    R"(| `phenopackets.jsonl` or `.json` | GA4GH phenopackets (schema 2.0), one person each. What the standard has no member for stands beside the standard members: cohort, country, enrolment, ethnicity, exposures, the place in a family and consents; of a sample, its relation to another; sequencing runs are attributes of each sample's files, with their analysis beside |
)";

constexpr char kBeacon[] =
    R"(| `individuals.json`, `biosamples.json`, `runs.json`, `analyses.json`, `cohorts.json`, `datasets.json` | Beacon v2 models (Beacon Friendly Format), an array of each. What the models have no member for is in `info` or beside the models' members: date of birth, last encounter, vital status, country, interpretations with their variants, files and consents; when a disease was diagnosed, what a treatment was for; relations of samples; depth and reference of runs |
)";

}  // namespace

std::string Readme(const Options& options) {
  const bool beacon = options.format == Format::kBeacon;
  std::string out =
      R"(# Synthetic people

Everybody in here is invented; any likeness to a person is chance. The data come from a random number generator and from
tables of plausible ages and frequencies: good for trying a catalogue, of no use for medicine. The first three of every
fifty people are a child with mother and father; everybody else stands alone.

| File | What it is |
|---|---|
)";
  out.append(beacon ? kBeacon : kPhenopackets);
  out.append(
      R"(| `ontology.obo` | the phenotype terms: an excerpt of the Human Phenotype Ontology (hpo.jax.org) |
| `diseases.obo` | the disease terms: an excerpt of the Mondo Disease Ontology (CC BY 4.0), with OMIM and Orphanet equivalents |
)");
  out.append(
      beacon
          ? "| `mapping.json` | tells the import what members mean that the models do not have |\n"
          : "| `mapping.json` | tells the import where the members beside the standard are, and what the dataset and "
            "the cohorts permit their data to be used for |\n");
  out.append("\n    muster import CATALOGUE");
  for (const std::string_view file : FilesToImport(options.format)) out.append(" ").append(file);
  out.append(R"( --mapping mapping.json
    muster query CATALOGUE 'count individuals where has phenotype HP:0001250 "Seizure"'

Each format of `muster synth` writes the same people, and their imports give the same answers.

)");
  out.append("Made with `muster synth --people ").append(std::to_string(options.people));
  out.append(" --seed ").append(std::to_string(options.seed));
  if (options.format == Format::kArray) out.append(" --format json");
  if (beacon) out.append(" --format beacon");
  out.append("`; the same call makes the same bytes.\n");
  return out;
}

}  // namespace muster::synth
