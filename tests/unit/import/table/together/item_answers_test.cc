// A row for each item, whose answer the rule of a constant code does not look at.
#include "engine/import/table/together/item_answers.h"

#include <gmock/gmock.h>

#include "tests/unit/import/table/tables.h"

namespace muster::import {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<std::string> Told(const std::string& rows, const std::string& when = R"({"/item": "diabetes"})",
                              const std::string& more = "") {
  const Reading reading = ReadTables({{"e.csv", "id,item,answer\n" + rows}}, R"({
    "tables": {"e": {"files": "e.csv", "id": "id"}},
    "diseases": {"from": "/e/*", "when": )" + when + R"(, "fields": {"term": {"const": "OMIM:1"})" +
                                                                                 more + R"(}},
    "measurements": {"from": "/e/*", "when": {"/item": "hba1c"},
                     "fields": {"assay": {"const": "LOINC:4548-4"}, "value": "/answer", "unit": {"const": "%"}}}})");
  std::vector<std::string> told;
  for (const ImportProblem& problem : reading.report.problems) {
    if (problem.where == "/e/answer" && problem.reason.find("rows of OMIM:1") != std::string::npos) {
      told.push_back(problem.reason);
    }
  }
  return told;
}

TEST(ItemAnswersTest, AnswersThatDenyBesideAConstantCode) {
  EXPECT_THAT(Told("P1,diabetes,yes\nP2,diabetes,0\nP3,diabetes,never\nP1,hba1c,7\n"),
              ElementsAre("2 of 3 rows of OMIM:1 have a word such as \"0\" in \"answer\", and count as what the code "
                          "says"));
  EXPECT_THAT(Told("P1,diabetes,yes\nP2,diabetes,1\nP1,hba1c,0\n"), IsEmpty());
  EXPECT_THAT(Told("P1,diabetes,7\nP2,diabetes,0\nP1,hba1c,7\n"), IsEmpty()) << "a score";
  EXPECT_THAT(Told("P2,diabetes,no\n", R"({"/item": "diabetes", "/answer": ["yes"]})"), IsEmpty());
  EXPECT_THAT(Told("P2,diabetes,no\n", R"({"/item": "diabetes"})", R"(, "excluded": "/answer")"), IsEmpty());
  for (const char* never : {"jamais", "mai", "nigdy"}) {
    EXPECT_THAT(Told(std::string("P1,diabetes,yes\nP2,diabetes,") + never + "\n"), SizeIs(1)) << never;
  }
}

TEST(ItemAnswersTest, OfSeveralItemsEachIsLookedFor) {
  EXPECT_THAT(Told("P1,diabetes,yes\nP2,dm2,no\nP3,obesity,no\n", R"({"/item": ["diabetes", "dm2", "dm2"]})"),
              ElementsAre("1 of 2 rows of OMIM:1 has a word such as \"no\" in \"answer\", and counts as what the code "
                          "says"));
}

}  // namespace
}  // namespace muster::import
