// What holds for who has no record of the kind at all is told, where most of those who are left have none.
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "tests/unit/api/values/values_fixture.h"

namespace muster {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

class NoneRecordedTest : public ValuesTest {
 protected:
  // A person with a disease, and treatments by these agents.
  static std::string Treated(const std::string& id, const std::vector<std::string>& agents) {
    std::string actions;
    for (const std::string& agent : agents) {
      absl::StrAppend(&actions, actions.empty() ? "" : ",", R"({"treatment":{"agent":{"id":")", agent, R"("}}})");
    }
    return absl::StrCat(R"({"id":")", id, R"(","subject":{"id":"x"},"diseases":[{"term":{"id":"MONDO:0005148"}}],)",
                        R"("medicalActions":[)", actions, "]}\n");
  }
};

TEST_F(NoneRecordedTest, WhoIsLeftHasNoRecordOfTheKind) {
  Import(Treated("a", {"DrugCentral:1"}) + Treated("b", {"DrugCentral:1"}) + Treated("c", {"DrugCentral:2"}) +
         Treated("d", {}) + Treated("e", {}));
  EXPECT_THAT(Ids("has disease MONDO:0005148 and no treatment DrugCentral:1"), ElementsAre("c", "d", "e"));
  EXPECT_THAT(said(), AllOf(HasSubstr("individuals who have no treatment at all: 2 of the 5 individuals who have "
                                      "disease MONDO:0005148 [none-at-all]"),
                            HasSubstr("write has treatment and this")));
  Ids("has disease MONDO:0005148 and has treatment and no treatment DrugCentral:1");
  EXPECT_THAT(said(), Not(HasSubstr("none-at-all")));
  Ids("has disease MONDO:0005148 and no treatment DrugCentral:2");  // 2 of the 4 who are left
  EXPECT_THAT(said(), Not(HasSubstr("none-at-all")));
}

TEST_F(NoneRecordedTest, AtMostSomeHoldsForNone) {
  Import(Treated("a", {"DrugCentral:1", "DrugCentral:1"}) + Treated("b", {"DrugCentral:1"}) + Treated("c", {}));
  EXPECT_THAT(Ids("has at most 1 treatment"), ElementsAre("b", "c"));
  EXPECT_THAT(said(), AllOf(HasSubstr("the individual who has no treatment: 1 of 3 [none-at-all]"),
                            HasSubstr("write has treatment and this")));
  Ids("not has at least 2 treatment");
  EXPECT_THAT(said(), HasSubstr("the individual who has no treatment: 1 of 3 [none-at-all]"));
  Ids("has treatment and has at most 1 treatment");
  EXPECT_THAT(said(), Not(HasSubstr("none-at-all")));
}

TEST_F(NoneRecordedTest, NoRecordOfTheKindIsNoAnswer) {
  Import(Treated("a", {}) + Treated("b", {}) + Treated("c", {"DrugCentral:1"}));
  EXPECT_THAT(Ids("no treatment"), ElementsAre("a", "b"));
  EXPECT_THAT(said(), HasSubstr("2 of 3 individuals have no treatment recorded: whether there was none, or nobody "
                                "wrote it down, is not told apart [none-at-all]"));
  Import(Treated("d", {"DrugCentral:1"}) + Treated("e", {"DrugCentral:1"}));
  EXPECT_THAT(Ids("no treatment"), ElementsAre("a", "b"));  // few, and all who are found
  EXPECT_THAT(said(), HasSubstr("2 of 5 individuals have no treatment recorded"));
  Ids("no sample");
  EXPECT_THAT(said(), HasSubstr("no sample is recorded here at all, so that this holds for everybody [none-at-all]"));
  Import(R"({"id":"f","subject":{"id":"x"},"biosamples":[{"id":"s"}]})");
  Ids("no sample");
  EXPECT_THAT(said(), Not(HasSubstr("none-at-all")));
}

TEST_F(NoneRecordedTest, WhatIsRecordedAsAbsentIsSomething) {
  const auto of = [](const std::string& id, const std::string& disease) {
    return absl::StrCat(R"({"id":")", id, R"(","subject":{"id":"x"},"diseases":[)", disease, "]}\n");
  };
  Import(of("a", R"({"term":{"id":"MONDO:0005148"}})") + of("b", R"({"term":{"id":"MONDO:0005148"},"excluded":true})") +
         of("c", ""));
  EXPECT_THAT(Ids("no disease"), ElementsAre("b", "c"));
  EXPECT_THAT(said(),
              HasSubstr("1 of 3 individuals has no disease recorded: whether there was none, or nobody wrote it "
                        "down, is not told apart; 1 more has only what is recorded as absent [none-at-all]"));
}

// Healthy controls are asked for as people without a disease.
TEST_F(NoneRecordedTest, WhoHasNoDiseaseMayHavePhenotypes) {
  const auto person = [](const std::string& id, const std::string& records) {
    return absl::StrCat(R"({"id":")", id, R"(","subject":{"id":"x"})", records, "}\n");
  };
  constexpr char kSeizure[] = R"(,"phenotypicFeatures":[{"type":{"id":"HP:0001250"}}])";
  constexpr char kTreated[] = R"(,"medicalActions":[{"treatment":{"agent":{"id":"DrugCentral:1"}}}])";
  Import(person("ill", absl::StrCat(R"(,"diseases":[{"term":{"id":"MONDO:0005148"}}])", kSeizure)) +
         person("seizure", kSeizure) + person("treated", absl::StrCat(kSeizure, kTreated)) +
         person("excluded", R"(,"phenotypicFeatures":[{"type":{"id":"HP:0001250"},"excluded":true}])") +
         person("nothing", kTreated));
  EXPECT_THAT(Ids("has no disease"), ElementsAre("seizure", "treated", "excluded", "nothing"));
  EXPECT_THAT(said(), AllOf(HasSubstr("2 of the 4 individuals who have no disease have phenotypes, which this does not "
                                      "look at [with-phenotypes]"),
                            HasSubstr("of those without either, write and no phenotype")));
  EXPECT_THAT(Ids("has no disease and no phenotype"), ElementsAre("excluded", "nothing"));
  EXPECT_THAT(said(), Not(HasSubstr("with-phenotypes")));
  EXPECT_THAT(Ids("has treatment DrugCentral:1 and not has disease"), ElementsAre("treated", "nothing"));
  EXPECT_THAT(said(),
              HasSubstr("1 of the 2 individuals who have treatment DrugCentral:1 and no disease has phenotypes"));
  for (const char* where :
       {"has no disease and has phenotype HP:0001250", "has no disease MONDO:0005148", "has at most 1 disease",
        "has no disease and (has phenotype HP:0001250 or has treatment DrugCentral:1)", "has disease"}) {
    Ids(where);
    EXPECT_THAT(said(), Not(HasSubstr("with-phenotypes"))) << where;
  }
}

}  // namespace
}  // namespace muster
