#include "engine/release/by_text/budget_cost.h"

#include <string>

#include "engine/release/policy/hidden_names.h"
#include "grammar/parse.h"
#include "gtest/gtest.h"

namespace muster::release {
namespace {

uint64_t Units(const std::string& text, const TierLimits& limits = {}) {
  const grammar::ParseResult parsed = grammar::Parse(text);
  EXPECT_EQ(parsed.statements.size(), 1u) << text;
  return parsed.statements.empty() ? 0 : BudgetCost(parsed.statements[0], limits);
}

TEST(UnitsTest, ANumberIsAUnit) {
  EXPECT_EQ(Units("count individuals where sex is female"), 1u);
  EXPECT_EQ(Units("count individuals, samples where sex is female"), 2u);
  EXPECT_EQ(Units("count individuals with certainty where sex is female"), 3u);
  EXPECT_EQ(Units("count individuals where sex is female and (has sample or country is DE)"), 1u);
}

TEST(UnitsTest, TablesCostWhatAPersonCanBePartOf) {
  EXPECT_EQ(Units("count individuals by sex"), 2u);
  EXPECT_EQ(Units("count individuals by sex, country"), 2u) << "one cell and the total";
  EXPECT_EQ(Units("count individuals by disease"), 6u) << "five cells and the total";
  EXPECT_EQ(Units("count individuals by cohort"), 6u) << "a person may be in several";
  EXPECT_EQ(Units("count individuals, samples by disease, phenotype"), 2u * (25 + 1));
  EXPECT_EQ(Units("count individuals by age as of 2025-01-01 in bands of 10 years"), 2u);
}

TEST(UnitsTest, StatementsOfSeveralNumbers) {
  EXPECT_EQ(Units("funnel individuals where sex is female and has sample and country is DE"), 4u);
  EXPECT_EQ(Units("funnel individuals, samples where sex is female and (has sample and country is DE)"), 8u);
  EXPECT_EQ(Units("impact individuals where sex is female and has sample and country is DE"), 4u);
  TierLimits controlled;
  controlled.impact = ImpactAllowed::kPairs;
  EXPECT_EQ(Units("impact individuals where sex is female and has sample and country is DE", controlled), 7u);
  EXPECT_EQ(Units("compare a as individuals where sex is female, b as individuals"), 3u);
  EXPECT_EQ(Units("compare a as individuals where sex is female, b as individuals by country"), 6u);
}

TEST(UnitsTest, TheRest) {
  EXPECT_EQ(Units("terms like \"seiz\""), 1u);
  EXPECT_EQ(Units("terms like \"seiz\" limit 20"), 1u);
  EXPECT_EQ(Units("terms like \"seiz\" limit 21"), 2u);
  EXPECT_EQ(Units("show datasets"), 1u);
  EXPECT_EQ(Units("show cohort c"), 1u);
  EXPECT_EQ(Units("show cohorts"), 5u) << "a person may be in several";
  EXPECT_EQ(Units("show ontologies"), 0u) << "it is about nobody";
  EXPECT_EQ(Units("define cohort c as individuals where sex is female"), 1u);
  EXPECT_EQ(Units("drop cohort c"), 0u);
  EXPECT_EQ(Units("explain count individuals where sex is female"), 0u) << "it has no numbers";
}

// (GuestCatalogueTest.IsChargedForEachNumberOfAPage compares with the answers.)
TEST(UnitsTest, PagesAboutTheCatalogueCostTheirNumbers) {
  const uint64_t individuals = Units("describe individuals");
  const uint64_t catalogue = Units("show catalogue");
  EXPECT_GT(individuals, 10u);
  EXPECT_GT(catalogue, 10u);
  TierLimits limits;
  ASSERT_TRUE(Hide("birth date", &limits.hidden));
  EXPECT_EQ(Units("describe individuals", limits), individuals - 1);
  EXPECT_EQ(Units("show catalogue", limits), catalogue);
  ASSERT_TRUE(Hide("consent", &limits.hidden));
  EXPECT_EQ(Units("show catalogue", limits), catalogue - 1);
  EXPECT_EQ(Units("describe nosuch"), 1u);
}

TEST(UnitsTest, DoNotOverflow) {
  TierLimits limits;
  limits.values = 4'000'000'000;
  EXPECT_EQ(Units("count individuals by disease, phenotype, cohort", limits), uint64_t{1} << 53);
}

}  // namespace
}  // namespace muster::release
