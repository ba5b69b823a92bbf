#include "grammar/criteria_count.h"

#include <string>

#include "grammar/parse.h"
#include "gtest/gtest.h"

namespace muster::grammar {
namespace {

size_t Cost(const std::string& text) {
  const ParseResult parsed = Parse(text);
  EXPECT_EQ(parsed.statements.size(), 1u) << text;
  return parsed.statements.empty() ? 0 : CostInCriteria(parsed.statements[0]);
}

std::string Repeated(int n) {
  std::string text = "sex is male";
  for (int i = 1; i < n; ++i) text += " and sex is male";
  return text;
}

TEST(CriteriaCountTest, EachStatementAndEachCriterionIsOne) {
  EXPECT_EQ(Cost("count individuals"), 1u);
  EXPECT_EQ(Cost("count individuals where sex is male"), 2u);
  EXPECT_EQ(Cost("list individuals where not (sex is male or has sample with (type is tumour and has run))"), 5u);
  EXPECT_EQ(Cost("count individuals where at least 2 of (sex is male, in c, has sample)"), 4u);
  EXPECT_EQ(Cost("define cohort c as individuals where has phenotype"), 2u);
  EXPECT_EQ(Cost("drop cohort c"), 1u);
}

TEST(CriteriaCountTest, AListIsOneCriterion) {
  EXPECT_EQ(Cost("count individuals where has phenotype in (HP:1, HP:2, HP:3) and country in (DE, FR)"), 3u);
}

TEST(CriteriaCountTest, WhatTakesLongerCountsMore) {
  EXPECT_EQ(Cost("count individuals by sex, country"), 21u);
  EXPECT_EQ(Cost("describe individuals"), 21u);
  EXPECT_EQ(Cost("show catalogue"), 21u);
  EXPECT_EQ(Cost("terms like \"a\""), 51u);
  EXPECT_EQ(Cost("compare a as individuals where sex is male, b by country"), 1u + 2 + 1 + 30);
}

TEST(CriteriaCountTest, StepsAskAgain) {
  EXPECT_EQ(Cost("funnel individuals where " + Repeated(2)), 3u);
  EXPECT_EQ(Cost("funnel individuals where " + Repeated(100)), 1u + 100 * 50 / 5);
  EXPECT_EQ(Cost("impact individuals where " + Repeated(20)), 1u + 20 * 211 / 5);
}

}  // namespace
}  // namespace muster::grammar
