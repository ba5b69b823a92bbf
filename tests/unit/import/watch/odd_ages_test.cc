// Ages that all of them together show to be none, or others.
#include "engine/import/watch/odd_ages.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "tests/unit/import/table/tables.h"

namespace muster::import {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// What is said of people enrolled at these ages.
std::vector<std::string> EnrolledAt(const std::vector<int>& ages, const std::string& unit = "years") {
  std::string text = "id,v\n";
  for (size_t i = 0; i < ages.size(); ++i) text += "p" + std::to_string(i) + "," + std::to_string(ages[i]) + "\n";
  return ProblemsOf(ReadTables({{"p.csv", text}}, R"({"tables": {"p": {"files": "p.csv", "id": "id", "one": true,
      "columns": {"v": {"age": ")" + unit + R"("}}}}, "individual": {"age at enrolment": "/p/v"}})"));
}

std::vector<int> FromTo(int first, int last, size_t more = 0, int age = 0) {
  std::vector<int> ages;
  for (int years = first; years <= last; ++years) ages.push_back(years);
  ages.insert(ages.end(), more, age);
  return ages;
}

TEST(OddAgesTest, NinetyNineYearsFarAboveAllOthers) {
  EXPECT_THAT(EnrolledAt(FromTo(30, 49, 4, 99)),
              ElementsAre(HasSubstr("/individual/age at enrolment: 4 of 24 records have 99 years, and the others 30 to "
                                    "49")));
  EXPECT_THAT(EnrolledAt(FromTo(30, 49, 3, 88)), ElementsAre(HasSubstr("3 of 23 records have 88 years")));
  EXPECT_THAT(EnrolledAt(FromTo(2, 80, 5, 99)), ElementsAre(HasSubstr("5 of 84 records have 99 years")));
}

TEST(OddAgesTest, OldPeopleAreNoMistake) {
  EXPECT_THAT(EnrolledAt(FromTo(30, 49, 1, 99)), IsEmpty());
  EXPECT_THAT(EnrolledAt(FromTo(30, 49, 2, 88)), IsEmpty());
  EXPECT_THAT(EnrolledAt(FromTo(60, 90, 9, 99)), IsEmpty()) << "not far above";
  EXPECT_THAT(EnrolledAt(FromTo(2, 80, 4, 99)), IsEmpty()) << "few, and the others spread";
  EXPECT_THAT(EnrolledAt(FromTo(30, 38, 4, 99)), IsEmpty()) << "few others";
  EXPECT_THAT(EnrolledAt(FromTo(30, 49, 4, 97)), IsEmpty());
}

TEST(OddAgesTest, DaysThatAreWholeYears) {
  std::vector<int> of_365;
  std::vector<int> of_365_25;
  for (int years = 10; years < 50; ++years) {
    of_365.push_back(years * 365);
    of_365_25.push_back(years * 1461 / 4);
  }
  EXPECT_THAT(EnrolledAt(of_365, "days"),
              ElementsAre(HasSubstr("40 of 40 ages are whole years in days, such as 3650")));
  EXPECT_THAT(EnrolledAt(of_365_25, "days"), ElementsAre(HasSubstr("40 of 40 ages are whole years in days")));
}

TEST(OddAgesTest, OtherDaysAreNot) {
  std::vector<int> any;
  std::vector<int> visits;
  for (int person = 0; person < 40; ++person) {
    any.push_back(3000 + person * 371);
    visits.push_back((person % 5 + 1) * 365);
  }
  EXPECT_THAT(EnrolledAt(any, "days"), IsEmpty());
  EXPECT_THAT(EnrolledAt(visits, "days"), IsEmpty()) << "at fixed ages";
  EXPECT_THAT(EnrolledAt(FromTo(10, 49)), IsEmpty()) << "years";
}

}  // namespace
}  // namespace muster::import
