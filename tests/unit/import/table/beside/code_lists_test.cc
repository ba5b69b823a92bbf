#include "engine/import/table/beside/code_lists.h"

#include <gmock/gmock.h>

#include "tests/unit/import/table/tables.h"

namespace muster::import {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(CodeListsTest, CodesOfACell) {
  bool certain = false;
  EXPECT_EQ(CountCodes("E11.9;I10", /*icd10=*/true, &certain), 2u);
  EXPECT_TRUE(certain);
  EXPECT_EQ(CountCodes("E11.9, I10", true, &certain), 2u);
  EXPECT_EQ(CountCodes("HP:0001263 | HP:0001249", false, &certain), 2u);
  EXPECT_EQ(CountCodes("I10", true, &certain), 1u);
  EXPECT_EQ(CountCodes("E11.9;I10", false, &certain), 0u) << "nothing is said of ICD-10";
  EXPECT_EQ(CountCodes("E11.9 with I10", true, &certain), 0u);
  EXPECT_EQ(CountCodes("", true, &certain), 0u);
  certain = false;
  EXPECT_EQ(CountCodes("A12, B13", true, &certain), 2u);
  EXPECT_FALSE(certain) << "may be wards";
}

std::vector<std::string> Problems(const std::string& text) {
  return ProblemsOf(ReadTables({{"v.csv", text}}, R"({
    "tables": {"v": {"files": "v.csv", "id": "id", "one": true, "columns": {"main_dx": {"prefix": "ICD10:"}}}},
    "diseases": {"from": "/v", "fields": {"term": "/main_dx"}}})"));
}

TEST(CodeListsTest, AColumnOfListsIsReported) {
  EXPECT_THAT(Problems("id,main_dx,other_dx\n1,I21.9,E11.9;I10\n2,E11.9,I10\n3,E11.9,\n"),
              ElementsAre("v.csv 0  /v/other_dx: 2 cells of \"other_dx\" are codes, 1 of them several, such as "
                          "\"E11.9;I10\", which no question finds"));
  EXPECT_EQ(Problems("id,main_dx,hpo\n1,I21.9,HP:0001263;HP:0001249\n2,E11.9,HP:0001250\n").size(), 1u);
}

TEST(CodeListsTest, OtherTextsAreNot) {
  EXPECT_THAT(Problems("id,main_dx,wards\n1,I21.9,\"A12, B13\"\n2,E11.9,A12\n"), IsEmpty());
  EXPECT_THAT(Problems("id,main_dx,note\n1,I21.9,E11.9 and I10\n2,E11.9,see I10\n"), IsEmpty());
}

}  // namespace
}  // namespace muster::import
