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
              AllOf(HasSubstr("6 of the 6 individuals who have no phenotype HP:0002861 have disease MONDO:0005105 "
                              "melanoma and are not left out by this [same-name]"),
                    HasSubstr("write and no disease MONDO:0005105")));
}

TEST_F(NamesakesTest, WhoHasTheOtherOneIsToldElsewhere) {
  Import(Disease("a") + Phenotypes(5));
  for (const char* where :
       {"has disease MONDO:0005105 or has disease MONDO:0004979", "has disease with term is MONDO:0005105",
        "at least 1 of (has disease MONDO:0005105, has disease MONDO:0004979)"}) {
    EXPECT_THAT(Ids(where), ElementsAre("a")) << where;
    EXPECT_THAT(said(), AllOf(HasSubstr("besides the 1 individual who is found, 5 have phenotype HP:0002861 Melanoma "
                                        "and no such disease: this does not ask for them [same-name]"),
                              HasSubstr("to ask for both, write list individuals where")))
        << where;
  }
  Ids("has disease MONDO:0005105 or has phenotype HP:0002861");
  EXPECT_THAT(said(), Not(HasSubstr("same-name")));
}

TEST_F(NamesakesTest, FewAreNotWorthANote) {
  Import(Disease("a") + Phenotypes(4));  // fewer than 5
  Ids("has disease MONDO:0005105");
  EXPECT_THAT(said(), Not(HasSubstr("same-name")));
  Import(Phenotypes(5) + Diseases(250));  // 5 beside 251: fewer than one in fifty
  Ids("has disease MONDO:0005105");
  EXPECT_THAT(said(), Not(HasSubstr("same-name")));
  Ids("no phenotype HP:0002861");
  EXPECT_THAT(said(), HasSubstr("251 of the 251 individuals who have no phenotype HP:0002861"));
  std::string others;
  for (int i = 0; i < 246; ++i) others += Of(absl::StrCat("n", i), R"("diseases":[{"term":{"id":"MONDO:2"}}])");
  Import(others);
  Ids("no disease MONDO:0005105");  // 5 of 251 who are found
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

class OtherWordsTest : public NamesakesTest {
 protected:
  void SetUp() override {
    NamesakesTest::SetUp();
    Import(
        "format-version: 1.2\nontology: mondo\n\n[Term]\nid: MONDO:0005044\nname: hypertensive disorder\n\n"
        "[Term]\nid: MONDO:0015924\nname: pulmonary hypertension\nis_a: MONDO:0005044\n\n"
        "[Term]\nid: MONDO:0004992\nname: cancer\n\n[Term]\nid: MONDO:0005148\nname: type 2 diabetes mellitus\n");
    Import(
        "format-version: 1.2\nontology: hp\n\n[Term]\nid: HP:0000822\nname: Hypertension\n\n"
        "[Term]\nid: HP:0002664\nname: Neoplasm\n\n[Term]\nid: HP:0003003\nname: Colon cancer\nis_a: HP:0002664\n");
  }
  static std::string With(const std::string& id, const std::string& disease, const std::string& phenotype) {
    std::string features, diseases;
    if (!phenotype.empty()) features = R"("phenotypicFeatures":[{"type":{"id":")" + phenotype + R"("}}],)";
    return Of(id, features + R"("diseases":[{"term":{"id":"MONDO:0005148"}})" +
                      (disease.empty() ? "" : R"(,{"term":{"id":")" + disease + R"("}})") + "]");
  }
  static std::string Several(int number, const std::string& disease, const std::string& phenotype) {
    std::string people;
    for (int i = 0; i < number; ++i) people += With(absl::StrCat(disease, phenotype, i), disease, phenotype);
    return people;
  }
};

TEST_F(OtherWordsTest, ANameThatSaysTheSameIsTold) {
  Import(Several(6, "", "HP:0000822") + Several(4, "", "") + Several(2, "MONDO:0005044", "HP:0000822"));
  EXPECT_THAT(Ids("has disease \"type 2 diabetes mellitus\" and no disease \"hypertensive disorder\""), SizeIs(10));
  EXPECT_THAT(said(), AllOf(HasSubstr("6 of the 10 individuals who have disease \"type 2 diabetes mellitus\" and no "
                                      "disease \"hypertensive disorder\" have phenotype HP:0000822 Hypertension, which "
                                      "may mean the same, and are not left out by this [same-name]"),
                            HasSubstr("to leave them out as well, write and no phenotype HP:0000822")));
  EXPECT_THAT(Ids("has disease \"type 2 diabetes mellitus\" and no disease \"hypertensive disorder\" and no phenotype "
                  "HP:0000822"),
              SizeIs(4));
  EXPECT_THAT(said(), Not(HasSubstr("same-name")));
  EXPECT_THAT(Ids("has disease MONDO:0005148 and has disease MONDO:0005044"), SizeIs(2));
  EXPECT_THAT(said(), HasSubstr("6 of the 12 individuals who have disease MONDO:0005148 have phenotype HP:0000822 "
                                "Hypertension, which may mean the same, and no such disease: this does not ask for "
                                "them"));
  Rows("funnel individuals where has disease MONDO:0005148 and no disease MONDO:0005044");
  EXPECT_THAT(said(), HasSubstr("6 of the 10 individuals"));
}

TEST_F(OtherWordsTest, AMoreSpecialNameIsNotTold) {
  Import(Several(6, "", "HP:0000822") + With("p", "MONDO:0015924", ""));
  EXPECT_THAT(Ids("no disease \"pulmonary hypertension\""), SizeIs(6));
  EXPECT_THAT(said(), Not(HasSubstr("same-name")));
}

TEST_F(OtherWordsTest, ANeoplasmMayBeACancer) {
  Import(Several(6, "", "HP:0003003") + With("c", "MONDO:0004992", ""));
  EXPECT_THAT(Ids("no disease \"cancer\""), SizeIs(6));
  EXPECT_THAT(said(), HasSubstr("6 of the 6 individuals who have no disease \"cancer\" have phenotype HP:0002664 "
                                "Neoplasm, which may mean the same, and are not left out by this"));
  EXPECT_THAT(Ids("no disease \"cancer\" except MONDO:0005148"), SizeIs(6));  // it may be that of what is excepted
  EXPECT_THAT(said(), Not(HasSubstr("same-name")));
}

TEST_F(OtherWordsTest, LabelsOfRecordsAreNamesToo) {
  std::string people = With("h", "MONDO:0005044", "");
  for (int i = 0; i < 5; ++i) {
    people += Of(absl::StrCat("l", i), R"("phenotypicFeatures":[{"type":{"id":"LOCAL:1","label":"Hypertension"}}])");
  }
  Import(people);
  EXPECT_THAT(Ids("has disease MONDO:0005044"), ElementsAre("h"));
  EXPECT_THAT(said(), HasSubstr("5 individuals have phenotype LOCAL:1 Hypertension, which may mean the same, and no "
                                "such disease"));
}

TEST_F(OtherWordsTest, TheErrorNamesBoth) {
  Import(Several(1, "MONDO:0005044", "HP:0000822"));
  Ids("no disease \"hypertension\"");
  EXPECT_THAT(said(), AllOf(HasSubstr("did you mean MONDO:0005044 \"hypertensive disorder\" (1 person)?"),
                            HasSubstr("write phenotype HP:0000822 \"Hypertension\" in place of disease (1 person)")));
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
