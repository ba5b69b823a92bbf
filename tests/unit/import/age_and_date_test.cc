// The age and the date of one moment that cannot both be right.
#include "engine/import/record/deliver/age_and_date.h"

#include <gmock/gmock.h>

#include "tests/unit/import/record/reading.h"

namespace muster::import {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// What is said of a measurement at this age and date, of somebody born on 1 January 1950.
std::vector<std::string> Told(const std::string& age, const std::string& date, const std::string& more = "") {
  const Reading reading = Read(R"({"id": "1", "subject": {"dateOfBirth": "1950-01-01"}, "measurements": [{"assay":
      {"id": "X:1"}, "value": {"quantity": {"unit": {"id": "UCUM:kg"}, "value": 25}}, "timeObserved": {"timestamp": ")" +
                                   date + R"(", "age": {"iso8601duration": ")" + age + R"("}}}]})",
                               "{" + more + "}");
  std::vector<std::string> told;
  for (const ImportProblem& problem : reading.report.problems) {
    if (problem.where == "/measurement/time") told.push_back(problem.reason);
  }
  return told;
}

TEST(AgeAndDateTest, AreToldWhereTheyContradictEachOther) {
  EXPECT_THAT(Told("P50Y", "2020-01-01"),
              ElementsAre("time is at 50 years, and on 2020-01-01, which is at 70 years by the date of birth"));
  EXPECT_THAT(Told("P70Y", "2000-01-01"), testing::SizeIs(1));
  for (const char* age : {"P70Y", "P71Y", "P70Y6M"}) EXPECT_THAT(Told(age, "2020-06-30"), IsEmpty()) << age;
  EXPECT_THAT(Told("P70Y", "2020"), IsEmpty());
  // By little more than a year, on either side.
  EXPECT_THAT(Told("P68Y", "2020-03-01"), testing::SizeIs(1));
  EXPECT_THAT(Told("P68Y", "2019-01-20"), IsEmpty());
  EXPECT_THAT(Told("P72Y", "2021-01-02"), IsEmpty());
  EXPECT_THAT(Told("P72Y", "2020-01-01"), testing::SizeIs(1));
  EXPECT_THAT(Told("P50Y", "2020-01-01", R"("plausibility": {"lifetime": false})"), IsEmpty());
}

TEST(AgeAndDateTest, AgesThatNobodyHasReachedYetAreTold) {
  const auto told = [](const std::string& born, const std::string& age) {
    const Reading reading = Read(R"({"id": "1", "subject": {"dateOfBirth": ")" + born +
                                 R"(", "timeAtLastEncounter": {"age": {"iso8601duration": ")" + age + "\"}}}}");
    std::vector<std::string> reasons;
    for (const ImportProblem& problem : reading.report.problems) reasons.push_back(problem.reason);
    return reasons;
  };
  EXPECT_THAT(told("2000-01-01", "P90Y"),
              ElementsAre("age at last contact is at 90 years, of somebody born on 2000-01-01"));
  EXPECT_THAT(told("2000-01-01", "P20Y"), IsEmpty());
  EXPECT_THAT(told("1930-01-01", "P90Y"), IsEmpty());
}

}  // namespace
}  // namespace muster::import
