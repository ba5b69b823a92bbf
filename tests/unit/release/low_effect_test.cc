#include "engine/release/low_effect/low_effect.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/unit/release/small_people.h"

namespace muster::release {
namespace {

constexpr uint64_t kK = 10;

PeopleBits Range(size_t begin, size_t end) {
  PeopleBits people;
  for (size_t i = begin; i < end; ++i) people.set(i);
  return people;
}

// 200 people. B is broad, A and C are large; q is one person within B, r one without, s seven within B.
SmallPeople World() {
  return {{{"X:B", Range(0, 150)},
           {"X:A", Range(50, 170)},
           {"X:C", Range(100, 200)},
           {"X:q", Range(60, 61)},
           {"X:r", Range(190, 191)},
           {"X:s", Range(20, 27)}},
          200};
}

// What is left of the criteria, as text; "" for none.
std::string Left(const std::string& text, uint64_t k = kK) {
  SmallPeople people = World();
  const grammar::Count asked = Asked(text);
  const auto reduced = LeaveOutLowEffects(asked.where.get(), asked.by, k, people);
  if (!reduced.ok()) return reduced.status().ToString();
  return reduced->where == nullptr ? "" : grammar::Print(*reduced->where);
}

TEST(LowEffectTest, WhatHasEffectStays) {
  EXPECT_EQ(Left("has phenotype X:B and has phenotype X:A"), "has phenotype X:B and has phenotype X:A");
  EXPECT_EQ(Left("has phenotype X:B"), "has phenotype X:B");
  EXPECT_EQ(Left("not has phenotype X:B"), "not has phenotype X:B");
}

TEST(LowEffectTest, ACriterionThatOnePersonDecidesAboutIsLeftOutWhereverItStands) {
  for (const char* text : {
           "has phenotype X:B or has phenotype X:r",
           "has phenotype X:B and not has phenotype X:q",
           "not (not has phenotype X:B and not has phenotype X:r)",
           "not (not has phenotype X:B or has phenotype X:q)",
           "has phenotype in (X:B, X:r)",
           "at least 1 of (has phenotype X:B, has phenotype X:r)",
           "has phenotype X:B and (not has phenotype X:q or has phenotype X:r)",
           "at least 2 of (has phenotype X:B, not has phenotype X:q)",
       }) {
    EXPECT_EQ(Left(text), "has phenotype X:B") << text;
  }
  EXPECT_EQ(Left("has phenotype X:B with (not has phenotype X:q)"), "has phenotype X:B");
  EXPECT_EQ(Left("has phenotype X:B with (has phenotype X:A or has phenotype X:r)"),
            "has phenotype X:B with has phenotype X:A");
  EXPECT_EQ(Left("at least 2 of (has phenotype X:A, has phenotype X:B, has phenotype X:q)"),
            "has phenotype X:A and has phenotype X:B");
}

TEST(LowEffectTest, ACriterionAloneIsAnAndOfOne) {
  EXPECT_EQ(Left("not has phenotype X:q"), "") << "all but one are all";
  EXPECT_EQ(Left("not has phenotype X:s"), "");
}

TEST(LowEffectTest, AllThatIsLeftOutConcernsFewerThanKPeople) {
  // Seven and one are eight; with k 8 both together are too many, and the one goes.
  const std::string both = "has phenotype X:B and not has phenotype X:q and not has phenotype X:s";
  EXPECT_EQ(Left(both, 9), "has phenotype X:B");
  EXPECT_EQ(Left(both, 8), "has phenotype X:B and not has phenotype X:s");
}

TEST(LowEffectTest, WhatIsTheSameTwiceIsNotLeftOutTwice) {
  EXPECT_EQ(Left("has phenotype X:B and has phenotype X:B"), "has phenotype X:B and has phenotype X:B")
      << "nothing was left out: it stays as it was written";
  // Each has no effect beside the other.
  SmallPeople people({{"X:B", Range(0, 150)}, {"X:b", Range(0, 150)}, {"X:C", Range(100, 200)}}, 200);
  const grammar::Count asked = Asked("has phenotype X:B and has phenotype X:b and has phenotype X:C");
  const auto reduced = LeaveOutLowEffects(asked.where.get(), {}, kK, people);
  ASSERT_TRUE(reduced.ok());
  EXPECT_EQ(reduced->left_out, 1u);
  EXPECT_EQ(people.Of(reduced->where.get()), Range(100, 150));
}

TEST(LowEffectTest, OfAtLeastTwoEqualOnesTwoStay) {
  SmallPeople people({{"X:1", Range(0, 100)}, {"X:2", Range(0, 100)}, {"X:3", Range(0, 100)}}, 200);
  const grammar::Count asked = Asked("at least 2 of (has phenotype X:1, has phenotype X:2, has phenotype X:3)");
  const auto reduced = LeaveOutLowEffects(asked.where.get(), {}, kK, people);
  ASSERT_TRUE(reduced.ok());
  EXPECT_EQ(people.Of(reduced->where.get()), Range(0, 100));
  EXPECT_EQ(grammar::Print(*reduced->where), "has phenotype X:3") << "one after another, as they cannot go at once";
}

TEST(LowEffectTest, UnderExactlyTheSetsAreCompared) {
  // Of A and C people have one or two; taking s as a third term moves seven into the count and nobody out.
  EXPECT_EQ(Left("has exactly 1 phenotype in (X:A, X:C)"), "has exactly 1 phenotype in (X:A, X:C)");
  EXPECT_EQ(Left("has exactly 1 phenotype in (X:A, X:C, X:s)"), "has exactly 1 phenotype in (X:A, X:C)");
}

TEST(LowEffectTest, WhereRowsAreCountedTheEffectIsOnPeople) {
  SmallPeople people = World();
  people.counts_people = false;
  const grammar::Count asked = Asked("has phenotype X:B or has phenotype X:r");
  const auto reduced = LeaveOutLowEffects(asked.where.get(), {}, kK, people);
  ASSERT_TRUE(reduced.ok());
  EXPECT_EQ(grammar::Print(*reduced->where), "has phenotype X:B");
}

TEST(LowEffectTest, ValuesOfGroupsGoToTheOthers) {
  SmallPeople people = World();
  const grammar::Count asked =
      Asked("has phenotype X:C by phenotype in groups (g = (X:A, X:r), h = (X:q, X:s), i = (X:C))");
  const auto reduced = LeaveOutLowEffects(asked.where.get(), asked.by, kK, people);
  ASSERT_TRUE(reduced.ok()) << reduced.status();
  const auto& groups = reduced->by[0].groups;
  ASSERT_EQ(groups[0].values.size(), 1u);
  EXPECT_EQ(groups[0].values[0].text, "X:A");
  EXPECT_EQ(groups[1].values.size(), 1u) << "one stays, though nobody here has it";
  EXPECT_EQ(groups[2].values.size(), 1u);
  EXPECT_EQ(reduced->left_out, 2u);
}

// Two samples each, one of each tissue: either tissue is half of the rows, though nobody is in the group by it alone.
TEST(LowEffectTest, ValuesOfGroupsAreTakenByTheRowsThatAreCounted) {
  PeopleBits everybody;
  for (size_t i = 0; i < 100; ++i) everybody.set(i);
  SmallPeople people({{"X:A", everybody}, {"X:B", everybody}}, 100);
  const grammar::Count asked = Asked("has phenotype X:A by phenotype in groups (g = (X:A, X:B))");
  const auto of_people = LeaveOutLowEffects(asked.where.get(), asked.by, kK, people);
  ASSERT_TRUE(of_people.ok());
  EXPECT_EQ(of_people->by[0].groups[0].values.size(), 1u);
  people.counts_people = false;
  const auto of_rows = LeaveOutLowEffects(asked.where.get(), asked.by, kK, people);
  ASSERT_TRUE(of_rows.ok());
  EXPECT_EQ(of_rows->by[0].groups[0].values.size(), 2u);
}

TEST(LowEffectTest, OperandsAreCountedByTheText) {
  const auto count = [](const std::string& text) {
    const grammar::Count asked = Asked(text);
    return CountOperands(asked.where.get(), asked.by);
  };
  EXPECT_EQ(count("has phenotype X:A"), 1u);
  EXPECT_EQ(count("has phenotype X:A and has phenotype X:B"), 2u);
  EXPECT_EQ(count("has phenotype X:A and (has phenotype X:B or has phenotype in (X:q, X:r, X:s))"), 7u);
  EXPECT_EQ(count("at least 2 of (has phenotype X:A, has phenotype X:B, has phenotype X:C)"), 7u);
  EXPECT_EQ(count("has phenotype X:A by phenotype in groups (g = (X:A, X:r), i = (X:C))"), 3u);
  EXPECT_EQ(CountOperands(nullptr, {}), 0u);
}

}  // namespace
}  // namespace muster::release
