// Stages as codes and as texts, in one catalogue.
#include "gmock/gmock.h"
#include "tests/unit/api/values/values_fixture.h"

namespace muster {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

class OtherStagesTest : public ValuesTest {
 protected:
  // A person with a disease of this stage, which is JSON.
  static std::string With(const std::string& id, const std::string& stage) {
    return R"({"id":")" + id + R"(","subject":{"id":"x"},"diseases":[{"term":{"id":"MONDO:1"},"diseaseStage":[)" +
           stage + "]}]}\n";
  }
};

TEST_F(OtherStagesTest, ACodeAndTexts) {
  Import(With("a", R"({"id":"NCIT:C27966","label":"Stage I"})") + With("b", R"({"label":"Stage I"})") +
         With("c", R"({"label":"IA"})") + With("d", R"({"label":"Stage II"})"));
  EXPECT_THAT(Ids("has disease with stage is NCIT:C27966"), ElementsAre("a"));
  EXPECT_THAT(said(), AllOf(HasSubstr("2 diseases have Stage I in another way or a part of it, which NCIT:C27966 does "
                                      "not mean: \"Stage I\", \"Stage IA\" [other-stages]"),
                            HasSubstr("in (NCIT:C27966, \"Stage I\", \"Stage IA\") asks for all of them")));
  EXPECT_THAT(Ids("has disease with stage in (NCIT:C27966, \"Stage I\", \"Stage IA\")"), ElementsAre("a", "b", "c"));
  EXPECT_THAT(said(), Not(HasSubstr("other-stages")));
  EXPECT_THAT(Ids("has disease with stage is \"Stage II\""), ElementsAre("d"));
  EXPECT_THAT(said(), Not(HasSubstr("other-stages")));
}

// One note has all that is of the stage, and none is said where all is asked for.
TEST_F(OtherStagesTest, ATextThatIsTheNameOfACode) {
  Import(With("a", R"({"id":"NCIT:C27970","label":"Stage III"})") + With("b", R"({"label":"Stage III"})") +
         With("c", R"({"label":"IIIB"})"));
  EXPECT_THAT(Ids("has disease with stage is \"Stage III\""), ElementsAre("b"));
  EXPECT_THAT(said(), AllOf(HasSubstr("[other-stages]"), HasSubstr("NCIT:C27970"), HasSubstr("\"Stage IIIB\""),
                            Not(HasSubstr("ambiguous-term"))));
  EXPECT_THAT(Ids("has disease with stage in (\"Stage III\", NCIT:C27970, \"Stage IIIB\")"),
              ElementsAre("a", "b", "c"));
  EXPECT_THAT(said(), AllOf(Not(HasSubstr("other-stages")), Not(HasSubstr("ambiguous-term"))));
}

TEST_F(OtherStagesTest, ATextAndItsPartsAndCodes) {
  Import(With("a", R"({"id":"NCIT:C1","label":"Stage IIB Breast Cancer AJCC v8"})") +
         With("b", R"({"label":"Stage II"})") + With("c", R"({"label":"IIA"})"));
  EXPECT_THAT(Ids("has disease with stage is \"Stage II\""), ElementsAre("b"));
  EXPECT_THAT(said(), AllOf(HasSubstr("[other-stages]"), HasSubstr("NCIT:C1"), HasSubstr("\"Stage IIA\"")));
  Ids("has disease with stage is exactly \"Stage II\"");
  EXPECT_THAT(said(), Not(HasSubstr("other-stages")));
}

TEST_F(OtherStagesTest, ACodeThatNobodyCanName) {
  Import(With("b", R"({"label":"Stage I"})") + With("c", R"({"label":"IIA"})"));
  EXPECT_THAT(Ids("has disease with stage is NCIT:C28054"), testing::IsEmpty());
  EXPECT_THAT(said(), HasSubstr("2 diseases have a text in its place: \"Stage I\", \"Stage IIA\" [other-stages]"));
}

TEST_F(OtherStagesTest, PartsOfAClassification) {
  const auto tnm = [](const std::string& id, const std::string& label) {
    return R"({"id":")" + id + R"(","subject":{"id":"x"},"diseases":[{"term":{"id":"MONDO:1"},"clinicalTnmFinding":[)" +
           label + "]}]}\n";
  };
  Import(tnm("a", R"({"id":"NCIT:C48724","label":"T2 Stage Finding"})") + tnm("b", R"({"label":"pT2aN0M0"})") +
         tnm("c", R"({"label":"T3"})"));
  EXPECT_THAT(Ids("has disease with tnm is NCIT:C48724"), ElementsAre("a"));
  EXPECT_THAT(said(), HasSubstr("1 disease has T2 in another way or a part of it, which NCIT:C48724 does not mean: "
                                "\"pT2a\""));
}

}  // namespace
}  // namespace muster
