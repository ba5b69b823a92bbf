// Synthetic data: always the same, and right.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>

#include "nlohmann/json.hpp"
#include "shell/synth/files/generate.h"
#include "shell/synth/files/obo.h"
#include "shell/synth/people/person.h"
#include "shell/synth/people/rng.h"
#include "shell/synth/people/terms.h"
#include "tests/support/own_folder.h"

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
TEST(Synth, TheBytesAreTheseOnEveryPlatform) { EXPECT_EQ(Fnv(Phenopackets(42, 0, 1000)), 8160186446632655798u); }

TEST(Synth, IndividualsDoNotDependOnEachOther) {
  const std::string all = Phenopackets(42, 0, 100);
  EXPECT_EQ(Phenopackets(42, 0, 60) + Phenopackets(42, 60, 40), all);
  // Nothing is left of the person before.
  std::string one_by_one;
  for (uint64_t i = 0; i < 100; ++i) one_by_one += Phenopackets(42, i, 1);
  EXPECT_EQ(one_by_one, all);
}

TEST(Synth, WritesWhatItSays) {
  const test::OwnFolder own;
  const std::filesystem::path folder = own / "new";
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
  EXPECT_NE(Generate("/proc/nowhere", options), "");
}

TEST(Synth, BeaconHoldsTheSamePeople) {
  const test::OwnFolder own;
  const std::filesystem::path folder = own / "new";
  Options options;
  options.format = Format::kBeacon;
  const auto read = [&](std::string_view name) {
    std::ifstream file(folder / name, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(file), {});
  };
  // Also so many that files are written in several pieces, and none at all.
  for (const uint64_t count : {uint64_t{0}, uint64_t{1}, uint64_t{1500}}) {
    options.people = count;
    ASSERT_EQ(Generate(folder.string(), options), "");
    const std::vector<json> packets = People(count);
    const json individuals = json::parse(read("individuals.json"));
    ASSERT_EQ(individuals.size(), count);
    std::set<std::string> samples, runs, members;
    size_t sample_count = 0;
    for (size_t i = 0; i < count; ++i) {
      EXPECT_EQ(individuals[i]["id"], packets[i]["id"]);
      EXPECT_EQ(individuals[i]["info"]["subjectId"], packets[i]["subject"]["id"]);
      EXPECT_EQ(individuals[i].value("exposures", json::array()).size(),
                packets[i].value("exposures", json::array()).size());
      EXPECT_EQ(individuals[i].contains("pedigrees"), packets[i].contains("pedigree"));
      sample_count += packets[i]["biosamples"].size();
    }
    for (const json& sample : json::parse(read("biosamples.json"))) EXPECT_TRUE(samples.insert(sample["id"]).second);
    for (const json& run : json::parse(read("runs.json"))) {
      EXPECT_TRUE(runs.insert(run["id"]).second);
      EXPECT_TRUE(samples.contains(run["biosampleId"]));
    }
    for (const json& analysis : json::parse(read("analyses.json"))) EXPECT_TRUE(runs.contains(analysis["runId"]));
    for (const json& cohort : json::parse(read("cohorts.json"))) {
      EXPECT_EQ(cohort["cohortSize"], cohort["ids"]["individualIds"].size());
      EXPECT_FALSE(cohort["cohortDataUse"]["duoDataUse"].empty());
      for (const json& member : cohort["ids"]["individualIds"]) EXPECT_TRUE(members.insert(member).second);
    }
    EXPECT_EQ(samples.size(), sample_count);
    EXPECT_EQ(members.size(), count);
    EXPECT_EQ(json::parse(read("datasets.json"))[0]["id"], "default");
    for (const std::string_view name : FilesToImport(options.format)) {
      EXPECT_TRUE(std::filesystem::exists(folder / name)) << name;
      EXPECT_NE(read("README.md").find(name), std::string::npos) << name;
    }
  }
  options.progress = [](uint64_t) { return false; };
  EXPECT_EQ(Generate(folder.string(), options), "interrupted");
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

TEST(Synth, FamiliesAgree) {
  const World world(42);
  Person child, mother, father;
  int affected_parents = 0;
  for (uint64_t i = 0; i < 20000; i += kPeopleBetweenFamilies) {
    // In any order: nobody is drawn from what was drawn before.
    DrawPerson(world, 42, i + 2, father);
    DrawPerson(world, 42, i, child);
    DrawPerson(world, 42, i + 1, mother);
    EXPECT_EQ(mother.sex, RecordedSex::kFemale);
    EXPECT_EQ(father.sex, RecordedSex::kMale);
    for (const Person* parent : {&mother, &father}) {
      ASSERT_NE(parent->family_member(), nullptr);
      EXPECT_EQ(parent->family->proband, i);
      EXPECT_EQ(parent->cohort, child.cohort);
      EXPECT_GE(parent->age_months, child.age_months + 216) << i;
      EXPECT_LE(parent->birth_day + 18 * 365, child.birth_day) << i;
    }
    for (const Person* person : {&child, &mother, &father}) {
      const bool has = std::any_of(person->diseases.begin(), person->diseases.end(), [&](const DiseaseEvent& event) {
        return !event.excluded && event.profile == person->family->disease;
      });
      EXPECT_EQ(person->family_member()->affected, has) << person->number;
    }
    EXPECT_TRUE(child.family_member()->affected);
    affected_parents += mother.family_member()->affected + father.family_member()->affected;
    DrawPerson(world, 42, i + 3, child);
    EXPECT_EQ(child.family_member(), nullptr);
  }
  EXPECT_GT(affected_parents, 50);
  EXPECT_LT(affected_parents, 200);
}

TEST(Synth, TimesAreInOrder) {
  const World world(42);
  Person person;
  for (uint64_t i = 0; i < 2000; ++i) {
    DrawPerson(world, 42, i, person);
    for (const DiseaseEvent& event : person.diseases) EXPECT_LE(event.onset_months, person.age_months) << i;
    for (const Feature& feature : person.features) EXPECT_LE(feature.resolved_months, person.age_months) << i;
    for (const TreatmentEvent& event : person.treatments) {
      EXPECT_GE(event.start_months, event.target->onset_months) << i;
      EXPECT_LE(event.start_months, person.age_months) << i;
    }
    for (const ProcedureEvent& event : person.procedures) EXPECT_LE(event.months, person.age_months) << i;
    for (const ExposureEvent& event : person.exposures) {
      EXPECT_EQ(event.excluded, event.start_months == kNever) << i;
      EXPECT_LE(event.start_months + event.years * 12, person.age_months + 12) << i;
    }
    for (const SampleEvent& sample : person.samples) {
      EXPECT_LE(sample.collected_months, person.age_months) << i;
      for (const RunEvent& run : sample.runs) {
        EXPECT_GE(run.day, person.birth_day) << i;
        EXPECT_TRUE(run.analysis == nullptr || run.analysis_day >= run.day) << i;
      }
      EXPECT_GE(sample.collected_months, sample.tumour ? sample.cancer->onset_months : 0) << i;
    }
  }
}

TEST(Synth, HasAllThatRealRecordsHave) {
  std::map<std::string, int> seen;
  for (const json& person : People(2000)) {
    const std::string text = person.dump();
    for (const char* part : {"\"excluded\":true",
                             "gestationalAge",
                             "ageRange",
                             "ontologyClass",
                             "OMIM:",
                             "ORPHA:",
                             "MONDO:",
                             "UCUM:mmol/mol",
                             "UCUM:%",
                             "UCUM:mmol/L",
                             "UCUM:mg/dL",
                             "DECEASED",
                             "SOLVED",
                             "medicalActions",
                             "EFO:0009655",
                             "\"WGS\"",
                             "severity",
                             "modifiers",
                             "UNKNOWN_SEX",
                             "familyHistory",
                             "clinicalTnmFinding",
                             "laterality",
                             "evidenceCode",
                             "causeOfDeath",
                             "\"derived\"",
                             "\"matched\"",
                             "\"aliquot\"",
                             "\"longitudinal\"",
                             "\"analysis\"",
                             "\"VCF\"",
                             "\"proband\"",
                             "\"unaffected\"",
                             "\"withdrawn\"",
                             "{PackYears}",
                             "Colectomy"}) {
      if (text.find(part) != std::string::npos) ++seen[part];
    }
  }
  for (const auto& [part, count] : seen) EXPECT_GT(count, 0) << part;
  EXPECT_EQ(seen.size(), 35u);
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
