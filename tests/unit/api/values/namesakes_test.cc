// One name for a phenotype and a disease: who has the other one is told.
#include <string>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "tests/unit/api/values/values_fixture.h"

namespace muster {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

class NamesakesTest : public ValuesTest {
 protected:
  static std::string Of(const std::string& id, const std::string& more) {
    return absl::StrCat(R"({"id":")", id, R"(","subject":{"id":"x"},)", more, "}\n");
  }
  static std::string Disease(const std::string& id) {
    return Of(id, R"("diseases":[{"term":{"id":"MONDO:0005105","label":"melanoma"}}])");
  }
  static std::string Phenotype(const std::string& id) {
    return Of(id, R"("phenotypicFeatures":[{"type":{"id":"HP:0002861","label":"Melanoma"}}])");
  }
  static std::string Phenotypes(int number) {
    std::string people;
    for (int i = 0; i < number; ++i) people += Phenotype(absl::StrCat("p", i));
    return people;
  }
  static std::string Diseases(int number) {
    std::string people;
    for (int i = 0; i < number; ++i) people += Disease(absl::StrCat("d", i));
    return people;
  }
};

TEST_F(NamesakesTest, WhoHasTheOtherOneIsTold) {
  Import(Disease("a") + Phenotypes(5));
  EXPECT_THAT(Ids("has disease MONDO:0005105"), ElementsAre("a"));
  EXPECT_THAT(said(), AllOf(HasSubstr("5 individuals have phenotype HP:0002861 Melanoma and no such disease: this does "
                                      "not ask for them [same-name]"),
                            HasSubstr("write (has disease MONDO:0005105 or has phenotype HP:0002861)")));
  Import(Diseases(5));
  Ids("no phenotype HP:0002861");
  EXPECT_THAT(said(),
              AllOf(HasSubstr("6 individuals have disease MONDO:0005105 melanoma and no such phenotype, and who "
                              "has only that is not left out by this [same-name]"),
                    HasSubstr("write and no disease MONDO:0005105")));
}

TEST_F(NamesakesTest, FewAreNotWorthANote) {
  Import(Disease("a") + Phenotypes(4));  // fewer than 5
  Ids("has disease MONDO:0005105");
  EXPECT_THAT(said(), Not(HasSubstr("same-name")));
  Import(Phenotypes(5) + Diseases(50));  // 5 beside 51: fewer than one in ten
  Ids("has disease MONDO:0005105");
  EXPECT_THAT(said(), Not(HasSubstr("same-name")));
}

// The people of a frequent term do not hide those of a rare one.
TEST_F(NamesakesTest, OfAListEachTermIsJudgedByItself) {
  std::string others;
  for (int i = 0; i < 60; ++i) {
    others += Of(absl::StrCat("o", i), R"("diseases":[{"term":{"id":"MONDO:2","label":"another"}}])");
  }
  Import(Disease("a") + Phenotypes(5) + others);
  EXPECT_THAT(Ids("has disease in (MONDO:2, MONDO:0005105)"), SizeIs(61));
  EXPECT_THAT(said(), HasSubstr("5 individuals have phenotype HP:0002861 Melanoma and no such disease"));
  EXPECT_THAT(Ids("no disease in (MONDO:2, MONDO:0005105)"), SizeIs(5));
  EXPECT_THAT(said(), HasSubstr("to leave them out as well, write and no phenotype HP:0002861"));
  Ids("no disease MONDO:2");
  EXPECT_THAT(said(), Not(HasSubstr("same-name")));
}

TEST_F(NamesakesTest, OfThoseWhoMeetTheOthersAlone) {
  Import(Disease("a") + Phenotypes(5) +
         Of("both", R"("diseases":[{"term":{"id":"MONDO:1"}},{"term":{"id":"MONDO:0005105","label":"melanoma"}}])"));
  Ids("has disease MONDO:1 and has disease MONDO:0005105");
  EXPECT_THAT(said(), Not(HasSubstr("same-name")));
}

TEST_F(NamesakesTest, WhoAsksForBothIsNotTold) {
  Import(Disease("a") + Phenotypes(5));
  EXPECT_THAT(Ids("(has disease MONDO:0005105 or has phenotype HP:0002861)"), SizeIs(6));
  EXPECT_THAT(said(), Not(HasSubstr("same-name")));
  Ids("no disease MONDO:0005105 and no phenotype HP:0002861");
  EXPECT_THAT(said(), Not(HasSubstr("same-name")));
  Ids("has disease exactly MONDO:0005105");
  EXPECT_THAT(said(), Not(HasSubstr("same-name")));
}

// The parent is called otherwise: which of the two was asked for first tells nothing of the other.
TEST_F(NamesakesTest, TermsWithTheSameRecordsAreToldApart) {
  Import(
      "format-version: 1.2\nontology: mondo\n\n[Term]\nid: MONDO:0002898\nname: skin cancer\n\n"
      "[Term]\nid: MONDO:0005105\nname: melanoma\nis_a: MONDO:0002898\n");
  Import(Disease("a") + Phenotypes(5));
  for (int i = 0; i < 2; ++i) {
    EXPECT_THAT(Ids("has disease MONDO:0002898"), ElementsAre("a"));
    EXPECT_THAT(said(), Not(HasSubstr("same-name")));
    EXPECT_THAT(Ids("has disease MONDO:0005105"), ElementsAre("a"));
    EXPECT_THAT(said(), HasSubstr("5 individuals have phenotype HP:0002861 Melanoma and no such disease"));
    EXPECT_THAT(Ids("has disease in (MONDO:0002898, MONDO:0005105)"), ElementsAre("a"));
    EXPECT_THAT(said(), HasSubstr("5 individuals have phenotype HP:0002861 Melanoma and no such disease"));
  }
}

}  // namespace
}  // namespace muster
