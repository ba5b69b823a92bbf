// What guests are told beside numbers, in answer to every text of the golden tests and of the manuals.
#include <algorithm>
#include <filesystem>
#include <iterator>
#include <memory>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "muster/catalogue.h"
#include "muster/guest.h"
#include "nlohmann/json.hpp"
#include "tests/golden/case_file.h"
#include "tests/golden/world.h"
#include "tests/support/own_folder.h"
#include "tests/support/source_tree.h"

namespace muster::golden {
namespace {

// The warnings and notes that guests get. Each is decided by the words of the text, the ontologies, what custodians say
// of their datasets, and listed values. All others, nearly all of which look at records, are for the embedding program.
const std::set<std::string> kForGuests = {
    "ambiguous-equivalence", "and-before-or",      "bound-of-all",    "bands-of-age",
    "either-denial",         "empty-range",        "equivalent-term", "inexact-name",
    "merged-term",           "negated-and",        "no-day",          "no-data-use",
    "no-such-codes",         "no-such-term",       "not-recorded",    "not-usable",
    "order-of-records",      "refused-consents",   "replaced-term",   "term-not-in-ontology",
    "two-records",           "unconverted-units",  "unit-not-named",  "unused-code",
    "use-with-conditions",   "within-one-dataset", "with-of-last",    "word-as-name"};

// Numbers are exact from `people` on, so that nothing but the threshold decides what is told.
std::string PolicyFrom(int people) {
  return absl::StrCat(R"({"tiers": {"t": {"preset": "controlled", "variance": 0, "accept_no_noise": true, "people": )",
                      people, R"(, "shown_from": )", people + 1, R"(, "ages": "any", "units": 100000000, )",
                      R"("units_year": 100000000, "near": 100000000, "per_minute": 100000000}},)",
                      R"("ledger": {"durable": "process"}})");
}

std::vector<std::string> Texts() {
  std::vector<std::string> texts;
  for (const char* file :
       {"tests/golden/errors.test", "tests/golden/answers.test", "tests/golden/bind.test", "tests/golden/cookbook.test",
        "tests/golden/plan.test", "docs/errors.md", "docs/language.md", "docs/cookbook.md"}) {
    const std::vector<std::string> of_file = QueriesIn(test::InSourceTree(file));
    EXPECT_FALSE(of_file.empty()) << file;
    texts.insert(texts.end(), of_file.begin(), of_file.end());
  }
  return texts;
}

struct Told {
  std::string remarks;          // and mistakes, as they are printed
  std::string words;            // the texts of the tables
  std::set<std::string> codes;  // of warnings and notes
};

template <typename Asker>
Told Ask(Asker& asker, const std::string& text) {
  Told told;
  const auto answers = asker.Query(text);
  if (!answers.ok()) return {answers.status().ToString(), "", {}};
  for (const Answer& answer : *answers) {
    absl::StrAppend(&told.remarks, RenderDiagnostics(text, answer.diagnostics), "\n");
    for (const Diagnostic& one : answer.diagnostics) {
      if (one.severity != Severity::kError) told.codes.insert(one.code);
    }
    if (!answer.table.has_value()) continue;
    for (const std::vector<Cell>& row : answer.table->rows) {
      for (const Cell& cell : row) {
        if (const auto* word = std::get_if<std::string>(&cell)) absl::StrAppend(&told.words, *word, "\n");
      }
    }
  }
  return told;
}

class GuestWordsTest : public testing::TestWithParam<const char*> {
 protected:
  std::unique_ptr<Catalogue> Make(const std::string& name) {
    auto made = Catalogue::Open(folder_ / name, {.create_if_missing = true});
    EXPECT_TRUE(made.ok()) << made.status();
    if (!made.ok()) return nullptr;
    const std::vector<std::string> ontologies = Files(".obo");
    EXPECT_FALSE(ontologies.empty());
    const auto report = (*made)->Import(ontologies, {});
    EXPECT_TRUE(report.ok()) << report.status();
    return *std::move(made);
  }
  static std::vector<std::string> Files(const std::string& ending) {
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(test::TestData(GetParam()))) {
      if (entry.path().extension() == ending) files.push_back(entry.path().string());
    }
    std::sort(files.begin(), files.end());
    return files;
  }
  // The records of the world, with ids of their own in each copy.
  static void ImportWorld(Catalogue& catalogue, int copy, const std::string& dataset = "") {
    for (const std::string& file : Files(".jsonl")) {
      std::string people;
      for (const std::string& line : SplitLines(ReadText(file))) {
        auto person = nlohmann::ordered_json::parse(line);
        person["id"] = absl::StrCat(person["id"].get<std::string>(), "x", copy);
        absl::StrAppend(&people, person.dump(), "\n");
      }
      ImportText(catalogue, people, dataset.empty() ? std::filesystem::path(file).stem().string() : dataset);
    }
  }
  // People of whom nothing but the sex is known.
  static void ImportOthers(Catalogue& catalogue, int count, const std::string& dataset) {
    std::string people;
    for (int i = 0; i < count; ++i) {
      absl::StrAppend(&people, R"({"id": "other)", i, R"(", "subject": {"sex": ")", i % 2 == 0 ? "FEMALE" : "MALE",
                      "\"}}\n");
    }
    ImportText(catalogue, people, dataset);
  }
  static std::unique_ptr<Guest> Admit(Catalogue& catalogue, int people) {
    const absl::Status set = catalogue.SetPolicy(PolicyFrom(people));
    EXPECT_TRUE(set.ok()) << set;
    auto guest = catalogue.Admit({.name = "alice", .tier = "t"});
    EXPECT_TRUE(guest.ok()) << guest.status();
    return guest.ok() ? *std::move(guest) : nullptr;
  }

 private:
  static void ImportText(Catalogue& catalogue, const std::string& people, const std::string& dataset) {
    ImportOptions options;
    options.dataset = dataset;
    options.mapping = ReadText(absl::StrCat(test::TestData(GetParam()), "/mapping.json"));
    const auto report = catalogue.ImportText(people, options);
    ASSERT_TRUE(report.ok()) << report.status();
  }

  const test::OwnFolder folder_;
};

// The world's people, each with something that hardly anybody else has, beside many of whom nothing is known.
TEST_P(GuestWordsTest, WhatFewPeopleHaveIsSpokenOfAsWhatNobodyHas) {
  constexpr int kPeople = 100;
  std::unique_ptr<Catalogue> catalogues[2];
  std::unique_ptr<Guest> guests[2];
  for (const bool with : {false, true}) {
    catalogues[with] = Make(with ? "with" : "without");
    ASSERT_NE(catalogues[with], nullptr);
    ImportOthers(*catalogues[with], 4 * kPeople, "all");
    if (with) ImportWorld(*catalogues[with], 0, "all");
    guests[with] = Admit(*catalogues[with], kPeople);
    ASSERT_NE(guests[with], nullptr);
  }
  size_t differ_for_the_host = 0;
  for (const std::string& text : Texts()) {
    const Told without = Ask(*guests[0], text);
    const Told with = Ask(*guests[1], text);
    EXPECT_EQ(without.remarks, with.remarks) << text;
    EXPECT_EQ(without.words, with.words) << text;
    differ_for_the_host += Ask(*catalogues[0], text).remarks != Ask(*catalogues[1], text).remarks ? 1 : 0;
  }
  EXPECT_GT(differ_for_the_host, 300u) << "there is something that could be told";
}

// So many copies of the world that everything of it is listed: a remark with a number of people, or one that looks at
// how many they are, would be another with more copies.
TEST_P(GuestWordsTest, RemarksAreDecidedByWordsOntologiesAndListedValues) {
  constexpr int kPeople = 3;
  constexpr int kCopies[2] = {12, 20};
  std::unique_ptr<Catalogue> catalogues[2];
  std::unique_ptr<Guest> guests[2];
  for (const size_t more : {0, 1}) {
    catalogues[more] = Make(absl::StrCat("world", more));
    ASSERT_NE(catalogues[more], nullptr);
    for (int copy = 0; copy < kCopies[more]; ++copy) ImportWorld(*catalogues[more], copy);
    guests[more] = Admit(*catalogues[more], kPeople);
    ASSERT_NE(guests[more], nullptr);
  }
  std::set<std::string> only_for_the_host;
  for (const std::string& text : Texts()) {
    const Told few = Ask(*guests[0], text);
    const Told many = Ask(*guests[1], text);
    EXPECT_EQ(few.remarks, many.remarks) << text;
    for (const std::string& code : many.codes) EXPECT_TRUE(kForGuests.contains(code)) << code << ": " << text;
    const Told host = Ask(*catalogues[1], text);
    std::ranges::set_difference(host.codes, kForGuests, std::inserter(only_for_the_host, only_for_the_host.end()));
  }
  EXPECT_GT(only_for_the_host.size(), 25u) << "there is something that could be told";
}

INSTANTIATE_TEST_SUITE_P(Worlds, GuestWordsTest, testing::Values("world", "cookbook"));

}  // namespace
}  // namespace muster::golden
