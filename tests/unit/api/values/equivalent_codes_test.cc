// Codes of one meaning, where codes are counted.
#include "engine/bind/catalogue/equivalent_codes.h"

#include <string>

#include "gmock/gmock.h"
#include "tests/unit/api/values/values_fixture.h"

namespace muster {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr char kDiseases[] = R"(format-version: 1.2
ontology: mondo

[Term]
id: MONDO:0005015
name: diabetes mellitus

[Term]
id: MONDO:0005148
name: type 2 diabetes mellitus
is_a: MONDO:0005015
xref: OMIM:125853 {source="MONDO:equivalentTo"}
xref: ORPHA:181376 {source="MONDO:equivalentTo"}

[Term]
id: MONDO:0007947
name: Marfan syndrome
xref: OMIM:154700 {source="MONDO:equivalentTo"}
)";

class EquivalentCodesTest : public ValuesTest {
 protected:
  void SetUp() override {
    ValuesTest::SetUp();
    Import(kDiseases);
  }
  static std::string With(const std::string& id, const std::vector<std::string>& diseases) {
    std::string text = R"({"id":")" + id + R"(","subject":{"id":"x"},"diseases":[)";
    for (size_t i = 0; i < diseases.size(); ++i) {
      text += (i > 0 ? "," : "") + (R"({"term":{"id":")" + diseases[i] + R"("}})");
    }
    return text + "]}\n";
  }
};

TEST_F(EquivalentCodesTest, DistinctCodesOfOnePerson) {
  Import(With("a", {"MONDO:0005148", "OMIM:125853"}) + With("b", {"ORPHA:181376", "MONDO:0007947"}) +
         With("c", {"MONDO:0005148"}));
  for (const char* has : {"has at least 2 distinct disease", "has at least 2 distinct disease MONDO:0005015",
                          "has at most 1 distinct disease", "has exactly 1 distinct disease"}) {
    Ask(std::string("count individuals where ") + has);
    EXPECT_THAT(said(), HasSubstr("[equivalent-codes]")) << has;
    EXPECT_THAT(said(), HasSubstr("MONDO:0005148, OMIM:125853 and ORPHA:181376")) << has;
    EXPECT_THAT(said(), HasSubstr(" has several of one")) << has;
  }
  for (const char* has :
       {"has at least 2 distinct disease MONDO:0007947", "has at least 2 disease", "has at least 1 distinct disease"}) {
    Ask(std::string("count individuals where ") + has);
    EXPECT_THAT(said(), Not(HasSubstr("equivalent-codes"))) << has;
  }
}

TEST_F(EquivalentCodesTest, NothingIsSaidWhereNobodyHasTwo) {
  Import(With("a", {"MONDO:0005148"}) + With("b", {"ORPHA:181376"}));
  Ask("count individuals where has at least 2 distinct disease");
  EXPECT_THAT(said(), Not(HasSubstr("equivalent-codes")));
}

TEST_F(EquivalentCodesTest, GroupsOfACount) {
  Import(With("a", {"MONDO:0005148"}) + With("b", {"OMIM:125853"}) + With("c", {"OMIM:154700"}));
  EXPECT_EQ(Rows("count individuals by disease"), "MONDO:0005148, 1; OMIM:125853, 1; OMIM:154700, 1");
  EXPECT_THAT(said(), HasSubstr("2 of the 3 codes mean one thing: MONDO:0005148 and OMIM:125853 [equivalent-groups]"));
  EXPECT_THAT(said(), HasSubstr("in groups (\"MONDO:0005148\" = (exactly MONDO:0005148), ...)"));
  Import(With("d", {"MONDO:0007947"}));
  Ask("count diseases by term");
  EXPECT_THAT(said(), HasSubstr("4 of the 4 codes mean only 2 things: MONDO:0005148 and OMIM:125853; MONDO:0007947 "
                                "and OMIM:154700"));
  EXPECT_EQ(Rows("count individuals by disease in groups (\"MONDO:0005148\" = (MONDO:0005148)) "),
            "MONDO:0005148, 2; other, 2");
  EXPECT_THAT(said(), Not(HasSubstr("equivalent-groups")));
}

// Codes of two systems that no ontology says to be one.
TEST_F(EquivalentCodesTest, GroupsOfOneName) {
  const auto called = [](const std::string& id, const std::string& code) {
    return R"({"id":")" + id + R"(","subject":{"id":"x"},"diseases":[{"term":{"id":")" + code +
           R"(","label":"Hypertension"}}]})" + "\n";
  };
  Import(called("a", "ICD10GM:I10.0") + called("b", "ICD10GM:I10.0") + called("c", "SNOMED:38341003") +
         With("d", {"MONDO:0005148"}));
  Ask("count individuals by disease");
  EXPECT_THAT(said(), HasSubstr("1 name has several codes, each with a row of its own: Hypertension is ICD10GM:I10.0, "
                                "SNOMED:38341003 [equivalent-groups]"));
  EXPECT_THAT(said(), HasSubstr("in groups (\"Hypertension\" = (ICD10GM:I10.0, SNOMED:38341003), ...)"));
  Ask("count individuals by disease top 1");
  EXPECT_THAT(said(), Not(HasSubstr("equivalent-groups"))) << "one row is all that is shown";
  Ask("count individuals where has disease ICD10GM:I10 by disease");
  EXPECT_THAT(said(), Not(HasSubstr("each with a row of its own"))) << "SNOMED's has none";
  Ask("count individuals by disease in groups (\"Hypertension\" = (ICD10GM:I10.0, SNOMED:38341003))");
  EXPECT_THAT(said(), Not(HasSubstr("equivalent-groups")));
}

TEST_F(EquivalentCodesTest, HowGroupsAreShown) {
  EXPECT_EQ(bind::ShowGroups({{"A:1", "B:1"}, {"A:2", "B:2", "C:2"}}), "A:1 and B:1; A:2, B:2 and C:2");
  EXPECT_EQ(bind::ShowGroups({{"A:1", "B:1"}, {"A:2", "B:2"}, {"A:3", "B:3"}, {"A:4", "B:4"}}),
            "A:1 and B:1; A:2 and B:2; A:3 and B:3; ...");
}

// Names of the one system stand for codes of the other, be there such records or not.
TEST_F(EquivalentCodesTest, WhatNobodyHasIsNoCodeOfAnotherSystem) {
  Import(With("a", {"OMIM:154700"}));
  EXPECT_THAT(Ids("has disease \"Marfan syndrome\""), ElementsAre("a"));
  EXPECT_THAT(Ids("has disease MONDO:0005015"), IsEmpty());
  EXPECT_THAT(said(), Not(HasSubstr("no-such-codes")));
  Ids("has phenotype MONDO:0007947");
  EXPECT_THAT(said(), HasSubstr("[no-such-codes]"));
}

}  // namespace
}  // namespace muster
