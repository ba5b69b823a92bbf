#include "containers/hash_table.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <memory>
#include <new>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace {

// The allocation that fails, counted down; negative: none does.
int64_t until_failure = -1;

}  // namespace

#pragma GCC diagnostic ignored "-Wmismatched-new-delete"
void* operator new(size_t size) {
  if (until_failure >= 0 && until_failure-- == 0) throw std::bad_alloc();
  if (void* const memory = std::malloc(size)) return memory;
  throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, size_t) noexcept { std::free(memory); }

namespace muster {
namespace {

using testing::Pair;
using testing::UnorderedElementsAre;

std::string Long(uint64_t n) { return "a text that is too long to be kept within a string: " + std::to_string(n); }

TEST(HashTableTest, IsATable) {
  HashMap<std::string, int> map = {{"a", 1}, {"b", 2}, {"a", 3}};
  EXPECT_THAT(map, UnorderedElementsAre(Pair("a", 1), Pair("b", 2)));
  map["c"] += 5;
  EXPECT_FALSE(map.try_emplace("c", 6).second);
  EXPECT_FALSE(map.insert_or_assign("b", 7).second);
  EXPECT_TRUE(map.emplace("d", 8).second);
  EXPECT_FALSE(map.insert({"d", 9}).second);
  EXPECT_EQ(map.erase("a"), 1);
  EXPECT_THAT(map, UnorderedElementsAre(Pair("b", 7), Pair("c", 5), Pair("d", 8)));
  EXPECT_EQ(map.at("c"), 5);
  const HashMap<std::string, int> copy = map;
  EXPECT_TRUE(copy == map);
  HashMap<std::string, int> moved = std::move(map);
  EXPECT_TRUE(copy == moved);
  map = {{"z", 1}};
  EXPECT_THAT(map, UnorderedElementsAre(Pair("z", 1)));
  map.clear();
  EXPECT_TRUE(map.empty());
  map = moved;
  EXPECT_TRUE(copy == map);

  const std::vector<int> numbers = {3, 1, 3, 2};
  HashSet<int> set(numbers.begin(), numbers.end());
  EXPECT_THAT(set, UnorderedElementsAre(1, 2, 3));
  EXPECT_FALSE(set.insert(2).second);
  EXPECT_TRUE(set.emplace(4).second);
  EXPECT_THAT(set, UnorderedElementsAre(1, 2, 3, 4));
}

TEST(HashTableTest, TakesWhatCanOnlyBeMoved) {
  HashMap<int, std::unique_ptr<int>> map;
  for (int i = 0; i < 100; ++i) map.try_emplace(i, std::make_unique<int>(i));
  for (int i = 0; i < 100; ++i) EXPECT_EQ(*map.find(i)->second, i);
}

TEST(HashTableTest, FollowsAnotherMapThroughInsertionsAndErasures) {
  std::mt19937_64 random(1);
  HashMap<uint32_t, uint64_t> map;
  std::map<uint32_t, uint64_t> expected;
  size_t largest = 0;
  for (uint64_t i = 0; i < 200000; ++i) {
    const auto key = static_cast<uint32_t>(random() % 600);
    if (random() % 2 == 0) {
      EXPECT_EQ(map.erase(key), expected.erase(key));
    } else {
      EXPECT_EQ(map.try_emplace(key, i).second, expected.try_emplace(key, i).second);
    }
    largest = std::max(largest, map.capacity());
    ASSERT_EQ(map.size(), expected.size());
  }
  for (const auto& [key, value] : expected) EXPECT_EQ(map.at(key), value);
  // Erased places are used again.
  EXPECT_LE(largest, 1023);
}

TEST(HashTableTest, ReservedRoomIsEnough) {
  for (size_t n = 0; n < 300; ++n) {
    HashSet<size_t> set;
    set.reserve(n);
    const size_t capacity = set.capacity();
    for (size_t i = 0; i < n; ++i) set.insert(i);
    EXPECT_EQ(set.capacity(), capacity) << n;
  }
}

TEST(HashTableTest, AnInsertionWithoutMemoryChangesNothing) {
  uint64_t refused = 0;
  for (const int64_t every : {0, 1, 2, 3}) {
    HashMap<std::string, std::string> map;
    std::map<std::string, std::string> expected;
    for (uint64_t i = 0; i < 300; ++i) {
      const std::string key = Long(i);
      const std::string value = Long(i * 2);
      until_failure = every;
      bool done = true;
      try {
        i % 2 == 0 ? map.try_emplace(key, value) : map.insert({key, value});
      } catch (const std::bad_alloc&) {
        done = false;
      }
      until_failure = -1;
      if (done) {
        expected.emplace(key, value);
      } else {
        ++refused;
      }
      ASSERT_EQ(map.size(), expected.size());
      if (!done) {
        EXPECT_FALSE(map.contains(key));
        map[key] = value;
        expected[key] = value;
      }
    }
    for (const auto& [key, value] : expected) EXPECT_EQ(map.at(key), value);
  }
  EXPECT_GT(refused, 300);
}

TEST(HashTableTest, ACopyWithoutMemoryLeavesNothing) {
  HashSet<std::string> set;
  for (uint64_t i = 0; i < 20; ++i) set.insert(Long(i));
  int64_t n = 0;
  for (bool done = false; !done; ++n) {
    ASSERT_LT(n, 100);
    until_failure = n;
    try {
      const HashSet<std::string> copy = set;
      done = true;
    } catch (const std::bad_alloc&) {
    }
    until_failure = -1;
  }
  EXPECT_GT(n, 20);
  EXPECT_EQ(set.size(), 20);
}

}  // namespace
}  // namespace muster
