#include "engine/execute/aggregate/histogram.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace muster::execute {
namespace {

using testing::ElementsAre;

TEST(HistogramTest, BandsBeginAtMultiplesOfTheirWidth) {
  const Histogram ages = HistogramOf({13.02, 24.5, 34.0833, 44.0411});
  EXPECT_EQ(ages.first, 10);
  EXPECT_EQ(ages.width, 5);
  EXPECT_THAT(ages.counts, ElementsAre(1, 0, 1, 0, 1, 0, 1));
}

TEST(HistogramTest, WhatLiesAtAnEdgeIsInTheBandThatBeginsThere) {
  const Histogram percent = HistogramOf({0.1, 0.3, 0.3, 0.6, 0.7});
  EXPECT_EQ(percent.first, 0.1);
  EXPECT_EQ(percent.width, 0.1);
  EXPECT_THAT(percent.counts, ElementsAre(1, 0, 2, 0, 0, 1, 1));
}

TEST(HistogramTest, AScoreHasABandForEachOfItsValues) {
  const Histogram score = HistogramOf({0, 1, 1, 2, 4});
  EXPECT_EQ(score.first, 0);
  EXPECT_EQ(score.width, 1);
  EXPECT_THAT(score.counts, ElementsAre(1, 2, 1, 0, 1));
  EXPECT_THAT(HistogramOf({40, 60, 100}).counts, ElementsAre(1, 0, 1, 0, 0, 0, 1)) << "10 each";
}

// Bands of 2.5 have two or three whole numbers by turns, which draws a comb.
TEST(HistogramTest, WholeNumbersAreNotPutIntoBandsOfTwoAndAHalf) {
  std::vector<double> values(25);
  std::iota(values.begin(), values.end(), 1);
  const Histogram whole = HistogramOf(values);
  EXPECT_EQ(whole.width, 5);
  EXPECT_THAT(whole.counts, ElementsAre(4, 5, 5, 5, 5, 1));
  values[3] += 0.25;
  EXPECT_EQ(HistogramOf(values).width, 2.5);
}

TEST(HistogramTest, EqualValuesAreOneNumber) {
  const Histogram one = HistogramOf({7.5, 7.5});
  EXPECT_EQ(one.first, 7.5);
  EXPECT_EQ(one.width, 0);
  EXPECT_THAT(one.counts, ElementsAre(2));
}

TEST(HistogramTest, BelowZeroAndAnyMagnitude) {
  const Histogram around = HistogramOf({-7, -0.5, 0, 3});
  EXPECT_EQ(around.first, -7);
  EXPECT_EQ(around.width, 1);
  constexpr double kMost = std::numeric_limits<double>::max(), kLeast = std::numeric_limits<double>::denorm_min();
  for (const auto& [low, high] : {std::pair{-kMost, kMost}, {0.0, kMost}, {0.0, kLeast}, {1e9, 1e9 + 1e-6}}) {
    const std::vector<int64_t> counts = HistogramOf({low, high}).counts;
    EXPECT_EQ(std::accumulate(counts.begin(), counts.end(), int64_t{0}), 2) << low << " " << high;
  }
}

TEST(HistogramTest, EachValueIsInTheBandThatIsSaid) {
  std::mt19937 random(19);
  for (int run = 0; run < 2000; ++run) {
    const double scale = std::pow(10.0, static_cast<double>(random() % 13) - 6);
    std::vector<double> values(2 + random() % 50);
    for (double& value : values) value = (static_cast<double>(random() % 2001) - 700) / 7 * scale;
    std::sort(values.begin(), values.end());
    if (values.front() == values.back()) continue;
    const Histogram histogram = HistogramOf(values);
    ASSERT_GE(histogram.counts.size(), 3u);
    ASSERT_LE(histogram.counts.size(), kMostBands);
    const double nearly = histogram.width * 1e-6;
    auto value = values.begin();
    for (size_t band = 0; band < histogram.counts.size(); ++band) {
      const double begin = histogram.first + histogram.width * static_cast<double>(band);
      for (int64_t n = 0; n < histogram.counts[band]; ++n, ++value) {
        ASSERT_GE(*value, begin - nearly);
        ASSERT_LT(*value, begin + histogram.width + nearly);
      }
    }
    ASSERT_EQ(value, values.end());
    ASSERT_GT(histogram.counts.front(), 0);
    ASSERT_GT(histogram.counts.back(), 0);
  }
}

}  // namespace
}  // namespace muster::execute
