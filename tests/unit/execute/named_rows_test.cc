// Named rows in blocks.
#include "engine/execute/filter/temporal/named_rows.h"

#include <gtest/gtest.h>

#include <vector>

#include "tests/unit/execute/random_segment.h"

namespace muster::execute {
namespace {

using model::Entity;

class NamedBlocksTest : public RandomSegmentTest {
 protected:
  // All blocks of `rows`, which are diseases: that none shares a family with another, and what is in them.
  NamedRows All(const std::vector<uint32_t>& rows, std::optional<storage::Bits> among) {
    const auto up = ParentMap::Make(segment_->reader(), Entity::kDisease, Entity::kIndividual);
    NamedBlocks blocks(rows, *up, std::move(among));
    NamedRows block, all;
    while (blocks.Next(&block)) {
      EXPECT_EQ(block.rows.size(), block.parents.size());
      if (block.size() == 0) continue;
      EXPECT_TRUE(all.size() == 0 || all.parents.back() < block.parents.front());
      all.rows.insert(all.rows.end(), block.rows.begin(), block.rows.end());
      all.parents.insert(all.parents.end(), block.parents.begin(), block.parents.end());
    }
    return all;
  }
};

TEST_F(NamedBlocksTest, EveryRowIsInOne) {
  const RandomSegment::Rows& diseases = segment_->RowsOf(Entity::kDisease);
  std::vector<uint32_t> rows(diseases.parents.size());
  for (uint32_t i = 0; i < rows.size(); ++i) rows[i] = i;
  const NamedRows all = All(rows, std::nullopt);
  EXPECT_EQ(all.rows, rows);
  EXPECT_EQ(all.parents, diseases.parents);
  EXPECT_EQ(All({}, std::nullopt).size(), 0u);
}

TEST_F(NamedBlocksTest, AFamilyMayBeLargerThanABlock) {
  const std::vector<uint32_t>& parents = segment_->RowsOf(Entity::kDisease).parents;
  // As if the first person had the first disease many times over.
  for (const size_t times : {4095, 4096, 4097, 20'000}) {
    std::vector<uint32_t> rows(times, 0);
    for (uint32_t i = 0; i < parents.size(); ++i) rows.push_back(i);
    EXPECT_EQ(All(rows, std::nullopt).rows, rows);
    EXPECT_EQ(All(std::vector<uint32_t>(times, 0), std::nullopt).size(), times);
  }
}

TEST_F(NamedBlocksTest, OnlyBelowSomeRows) {
  const RandomSegment::Rows& diseases = segment_->RowsOf(Entity::kDisease);
  storage::Bits among(RandomSegment::kPeople);
  for (uint32_t person = 0; person < among.size(); person += 1 + person % 3) among.Set(person);
  std::vector<uint32_t> rows, expected;
  for (uint32_t i = 0; i < diseases.parents.size(); ++i) {
    rows.push_back(i);
    if (among[diseases.parents[i]]) expected.push_back(i);
  }
  EXPECT_EQ(All(rows, among).rows, expected);
  EXPECT_EQ(All(rows, storage::Bits(RandomSegment::kPeople)).size(), 0u);
}

}  // namespace
}  // namespace muster::execute
