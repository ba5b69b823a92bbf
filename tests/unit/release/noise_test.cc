#include "engine/release/memory/noise.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/unit/release/random_sets.h"

namespace muster::release {
namespace {

constexpr secret::SipKey kKey{1, 2};
constexpr MicroVariance kOne = kVarianceOne;

Noise OfVariances(std::vector<MicroVariance> variances) {
  std::vector<PerturbationTable> tables;
  for (const NoiseStep& step : StepsBetween(std::move(variances))) tables.push_back(MakePerturbationTable(step));
  return {kKey, std::move(tables)};
}

ComparedSet SetOf(uint64_t seed) {
  ComparedSet set;
  std::mt19937_64 random(seed);
  set.people.n = random() % 1000;
  for (uint8_t& lane : set.people.lanes) lane = static_cast<uint8_t>(random());
  return set;
}

TEST(Noise, HasMeanNoughtItsVarianceAndItsReachOverAMillionSets) {
  const Noise noise = OfVariances({4 * kOne, 9 * kOne});
  constexpr int kSets = 1'000'000;
  double sum = 0;
  double squares = 0;
  ComparedSet set = SetOf(1);
  for (int i = 0; i < kSets; ++i) {
    ++set.people.n;
    const int64_t e = noise.Of(set, 9 * kOne);
    ASSERT_LE(std::abs(e), noise.Reach(9 * kOne));
    sum += static_cast<double>(e);
    squares += static_cast<double>(e * e);
  }
  EXPECT_NEAR(sum / kSets, 0, 0.02 * 3);
  EXPECT_NEAR(squares / kSets, 9, 0.02 * 9);
  EXPECT_EQ(noise.Reach(9 * kOne), 15);
}

TEST(Noise, OfAGreaterVarianceIsThatOfALesserAndMore) {
  const Noise noise = OfVariances({4 * kOne, 9 * kOne, 25 * kOne});
  double product = 0;
  constexpr int kSets = 20'000;
  for (int i = 0; i < kSets; ++i) {
    const ComparedSet set = SetOf(static_cast<uint64_t>(i));
    const int64_t less = noise.Of(set, 4 * kOne);
    const int64_t more = noise.Of(set, 25 * kOne) - less;
    product += static_cast<double>(less * more);
  }
  EXPECT_NEAR(product / kSets, 0, 0.3);  // independent
}

TEST(Noise, StaysWhenAnotherTierIsAddedAboveIt) {
  const Noise before = OfVariances({4 * kOne, 9 * kOne});
  const Noise after = OfVariances({4 * kOne, 9 * kOne, 25 * kOne});
  for (uint64_t i = 0; i < 100; ++i) EXPECT_EQ(before.Of(SetOf(i), 9 * kOne), after.Of(SetOf(i), 9 * kOne));
}

TEST(Noise, KnowsWhereItsStepsEnd) {
  const Noise noise = OfVariances({4 * kOne, 9 * kOne});
  EXPECT_TRUE(noise.Has(0));
  EXPECT_TRUE(noise.Has(4 * kOne));
  EXPECT_TRUE(noise.Has(9 * kOne));
  EXPECT_FALSE(noise.Has(5 * kOne));
  EXPECT_FALSE(noise.Has(25 * kOne));
}

TEST(Noise, IsAnothersWithAnotherKeyOrSet) {
  const Noise noise = OfVariances({25 * kOne});
  const Noise other(secret::SipKey{1, 3}, {MakePerturbationTable({0, 25 * kOne})});
  int same_key = 0;
  int same_lane = 0;
  for (uint64_t i = 0; i < 1000; ++i) {
    const ComparedSet set = SetOf(i);
    ComparedSet changed = set;
    ++changed.people.lanes[63];
    same_key += noise.Of(set, 25 * kOne) == other.Of(set, 25 * kOne) ? 1 : 0;
    same_lane += noise.Of(set, 25 * kOne) == noise.Of(changed, 25 * kOne) ? 1 : 0;
  }
  EXPECT_LT(same_key, 150);
  EXPECT_LT(same_lane, 150);
}

}  // namespace
}  // namespace muster::release
