#include "engine/import/table/columns/short_years.h"

#include <gmock/gmock.h>

#include "tests/unit/import/table/tables.h"

namespace muster::import {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> ToldOfBirths(const std::vector<std::string>& days, const std::string& form = "DD-MMM-YY") {
  std::string text = "id,b\n";
  for (size_t i = 0; i < days.size(); ++i) text += "p" + std::to_string(i) + "," + days[i] + "\n";
  return ProblemsOf(ReadTables({{"p.csv", text}}, R"({"tables": {"p": {"files": "p.csv", "id": "id", "one": true,
      "columns": {"b": {"date": ")" + form + R"(", "century": 1930}}}}, "individual": {"birth date": "/p/b"}})"));
}

TEST(ShortYearsTest, ADayThatSeveralHaveMayBeADefault) {
  EXPECT_THAT(ToldOfBirths({"31-DEC-99", "31-DEC-99", "12-MAR-80", "01-JUN-71"}),
              ElementsAre(HasSubstr("2 cells have \"31-DEC-99\": a day, or a default for no date?")));
  EXPECT_THAT(ToldOfBirths({"01/01/01", "01/01/01", "12/03/80"}, "DD/MM/YY"),
              ElementsAre(HasSubstr("2 cells have \"01/01/01\"")));
}

TEST(ShortYearsTest, SomebodyMayBeBornThen) {
  EXPECT_THAT(ToldOfBirths({"31-DEC-99", "12-MAR-80", "01-JUN-71"}), IsEmpty());
  // Last days of other years are as frequent, as where only the year is known.
  EXPECT_THAT(ToldOfBirths({"31-DEC-99", "31-DEC-99", "31-DEC-98", "12-MAR-80"}), IsEmpty());
  EXPECT_THAT(ToldOfBirths({"30-DEC-99", "30-DEC-99", "12-MAR-80"}), IsEmpty());
  std::vector<std::string> many;
  for (int i = 0; i < 300; ++i) many.push_back(std::to_string(10 + i % 19) + "-MAR-" + std::to_string(40 + i % 59));
  many.insert(many.end(), 2, "31-DEC-99");
  EXPECT_THAT(ToldOfBirths(many), IsEmpty());
}

}  // namespace
}  // namespace muster::import
