// Rows above and below: three individuals; the first has two samples with one and two runs, the second none, the third
// one sample without runs. Ranges of many rows are those of a random segment.
#include "engine/execute/rows/row_hierarchy.h"

#include <cstdlib>
#include <filesystem>
#include <tuple>

#include "engine/execute/rows/child_count.h"
#include "engine/index/segment_builder.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "storage/store.h"
#include "tests/unit/execute/random_segment.h"

namespace muster::execute {
namespace {

using model::Entity;
using storage::Bitmap;
using testing::ElementsAre;
using testing::IsEmpty;

// A record of rows given as (entity, parent).
model::Record Make(const std::string& id, std::vector<std::pair<Entity, uint32_t>> rows) {
  model::Record record{"d", id, {}, ""};
  record.rows.emplace_back();
  for (const auto& [entity, parent] : rows) {
    record.rows.emplace_back();
    record.rows.back().entity = entity;
    record.rows.back().parent = parent;
  }
  return record;
}

class RowHierarchyTest : public testing::Test {
 protected:
  void SetUp() override {
    path_ = (std::filesystem::temp_directory_path() / "muster-kinship-XXXXXX").string();
    ASSERT_NE(mkdtemp(path_.data()), nullptr);
    auto store = storage::Store::Open(path_, {.create_if_missing = true});
    ASSERT_TRUE(store.ok()) << store.status();
    store_ = *std::move(store);
    auto writer = store_->NewSegment();
    ASSERT_TRUE(writer.ok()) << writer.status();
    index::SegmentBuilder builder;
    uint32_t row = 0;
    for (const model::Record& record :
         {Make("a",
               {{Entity::kSample, 0}, {Entity::kSample, 0}, {Entity::kRun, 1}, {Entity::kRun, 2}, {Entity::kRun, 2}}),
          Make("b", {}), Make("c", {{Entity::kSample, 0}})}) {
      ASSERT_TRUE(builder.Add(record).ok());
      ASSERT_TRUE((*writer)->PutRecord(row++, record.dataset, record.id, model::EncodeRecord(record)).ok());
    }
    auto info = builder.WriteTo(**writer);
    ASSERT_TRUE(info.ok()) << info.status();
    storage::Commit commit;
    commit.add_segments = {*info};
    ASSERT_TRUE(store_->Apply(commit).ok());
    segment_ = store_->snapshot()->segments.at(0);
  }
  void TearDown() override {
    segment_.reset();
    store_.reset();
    std::filesystem::remove_all(path_);
  }

  std::vector<uint32_t> Above(std::vector<uint32_t> rows, Entity from, Entity to) {
    auto above = AncestorRows(*segment_, Bitmap::FromSorted(rows), from, to);
    EXPECT_TRUE(above.ok()) << above.status();
    return above.ok() ? above->ToVector() : std::vector<uint32_t>{};
  }
  std::vector<uint32_t> Below(std::vector<uint32_t> rows, Entity from, Entity to) {
    auto below = DescendantRows(*segment_, Bitmap::FromSorted(rows), from, to);
    EXPECT_TRUE(below.ok()) << below.status();
    return below.ok() ? below->ToVector() : std::vector<uint32_t>{};
  }

  std::string path_;
  std::unique_ptr<storage::Store> store_;
  storage::SegmentReaderPtr segment_;
};

TEST_F(RowHierarchyTest, RowsAbove) {
  auto up = ParentMap::Make(*segment_, Entity::kRun, Entity::kIndividual);
  ASSERT_TRUE(up.ok()) << up.status();
  for (uint32_t run = 0; run < 3; ++run) EXPECT_EQ((*up)(run), 0u);
  auto one = ParentMap::Make(*segment_, Entity::kRun, Entity::kSample);
  ASSERT_TRUE(one.ok()) << one.status();
  EXPECT_EQ((*one)(0), 0u);
  EXPECT_EQ((*one)(1), 1u);
  EXPECT_EQ((*one)(2), 1u);
}

TEST_F(RowHierarchyTest, RowsAboveEach) {
  const auto above = [&](std::vector<uint32_t> rows, Entity from, Entity to) {
    return RowsAbove(*segment_, std::move(rows), from, to).value();
  };
  EXPECT_THAT(above({0, 1, 1, 2}, Entity::kRun, Entity::kSample), ElementsAre(0, 1, 1, 1));
  EXPECT_THAT(above({0, 2}, Entity::kRun, Entity::kIndividual), ElementsAre(0, 0));
  EXPECT_THAT(above({1, 2}, Entity::kSample, Entity::kIndividual), ElementsAre(0, 2));
  EXPECT_THAT(above({1, 2}, Entity::kSample, Entity::kSample), ElementsAre(1, 2));
  EXPECT_THAT(above({}, Entity::kRun, Entity::kIndividual), IsEmpty());
}

// Parents that do not exist, or not in order.
TEST_F(RowHierarchyTest, DamagedParents) {
  const auto sample = static_cast<uint8_t>(Entity::kSample);
  for (const std::vector<int64_t>& parents : {std::vector<int64_t>{0, 2}, {1, 0}, {-1, 0}, {0, storage::kNull}}) {
    auto writer = store_->NewSegment();
    ASSERT_TRUE(writer.ok()) << writer.status();
    for (uint32_t row = 0; row < 2; ++row) {
      const model::Record record = Make("y" + std::to_string(row), {});
      ASSERT_TRUE((*writer)->PutRecord(row, record.dataset, record.id, model::EncodeRecord(record)).ok());
    }
    ASSERT_TRUE((*writer)->PutColumn({sample, model::kParentColumn, 0}, parents).ok());
    std::vector<uint32_t> rows(sample + 1);
    rows[0] = rows[sample] = 2;
    auto info = (*writer)->Finish(rows);
    ASSERT_TRUE(info.ok()) << info.status();
    storage::Commit commit;
    commit.add_segments = {*info};
    ASSERT_TRUE(store_->Apply(commit).ok());
    const storage::SegmentReaderPtr segment = store_->snapshot()->segments.back();
    for (int time = 0; time < 2; ++time) {
      EXPECT_TRUE(absl::IsDataLoss(RowsAbove(*segment, {0, 1}, Entity::kSample, Entity::kIndividual).status()));
    }
  }
}

TEST_F(RowHierarchyTest, ChildCount) {
  auto down = ChildRanges::Make(*segment_, Entity::kIndividual, Entity::kRun);
  ASSERT_TRUE(down.ok()) << down.status();
  EXPECT_EQ(down->Begin(0), 0u);
  EXPECT_EQ(down->Begin(1), 3u);
  EXPECT_EQ(down->Begin(2), 3u);
  EXPECT_EQ(down->Begin(3), 3u) << "one beyond the last individual";
}

TEST_F(RowHierarchyTest, SetsAboveEachOnce) {
  EXPECT_THAT(Above({0, 1, 2}, Entity::kRun, Entity::kIndividual), ElementsAre(0));
  EXPECT_THAT(Above({0, 2}, Entity::kSample, Entity::kIndividual), ElementsAre(0, 2));
  EXPECT_THAT(Above({}, Entity::kSample, Entity::kIndividual), IsEmpty());
}

TEST_F(RowHierarchyTest, SetsBelow) {
  EXPECT_THAT(Below({0, 1, 2}, Entity::kIndividual, Entity::kSample), ElementsAre(0, 1, 2));
  EXPECT_THAT(Below({2}, Entity::kIndividual, Entity::kSample), ElementsAre(2));
  EXPECT_THAT(Below({1}, Entity::kIndividual, Entity::kSample), IsEmpty());
  EXPECT_THAT(Below({0, 2}, Entity::kIndividual, Entity::kRun), ElementsAre(0, 1, 2));
}

// First children that do not ascend: ranges stay within the rows and do not overlap.
TEST_F(RowHierarchyTest, DamagedOrder) {
  auto writer = store_->NewSegment();
  ASSERT_TRUE(writer.ok()) << writer.status();
  for (uint32_t row = 0; row < 4; ++row) {
    const model::Record record = Make("x" + std::to_string(row), {});
    ASSERT_TRUE((*writer)->PutRecord(row, record.dataset, record.id, model::EncodeRecord(record)).ok());
  }
  const auto sample = static_cast<uint8_t>(Entity::kSample);
  ASSERT_TRUE((*writer)->PutColumn({0, model::kFirstChildColumn, sample}, std::vector<int64_t>{4, 0, 5, 2}).ok());
  auto info = (*writer)->Finish({4, 0, 0, 0, 0, 0, 0, 5});
  ASSERT_TRUE(info.ok()) << info.status();
  storage::Commit commit;
  commit.add_segments = {*info};
  ASSERT_TRUE(store_->Apply(commit).ok());
  const storage::SegmentReaderPtr segment = store_->snapshot()->segments.back();
  auto down = ChildRanges::Make(*segment, Entity::kIndividual, Entity::kSample);
  ASSERT_TRUE(down.ok()) << down.status();
  std::vector<uint32_t> begins, ends;
  down->Ranges(std::vector<uint32_t>{0, 1, 2, 3}, &begins, &ends);
  uint32_t before = 0;
  for (size_t i = 0; i < 4; ++i) {
    EXPECT_LE(before, begins[i]);
    EXPECT_LE(begins[i], ends[i]);
    before = ends[i];
  }
  EXPECT_LE(before, 5u);
  // Nor do rows that are not in order themselves lead anywhere else.
  for (const std::vector<uint32_t>& rows : std::vector<std::vector<uint32_t>>{{3, 0, 1}, {1, 1, 3}, {0, 3, 2}}) {
    down->Ranges(rows, &begins, &ends);
    before = 0;
    for (size_t i = 0; i < rows.size(); ++i) {
      EXPECT_LE(before, begins[i]);
      EXPECT_LE(begins[i], ends[i]);
      before = ends[i];
    }
    EXPECT_LE(before, 5u);
  }
}

TEST_F(RowHierarchyTest, WhatIsAskedForAgain) {
  EXPECT_FALSE(SeenBefore(*segment_, "this"));
  EXPECT_FALSE(SeenBefore(*segment_, "that"));
  EXPECT_TRUE(SeenBefore(*segment_, "this"));
  EXPECT_TRUE(SeenBefore(*segment_, "this"));
  EXPECT_EQ(FindCachedColumn(*segment_, "this"), nullptr) << "nothing is kept but that it was asked for";
}

// It is worked out when it is asked for the second time, if so many rows are asked about that it pays.
TEST_F(RowHierarchyTest, RowsBelowAreCountedAlikeEachTime) {
  for (const uint64_t asked : {3u, 3u, 0u, 3u}) {
    auto below = ChildCount::Make(*segment_, Entity::kIndividual, Entity::kRun, bind::Polarity::kAny, asked);
    ASSERT_TRUE(below.ok()) << below.status();
    EXPECT_THAT(below->Count(std::vector<uint32_t>{0, 1, 2}), ElementsAre(3, 0, 0));
    EXPECT_THAT(below->Count(std::vector<uint32_t>{0, 2}), ElementsAre(3, 0));
    EXPECT_EQ(below->Total(Bitmap::Range(0, 3)), 3);
  }
}

TEST_F(RowHierarchyTest, EntitiesWithoutRows) {
  EXPECT_THAT(Below({0, 1, 2}, Entity::kIndividual, Entity::kAnalysis), IsEmpty());
  EXPECT_THAT(Above({}, Entity::kAnalysis, Entity::kIndividual), IsEmpty());
}

class DownwardsTest : public RandomSegmentTest {};

// As Begin() says it, for rows one after another and others, down to rows of one level and of two.
TEST_F(DownwardsTest, RangesOfManyRows) {
  for (const Entity below : {Entity::kSample, Entity::kRun, Entity::kMeasurement}) {
    const auto down = ChildRanges::Make(segment_->reader(), Entity::kIndividual, below);
    ASSERT_TRUE(down.ok()) << down.status();
    for (const auto& [from, to, step] :
         {std::tuple{0u, kPeople, 1u}, {0u, kPeople, 3u}, {kPeople - 9, kPeople, 1u}, {17u, 18u, 1u}, {5u, 5u, 1u}}) {
      std::vector<uint32_t> rows, begins, ends;
      for (uint32_t row = from; row < to; row += step) rows.push_back(row);
      down->Ranges(rows, &begins, &ends);
      ASSERT_EQ(begins.size(), rows.size());
      ASSERT_EQ(ends.size(), rows.size());
      for (size_t i = 0; i < rows.size(); ++i) {
        ASSERT_EQ(begins[i], down->Begin(rows[i]));
        ASSERT_EQ(ends[i], down->Begin(rows[i] + 1));
      }
    }
  }
}

}  // namespace
}  // namespace muster::execute
