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
