#include "engine/release/memory/sketch.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/unit/release/random_sets.h"

namespace muster::release {
namespace {

size_t DifferenceOf(const Elements& a, const Elements& b) {
  Elements only;
  std::set_symmetric_difference(a.begin(), a.end(), b.begin(), b.end(), std::inserter(only, only.end()));
  return only.size();
}

TEST(Distance, IsExactWhereBothSetsAreSmall) {
  People people(1000, 1);
  for (int i = 0; i < 200; ++i) {
    const Elements a = people.Some(5 + people.random()() % 30);
    const Elements b = people.Changed(a, people.random()() % 5, people.random()() % 8);
    EXPECT_EQ(Distance(SketchOfElements(a, 100), SketchOfElements(b, 100)), static_cast<double>(DifferenceOf(a, b)));
  }
}

TEST(Distance, IsExactForOnePersonAndNearlyRightForMore) {
  People people(100'000, 2);
  double squares = 0;
  constexpr int kTrials = 2000;
  for (int i = 0; i < kTrials; ++i) {
    const Elements a = people.Some(500);
    EXPECT_EQ(Distance(SketchOfElements(a, 0), SketchOfElements(people.Changed(a, 1, 0), 0)), 1);
    const double estimated = Distance(SketchOfElements(a, 0), SketchOfElements(people.Changed(a, 5, 5), 0));
    squares += (estimated - 10) * (estimated - 10);
  }
  EXPECT_NEAR(std::sqrt(squares / kTrials), 1.8, 0.3);
}

TEST(SketchOf, HasKeysOnlyWhereAllAreThere) {
  model::QuerySet set;
  set.elements = 2;
  set.keys = {1, 2};
  EXPECT_TRUE(SketchOf(set).HasKeys());
  set.elements = 3;
  EXPECT_FALSE(SketchOf(set).HasKeys());
}

}  // namespace
}  // namespace muster::release
