#include "engine/execute/sets/lane_sum.h"

#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace muster::execute {
namespace {

model::Lanes Plain(const std::vector<uint64_t>& keys) {
  model::Lanes lanes{};
  for (const uint64_t key : keys) {
    for (size_t lane = 0; lane < lanes.size(); ++lane) {
      lanes[lane] = static_cast<uint8_t>(lanes[lane] + (key >> lane & 1));
    }
  }
  return lanes;
}

TEST(LaneSumTest, CountsEachBitModulo256) {
  std::mt19937_64 random(7);
  for (const size_t size : {0, 1, 2, 15, 16, 17, 255, 256, 257, 1000, 70'000}) {
    std::vector<uint64_t> keys(size);
    for (uint64_t& key : keys) key = random() | 1;  // lane 0 has them all
    LaneSum one_by_one, at_once, parts;
    for (const uint64_t key : keys) one_by_one.Add(key);
    at_once.Add(keys);
    const size_t half = size / 3;
    LaneSum rest;
    parts.Add(std::span<const uint64_t>(keys).first(half));
    rest.Add(std::span<const uint64_t>(keys).subspan(half));
    parts.Merge(rest);
    const model::Lanes expected = Plain(keys);
    EXPECT_EQ(one_by_one.lanes(), expected) << size;
    EXPECT_EQ(at_once.lanes(), expected) << size;
    EXPECT_EQ(parts.lanes(), expected) << size;
  }
}

TEST(LaneSumTest, TakesBackWhatWasAdded) {
  LaneSum sum;
  sum.Add(0xF0F0);
  const model::Lanes before = sum.lanes();
  for (uint64_t key : {uint64_t{0}, ~uint64_t{0}, uint64_t{0x1234567890ABCDEF}}) {
    sum.Add(key);
    sum.Remove(key);
    EXPECT_EQ(sum.lanes(), before);
  }
  sum.Remove(0xF0F0);
  EXPECT_EQ(sum.lanes(), model::Lanes{});
  sum.Remove(1);
  EXPECT_EQ(sum.lanes()[0], 255);
}

}  // namespace
}  // namespace muster::execute
