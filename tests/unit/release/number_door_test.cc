#include "engine/release/door/number_door.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "tests/unit/release/random_sets.h"

namespace muster::release {
namespace {

constexpr secret::SipKey kKey{1, 2};
constexpr MicroVariance kOne = kVarianceOne;

Noise MakeNoise() {
  std::vector<PerturbationTable> tables;
  for (const NoiseStep& step : StepsBetween({4 * kOne, 9 * kOne, 25 * kOne})) {
    tables.push_back(MakePerturbationTable(step));
  }
  return {kKey, std::move(tables)};
}

class NumberDoorTest : public testing::Test {
 protected:
  Tier tier_ = *PresetTier("registered");
  Noise noise_ = MakeNoise();
  AnswerMemory memory_{kKey};
  People people_{100'000, 11};
  NumberDoor door_{tier_, 10, noise_, 1, &memory_};

  Decided Ask(const Elements& asked) { return door_.Decide(PeopleOf(asked), PeopleOf(asked)); }
};

TEST_F(NumberDoorTest, HasNoNumberOfFewPeopleAndRemembersNothingOfThem) {
  EXPECT_FALSE(Ask(people_.Some(9)).shown);
  EXPECT_FALSE(Ask({}).shown);
  EXPECT_FALSE(door_.Decide(PeopleOf(people_.Some(50)), PeopleOf(people_.Some(9))).shown);
  EXPECT_EQ(memory_.size(), 0u);
  const Number few = door_.ShowPeople({});
  EXPECT_EQ(few.kind, Number::Kind::kSuppressed);
  EXPECT_EQ(few.value, std::nullopt);
  EXPECT_EQ(few.low, 0);
  EXPECT_EQ(few.high, 63);
}

TEST_F(NumberDoorTest, GivesNearSetsOneNumber) {
  const Elements base = people_.Some(500);
  const Decided first = Ask(base);
  ASSERT_TRUE(first.shown);
  for (int i = 0; i < 50; ++i) {
    const Decided near = Ask(people_.Changed(base, people_.random()() % 4, people_.random()() % 4));
    EXPECT_EQ(near.value, first.value);
  }
  EXPECT_TRUE(door_.was_near());
}

TEST_F(NumberDoorTest, GivesTheSameSetTheSameNumberWhateverWasAskedBetween) {
  const Elements base = people_.Some(300);
  const Decided first = Ask(base);
  for (int i = 0; i < 100; ++i) Ask(people_.Changed(base, 0, people_.random()() % 30));
  EXPECT_EQ(Ask(base).value, first.value);
}

TEST_F(NumberDoorTest, TakesTheNumberOfWhatTheLowEffectRuleLeaves) {
  const Elements effective = people_.Some(400);
  const Decided number = Ask(effective);
  const Elements asked = people_.Changed(effective, 5, 0);
  EXPECT_EQ(door_.Decide(PeopleOf(asked), PeopleOf(effective)).value, number.value);
}

// A chain of near sets may not carry a number farther from its set than the bounds say.
TEST_F(NumberDoorTest, KeepsWithinItsBoundsAlongChains) {
  size_t passed_on = 0;
  for (int chain = 0; chain < 300; ++chain) {
    Elements set = people_.Some(100 + people_.random()() % 400);
    for (int step = 0; step < 30; ++step) {
      const size_t before = memory_.size();
      const Decided decided = Ask(set);
      passed_on += memory_.size() > before && memory_.label_of(static_cast<SetId>(before)) != before ? 1 : 0;
      ASSERT_TRUE(decided.shown);
      const Number number = door_.ShowPeople(decided);
      EXPECT_LE(*number.low, static_cast<int64_t>(set.size()));
      EXPECT_GE(*number.high, static_cast<int64_t>(set.size()));
      set = people_.Changed(set, chain % 2 == 0 ? 0 : 6, chain % 2 == 0 ? 6 : 0);
      if (set.size() < 60) break;
    }
  }
  EXPECT_GT(passed_on, 1000u);
}

TEST_F(NumberDoorTest, RoundsAndSaysHowFarOffItMayBe) {
  const Number number = door_.ShowPeople(Ask(people_.Some(1000)));
  EXPECT_EQ(*number.value % 5, 0);
  EXPECT_EQ(number.kind, Number::Kind::kPerturbed);
  EXPECT_EQ(*number.high - *number.value, 46);
  EXPECT_EQ(*number.value - *number.low, 46);
  EXPECT_EQ(number.typical, 14);
}

TEST_F(NumberDoorTest, GivesAWiderTierItsNumberWithMoreNoise) {
  Tier wider = *PresetTier("public");
  wider.protection.round = 1;
  tier_.protection.round = 1;
  std::map<int64_t, int> differences;
  for (int i = 0; i < 3000; ++i) {
    const Elements set = people_.Some(200 + people_.random()() % 100);
    NumberDoor other(wider, 20, noise_, 1, &memory_);
    ++differences[other.Decide(PeopleOf(set), PeopleOf(set)).value - Ask(set).value];
  }
  EXPECT_GE(differences.begin()->first, -14);
  EXPECT_LE(differences.rbegin()->first, 14);
}

TEST_F(NumberDoorTest, HasNoiseThatDoesNotDependOnWhatWasAskedBefore) {
  const Elements set = people_.Some(700);
  AnswerMemory other(kKey);
  NumberDoor elsewhere(tier_, 10, noise_, 1, &other);
  for (int i = 0; i < 20; ++i) Ask(people_.Some(700));
  EXPECT_EQ(elsewhere.Decide(PeopleOf(set), PeopleOf(set)).value, Ask(set).value);
}

TEST_F(NumberDoorTest, MultipliesTheNoiseOfRowsByWhatOnePersonHas) {
  tier_.protection.round = 1;
  double squares = 0;
  constexpr int kSets = 3000;
  for (int i = 0; i < kSets; ++i) {
    ComparedSet samples = PeopleOf(people_.Some(100));
    samples.kind = 7;
    samples.elements = SketchOfElements(people_.Some(150), 40);
    samples.sum = 1000;
    samples.largest = 10;
    const Decided decided = door_.Decide(samples, samples);
    ASSERT_TRUE(decided.shown);
    squares += static_cast<double>((decided.value - 1000) * (decided.value - 1000));
  }
  EXPECT_NEAR(squares / kSets, 900, 90);
  EXPECT_EQ(door_.ShowOthers({true, 1000}).low, std::nullopt);
}

TEST_F(NumberDoorTest, CallsNoNumberExactAsItMayBeThatOfANearSet) {
  tier_.protection.variance = 0;
  tier_.protection.round = 1;
  const Elements set = people_.Some(100);
  const Number number = door_.ShowPeople(Ask(set));
  EXPECT_EQ(number.value, 100);
  EXPECT_EQ(number.kind, Number::Kind::kRounded);
  EXPECT_EQ(number.high, 129);
}

TEST(Rounded, GoesToTheNearestMultipleHalfUp) {
  EXPECT_EQ(Rounded(12, 5), 10);
  EXPECT_EQ(Rounded(13, 5), 15);
  EXPECT_EQ(Rounded(15, 10), 20);
  EXPECT_EQ(Rounded(14, 10), 10);
  EXPECT_EQ(Rounded(7, 1), 7);
}

}  // namespace
}  // namespace muster::release
