#include "engine/import/table/together/corrected_results.h"

#include <gmock/gmock.h>

#include "tests/unit/import/table/tables.h"

namespace muster::import {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;

std::vector<std::string> ToldOf(const std::string& rows, const std::string& status = "ResultStatus",
                                const std::string& fields = R"(, "time": "/day")", const std::string& when = "") {
  return ProblemsOf(
      ReadTables({{"t.csv", "id,code,day,v," + status + "\n" + rows}},
                 R"({"tables": {"t": {"files": "t.csv", "id": "id"}}, "measurements": {"from": "/t/*", )" + when + R"(
                                   "fields": {"assay": "/code", "value": "/v")" +
                     fields + "}}}"));
}

TEST(CorrectedResultsTest, BesideTheOriginal) {
  const auto told = Contains(HasSubstr("1 row has \"C\" in \"ResultStatus\", and stands beside another one"));
  EXPECT_THAT(ToldOf("A,X:1,2020-01-01,105,F\nA,X:1,2020-01-01,201,C\nB,X:1,2020-01-01,5,F\n"), told);
  EXPECT_THAT(ToldOf("A,X:1,2020-01-01,105,F\nA,X:1,2020-01-01,201,C\n", "ResultStatus", R"(, "time": "/day")",
                     R"("when": "/v",)"),
              told);
  EXPECT_THAT(ToldOf("A,X:1,2020-01-01,201,C\nA,X:1,2020-01-01,105,F\n"), told) << "in any order";
  EXPECT_THAT(ToldOf("A,X:1,2020-01-01,105,final\nA,X:1,2020-01-01,201,Corrected\n", "status"),
              Contains(HasSubstr("1 row has \"Corrected\" in \"status\"")));
}

TEST(CorrectedResultsTest, NotByItself) {
  const auto told = Contains(HasSubstr("beside another one"));
  EXPECT_THAT(ToldOf("A,X:1,2020-01-01,105,F\nA,X:1,2020-02-01,201,C\n"), Not(told)) << "another day";
  EXPECT_THAT(ToldOf("A,X:1,2020-01-01,105,F\nA,X:2,2020-01-01,201,C\n"), Not(told)) << "another assay";
  EXPECT_THAT(ToldOf("A,X:1,2020-01-01,105,F\nB,X:1,2020-01-01,201,C\n"), Not(told)) << "another person";
  EXPECT_THAT(ToldOf("A,X:1,2020-01-01,105,F\nA,X:1,2020-01-01,201,F\n"), Not(told)) << "no correction";
  EXPECT_THAT(ToldOf("A,X:1,2020-01-01,1,F\nA,X:1,2020-01-01,2,C\nB,X:1,2020-01-01,2,M\n", "status"), Not(told));
  EXPECT_THAT(ToldOf("A,X:1,2020-01-01,1,F\nA,X:1,2020-01-01,2,C\n", "ward"), Not(told));
  EXPECT_THAT(ToldOf("A,X:1,2020-01-01,1,A\nA,X:1,2020-01-01,2,C\n", "status"), Not(told)) << "active and closed";
  EXPECT_THAT(ToldOf("A,X:1,2020-01-01,105,F\nA,X:1,2020-01-01,201,C\n", "ResultStatus", ""), Not(told))
      << "no time is read";
}

}  // namespace
}  // namespace muster::import
