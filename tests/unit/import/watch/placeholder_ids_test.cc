#include "engine/import/watch/placeholder_ids.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "tests/unit/import/table/tables.h"

namespace muster::import {
namespace {

TEST(PlaceholderIdsTest, IdsOfTestsAreNamed) {
  constexpr char kPeople[] = R"({"tables": {"p": {"files": "p.csv", "id": "id", "one": true}},
                                 "individual": {"sex": "/p/sex"}})";
  const Reading reading = ReadTables(
      {{"p.csv", "id,sex\nTest 1,male\nA1,male\nDUMMY,male\n-9,male\nTestament,male\n77,male\n1-test,male\n"}},
      kPeople);
  std::vector<std::string> ids;
  for (const ImportProblem& problem : reading.report.problems) ids.push_back(problem.value);
  EXPECT_THAT(ids, testing::UnorderedElementsAre("Test 1", "DUMMY", "-9"));
  EXPECT_EQ(reading.report.individuals, 7u);
}

TEST(PlaceholderIdsTest, IdsThatASpreadsheetHasMadeAreTold) {
  constexpr char kPeople[] = R"({"tables": {"p": {"files": "p.csv", "id": "id", "one": true}},
                                 "individual": {"sex": "/p/sex"}})";
  const auto told = [&](const std::string& rows) {
    return ProblemsOf(ReadTables({{"p.csv", "id,sex\n" + rows}}, kPeople));
  };
  const std::string others = "A1,male\nA2,male\nA3,male\nA4,male\nA5,male\nA6,male\nA7,male\nA8,male\n";
  EXPECT_THAT(told(others + "2-Jan,male\n1E5,male\n"),
              testing::UnorderedElementsAre(testing::HasSubstr("2-Jan"), testing::HasSubstr("1E5")));
  EXPECT_THAT(told("1A5,male\n1B5,male\n1E5,male\n1E6,male\n"), testing::IsEmpty()) << "wells of a plate";
  const Reading narrow = ReadTables({{"p.csv", "id,sex\nA1,male\n#####,male\n#####,female\n"}}, kPeople);
  EXPECT_EQ(narrow.report.individuals, 1u);
  EXPECT_EQ(narrow.report.rejected, 2u);
}

TEST(PlaceholderIdsTest, RecordsThatWereEnteredTwice) {
  constexpr char kPeople[] = R"({"tables": {"p": {"files": "p.csv", "id": "id", "one": true}},
                                 "individual": {"sex": "/p/sex"}})";
  const auto told = [&](const std::string& rows) {
    return ProblemsOf(ReadTables({{"p.csv", "id,sex\n" + rows}}, kPeople));
  };
  EXPECT_THAT(told("7--1,male\n7--2,male\n8--1,male\n"),
              testing::ElementsAre(testing::HasSubstr("1 record has two entries, such as \"7--1\" and \"7--2\"")));
  EXPECT_THAT(told("7--1,male\n8--1,male\n9-1,male\n9-2,male\n"), testing::IsEmpty());
  EXPECT_THAT(told("7--1,male\n7--2,female\n8--1,male\n8--2,male\n8--3,male\n"), testing::IsEmpty()) << "families";
}

}  // namespace
}  // namespace muster::import
