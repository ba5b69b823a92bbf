// What was found of terms: remembered for the field, the text and the way it is meant.
#include "engine/bind/catalogue/term_memory.h"

#include <cstddef>
#include <optional>
#include <string>

#include "gtest/gtest.h"

namespace muster::bind {
namespace {

TEST(TermMemoryTest, RemembersForFieldAndWayAndText) {
  TermMemory<int> memory;
  EXPECT_EQ(memory.Find(1, 2, "HP:0001250"), std::nullopt);
  memory.Insert(1, 2, "HP:0001250", 7, 0);
  EXPECT_EQ(memory.Find(1, 2, "HP:0001250"), 7);
  EXPECT_EQ(memory.Find(2, 2, "HP:0001250"), std::nullopt);
  EXPECT_EQ(memory.Find(1, 1, "HP:0001250"), std::nullopt);
  EXPECT_EQ(memory.Find(1, 2, "HP:000125"), std::nullopt);
}

TEST(TermMemoryTest, TakesNoMoreThanSomeThousand) {
  TermMemory<int> memory;
  constexpr int kMany = 100000;
  for (int i = 0; i < kMany; ++i) memory.Insert(1, 0, std::to_string(i), i, 0);
  EXPECT_EQ(memory.Find(1, 0, "0"), std::nullopt);
  EXPECT_EQ(memory.Find(1, 0, std::to_string(kMany - 1)), kMany - 1);
}

TEST(TermMemoryTest, TakesNoMoreThanSomeBytes) {
  constexpr size_t kLong = 10000, kLarge = size_t{1} << 20;
  TermMemory<int> memory;
  memory.Insert(1, 0, std::string(kLarge, ' '), 1, 0);
  EXPECT_EQ(memory.Find(1, 0, std::string(kLarge, ' ')), std::nullopt);
  memory.Insert(1, 0, "all", 2, kLarge);
  EXPECT_EQ(memory.Find(1, 0, "all"), std::nullopt);
  constexpr int kSome = 1000;
  for (int i = 0; i < kSome; ++i) {
    memory.Insert(1, 0, std::string(kLong, 'x') + std::to_string(i), i, 0);
    memory.Insert(2, 0, std::to_string(i), i, kLong);
  }
  int known = 0;
  for (int i = 0; i < kSome; ++i) {
    known += memory.Find(1, 0, std::string(kLong, 'x') + std::to_string(i)) ? 1 : 0;
    known += memory.Find(2, 0, std::to_string(i)) ? 1 : 0;
  }
  EXPECT_GT(known, 0);
  EXPECT_LE(known, 105);  // a MiB
}

}  // namespace
}  // namespace muster::bind
