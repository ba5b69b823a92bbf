// Synthetic data: always the same, and right.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>

#include "nlohmann/json.hpp"
#include "shell/synth/generate.h"
#include "shell/synth/obo.h"
#include "shell/synth/person.h"
#include "shell/synth/rng.h"
#include "shell/synth/terms.h"

namespace muster::synth {
namespace {

using nlohmann::json;

std::vector<json> People(uint64_t count) {
  std::istringstream lines(Phenopackets(42, 0, count));
  std::vector<json> people;
  for (std::string line; std::getline(lines, line);) people.push_back(json::parse(line));
  return people;
}

uint64_t Fnv(const std::string& text) {
  uint64_t hash = 0xcbf29ce484222325u;
  for (unsigned char c : text) hash = (hash ^ c) * 0x100000001b3u;
  return hash;
}

TEST(Synth, SameSeedSameBytes) {
  EXPECT_EQ(Phenopackets(42, 0, 200), Phenopackets(42, 0, 200));
  EXPECT_NE(Phenopackets(42, 0, 200), Phenopackets(43, 0, 200));
}

// A change of these bytes is a change of everybody's test data: on purpose only.
TEST(Synth, TheBytesAreTheseOnEveryPlatform) { EXPECT_EQ(Fnv(Phenopackets(42, 0, 1000)), 4218886114846554965u); }

TEST(Synth, IndividualsDoNotDependOnEachOther) {
  const std::string all = Phenopackets(42, 0, 100);
  EXPECT_EQ(Phenopackets(42, 0, 60) + Phenopackets(42, 60, 40), all);
}

TEST(Synth, WritesWhatItSays) {
  const std::filesystem::path folder = testing::TempDir() + "muster_synth_test";
  std::filesystem::remove_all(folder);
  Options options;
  options.people = 700;
  EXPECT_EQ(Generate(folder.string(), options), "");
  const auto read = [&](const char* name) {
    std::ifstream file(folder / name, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(file), {});
  };
  EXPECT_EQ(read("phenopackets.jsonl"), Phenopackets(42, 0, 700));
  EXPECT_EQ(read("ontology.obo"), PhenotypeObo());
  EXPECT_EQ(read("diseases.obo"), DiseaseObo());
  const json mapping = json::parse(read("mapping.json"));
  ASSERT_FALSE(mapping["cohorts"].empty());
  for (const json& cohort : mapping["cohorts"]) EXPECT_FALSE(cohort["dataUse"].empty()) << cohort;
  options.format = Format::kArray;
  EXPECT_EQ(Generate(folder.string(), options), "");
  EXPECT_EQ(json::parse(read("phenopackets.json")).size(), 700u);
  options.progress = [](uint64_t) { return false; };
  EXPECT_EQ(Generate(folder.string(), options), "interrupted");
  std::filesystem::remove_all(folder);
  EXPECT_NE(Generate("/proc/nowhere", options), "");
}

TEST(Synth, IdsAreUnique) {
  std::set<std::string> people, samples, runs;
  for (const json& person : People(500)) {
    EXPECT_TRUE(people.insert(person["id"]).second);
    for (const json& sample : person["biosamples"]) {
      EXPECT_TRUE(samples.insert(sample["id"]).second);
      if (!sample.contains("files")) continue;
      for (const json& file : sample["files"]) EXPECT_TRUE(runs.insert(file["fileAttributes"]["runId"]).second);
    }
  }
}

TEST(Synth, NobodyHasWhatWasExcluded) {
  const World world(42);
  Person person;
  for (uint64_t i = 0; i < 2000; ++i) {
    DrawPerson(world, 42, i, person);
    for (const Feature& excluded : person.features) {
      if (!excluded.excluded) continue;
      for (const Feature& feature : person.features) {
        EXPECT_FALSE(!feature.excluded && world.IsAncestorOrSelf(excluded.term, feature.term)) << i;
      }
    }
    for (const DiseaseEvent& excluded : person.diseases) {
      if (!excluded.excluded) continue;
      for (const DiseaseEvent& event : person.diseases) {
        EXPECT_FALSE(!event.excluded && World::IsAncestorOrSelf(*excluded.profile->term, *event.profile->term)) << i;
      }
    }
  }
}

TEST(Synth, TimesAreInOrder) {
  const World world(42);
  Person person;
  for (uint64_t i = 0; i < 2000; ++i) {
    DrawPerson(world, 42, i, person);
    for (const DiseaseEvent& event : person.diseases) EXPECT_LE(event.onset_months, person.age_months) << i;
    for (const TreatmentEvent& event : person.treatments) {
      EXPECT_GE(event.start_months, event.target->onset_months) << i;
      EXPECT_LE(event.start_months, person.age_months) << i;
    }
    for (const SampleEvent& sample : person.samples) {
      EXPECT_LE(sample.collected_months, person.age_months) << i;
      EXPECT_GE(sample.collected_months, sample.tumour ? sample.cancer->onset_months : 0) << i;
    }
  }
}

TEST(Synth, HasAllThatRealRecordsHave) {
  std::map<std::string, int> seen;
  for (const json& person : People(2000)) {
    const std::string text = person.dump();
    for (const char* part : {"\"excluded\":true", "gestationalAge", "ageRange", "ontologyClass", "OMIM:", "ORPHA:",
                             "MONDO:", "UCUM:mmol/mol", "UCUM:%", "UCUM:mmol/L", "UCUM:mg/dL", "DECEASED", "SOLVED",
                             "medicalActions", "EFO:0009655", "\"WGS\"", "severity", "modifiers", "UNKNOWN_SEX"}) {
      if (text.find(part) != std::string::npos) ++seen[part];
    }
  }
  for (const auto& [part, count] : seen) EXPECT_GT(count, 0) << part;
  EXPECT_EQ(seen.size(), 19u);
}

TEST(Synth, TermsAreInOrderAndTheirParentsThere) {
  std::set<int> ids;
  int last = 0;
  for (const PhenotypeTerm& term : PhenotypeTerms()) {
    EXPECT_LT(last, term.id);
    last = term.id;
    ids.insert(term.id);
  }
  for (const PhenotypeTerm& term : PhenotypeTerms()) {
    for (int parent : term.parents) EXPECT_TRUE(parent == 0 || ids.contains(parent)) << term.id;
    EXPECT_FALSE(ids.contains(term.alternative)) << term.id;
  }
  std::set<int> diseases;
  last = 0;
  for (const DiseaseTerm& term : DiseaseTerms()) {
    EXPECT_LT(last, term.id);
    last = term.id;
    diseases.insert(term.id);
  }
  for (const DiseaseTerm& term : DiseaseTerms()) {
    for (int parent : term.parents) EXPECT_TRUE(parent == 0 || diseases.contains(parent)) << term.id;
  }
  for (const DiseaseProfile& profile : DiseaseProfiles()) {
    EXPECT_TRUE(diseases.contains(profile.disease)) << profile.disease;
    for (int feature : profile.features) EXPECT_TRUE(feature == 0 || ids.contains(feature)) << feature;
  }
}

TEST(Rng, IsSplitMix) {
  Rng a(1, 2);
  Rng b(1, 2);
  Rng c(1, 3);
  EXPECT_EQ(a.Next(), b.Next());
  EXPECT_NE(a.Next(), c.Next());
  for (int i = 0; i < 1000; ++i) {
    const int n = a.Below(7);
    EXPECT_TRUE(n >= 0 && n < 7);
    const int m = a.Between(-3, 4);
    EXPECT_TRUE(m >= -3 && m <= 4);
  }
  EXPECT_EQ(a.Between(5, 5), 5);
  EXPECT_EQ(a.Between(5, 2), 5);
}

}  // namespace
}  // namespace muster::synth
