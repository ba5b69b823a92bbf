#include "engine/execute/sets/set_sum.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

#include "engine/secret/record_key.h"

namespace muster::execute {
namespace {

using model::Entity;

TEST(SetSumTest, KeysAreKeptOfFewElements) {
  const SetOptions options{4, 0};
  SetSum sum;
  sum.Add(uint64_t{5} << 32 | 1, options);
  sum.Add(uint64_t{3} << 32 | 9, options);
  sum.Add(uint64_t{4} << 32, options);
  model::QuerySet set = sum.Finish(Entity::kIndividual, options);
  EXPECT_THAT(set.keys, testing::ElementsAre(3, 4, 5));
  EXPECT_EQ(set.elements, 3u);
  EXPECT_EQ(set.people, 3u);
  EXPECT_EQ(set.sum, 3u);
  EXPECT_EQ(set.largest, 1u);
  SetSum more = sum;
  more.Merge(sum, options);
  EXPECT_THAT(more.Finish(Entity::kIndividual, options).keys, testing::ElementsAre(3, 3, 4, 4, 5, 5));
}

TEST(SetSumTest, OfManyElementsTheSmallestKeysAreKept) {
  const SetOptions options{20, 0};
  std::vector<uint64_t> keys;
  for (uint64_t i = 0; i < 1000; ++i) keys.push_back((i * 769 % 1000 + 10) << 32);  // each of 10 to 1009 once
  SetSum one_by_one, at_once, merged;
  for (const uint64_t key : keys) one_by_one.Add(key, options);
  at_once.Add(keys, options);
  for (size_t i = 0; i < keys.size(); i += 15) {
    SetSum part;
    part.Add(std::span(keys).subspan(i, std::min<size_t>(15, keys.size() - i)), options);
    merged.Merge(part, options);
  }
  for (const SetSum* sum : {&one_by_one, &at_once, &merged}) {
    EXPECT_THAT(sum->Finish(Entity::kIndividual, options).keys, testing::ElementsAre(10, 11, 12, 13, 14, 15, 16, 17));
  }
  SetSum rows;
  for (const uint64_t key : keys) rows.AddRows(key, 1, options);
  EXPECT_THAT(rows.Finish(Entity::kSample, options).keys, testing::IsEmpty()) << "only people are looked for by them";
}

TEST(SetSumTest, RowsOfManyPeopleAtOnceAreThoseOfEachByHimself) {
  std::mt19937_64 random(7);
  for (const size_t size : {size_t{1}, size_t{15}, size_t{16}, size_t{40}, size_t{700}}) {
    const SetOptions options{100, 4};
    std::vector<uint64_t> keys;
    std::vector<uint32_t> rows;
    for (size_t i = 0; i < size; ++i) {
      keys.push_back(random());
      rows.push_back(static_cast<uint32_t>(random() % 10));
    }
    SetSum one_by_one, at_once;
    for (size_t i = 0; i < size; ++i) {
      if (rows[i] > 0) one_by_one.AddRows(keys[i], rows[i], options);
    }
    at_once.AddRows(keys, rows, options);
    const model::QuerySet expected = one_by_one.Finish(Entity::kSample, options);
    const model::QuerySet set = at_once.Finish(Entity::kSample, options);
    EXPECT_EQ(set.elements, expected.elements);
    EXPECT_EQ(set.sum, expected.sum);
    EXPECT_EQ(set.largest, expected.largest);
    EXPECT_EQ(set.lanes, expected.lanes) << size;
    EXPECT_EQ(set.keys, expected.keys) << size;
  }
}

TEST(SetSumTest, NobodyCountsForMoreThanThePersonOfTheRank) {
  SetSum sum;
  const SetOptions options{100, 4};
  const std::vector<uint64_t> rows = {1, 30, 2, 1, 5, 7, 3};
  for (size_t person = 0; person < rows.size(); ++person) sum.AddRows(person, rows[person], options);
  const model::QuerySet set = sum.Finish(Entity::kSample, options);
  // The fourth has three: 30, 7 and 5 become 3.
  EXPECT_EQ(set.sum, 1u + 3 + 2 + 1 + 3 + 3 + 3);
  EXPECT_EQ(set.largest, 3u);
  EXPECT_EQ(set.elements, 7u);
  SetSum cut;
  for (size_t person = 0; person < rows.size(); ++person)
    cut.AddRows(person, std::min<uint64_t>(rows[person], 3), {100, 0});
  const model::QuerySet expected = cut.Finish(Entity::kSample, {100, 0});
  EXPECT_EQ(set.lanes, expected.lanes);
  EXPECT_EQ(set.keys, expected.keys);
}

TEST(SetSumTest, OfFewPeopleTheLeastIsTheMeasure) {
  const SetOptions options{0, 4};
  SetSum sum;
  EXPECT_EQ(sum.Finish(Entity::kSample, options).largest, 0u);
  sum.AddRows(1, 30, options);
  EXPECT_EQ(sum.Finish(Entity::kSample, options).sum, 30u);
  sum.AddRows(2, 2, options);
  EXPECT_EQ(sum.Finish(Entity::kSample, options).sum, 4u);
  EXPECT_EQ(sum.Finish(Entity::kSample, options).largest, 2u);
}

TEST(SetSumTest, PartsAddUpInAnyOrder) {
  std::mt19937_64 random(3);
  for (int round = 0; round < 200; ++round) {
    const SetOptions options{random() % 30, random() % 6};
    std::vector<std::pair<uint64_t, uint64_t>> people;
    for (size_t i = random() % 40; i > 0; --i) people.emplace_back(random(), 1 + random() % 9);
    SetSum whole;
    for (const auto& [key, rows] : people) whole.AddRows(key, rows, options);
    std::vector<SetSum> parts(3);
    std::ranges::shuffle(people, random);
    for (const auto& [key, rows] : people) parts[random() % 3].AddRows(key, rows, options);
    parts[2].Merge(parts[0], options);
    parts[2].Merge(parts[1], options);
    const model::QuerySet a = whole.Finish(Entity::kRun, options);
    const model::QuerySet b = parts[2].Finish(Entity::kRun, options);
    EXPECT_EQ(a.lanes, b.lanes);
    EXPECT_EQ(a.keys, b.keys);
    EXPECT_EQ(a.sum, b.sum);
    EXPECT_EQ(a.largest, b.largest);
  }
}

}  // namespace
}  // namespace muster::execute
