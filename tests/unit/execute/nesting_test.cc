// Rows above and below as bits, and the order of the rows that this rests on.
#include "engine/execute/rows/nesting.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <vector>

#include "storage/bits/bits.h"
#include "tests/unit/execute/random_segment.h"

namespace muster::execute {
namespace {

class NestingTest : public RandomSegmentTest {};

TEST_F(NestingTest, ParentsOutOfOrderAreDamage) {
  EXPECT_TRUE(Nesting::OfParents(segment_->reader(), std::vector<uint32_t>{0, 0, 2}, 3).ok());
  EXPECT_TRUE(Nesting::OfParents(segment_->reader(), {}, 3).ok());
  const auto nesting = Nesting::OfParents(segment_->reader(), std::vector<uint32_t>{0, 2, 0}, 3);
  EXPECT_TRUE(absl::IsDataLoss(nesting.status())) << nesting.status();
}

// They are taken in blocks.
TEST_F(NestingTest, ManyParents) {
  constexpr uint32_t kParents = 5000;
  std::vector<uint32_t> parents;
  for (uint32_t parent = 0; parent < kParents; ++parent) {
    parents.insert(parents.end(), parent % 500 == 3 ? 1000 : random_() % 4, parent);
  }
  const auto size = static_cast<uint32_t>(parents.size());
  const auto nesting = Nesting::OfParents(segment_->reader(), parents, kParents);
  ASSERT_TRUE(nesting.ok()) << nesting.status();
  storage::Bits rows(size), above(kParents), chosen(kParents), below(size);
  for (uint32_t row = 0; row < size; ++row) {
    if (random_() % 3 != 0) continue;
    rows.Set(row);
    above.Set(parents[row]);
  }
  for (uint32_t parent = 0; parent < kParents; parent += 1 + random_() % 3) chosen.Set(parent);
  for (uint32_t row = 0; row < size; ++row) {
    if (chosen[parents[row]]) below.Set(row);
  }
  EXPECT_EQ(nesting->Above(rows), above);
  EXPECT_EQ(nesting->Below(chosen), below);
  // One row out of order, wherever it is.
  for (const uint32_t row : {1u, 1023u, 2047u, 2048u, 2049u, 4096u, size - 1}) {
    std::vector<uint32_t> damaged = parents;
    damaged[row] = damaged[row - 1] == 0 ? kParents - 1 : damaged[row - 1] - 1;
    EXPECT_TRUE(absl::IsDataLoss(Nesting::OfParents(segment_->reader(), damaged, kParents).status())) << row;
  }
}

}  // namespace
}  // namespace muster::execute
