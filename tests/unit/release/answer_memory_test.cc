#include "engine/release/memory/answer_memory.h"

#include <gtest/gtest.h>

#include "tests/unit/release/random_sets.h"

namespace muster::release {
namespace {

constexpr secret::SipKey kKey{0x0706050403020100, 0x0f0e0d0c0b0a0908};
constexpr Nearness kRegistered{10, 20};

// The same by looking at every remembered set.
std::optional<FoundSet> FindPlainly(const AnswerMemory& memory, const ComparedSet& set, const Nearness& nearness) {
  std::optional<FoundSet> found;
  double nearest = 1e300;
  for (SetId id = 0; id < memory.size(); ++id) {
    const ComparedSet& other = memory.set(id);
    if (other.kind != set.kind) continue;
    if (other == set) return FoundSet{id, memory.label_of(id), true};
  }
  for (SetId id = 0; id < memory.size(); ++id) {
    const ComparedSet& other = memory.set(id);
    if (other.kind != set.kind || Apart(other.people.n, set.people.n) >= static_cast<uint64_t>(3 * nearness.people)) {
      continue;
    }
    if (!AreCompared(set.people, other.people)) continue;
    const double edge = memory.EdgeBetween(memory.label_of(id), nearness.people, set.people, other.people);
    const double distance = Distance(set.people, other.people);
    if (distance >= edge || distance >= nearest) continue;
    if (set.kind != kPeopleKind && Distance(set.elements, other.elements) >= 2 * edge) continue;
    found = FoundSet{id, memory.label_of(id), false};
    nearest = distance;
  }
  return found;
}

SetId AddNew(AnswerMemory* memory, ComparedSet set) {
  return memory->Add(std::move(set), static_cast<SetId>(memory->size()), 1);
}

TEST(AnswerMemory, FindsAnEqualSetBeforeANearOne) {
  People people(5000, 3);
  const Elements base = people.Some(300);
  const Elements near = people.Changed(base, 0, 2);
  AnswerMemory memory(kKey);
  AddNew(&memory, PeopleOf(near));
  AddNew(&memory, PeopleOf(base));
  const auto found = memory.Find(PeopleOf(base), kRegistered);
  ASSERT_TRUE(found.has_value());
  EXPECT_TRUE(found->equal);
  EXPECT_EQ(found->set, 1u);
}

TEST(AnswerMemory, TakesSetsOfUpToSomewhatMoreThanTheThresholdForNear) {
  People people(50'000, 4);
  AnswerMemory memory(kKey);
  const Elements base = people.Some(2000);
  AddNew(&memory, PeopleOf(base));
  EXPECT_TRUE(memory.Find(PeopleOf(people.Changed(base, 4, 5)), kRegistered).has_value());
  EXPECT_FALSE(memory.Find(PeopleOf(people.Changed(base, 25, 25)), kRegistered).has_value());
  EXPECT_FALSE(memory.Find(PeopleOf(people.Changed(base, 0, 40)), kRegistered).has_value());
}

TEST(AnswerMemory, TakesSetsOfOneTierAndOfAnotherByTheThresholdOfWhoAsks) {
  People people(50'000, 5);
  AnswerMemory memory(kKey);
  const Elements base = people.Some(2000);
  AddNew(&memory, PeopleOf(base));
  const ComparedSet changed = PeopleOf(people.Changed(base, 8, 8));
  EXPECT_FALSE(memory.Find(changed, {5, 10}).has_value());
  EXPECT_TRUE(memory.Find(changed, {20, 40}).has_value());
}

TEST(AnswerMemory, HardlyEverTakesSmallUnrelatedSetsForNear) {
  People people(100'000, 6);
  AnswerMemory memory(kKey);
  size_t near = 0;
  for (int i = 0; i < 6000; ++i) {
    const ComparedSet set = PeopleOf(people.Some(10 + people.random()() % 16));
    near += memory.Find(set, kRegistered).has_value() ? 1 : 0;
    AddNew(&memory, set);
  }
  EXPECT_LE(near, 6u) << "one in a thousand";
}

TEST(AnswerMemory, TakesSmallSetsThatDifferByLessThanTheThresholdForNear) {
  People people(100'000, 12);
  AnswerMemory memory(kKey);
  for (int i = 0; i < 200; ++i) {
    const Elements base = people.Some(10 + people.random()() % 60);
    AddNew(&memory, PeopleOf(base));
    EXPECT_TRUE(memory.Find(PeopleOf(people.Changed(base, 0, 9)), kRegistered).has_value());
    if (base.size() < 19) continue;
    EXPECT_TRUE(memory.Find(PeopleOf(people.Changed(base, 4, 5)), kRegistered).has_value());
    EXPECT_TRUE(memory.Find(PeopleOf(people.Changed(base, 9, 0)), kRegistered).has_value());
  }
}

// Larger sets have eight keys by which they are found. Of those that differ by as much as the edge can be, hardly any
// is missed, at the least size that a policy with a threshold of 20 has.
TEST(AnswerMemory, FindsNearSetsByTheSmallestKeys) {
  People people(100'000, 13);
  size_t missed = 0;
  for (int i = 0; i < 20'000; ++i) {
    const Elements base = people.Some(80);
    missed += AreCompared(SketchOfElements(base, 80), SketchOfElements(people.Changed(base, 14, 14), 80)) ? 0 : 1;
  }
  EXPECT_LE(missed, 20u) << "one in a thousand; in the mean 1.3";
}

TEST(AnswerMemory, AgreesWithALookAtEverySetWhereSetsAreLarge) {
  People people(12'000, 14);
  AnswerMemory memory(kKey);
  std::vector<Elements> asked;
  size_t near = 0;
  for (int i = 0; i < 120; ++i) {
    const bool again = !asked.empty() && people.random()() % 3 != 0;
    const Elements elements = again ? people.Changed(asked[people.random()() % asked.size()], 7, 7)
                                    : people.Some(4060 + people.random()() % 70);
    ComparedSet set = PeopleOf(elements, 80);
    const auto found = memory.Find(set, kRegistered);
    const auto plain = FindPlainly(memory, set, kRegistered);
    ASSERT_EQ(found.has_value(), plain.has_value()) << i;
    EXPECT_EQ(found.value_or(FoundSet()).set, plain.value_or(FoundSet()).set) << i;
    near += found.has_value() && !found->equal ? 1 : 0;
    asked.push_back(elements);
    memory.Add(std::move(set), found.has_value() ? found->label : static_cast<SetId>(memory.size()), 1);
  }
  EXPECT_GT(near, 30u);
}

TEST(AnswerMemory, KeepsKindsApart) {
  People people(1000, 7);
  const Elements base = people.Some(100);
  AnswerMemory memory(kKey);
  ComparedSet samples = PeopleOf(base);
  samples.kind = 7;
  samples.elements = SketchOfElements(people.Some(200), 40);
  AddNew(&memory, samples);
  EXPECT_FALSE(memory.Find(PeopleOf(base), kRegistered).has_value());
  EXPECT_TRUE(memory.Find(samples, kRegistered).has_value());
  ComparedSet others = samples;  // the same people, with quite other samples
  others.elements = SketchOfElements(people.Some(200), 40);
  EXPECT_FALSE(memory.Find(others, kRegistered).has_value());
}

TEST(AnswerMemory, AgreesWithALookAtEverySet) {
  People people(3000, 8);
  AnswerMemory memory(kKey);
  std::vector<Elements> asked;
  size_t near = 0;
  for (int i = 0; i < 3000; ++i) {
    std::mt19937_64& random = people.random();
    const bool again = !asked.empty() && random() % 3 != 0;
    Elements elements = again ? people.Changed(asked[random() % asked.size()], random() % 9, random() % 9)
                              : people.Some(random() % 2 == 0 ? 3 + random() % 60 : 100 + random() % 200);
    ComparedSet set = PeopleOf(elements, 80);
    if (random() % 5 == 0) {
      set.kind = 7;
      set.elements = SketchOfElements(people.Changed(elements, 3, 10), 80);
    }
    const Nearness nearness = random() % 2 == 0 ? kRegistered : Nearness{20, 40};
    const auto found = memory.Find(set, nearness);
    const auto plain = FindPlainly(memory, set, nearness);
    ASSERT_EQ(found.has_value(), plain.has_value()) << i;
    if (found.has_value()) {
      EXPECT_EQ(found->set, plain->set) << i;
      EXPECT_EQ(found->label, plain->label);
      EXPECT_EQ(found->equal, plain->equal);
      near += found->equal ? 0 : 1;
    }
    asked.push_back(elements);
    memory.Add(std::move(set), found.has_value() ? found->label : static_cast<SetId>(memory.size()), 1);
  }
  EXPECT_GT(near, 300u);
}

TEST(AnswerMemory, ComesBackFromItsBytes) {
  People people(3000, 9);
  AnswerMemory memory(kKey);
  AnswerMemory again(kKey);
  for (int i = 0; i < 200; ++i) {
    ComparedSet set = PeopleOf(people.Some(5 + people.random()() % 100));
    if (i % 3 == 0) {
      set.kind = 8;
      set.elements = SketchOfElements(people.Some(50), 40);
      set.largest = 3;
    }
    const SetId label = i % 4 == 3 ? memory.label_of(static_cast<SetId>(i - 1)) : static_cast<SetId>(i);
    memory.Add(std::move(set), label, static_cast<uint64_t>(i));
  }
  for (SetId id = 0; id < memory.size(); ++id) {
    ASSERT_TRUE(again.AddEncoded(memory.Encode(id)).ok());
    EXPECT_EQ(again.set(id), memory.set(id));
    EXPECT_EQ(again.label_of(id), memory.label_of(id));
    EXPECT_EQ(again.epoch_of(id), id);
    EXPECT_EQ(again.EdgeOf(again.label_of(id), 10), memory.EdgeOf(memory.label_of(id), 10));
  }
  const std::string bytes = memory.Encode(0);
  for (size_t size = 0; size < bytes.size(); ++size) {
    AnswerMemory damaged(kKey);
    EXPECT_EQ(damaged.AddEncoded(bytes.substr(0, size)).code(), absl::StatusCode::kDataLoss) << size;
  }
}

}  // namespace
}  // namespace muster::release
