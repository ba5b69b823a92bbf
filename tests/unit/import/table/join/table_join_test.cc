// People of whom a table tells nothing but how they ended.
#include "engine/import/table/join/table_join.h"

#include <gmock/gmock.h>

#include "tests/unit/import/table/tables.h"

namespace muster::import {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

constexpr char kMapping[] = R"({
  "tables": {"p": {"files": "p.csv", "id": "id", "one": true},
             "d": {"files": "d.csv", "id": "id", "one": true, "columns": {"cod": {"prefix": "ICD10:"}}}},
  "individual": {"sex": "/p/sex", "age at death": "/d/dod", "cause of death": "/d/cod"}})";
constexpr char kDeaths[] = "id,dod,cod\n1,2020-01-01,C50.9\n77,2019-05-05,I21.9\n78,2019-05-06,I21.9\n";

TEST(TableJoinTest, OthersThanTheCohortInARegisterOfDeathsAreReported) {
  const Reading reading = ReadTables({{"p.csv", "id,sex\n1,F\n2,M\n"}, {"d.csv", kDeaths}}, kMapping);
  EXPECT_EQ(reading.sink.records.size(), 4u);
  ASSERT_EQ(reading.report.remarks.size(), 1u);
  EXPECT_THAT(reading.report.remarks[0].what, HasSubstr("nothing but a death or a last contact"));
  EXPECT_EQ(reading.report.remarks[0].count, 2u);
}

TEST(TableJoinTest, DeathsOfTheCohortAndATableOfDeathsAloneAreNot) {
  EXPECT_THAT(ProblemsOf(ReadTables({{"p.csv", "id,sex\n1,F\n2,M\n77,F\n78,M\n"}, {"d.csv", kDeaths}}, kMapping)),
              IsEmpty());
  EXPECT_THAT(ProblemsOf(ReadTables({{"d.csv", kDeaths}}, R"({
    "tables": {"d": {"files": "d.csv", "id": "id", "one": true, "columns": {"cod": {"prefix": "ICD10:"}}}},
    "individual": {"age at death": "/d/dod", "cause of death": "/d/cod"}})")),
              IsEmpty());
}

}  // namespace
}  // namespace muster::import
