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
