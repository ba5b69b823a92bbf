// Day numbers of another program than a spreadsheet.
#include "engine/import/table/together/serial_dates.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "tests/unit/import/table/tables.h"

namespace muster::import {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// Twelve people, with day numbers of `begin` and later.
std::vector<std::string> Numbered(int begin, const std::string& field, const std::string& form = "excel") {
  std::string csv = "id,t\n";
  for (int i = 0; i < 12; ++i) csv += "p" + std::to_string(i) + "," + std::to_string(begin + 100 * i) + "\n";
  return ProblemsOf(ReadTables({{"p.csv", csv}}, R"({"tables": {"p": {"files": "p.csv", "id": "id", "one": true,
      "columns": {"t": {"date": ")" + form + R"("}}}}, "individual": {")" +
                                                     field + R"(": "/p/t"}})"));
}

TEST(SerialDatesTest, DaysThatAreAllLongAgoAreTold) {
  EXPECT_THAT(Numbered(4000, "birth date"),
              ElementsAre(HasSubstr("12 day numbers are taken as 1910-12-13 to 1913-12-17")));
  EXPECT_THAT(Numbered(21000, "age at last contact"), ElementsAre(HasSubstr("12 day numbers are taken as 1957-06-29")));
  EXPECT_THAT(Numbered(21000, "birth date"), IsEmpty()) << "people of 60";
  EXPECT_THAT(Numbered(42000, "age at last contact"), IsEmpty());
  EXPECT_THAT(Numbered(4000, "birth date", "sas"), IsEmpty());
}

TEST(SerialDatesTest, NegativeNumbersAreTold) {
  EXPECT_THAT(Numbered(-3050, "birth date"), Contains(HasSubstr("12 are negative, which no spreadsheet has")));
}

}  // namespace
}  // namespace muster::import
