#include "engine/release/policy/perturbation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace muster::release {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

PerturbationTable Of(double from, double to) {
  return MakePerturbationTable({static_cast<MicroVariance>(from * 1e6), static_cast<MicroVariance>(to * 1e6)});
}

// Variance of the table itself, from its integers.
double VarianceOf(const PerturbationTable& table) {
  double sum = 0;
  double before = 0;
  for (int x = -table.reach; x <= table.reach; ++x) {
    const auto i = static_cast<size_t>(x + table.reach);
    const double up_to = i < table.cumulative.size() ? std::ldexp(static_cast<double>(table.cumulative[i]), -64) : 1;
    sum += (up_to - before) * x * x;
    before = up_to;
  }
  return sum;
}

TEST(PerturbationTable, HasTheReachAndVarianceOfItsStep) {
  EXPECT_EQ(Of(0, 4).reach, 7);
  EXPECT_EQ(Of(4, 9).reach, 8);
  EXPECT_EQ(Of(9, 25).reach, 14);
  for (const double variance : {0.25, 1.0, 1.75, 4.0, 5.0, 16.0, 25.5, 400.0}) {
    const PerturbationTable table = Of(0, variance);
    EXPECT_NEAR(VarianceOf(table), variance, variance * 1e-9);
    EXPECT_TRUE(IsValid(table));
  }
}

TEST(PerturbationTable, DrawsFromOneEndToTheOtherAndIsSymmetric) {
  const PerturbationTable table = Of(0, 4);
  EXPECT_EQ(table.Draw(0), -7);
  EXPECT_EQ(table.Draw(UINT64_MAX), 7);
  EXPECT_EQ(table.Draw(uint64_t{1} << 63), 0);
  std::mt19937_64 random(1);
  for (int i = 0; i < 10'000; ++i) {
    const uint64_t u = random();
    EXPECT_EQ(table.Draw(u), -table.Draw(~u));
  }
}

TEST(PerturbationTable, HasTheMeanAndVarianceThatItPromisesOverAMillionDraws) {
  const PerturbationTable table = Of(0, 9);
  std::mt19937_64 random(20261128);
  double sum = 0;
  double squares = 0;
  constexpr int kDraws = 1'000'000;
  for (int i = 0; i < kDraws; ++i) {
    const int noise = table.Draw(random());
    ASSERT_LE(std::abs(noise), table.reach);
    sum += noise;
    squares += noise * noise;
  }
  EXPECT_NEAR(sum / kDraws, 0, 0.02 * 3);
  EXPECT_NEAR(squares / kDraws, 9, 0.02 * 9);
}

TEST(PerturbationTable, IsRefusedWhenItsNumbersWereChanged) {
  PerturbationTable table = Of(0, 4);
  ++table.cumulative[3];
  EXPECT_FALSE(IsValid(table));
  table = Of(0, 4);
  table.cumulative.pop_back();
  EXPECT_FALSE(IsValid(table));
  EXPECT_FALSE(IsValid(PerturbationTable()));
}

TEST(StepsBetween, LeadFromEachVarianceToTheNext) {
  constexpr MicroVariance kUnit = kVarianceOne;
  EXPECT_THAT(StepsBetween({25 * kUnit, 4 * kUnit, 0, 9 * kUnit, 4 * kUnit}),
              ElementsAre(NoiseStep{0, 4 * kUnit}, NoiseStep{4 * kUnit, 9 * kUnit}, NoiseStep{9 * kUnit, 25 * kUnit}));
  EXPECT_THAT(StepsBetween({0, 0}), IsEmpty());
}

}  // namespace
}  // namespace muster::release
