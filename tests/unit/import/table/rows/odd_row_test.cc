// Headers that come again, totals and comments are no individuals.
#include "engine/import/table/rows/odd_row.h"

#include <gmock/gmock.h>

#include "tests/unit/import/table/tables.h"

namespace muster::import {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

OddRow Of(const std::string& id, const std::string& sex = "", const std::string& born = "") {
  return OddRowOf({"pid", "sex", "born"}, 0, {id, sex, born});
}

TEST(OddRowTest, WhatARowIs) {
  EXPECT_EQ(Of("pid", "sex", "born"), OddRow::kSameHeader);
  EXPECT_EQ(Of("pid", "born", "sex"), OddRow::kOtherHeader);
  EXPECT_EQ(Of("pid", "weight", "height"), OddRow::kOtherHeader);
  for (const char* id : {"Total", "TOTAL:", "Total (n=12)", "total: 12", "n=12", "N = 12", "Summe", "Mean", "Median",
                         "(3 rows)", "1 row"}) {
    EXPECT_EQ(Of(id, "5"), OddRow::kTotals) << id;
  }
  for (const char* id : {"* provisional", "# checked", "Exported on 2024-01-01 by REDCap", "EOF", "End of file"}) {
    EXPECT_EQ(Of(id), OddRow::kText) << id;
    EXPECT_EQ(Of(id, "M"), OddRow::kNone) << id;
  }
  EXPECT_EQ(Of(""), OddRow::kEmpty);
  EXPECT_EQ(Of("", "M"), OddRow::kNone);
  for (const char* id : {"A1", "N", "SD", "n12", "SUM001", "total-1", "mean age", "PID", "P 1", "001"}) {
    EXPECT_EQ(Of(id), OddRow::kNone) << id;
  }
  for (const char* id : {"P id", "P_ID", "{\"ImportId\":\"_recordId\"}"}) {
    EXPECT_EQ(Of(id, "Sex", "Year"), OddRow::kMoreHeader) << id;
  }
  // A short name may be an id.
  EXPECT_EQ(OddRowOf({"A", "sex"}, 0, {"A", "M"}), OddRow::kNone);
  EXPECT_EQ(OddRowOf({"A", "sex", "born"}, 0, {"A", "sex", "age"}), OddRow::kOtherHeader);
}

TEST(OddRowTest, TheyAreNoIndividuals) {
  const Reading reading =
      ReadTables({{"p.csv", "id,sex,born\nA,M,\nid,sex,born\nB,F,\nTotal,2,\nData as of May 2024,,\n,,\n"}}, kOne);
  EXPECT_EQ(reading.report.individuals, 2u);
  EXPECT_EQ(reading.report.records, 4u);
  EXPECT_EQ(reading.report.rejected, 2u);
  EXPECT_THAT(ProblemsOf(reading),
              ElementsAre(HasSubstr("p.csv 2  /p/id: header of a table that stands there once more"),
                          HasSubstr("p.csv 4  /p/id: row of totals"), HasSubstr("p.csv 5  /p/id: row with a text")));
  EXPECT_EQ(reading.report.problems.at(1).value, "Total");
}

TEST(OddRowTest, BehindAnotherHeaderCellsMeanSomethingElse) {
  EXPECT_THAT(ErrorOfTables({{"p.csv", "id,sex,born\nA,M,1980\nid,born,sex\nB,1990,F\n"}}, kOne),
              HasSubstr("p.csv: line 3: here stands another line with names of columns"));
}

}  // namespace
}  // namespace muster::import
