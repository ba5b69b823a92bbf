// Hints for groups that are counted side by side, in other words.
#include "grammar/habits/habits_of_groups.h"

#include "gtest/gtest.h"
#include "tests/unit/grammar/first_hint.h"

namespace muster::grammar {
namespace {

TEST(HabitsOfGroupsTest, Bands) {
  EXPECT_EQ(HintOf("count individuals by 10 year age bands"),
            "write by age at last contact in bands of 10 years, or by another time, such as age at enrolment");
  EXPECT_EQ(HintOf("count individuals by sex, 5 years groups"),
            "write by age at last contact in bands of 5 years, or by another time, such as age at enrolment");
  EXPECT_EQ(HintOf("count individuals by age at last contact bands 18,40,65"), "write in bands at 18, 40, 65");
  EXPECT_EQ(HintOf("count individuals by age at last contact bands 10 years"), "write in bands of 10 years");
}

TEST(HabitsOfGroupsTest, GroupsThatAreCompared) {
  EXPECT_EQ(HintOf("compare has disease \"melanoma\" and has disease \"lung cancer\""),
            "write compare a as individuals where has disease \"melanoma\", b as individuals where has disease \"lung "
            "cancer\"");
  EXPECT_EQ(HintOf("compare \"melanoma\" and \"lung cancer\""),
            "write compare a as individuals where has disease \"melanoma\", b as individuals where has disease \"lung "
            "cancer\"");
  EXPECT_EQ(HintOf("compare women vs men"),
            "write compare a as individuals where sex is female, b as individuals where sex is male");
  EXPECT_EQ(HintOf("compare cases and controls"), "write a comma between cohorts: compare cases, controls");
  // One group is none to compare.
  EXPECT_NE(HintOf("compare has disease \"melanoma\"").substr(0, 13), "write compare");
}

TEST(HabitsOfGroupsTest, Families) {
  EXPECT_EQ(HintFor("has family with at least 2 affected"),
            "write count families where has at least 2 members with affected is affected");
  EXPECT_EQ(HintOf("count families with 3 members"),
            "families are counted through their members: write count individuals by family having individuals >= 3; of "
            "trios, count individuals where has mother and has father");
}

TEST(HabitsOfGroupsTest, CriteriaOfPeople) {
  EXPECT_EQ(CriterionOfPeople("Women"), "sex is female");
  EXPECT_EQ(CriterionOfPeople("cases"), "");
}

}  // namespace
}  // namespace muster::grammar
