// Measurements that were exchanged for each other.
#include "engine/import/watch/turned_pairs.h"

#include <gmock/gmock.h>

#include <string>
#include <utility>
#include <vector>

#include "tests/unit/import/table/tables.h"

namespace muster::import {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

using Pairs = std::vector<std::pair<int, int>>;

std::string RuleOfPair(const std::string& code, const std::string& column, const std::string& unit) {
  return R"({"from": "/t/*", "fields": {"assay": {"const": ")" + code + R"("}, "value": "/)" + column +
         R"(", "unit": {"const": ")" + unit + R"("}}})";
}

// What is said of people who have these two values, each in a row of a table.
std::vector<std::string> ToldOfPairs(const Pairs& pairs, const std::string& rules) {
  std::string text = "id,a,b\n";
  for (size_t i = 0; i < pairs.size(); ++i) {
    text +=
        "p" + std::to_string(i) + "," + std::to_string(pairs[i].first) + "," + std::to_string(pairs[i].second) + "\n";
  }
  return ProblemsOf(ReadTables({{"t.csv", text}}, R"({"tables": {"t": {"files": "t.csv", "id": "id"}},
      "measurements": [)" + rules + "]}"));
}

std::vector<std::string> Pressures(const Pairs& pairs) {
  return ToldOfPairs(pairs,
                     RuleOfPair("LOINC:8480-6", "a", "mm[Hg]") + "," + RuleOfPair("LOINC:8462-4", "b", "mm[Hg]"));
}

std::vector<std::string> Sizes(const Pairs& pairs) {
  return ToldOfPairs(pairs, RuleOfPair("LOINC:8302-2", "a", "cm") + "," + RuleOfPair("LOINC:29463-7", "b", "kg"));
}

Pairs Repeated(size_t times, std::pair<int, int> pair, size_t more = 0, std::pair<int, int> other = {}) {
  Pairs pairs(times, pair);
  pairs.insert(pairs.end(), more, other);
  return pairs;
}

TEST(TurnedPairsTest, SystolicBelowDiastolic) {
  EXPECT_THAT(Pressures(Repeated(10, {80, 130})),
              ElementsAre(HasSubstr("10 of 10 individuals have systolic pressures below their diastolic ones, such as "
                                    "\"p0\": 80 and 130 mm[Hg]")));
  EXPECT_THAT(Pressures(Repeated(3, {80, 130}, 20, {130, 80})), ElementsAre(HasSubstr("3 of 23 individuals")));
  EXPECT_THAT(ToldOfPairs(Repeated(4, {80, 130}), RuleOfPair("SNOMED:271649006", "a", "UCUM:mm[Hg]") + "," +
                                                      RuleOfPair("SNOMED:271650006", "b", "UCUM:mm[Hg]")),
              ElementsAre(HasSubstr("4 of 4 individuals")));
  EXPECT_THAT(ToldOfPairs(Repeated(4, {80, 130}),
                          RuleOfPair("LOINC:8480-6", "a", "mm[Hg]") + "," + RuleOfPair("LOINC:8462-4", "b", "kPa")),
              Not(Contains(HasSubstr("systolic pressures below"))));
  EXPECT_THAT(Pressures(Repeated(10, {130, 80})), IsEmpty());
  EXPECT_THAT(Pressures(Repeated(2, {80, 130}, 5, {130, 80})), IsEmpty()) << "mistakes of a day";
  EXPECT_THAT(Pressures(Repeated(3, {80, 130}, 27, {130, 80})), IsEmpty()) << "a tenth";
  EXPECT_THAT(Pressures(Repeated(10, {80, 80})), IsEmpty());
}

TEST(TurnedPairsTest, OnlyWhereAllValuesOfAPersonAreTurned) {
  const std::string rules = RuleOfPair("LOINC:8480-6", "a", "mm[Hg]") + "," + RuleOfPair("LOINC:8462-4", "b", "mm[Hg]");
  std::string text = "id,a,b\n";
  for (int person = 0; person < 5; ++person) {
    text += "p" + std::to_string(person) + ",80,130\np" + std::to_string(person) + ",135,82\n";
  }
  EXPECT_THAT(ProblemsOf(ReadTables({{"t.csv", text}}, R"({"tables": {"t": {"files": "t.csv", "id": "id"}},
      "measurements": [)" + rules + "]}")),
              IsEmpty());
}

TEST(TurnedPairsTest, HeightAndWeight) {
  EXPECT_THAT(Sizes(Repeated(5, {62, 171})),
              ElementsAre(HasSubstr("5 of 5 individuals have a body mass index above 100, "
                                    "such as \"p0\": 62 cm and 171 kg")));
  EXPECT_THAT(Sizes(Repeated(5, {171, 62})), IsEmpty());
  EXPECT_THAT(Sizes(Repeated(5, {200, 210})), IsEmpty());
  EXPECT_THAT(Sizes(Repeated(5, {50, 4})), IsEmpty()) << "newborns";
  EXPECT_THAT(Sizes(Repeated(3, {62, 171}, 3, {171, 62})), IsEmpty()) << "a half";
}

}  // namespace
}  // namespace muster::import
