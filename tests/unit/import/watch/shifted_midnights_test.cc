// Dates at the midnight of another time zone.
#include "engine/import/watch/shifted_midnights.h"

#include <gmock/gmock.h>

#include <cstdio>
#include <string>
#include <vector>

#include "tests/unit/import/table/tables.h"

namespace muster::import {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// Twelve people, one in each month, born at `summer` from April to September and at `winter` in the others.
std::vector<std::string> BornAt(const std::string& summer, const std::string& winter,
                                const std::string& field = "birth date") {
  std::string csv = "id,t\n";
  for (int month = 1; month <= 12; ++month) {
    char day[16];
    std::snprintf(day, sizeof day, "19%d-%02d-%02d", 60 + month, month, month + 8);
    csv += "p" + std::to_string(month) + "," + day + (month >= 4 && month <= 9 ? summer : winter) + "\n";
  }
  const bool birth = field == "birth date";
  return ProblemsOf(ReadTables(
      {{"p.csv", csv}},
      birth ? R"({"tables": {"p": {"files": "p.csv", "id": "id", "one": true}}, "individual": {"birth date": "/p/t"}})"
            : R"({"tables": {"p": {"files": "p.csv", "id": "id"}}, "samples": {"from": "/p/*",
                  "fields": {"sample id": "/id", "collected": "/t"}}})"));
}

TEST(ShiftedMidnightsTest, OfBirthsInOneOrTwoHours) {
  EXPECT_THAT(BornAt("T22:00:00Z", "T23:00:00.000Z"), ElementsAre(HasSubstr("12 of 12 times are at 22:00 or 23:00")));
  EXPECT_THAT(BornAt(" 22:00:00", " 23:00:00"), ElementsAre(HasSubstr("at 22:00 or 23:00")));
  EXPECT_THAT(BornAt("T23:00:00Z", "T00:00:00Z"), ElementsAre(HasSubstr("at 23:00 or 00:00"))) << "London";
  EXPECT_THAT(BornAt("T15:00:00Z", "T15:00:00Z"), ElementsAre(HasSubstr("12 of 12 times are at 15:00"))) << "Tokyo";
  EXPECT_THAT(BornAt("T18:30:00Z", "T18:30:00Z"), ElementsAre(HasSubstr("at 18:30"))) << "Delhi";
}

TEST(ShiftedMidnightsTest, TimesOfBirthAndMidnightAreNot) {
  EXPECT_THAT(BornAt("", ""), IsEmpty());
  EXPECT_THAT(BornAt("T00:00:00Z", "T00:00:00Z"), IsEmpty());
  EXPECT_THAT(BornAt("T12:00:00Z", "T12:00:00Z"), IsEmpty()) << "no zone changes the day";
  EXPECT_THAT(BornAt("T04:00:00Z", "T05:00:00Z"), IsEmpty()) << "New York: it is the same day";
  EXPECT_THAT(BornAt("T14:30:00Z", "T03:00:00Z"), IsEmpty());
}

TEST(ShiftedMidnightsTest, OfOtherTimesTheSeasonTells) {
  EXPECT_THAT(BornAt("T22:00:00Z", "T23:00:00Z", "sample"), ElementsAre(HasSubstr("at 22:00 or 23:00")));
  EXPECT_THAT(BornAt("T23:00:00Z", "T22:00:00Z", "sample"), IsEmpty());
  EXPECT_THAT(BornAt("T22:00:00Z", "T22:00:00Z", "sample"), IsEmpty()) << "in the evening";
}

}  // namespace
}  // namespace muster::import
