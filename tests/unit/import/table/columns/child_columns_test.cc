// Columns about a child, in a table of mothers.
#include "engine/import/table/columns/people/child_columns.h"

#include <gmock/gmock.h>

#include <string>

#include "tests/unit/import/table/tables.h"

namespace muster::import {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;

TEST(ChildColumnsTest, WhatCountsAsTheMothersIsTold) {
  const auto told = [](const std::string& id, const std::string& column) {
    return ProblemsOf(ReadTables({{"d.csv", id + "," + column + "\nM1,ICD10:Q21.0\nM2,ICD10:O24.4\n"}}, R"({
      "tables": {"d": {"files": "d.csv", "id": ")" + id + R"("}},
      "diseases": {"from": "/d/*", "fields": {"term": "/)" + column + R"("}}})"));
  };
  const auto of_child = Contains(HasSubstr("is read, and each row is of \"mother_id\""));
  EXPECT_THAT(told("mother_id", "child_dx"), of_child);
  EXPECT_THAT(told("mother_id", "dx"), Not(of_child));
  for (const char* column : {"childDx", "baby_dx", "infant-dx", "apgar5", "birth_weight"}) {
    EXPECT_THAT(told("mother_id", column), of_child) << column;
  }
  for (const char* column : {"childhood_trauma", "children_n", "childbirth_dx", "childbearing", "fetal_losses", "kind",
                             "kind_of_visit", "kinder_anzahl", "child_count"}) {
    EXPECT_THAT(told("mother_id", column), Not(of_child)) << column;
  }
  EXPECT_THAT(told("mutter_id", "kind_dx"), Contains(HasSubstr("is read, and each row is of \"mutter_id\"")));
  EXPECT_THAT(told("mutter_id", "kinder_dx"), Not(Contains(HasSubstr("is read, and each row is of"))));
  EXPECT_THAT(told("child_id", "child_dx"), Not(Contains(HasSubstr("is read, and each row is of"))));
}

TEST(ChildColumnsTest, OneIdInSeveralFamiliesOfPlinkIsTold) {
  EXPECT_THAT(ProblemsOf(ReadTables({{"d.tsv", "FID\tIID\tdx\nF1\t1\tICD10:E11\nF2\t1\tICD10:I10\n"}}, R"({
                "tables": {"d": {"files": "d.tsv", "id": "IID"}},
                "diseases": {"from": "/d/*", "fields": {"term": "/dx"}}})")),
              Contains(HasSubstr("F1")));
}

}  // namespace
}  // namespace muster::import
