#include "engine/import/table/columns/sister_columns.h"

#include <gmock/gmock.h>

#include "tests/unit/import/table/tables.h"

namespace muster::import {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(SisterColumnsTest, NamesWithoutNumbers) {
  EXPECT_EQ(NameWithoutNumbers("v12_CRP"), "v#_crp");
  EXPECT_EQ(NameWithoutNumbers("dx1"), NameWithoutNumbers("DX03"));
  EXPECT_EQ(NameWithoutNumbers("crp"), "");
  EXPECT_EQ(NameWithoutNumbers("2020"), "");
}

TEST(SisterColumnsTest, AForgottenOneIsReported) {
  const auto problems = [](const std::string& text) {
    return ProblemsOf(ReadTables({{"p.csv", text}}, R"({
      "tables": {"p": {"files": "p.csv", "id": "id", "one": true}},
      "diseases": [{"from": "/p", "fields": {"term": "/dx1"}}, {"from": "/p", "fields": {"term": "/dx2"}}]})"));
  };
  EXPECT_THAT(problems("id,dx1,dx2,dx3,dx4,crp1\n1,OMIM:1,OMIM:2,E11,I10,5\n"),
              ElementsAre("p.csv 0  /p/dx3: no question finds what \"dx3\" has, and 1 other like it; a rule reads "
                          "\"dx1\""));
  EXPECT_THAT(ProblemsOf(ReadTables({{"p.csv", "id,dx,dx2\n1,OMIM:1,E11\n"}}, R"({
                "tables": {"p": {"files": "p.csv", "id": "id", "one": true}},
                "diseases": {"from": "/p", "fields": {"term": "/dx"}}})")),
              ElementsAre("p.csv 0  /p/dx2: no question finds what \"dx2\" has; a rule reads \"dx\""));
  EXPECT_THAT(problems("id,dx1,dx2,dx3\n1,OMIM:1,OMIM:2,\n2,OMIM:1,OMIM:2,NA\n"), IsEmpty()) << "it is empty";
}

TEST(SisterColumnsTest, NamesOfSecondOnes) {
  for (const char* name : {"sex.1", "sex_y", "Sex_new", "sex_corrected", "corrected_sex", "sex_final", "sex (2)",
                           "genetic_sex", "SEX-x"}) {
    EXPECT_EQ(NameOfFirst(name), "sex") << name;
  }
  for (const char* name : {"sex", "sex_1", "sexy", "newborn", "x", "_y", "genetics", "prefinal", ""}) {
    EXPECT_EQ(NameOfFirst(name), "") << name;
  }
}

TEST(SisterColumnsTest, ASecondColumnOfTheSameThingIsReported) {
  const auto problems = [](const std::string& read, const std::string& unread) {
    return ProblemsOf(ReadTables({{"p.csv", "id," + read + "," + unread + "\n1,F,M\n2,M,M\n"}},
                                 R"({"tables": {"p": {"files": "p.csv", "id": "id", "one": true}},
                                     "individual": {"sex": "/p/)" +
                                     read + R"("}})"));
  };
  EXPECT_THAT(problems("sex", "sex_corrected"),
              ElementsAre("p.csv 0  /p/sex_corrected: no question finds what \"sex_corrected\" has; a rule reads "
                          "\"sex\""));
  EXPECT_EQ(problems("sex", "sex.1").size(), 1u);
  EXPECT_EQ(problems("sex_x", "sex_y").size(), 1u);
  EXPECT_THAT(problems("sex", "site_new"), IsEmpty());
}

}  // namespace
}  // namespace muster::import
