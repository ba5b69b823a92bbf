// What was found of terms: remembered for the field, the text and the way it is meant.
#include "engine/bind/catalogue/term_memory.h"

#include <optional>
#include <string>

#include "gtest/gtest.h"

namespace muster::bind {
namespace {

TEST(TermMemoryTest, RemembersForFieldAndWayAndText) {
  TermMemory<int> memory;
  EXPECT_EQ(memory.Find(1, 2, "HP:0001250"), std::nullopt);
  memory.Insert(1, 2, "HP:0001250", 7);
  EXPECT_EQ(memory.Find(1, 2, "HP:0001250"), 7);
  EXPECT_EQ(memory.Find(2, 2, "HP:0001250"), std::nullopt);
  EXPECT_EQ(memory.Find(1, 1, "HP:0001250"), std::nullopt);
  EXPECT_EQ(memory.Find(1, 2, "HP:000125"), std::nullopt);
}

TEST(TermMemoryTest, TakesNoMoreThanSomeThousand) {
  TermMemory<int> memory;
  constexpr int kMany = 100000;
  for (int i = 0; i < kMany; ++i) memory.Insert(1, 0, std::to_string(i), i);
  EXPECT_EQ(memory.Find(1, 0, "0"), std::nullopt);
  EXPECT_EQ(memory.Find(1, 0, std::to_string(kMany - 1)), kMany - 1);
}

}  // namespace
}  // namespace muster::bind
