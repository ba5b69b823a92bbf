#include "engine/import/watch/shared_samples.h"

#include <gmock/gmock.h>

#include <string>
#include <utility>
#include <vector>

#include "tests/unit/import/table/tables.h"

namespace muster::import {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> ToldOfSamples(const std::vector<std::pair<std::string, std::string>>& rows) {
  std::string text = "id,sid\n";
  for (const auto& [person, sample] : rows) text += person + "," + sample + "\n";
  return ProblemsOf(ReadTables({{"s.csv", text}}, R"({"tables": {"s": {"files": "s.csv", "id": "id"}},
      "samples": {"from": "/s/*", "fields": {"id": "/sid"}}})"));
}

TEST(SharedSamplesTest, ASampleOfTwoPeopleIsReported) {
  EXPECT_THAT(ToldOfSamples({{"p1", "B771"}, {"p2", "B771"}, {"p3", "B772"}}),
              ElementsAre(HasSubstr("2 individuals have a sample \"B771\", one of them \"p2\"")));
  EXPECT_THAT(ToldOfSamples({{"p1", "B771"}, {"p1", "B772"}, {"p2", "B773"}}), IsEmpty());
}

TEST(SharedSamplesTest, NamesOfKindsAndNumbersOfFewPeopleAreNoIds) {
  EXPECT_THAT(ToldOfSamples({{"p1", "T"}, {"p1", "N"}, {"p2", "T"}, {"p2", "N"}}), IsEmpty());
  EXPECT_THAT(ToldOfSamples({{"p1", "S1"}, {"p1", "S2"}, {"p2", "S1"}, {"p2", "S2"}}), IsEmpty());
  // Most have two, and three a metastasis as well.
  std::vector<std::pair<std::string, std::string>> rows;
  for (int person = 1; person <= 9; ++person) {
    for (const char* kind : {"tumour", "normal"}) rows.emplace_back("p" + std::to_string(person), kind);
    if (person <= 3) rows.emplace_back("p" + std::to_string(person), "metastasis");
  }
  EXPECT_THAT(ToldOfSamples(rows), IsEmpty());
  // A short id that one of two has by mistake.
  rows.clear();
  for (int person = 1; person <= 20; ++person) {
    rows.emplace_back("p" + std::to_string(person), "B" + std::to_string(person == 2 ? 1 : person));
  }
  EXPECT_THAT(ToldOfSamples(rows), ElementsAre(HasSubstr("2 individuals have a sample \"B1\"")));
}

TEST(SharedSamplesTest, NumbersOfEachPersonAreNoIds) {
  std::vector<std::pair<std::string, std::string>> rows;
  for (int person = 1; person <= 5; ++person) {
    rows.emplace_back("p" + std::to_string(person), "S1");
    rows.emplace_back("p" + std::to_string(person), "T");
  }
  // Two people have a second one.
  rows.emplace_back("p1", "S2");
  rows.emplace_back("p2", "S2");
  EXPECT_THAT(ToldOfSamples(rows), IsEmpty());
}

}  // namespace
}  // namespace muster::import
