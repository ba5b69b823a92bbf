#include "engine/import/watch/missing_numbers.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/unit/import/table/tables.h"

namespace muster::import {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> Reasons(const std::string& values, const std::string& more = "") {
  std::string table = "id,bmi\n";
  int id = 0;
  for (size_t begin = 0; begin < values.size();) {
    const size_t end = std::min(values.find(' ', begin), values.size());
    table += std::to_string(++id) + "," + values.substr(begin, end - begin) + "\n";
    begin = end + 1;
  }
  const Reading reading = ReadTables({{"p.csv", table}}, R"({
    "tables": {"p": {"files": "p.csv", "id": "id", "one": true}}, )" +
                                                             more + R"(
    "measurements": {"from": "/p", "fields": {"assay": {"const": "LOINC:1988-5"}, "value": "/bmi",
                                              "unit": {"const": "mg/L"}}}})");
  std::vector<std::string> reasons;
  for (const ImportProblem& problem : reading.report.problems) {
    // That concentrations are not below zero is told by itself.
    if (problem.reason.find("below zero") == std::string::npos) reasons.push_back(problem.reason);
  }
  return reasons;
}

TEST(MissingNumbersTest, WhatLiesOutsideAllOthersIsTold) {
  EXPECT_THAT(Reasons("22 25 31 19.5 40 999 999 -9"),
              testing::UnorderedElementsAre(
                  HasSubstr("2 values of LOINC:1988-5 are 999 mg/L, and the other 5 between 19.5 and 40"),
                  HasSubstr("1 value of LOINC:1988-5 is -9 mg/L")));
}

TEST(MissingNumbersTest, SeveralMarkersDoNotHideEachOther) {
  EXPECT_THAT(Reasons("5 7 6 9999 99999 888 777 1000000"), testing::SizeIs(5));
  EXPECT_THAT(Reasons("12 41 30 22 18 997 998 999"), testing::SizeIs(3));
  EXPECT_THAT(Reasons("3 2 7 77 88 99 -1 -3 -10"), testing::SizeIs(3));
  EXPECT_THAT(Reasons("0 1 4 2 3 77 88 99"), testing::SizeIs(3));
  EXPECT_THAT(Reasons("3 120 30 22 18 888.8 999.9"), testing::SizeIs(2));
  EXPECT_THAT(Reasons("-3 -1 0.5 2 1.2 3.4 -2.1 -8"), testing::SizeIs(1)) << "base excess, and one far below";
  EXPECT_THAT(Reasons("-3 -1 0.5 2 1.2 -2.1"), IsEmpty()) << "base excess";
}

TEST(MissingNumbersTest, AFewWholeNegativesAmongManyOthersAreCodes) {
  std::string cups;
  for (int i = 0; i < 24; ++i) cups += std::to_string(i % 8) + " ";
  EXPECT_THAT(Reasons(cups + "-10 -3 -1"),
              testing::UnorderedElementsAre(HasSubstr("is -10 mg/L, and the other 24 between 0 and 7"),
                                            HasSubstr("is -3 mg/L"), HasSubstr("is -1 mg/L")));
  EXPECT_THAT(Reasons(cups + "-3"), testing::SizeIs(1));
  EXPECT_THAT(Reasons(cups + "-1 -2 -3 -2"), IsEmpty()) << "a scale that goes on";
  EXPECT_THAT(Reasons(cups + "-10 -4 -3 -6"), IsEmpty()) << "too many for codes";
  EXPECT_THAT(Reasons(cups + "-10 -3 -0.5"), IsEmpty()) << "values below zero";
  EXPECT_THAT(Reasons("0 1 2 3 4 5 -3"), IsEmpty()) << "too few others";
}

TEST(MissingNumbersTest, AFewNumbersBelowNinetyNineApartFromManyOthersAreCodes) {
  std::string nodes;
  for (int i = 0; i < 24; ++i) nodes += std::to_string(i % 6) + " ";
  EXPECT_THAT(
      Reasons(nodes + "97 98 98 97 98"),
      testing::UnorderedElementsAre(HasSubstr("2 values of LOINC:1988-5 are 97 mg/L, and the other 24 between 0 and 5"),
                                    HasSubstr("3 values of LOINC:1988-5 are 98 mg/L")));
  EXPECT_THAT(Reasons(nodes + "95 95 98 98 99"), testing::SizeIs(3));
  EXPECT_THAT(Reasons(nodes + "990 990 991 991"), testing::SizeIs(2));
  EXPECT_THAT(Reasons(nodes + "96 96 990 990"), testing::SizeIs(2)) << "96 is one of them";
  EXPECT_THAT(Reasons(nodes + "95 95"), IsEmpty()) << "a value";
  EXPECT_THAT(Reasons(nodes + "97 98"), IsEmpty()) << "one person each";
  EXPECT_THAT(Reasons(nodes + "60 97 97 98 98"), IsEmpty()) << "no gap";
  EXPECT_THAT(Reasons(nodes + "990 990 991 991 992 992 993 993 994 994"), IsEmpty()) << "too many for codes";
  EXPECT_THAT(Reasons("0 1 2 3 4 5 97 97 98 98"), IsEmpty()) << "too few others";
}

TEST(MissingNumbersTest, PerCentGoUpToAHundred) {
  std::string table = "id,v\n";
  for (int i = 0; i < 30; ++i) table += std::to_string(i) + "," + std::to_string(i < 24 ? i % 6 : 97 + i % 2) + "\n";
  EXPECT_THAT(ProblemsOf(ReadTables({{"p.csv", table}}, R"({
    "tables": {"p": {"files": "p.csv", "id": "id", "one": true}},
    "measurements": {"from": "/p", "fields": {"assay": {"const": "LOINC:59408-5"}, "value": "/v",
                                              "unit": {"const": "%"}}}})")),
              testing::Not(testing::Contains(HasSubstr("are 97"))));
}

TEST(MissingNumbersTest, WhatMayBeAValueIsNot) {
  EXPECT_THAT(Reasons("22 25 31 19.5 120 99"), IsEmpty());
  EXPECT_THAT(Reasons("22 25 31 19.5 87 88"), IsEmpty()) << "a little beyond all others";
  EXPECT_THAT(Reasons("22 25 31 19.5 87 88 88 88 88 88"), testing::SizeIs(1)) << "again and again";
  EXPECT_THAT(Reasons("94 95 96 96 95 97 98 99 97 98 99"), IsEmpty()) << "oxygen saturation";
  EXPECT_THAT(Reasons("70 72 71 75 74 77"), IsEmpty()) << "a pulse";
  EXPECT_THAT(Reasons("22 25 999"), IsEmpty()) << "too few others";
  EXPECT_THAT(Reasons("222 250 125 999"), IsEmpty()) << "of a few, not far beyond";
  EXPECT_THAT(Reasons("22 25 31 19.5 40 999", R"("plausibility": {"numbers": false},)"), IsEmpty());
}

}  // namespace
}  // namespace muster::import
