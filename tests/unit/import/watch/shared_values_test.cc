// Values that many people have in common.
#include "engine/import/watch/shared_values.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "tests/unit/import/table/tables.h"

namespace muster::import {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// A table of these people, one for each cell.
std::vector<std::string> Told(const std::vector<std::string>& cells, const std::string& field,
                              const std::string& column = "{}") {
  std::string text = "id,v\n";
  for (size_t i = 0; i < cells.size(); ++i) text += "p" + std::to_string(i) + "," + cells[i] + "\n";
  return ProblemsOf(ReadTables({{"p.csv", text}}, R"({"tables": {"p": {"files": "p.csv", "id": "id", "one": true,
      "columns": {"v": )" + column + R"(}}}, "individual": {")" +
                                                      field + R"(": "/p/v"}})"));
}

std::vector<std::string> Times(size_t times, const std::string& cell, size_t others, const std::string& other) {
  std::vector<std::string> cells(times, cell);
  for (size_t i = 0; i < others; ++i) cells.push_back(other + std::to_string(i + 10));
  return cells;
}

TEST(SharedValuesTest, OnePersonIdOfManyIsReported) {
  EXPECT_THAT(Told(Times(4, "000-00-0001", 3, "8812"), "person id"),
              ElementsAre(HasSubstr("4 individuals have the person id \"000-00-0001\"")));
  EXPECT_THAT(Told(Times(11, "A7712", 3, "8812"), "person id"), ElementsAre(HasSubstr("11 individuals")));
  EXPECT_THAT(Told(Times(3, "000-00-0001", 3, "8812"), "person id"), IsEmpty());
  EXPECT_THAT(Told(Times(10, "A7712", 3, "8812"), "person id"), IsEmpty());
}

TEST(SharedValuesTest, AShortIdIsADefaultOnlyIfFarMoreHaveIt) {
  std::vector<std::string> visits;
  for (int person = 1; person < 40; ++person) {
    for (int visit = 0; visit < 12; ++visit) visits.push_back("P" + std::to_string(person));
  }
  EXPECT_THAT(Told(visits, "person id"), IsEmpty());
  visits.insert(visits.end(), 121, "P0");
  EXPECT_THAT(Told(visits, "person id"), ElementsAre(HasSubstr("121 individuals have the person id \"P0\"")));
  EXPECT_THAT(Told(Times(4, "see chart", 3, "8812"), "person id"), ElementsAre(HasSubstr("taken as no value")));
}

TEST(SharedValuesTest, NamesArePersonIdsLikeOthers) {
  std::vector<std::string> names;
  for (const char* name : {"Smith", "Jones", "Miller", "Garcia", "Lee"}) names.insert(names.end(), 5, name);
  EXPECT_THAT(Told(names, "person id"), IsEmpty());
  names.insert(names.end(), 51, "Zimmer");
  EXPECT_THAT(Told(names, "person id"), ElementsAre(HasSubstr("51 individuals have the person id \"Zimmer\"")));
  // Texts among numbers.
  std::vector<std::string> numbers;
  for (const char* text : {"chart room", "on request"}) numbers.insert(numbers.end(), 4, text);
  for (int number = 0; number < 6; ++number) numbers.push_back("88120" + std::to_string(number));
  EXPECT_THAT(Told(numbers, "person id"), ElementsAre(HasSubstr("4 individuals have the person id \"chart room\""),
                                                      HasSubstr("4 individuals have the person id \"on request\"")));
  EXPECT_THAT(Told(Times(4, "chart room", 7, "8812"), "person id"),
              ElementsAre(HasSubstr("4 individuals have the person id \"chart room\"")));
}

TEST(SharedValuesTest, OneDateOfBirthOfManyIsReported) {
  EXPECT_THAT(Told(Times(8, "1970-01-01", 14, "1980-05-"), "birth date"),
              ElementsAre(HasSubstr("8 of 22 individuals were born on 1970-01-01")));
  EXPECT_THAT(Told(Times(7, "1970-01-01", 14, "1980-05-"), "birth date"), IsEmpty()) << "a third";
  EXPECT_THAT(Told(Times(8, "1970-01-01", 6, "1980-05-"), "birth date"), IsEmpty()) << "few people";
  EXPECT_THAT(Told(Times(20, "1970", 5, "19"), "birth date"), IsEmpty()) << "a year";
}

// One birth in each of `years`, on this month and day.
std::vector<std::string> Births(int years, const std::string& day) {
  std::vector<std::string> births;
  for (int year = 0; year < years; ++year) births.push_back(std::to_string(1950 + year) + "-" + day);
  return births;
}

std::vector<std::string> Days(int days) {
  std::vector<std::string> births;
  for (int day = 0; day < days; ++day) {
    births.push_back(std::to_string(1950 + day) + (day % 2 == 0 ? "-03-" : "-11-") + std::to_string(10 + day % 19));
  }
  return births;
}

std::vector<std::string> Both(std::vector<std::string> some, const std::vector<std::string>& others) {
  some.insert(some.end(), others.begin(), others.end());
  return some;
}

TEST(SharedValuesTest, OneDayOfTheYearOfManyBirthsMayStandForTheYear) {
  EXPECT_THAT(Told(Births(20, "01-01"), "birth date"),
              ElementsAre(HasSubstr("20 of 20 individuals were born on a 01-01 (month and day), in 20 years")));
  EXPECT_THAT(Told(Births(20, "07-01 00:00:00"), "birth date"), ElementsAre(HasSubstr("on a 07-01")));
  EXPECT_THAT(Told(Both(Births(12, "01-01"), Days(20)), "birth date"), ElementsAre(HasSubstr("12 of 32")));
  EXPECT_THAT(Told(Both(Births(10, "01-01"), Days(20)), "birth date"), IsEmpty()) << "a third, but for one";
  EXPECT_THAT(Told(Births(19, "01-01"), "birth date"), IsEmpty()) << "few people";
  EXPECT_THAT(Told(Both(Times(11, "1970-01-01", 0, ""), Days(20)), "birth date"),
              ElementsAre(HasSubstr("were born on 1970-01-01")))
      << "one day is told as one";
  EXPECT_THAT(Told(Days(40), "birth date"), IsEmpty());
}

TEST(SharedValuesTest, OneDayOfTheMonthOfManyBirthsMayStandForTheMonth) {
  std::vector<std::string> births;
  for (int i = 0; i < 24; ++i) births.push_back(std::to_string(1950 + i) + "-" + std::to_string(10 + i % 3) + "-15");
  EXPECT_THAT(Told(births, "birth date"), ElementsAre(HasSubstr("were born on the 15 of a month, in 24 months")))
      << "of three months, a third has each";
  births = Both(births, Days(20));
  EXPECT_THAT(Told(births, "birth date"), ElementsAre(HasSubstr("of 44 individuals were born on the 15")));
  EXPECT_THAT(Told(Both(births, Days(10)), "birth date"), IsEmpty()) << "a half";
}

TEST(SharedValuesTest, AFormWithDigitsMakesYearsOfFirstDays) {
  EXPECT_THAT(Told(Births(20, "01-01"), "birth date", R"({"date": "YYYY-01-01"})"), IsEmpty());
  EXPECT_THAT(Told(Both(Births(12, "01-01"), Days(20)), "birth date", R"({"date": ["YYYY-01-01", "YYYY-MM-DD"]})"),
              IsEmpty());
}

TEST(SharedValuesTest, OneAgeOfManyIsReported) {
  const std::string years = R"({"age": "years"})";
  EXPECT_THAT(Told(Times(8, "99", 12, ""), "age at last contact", years),
              ElementsAre(HasSubstr("8 of 20 individuals were 99 years old")));
  EXPECT_THAT(Told(Times(8, "0", 12, ""), "age at last contact", years),
              ElementsAre(HasSubstr("8 of 20 individuals were 0 years old")));
  EXPECT_THAT(Told(Times(20, "0", 0, ""), "age at last contact", years), IsEmpty()) << "newborns";
  EXPECT_THAT(Told(Times(8, "45", 12, ""), "age at last contact", years), IsEmpty());
}

}  // namespace
}  // namespace muster::import
