// Dates that fit two forms of their column.
#include "engine/import/table/columns/ambiguous_dates.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/unit/import/table/tables.h"

namespace muster::import {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> Problems(const std::string& dates) {
  std::string text = "id,born\n";
  int id = 0;
  for (size_t from = 0; from < dates.size();) {
    const size_t end = std::min(dates.find(' ', from), dates.size());
    text += std::to_string(++id) + "," + dates.substr(from, end - from) + "\n";
    from = end + 1;
  }
  return ProblemsOf(ReadTables({{"p.csv", text}}, R"({
    "tables": {"p": {"files": "p.csv", "id": "id", "one": true, "columns": {
      "born": {"date": ["DD/MM/YYYY", "MM/DD/YYYY", "YYYY-MM-DD"]}}}},
    "individual": {"birth date": "/p/born"}})"));
}

TEST(AmbiguousDatesTest, AreReportedWithWhatTheOtherCellsSay) {
  EXPECT_THAT(
      Problems("03/04/1980"),
      ElementsAre("p.csv 0  /p/born: 1 cell fits two forms of the column, such as \"03/04/1980\": 1980-04-03 or "
                  "1980-03-04; they are read by the first, and no cell tells which is right"));
  EXPECT_THAT(Problems("03/04/1980 12/31/1981 05/06/1990"), ElementsAre(HasSubstr("2 cells fit two forms")));
  EXPECT_THAT(Problems("03/04/1980 12/31/1981 05/06/1990"),
              ElementsAre(HasSubstr("but all cells that only one form fits (1) are of another")));
  EXPECT_THAT(Problems("03/04/1980 31/12/1981"),
              ElementsAre(HasSubstr("and so are all cells that only one form fits (1)")));
  EXPECT_THAT(Problems("03/04/1980 31/12/1981 12/31/1981"),
              ElementsAre(HasSubstr("of the cells that only one form fits, 1 are of this one, and 1 of others")));
}

TEST(AmbiguousDatesTest, OneDayIsOneDay) {
  EXPECT_THAT(Problems("04/04/1980 12/31/1981 31/12/1981 1980-03-04"), IsEmpty());
}

}  // namespace
}  // namespace muster::import
