#include "engine/execute/summary.h"

#include <vector>

#include "gtest/gtest.h"

namespace muster::execute {
namespace {

// By R 4: summary(c(1, 2, 3, 4, 10)); sd(c(1, 2, 3, 4, 10)).
TEST(SummaryTest, IsThatOfR) {
  std::vector<double> values = {10, 3, 1, 4, 2};
  const Summary summary = SummaryOf(&values);
  EXPECT_DOUBLE_EQ(summary.lower, 2);
  EXPECT_DOUBLE_EQ(summary.median, 3);
  EXPECT_DOUBLE_EQ(summary.upper, 4);
  EXPECT_DOUBLE_EQ(summary.mean, 4);
  EXPECT_NEAR(summary.deviation, 3.535534, 1e-6);
  EXPECT_EQ(values.front(), 1);
  EXPECT_EQ(values.back(), 10);
}

TEST(SummaryTest, QuartilesLieBetweenValues) {
  std::vector<double> values = {1, 2, 3, 4};
  const Summary summary = SummaryOf(&values);
  EXPECT_DOUBLE_EQ(summary.lower, 1.75);
  EXPECT_DOUBLE_EQ(summary.median, 2.5);
  EXPECT_DOUBLE_EQ(summary.upper, 3.25);
}

TEST(SummaryTest, OneValueIsAllOfThem) {
  std::vector<double> values = {7};
  const Summary summary = SummaryOf(&values);
  EXPECT_EQ(summary.lower, 7);
  EXPECT_EQ(summary.median, 7);
  EXPECT_EQ(summary.upper, 7);
  EXPECT_EQ(summary.mean, 7);
  EXPECT_EQ(summary.deviation, 0);
}

TEST(SummaryTest, HasTheColumnsOfItsRows) { EXPECT_EQ(SummaryTable({}).columns.size(), 16u); }

}  // namespace
}  // namespace muster::execute
