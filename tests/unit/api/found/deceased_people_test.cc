// That many of those who are found have died is told where nothing asks for it.
#include <string>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "tests/unit/api/values/values_fixture.h"

namespace muster {
namespace {

using testing::HasSubstr;
using testing::Not;

class DeceasedPeopleTest : public ValuesTest {
 protected:
  // As many as that, with the disease; the first `dead` of them have died.
  static std::string People(const std::string& disease, int number, int dead) {
    std::string people;
    for (int i = 0; i < number; ++i) {
      absl::StrAppend(&people, R"({"id":")", disease, i, R"(","subject":{"sex":"FEMALE","vitalStatus":{"status":")",
                      i < dead ? "DECEASED" : "ALIVE",
                      R"("},"timeAtLastEncounter":{"age":{"iso8601duration":"P50Y"}}},"diseases":[{"term":{"id":")",
                      disease, "\"}}]}\n");
    }
    return people;
  }
};

TEST_F(DeceasedPeopleTest, AreToldFromOneInTwenty) {
  Import(People("MONDO:0005148", 100, 5) + People("MONDO:0004979", 101, 5) + People("MONDO:0005015", 4, 4));
  EXPECT_EQ(Rows("count individuals where has disease MONDO:0005148 and age at last contact >= 18 years"), "100");
  EXPECT_THAT(said(), HasSubstr("5 of the 100 individuals who are found are recorded as deceased [deceased-people]"));
  EXPECT_THAT(said(), HasSubstr("to leave them out, write and not vital status is deceased"));
  EXPECT_EQ(Rows("count individuals where has disease MONDO:0005148 and age at last contact >= 18 years and not vital "
                 "status is deceased"),
            "95");
  EXPECT_THAT(said(), Not(HasSubstr("deceased-people")));
  EXPECT_EQ(Rows("count individuals where has disease MONDO:0004979 and age at last contact >= 18 years"), "101");
  EXPECT_THAT(said(), Not(HasSubstr("deceased-people")));
  EXPECT_EQ(Rows("count individuals where has disease MONDO:0005015 and age at last contact >= 18 years"), "4");
  EXPECT_THAT(said(), Not(HasSubstr("deceased-people")));  // fewer than five
  EXPECT_EQ(Rows("count individuals where has disease MONDO:0005148 and age at last contact >= 18 years by sex"),
            "female, 100");
  EXPECT_THAT(said(), HasSubstr("5 of the 100 individuals who are found are recorded as deceased"));
}

// Whatever becomes of those who are found: the page of a report is of a funnel as often as of a count.
TEST_F(DeceasedPeopleTest, AreToldOfFunnelsListsCohortsAndSummaries) {
  Import(People("MONDO:0005148", 8, 5) + People("MONDO:0004979", 8, 0));
  const std::string criteria = " where has disease MONDO:0005148 and age at last contact >= 18 years";
  for (const char* asked : {"funnel individuals", "impact individuals", "list individuals",
                            "count individuals with certainty", "count individuals with not recorded",
                            "count individuals, diseases", "summarise individuals of age at last contact"}) {
    Ask(absl::StrCat(asked, criteria));
    EXPECT_THAT(said(), HasSubstr("5 of the 8 individuals who are found are recorded as deceased")) << asked;
  }
  Ask(absl::StrCat("define cohort c as individuals", criteria));
  EXPECT_THAT(said(), HasSubstr("5 of the 8 individuals who are found are recorded as deceased"));
  for (const std::string& other :
       {absl::StrCat("summarise individuals of survival", criteria),
        absl::StrCat("funnel individuals", criteria, " and not vital status is deceased"),
        absl::StrCat("count individuals", criteria, " by sex having individuals >= 2"),
        absl::StrCat("compare a as individuals", criteria, ", b as individuals where has disease MONDO:0004979")}) {
    Ask(other);
    EXPECT_THAT(said(), Not(HasSubstr("deceased-people"))) << other;
  }
}

// A second time, too, when the text and its notes are known.
TEST_F(DeceasedPeopleTest, AreToldEachTime) {
  Import(People("MONDO:0005148", 8, 5));
  for (int i = 0; i < 2; ++i) {
    EXPECT_EQ(Rows("count individuals where has disease MONDO:0005148 and age at last contact >= 18 years"), "8");
    EXPECT_THAT(said(), HasSubstr("5 of the 8 individuals who are found"));
  }
  Import(People("MONDO:0005148", 8, 8));
  EXPECT_EQ(Rows("count individuals where has disease MONDO:0005148 and age at last contact >= 18 years"), "8");
  EXPECT_THAT(said(), HasSubstr("8 of the 8 individuals who are found"));
}

TEST_F(DeceasedPeopleTest, WhoAsksOfDeathOrNotOfTheLastContactIsNotTold) {
  Import(People("MONDO:0005148", 8, 5));
  for (const char* text :
       {"count individuals", "count individuals where has disease MONDO:0005148",
        "count individuals where vital status is deceased",
        "count individuals where has disease MONDO:0005148 and age at last contact >= 1 year by vital status",
        "count individuals where has disease MONDO:0005148 and age at last contact >= 1 year and not (death is "
        "recorded)",
        "count individuals where has disease MONDO:0005148 with onset within 1 year before death",
        "list individuals where has disease MONDO:0005148", "count diseases where term is MONDO:0005148",
        "count individuals with certainty where has disease MONDO:0005148"}) {
    Ask(text);
    EXPECT_THAT(said(), Not(HasSubstr("deceased-people"))) << text;
  }
}

// A cohort of people who have died is asked for as that.
TEST_F(DeceasedPeopleTest, OfACohortAboutDeaths) {
  Import(People("MONDO:0005148", 8, 5));
  ASSERT_TRUE(catalogue_->Query("define cohort d as individuals where vital status is deceased").ok());
  EXPECT_EQ(Rows("count individuals where in cohort d and age at last contact >= 18 years"), "5");
  EXPECT_THAT(said(), Not(HasSubstr("deceased-people")));
}

// A cohort is counted as it is defined, not as it was before.
TEST_F(DeceasedPeopleTest, OfACohortOfTheSameText) {
  Import(People("MONDO:0005148", 8, 5) + People("MONDO:0004979", 8, 0));
  ASSERT_TRUE(catalogue_->Query("define cohort c as individuals where has disease MONDO:0005148").ok());
  EXPECT_EQ(Rows("count individuals where in cohort c and age at last contact >= 18 years"), "8");
  EXPECT_THAT(said(), HasSubstr("5 of the 8"));
  const auto answers = catalogue_->Query(
      "define cohort c as individuals where has disease MONDO:0004979; count individuals where in cohort c "
      "and age at last contact >= 18 years");
  ASSERT_TRUE(answers.ok());
  for (const Diagnostic& said : answers->back().diagnostics) EXPECT_NE(said.code, "deceased-people") << said.message;
}

// `and` binds closer than `or`.
TEST_F(DeceasedPeopleTest, WhatIsToBeWrittenBehindAnOr) {
  Import(People("MONDO:0005148", 8, 5) + People("MONDO:0004979", 8, 4));
  EXPECT_EQ(Rows("count individuals where has disease MONDO:0005148 and age at last contact >= 18 years or has disease "
                 "MONDO:0004979"),
            "16");
  const std::string other =
      "count individuals where ((has disease MONDO:0005148 and age at last contact >= 18 years) or has disease "
      "MONDO:0004979) and not vital status is deceased";
  EXPECT_THAT(said(), HasSubstr("9 of the 16"));
  EXPECT_THAT(said(), HasSubstr(other));
  EXPECT_EQ(Rows(other), "7");
}

}  // namespace
}  // namespace muster
