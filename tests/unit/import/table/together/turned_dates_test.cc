// Dates that a spreadsheet has turned round.
#include "engine/import/table/together/turned_dates.h"

#include <gmock/gmock.h>

#include <cstdio>
#include <string>
#include <vector>

#include "engine/import/mapping/date_format.h"
#include "tests/unit/import/table/tables.h"

namespace muster::import {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// Thirty births as a sheet of another country writes them, whose days up to `turned` have become ISO dates.
std::vector<std::string> OfSheet(int turned, bool exchanged) {
  std::string csv = "id,born\n";
  for (int day = 1; day <= 30; ++day) {
    char cell[32];
    const int month = day % 12 + 1;
    if (day <= turned) {
      std::snprintf(cell, sizeof cell, "19%02d-%02d-%02d", 40 + day, exchanged ? day : month, exchanged ? month : day);
    } else {
      std::snprintf(cell, sizeof cell, "%02d/%02d/19%02d", day, month, 40 + day);
    }
    csv += "p" + std::to_string(day) + "," + cell + "\n";
  }
  return ProblemsOf(ReadTables({{"p.csv", csv}}, R"({"tables": {"p": {"files": "p.csv", "id": "id", "one": true,
      "columns": {"born": {"date": ["YYYY-MM-DD", "DD/MM/YYYY"]}}}}, "individual": {"birth date": "/p/born"}})"));
}

TEST(TurnedDatesTest, DaysThatStandForAMonthAreNot) {
  const std::vector<DateFormat> forms = {*DateFormat::Parse("YYYY-MM-DD"), *DateFormat::Parse("DD/MM/YYYY")};
  TurnedDates dates(forms);
  for (int year = 1950; year < 1970; ++year) {
    dates.Add(std::to_string(year) + "-03-01");
    dates.Add("15/07/" + std::to_string(year));
  }
  EXPECT_EQ(dates.Remark(), "");
}

TEST(TurnedDatesTest, TwoDaysOfEachAreEnough) {
  const std::vector<DateFormat> forms = {*DateFormat::Parse("YYYY-MM-DD"), *DateFormat::Parse("DD/MM/YYYY")};
  TurnedDates dates(forms);
  for (int year = 1950; year < 1970; ++year) {
    dates.Add(std::to_string(year) + (year % 2 == 0 ? "-01-05" : "-08-06"));
    dates.Add((year % 2 == 0 ? "15/07/" : "22/03/") + std::to_string(year));
  }
  EXPECT_NE(dates.Remark(), "");
}

TEST(TurnedDatesTest, OneFormHasTheEarlyDaysAndTheOtherTheLate) {
  EXPECT_THAT(OfSheet(12, true), ElementsAre(HasSubstr("no day of the 12 cells such as \"1941-01-02\" is beyond the "
                                                       "12th, and all of the 18 such as \"13/02/1953\" are")));
  EXPECT_THAT(OfSheet(7, true), IsEmpty()) << "few, and days of the other form are early, too";
  EXPECT_THAT(OfSheet(15, false), IsEmpty()) << "two sites, each with days of its own";
  EXPECT_THAT(OfSheet(0, true), IsEmpty());
}

}  // namespace
}  // namespace muster::import
