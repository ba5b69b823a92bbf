#include "engine/import/table/together/following_column.h"

#include <gmock/gmock.h>

#include "tests/unit/import/table/tables.h"

namespace muster::import {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;

bool FollowsIn(std::vector<std::vector<std::string>> rows, std::vector<size_t> others) {
  FollowingColumn column(0, std::move(others));
  for (std::vector<std::string>& cells : rows) {
    CsvRow row;
    row.cells = std::move(cells);
    column.Add(row);
  }
  return column.Follows();
}

TEST(FollowingColumnTest, OfTheOthersInEachRow) {
  EXPECT_TRUE(FollowsIn({{"Potassium", "2823-3"}, {"Sodium", "2951-2"}, {"POTASSIUM", "2823-3"}, {"", "2823-3"}}, {1}));
  EXPECT_FALSE(FollowsIn({{"Potassium", "1"}, {"Sodium", "1"}}, {1}));
  EXPECT_TRUE(FollowsIn({{"Potassium", "1", "K"}, {"Sodium", "1", "NA"}}, {1, 2}));
  EXPECT_TRUE(FollowsIn({{"Potassium", ""}, {"Sodium", ""}}, {1})) << "no row is made of them";
  EXPECT_FALSE(FollowsIn({{"Potassium", "1"}}, {}));
}

TEST(FollowingColumnTest, NamesOfTestsBesideTheirCodesAreNotReported) {
  const auto problems = [](const std::string& rule, const std::string& code) {
    return ProblemsOf(ReadTables({{"p.csv", "id,v,code,TestName\n1,4,2823-3,Potassium\n2,140," + code + ",Sodium\n"}},
                                 R"({"tables": {"p": {"files": "p.csv", "id": "id", "columns":
                                     {"code": {"prefix": "LOINC:"}}}}, "measurements": )" +
                                     rule + "}"));
  };
  const auto told = Contains(HasSubstr("\"TestName\" seems to have what was measured"));
  const std::string by_code = R"({"from": "/p/*", "fields": {"assay": "/code", "value": "/v"}})";
  EXPECT_THAT(problems(by_code, "2951-2"), Not(told));
  EXPECT_THAT(problems(by_code, "2823-3"), told) << "a panel, say";
  const std::string by_when = R"({"from": "/p/*", "when": {"/code": ["LOINC:2823-3"]},
                                  "fields": {"assay": {"const": "LOINC:2823-3"}, "value": "/v"}})";
  EXPECT_THAT(problems(by_when, "2951-2"), Not(told));
  EXPECT_THAT(problems(R"({"from": "/p/*", "fields": {"assay": {"const": "LOINC:2823-3"}, "value": "/v"}})", "2951-2"),
              told);
}

}  // namespace
}  // namespace muster::import
