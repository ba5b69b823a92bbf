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

}  // namespace
}  // namespace muster::import
