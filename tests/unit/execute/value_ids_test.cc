// Numbers of values and of their combinations, and the small tools around them.
#include "engine/execute/rows/value_ids.h"

#include <map>
#include <random>

#include "engine/execute/aggregate/tally.h"
#include "engine/execute/aggregate/time_bands.h"
#include "engine/execute/aggregate/tuple_ids.h"
#include "engine/execute/rows/ascending_probe.h"
#include "engine/execute/rows/cached_column.h"
#include "engine/execute/rows/row_blocks.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace muster::execute {
namespace {

using storage::Bitmap;
using testing::ElementsAre;

TEST(ValueIdsTest, NumbersValuesNearAndFar) {
  ValueIds values;
  EXPECT_EQ(values.Of(kMissingValue), ValueIds::kMissing);
  EXPECT_EQ(values.Of(kUncertainValue), ValueIds::kUncertain);
  std::map<GroupValue, uint32_t> expected;
  for (int round = 0; round < 2; ++round) {
    for (const GroupValue value : {GroupValue{0}, GroupValue{-3}, GroupValue{70000}, GroupValue{-5000},
                                   GroupValue{1} << 40, GroupValue{-1} << 40, GroupValue{(1 << 22) - 1025}}) {
      const uint32_t number = values.Of(value);
      EXPECT_EQ(values.ValueOf(number), value);
      EXPECT_EQ(expected.try_emplace(value, number).first->second, number);
    }
  }
  EXPECT_EQ(values.size(), 2 + expected.size());
}

TEST(ValueIdsTest, NumbersManyAtOnce) {
  constexpr GroupValue kNothing = INT64_MIN;
  ValueIds values, one_by_one;
  std::mt19937 random(3);
  for (int block = 0; block < 20; ++block) {
    std::vector<GroupValue> some;
    for (int i = 0; i < 100; ++i) {
      const GroupValue value = static_cast<GroupValue>(random() % (10u << block)) - 5;
      some.push_back(i % 10 == 0 ? kNothing : i % 11 == 0 ? kUncertainValue : i % 13 == 0 ? kMissingValue : value);
    }
    std::vector<uint32_t> ids(some.size());
    values.OfEach(some, kNothing, ids.data());
    for (size_t i = 0; i < some.size(); ++i) {
      ASSERT_EQ(ids[i], some[i] == kNothing ? ValueIds::kMissing : one_by_one.Of(some[i])) << some[i];
    }
  }
  EXPECT_EQ(values.size(), one_by_one.size());
}

// Random blocks of one to three numbers for each row; numbers grow as they go on, out of the table at the end.
TEST(TupleIdsTest, KeepsNumbersAsItGrows) {
  std::mt19937 random(7);
  for (const bool single : {true, false}) {
    for (const uint32_t limit : {8u, 3000u}) {
      TupleIds tuples(3);
      std::map<std::vector<uint32_t>, uint32_t> expected;
      for (uint32_t block = 1; block <= 40; ++block) {
        std::vector<BlockIds> parts(3);
        constexpr size_t kRows = 50;
        for (size_t p = 0; p < 3; ++p) {
          const bool one = single || p == 1;
          for (size_t row = 0; row < kRows; ++row) {
            const uint32_t first = random() % (1 + limit * block / 40);
            const uint32_t count = one ? 1 : 1 + random() % 3;
            for (uint32_t n = 0; n < count; ++n) parts[p].ids.push_back(first + n);
            if (!one) parts[p].ends.push_back(static_cast<uint32_t>(parts[p].ids.size()));
          }
        }
        BlockIds combined;
        tuples.Combine(parts, &combined);
        EXPECT_EQ(CombinedSize(parts), combined.ids.size());
        ASSERT_EQ(combined.rows(), kRows);
        for (size_t row = 0; row < kRows; ++row) {
          size_t at = 0;
          const auto ids = combined.Of(row);
          for (const uint32_t a : parts[0].Of(row)) {
            for (const uint32_t b : parts[1].Of(row)) {
              for (const uint32_t c : parts[2].Of(row)) {
                const uint32_t number = ids[at++];
                ASSERT_LT(number, tuples.size());
                std::vector<uint32_t> back(3);
                tuples.PartsOf(number, back.data());
                ASSERT_THAT(back, ElementsAre(a, b, c));
                ASSERT_EQ(expected.try_emplace({a, b, c}, number).first->second, number);
              }
            }
          }
          ASSERT_EQ(at, ids.size());
        }
      }
      EXPECT_EQ(tuples.hashed(), limit == 3000);
      std::vector<uint32_t> zero(3, 9);
      tuples.PartsOf(0, zero.data());
      EXPECT_THAT(zero, ElementsAre(0, 0, 0));
    }
  }
}

TEST(TimeBandsTest, AgreeWithDivision) {
  std::mt19937_64 random(3);
  for (const int64_t size :
       {int64_t{1}, int64_t{2}, int64_t{3}, int64_t{48}, int64_t{1461}, int64_t{17532}, int64_t{175320},
        int64_t{1} << 20, (int64_t{1} << 31) - 1, int64_t{1} << 31, int64_t{1} << 40}) {
    const TimeBands bands(size);
    const auto floor = [&](int64_t time) { return time >= 0 ? time / size : -((-time + size - 1) / size); };
    std::vector<int64_t> times = {0, 1, -1, size, -size, size - 1, model::kBeginning + 1, model::kEnd - 1};
    for (int i = 0; i < 2000; ++i) times.push_back(static_cast<int32_t>(random()));
    for (int i = 0; i < 2000; ++i) times.push_back(static_cast<int64_t>(random() % 40) * size - 20 * size - i % 2);
    for (const int64_t time : times) {
      if (time <= model::kBeginning || time >= model::kEnd) {
        EXPECT_EQ(bands.Of(time, time), kUncertainValue);
        continue;
      }
      ASSERT_EQ(bands.Of(time, time), floor(time)) << time << " in bands of " << size;
      const int64_t later = std::min<int64_t>(time + size / 2, model::kEnd - 1);
      ASSERT_EQ(bands.Of(time, later), floor(time) == floor(later) ? floor(time) : kUncertainValue);
    }
    EXPECT_EQ(bands.Of(model::kBeginning, 0), kUncertainValue);
    EXPECT_EQ(bands.Of(0, model::kEnd), kUncertainValue);
  }
}

TEST(AscendingProbeTest, AgreesWithContains) {
  std::mt19937 random(5);
  Bitmap bitmap = Bitmap::Range(70000, 90000);
  for (int i = 0; i < 3000; ++i) bitmap.Add(random() % 300000);
  const auto shared = std::make_shared<const Bitmap>(bitmap);
  AscendingProbe probe(shared);
  for (const uint32_t step : {1u, 3u, 700u, 5000u}) {  // each beginning anew, from the start
    for (uint32_t row = step % 7; row < 310000; row += step) {
      ASSERT_EQ(probe.Contains(row), bitmap.Contains(row)) << row << " in steps of " << step;
    }
  }
  EXPECT_TRUE(AscendingProbe(nullptr).Contains(4));
  EXPECT_FALSE(AscendingProbe(storage::EmptyBitmap()).Contains(4));
}

TEST(TallyTest, FewAndManyGroups) {
  for (const uint32_t size : {1u, 5u, 256u, 257u, 5000u}) {
    for (const size_t rows : {size_t{0}, size_t{3}, size_t{1001}}) {
      std::vector<uint32_t> groups;
      for (size_t i = 0; i < rows; ++i) groups.push_back(static_cast<uint32_t>(i * i % size));
      std::vector<int64_t> counts(size, 1), expected(size, 1);
      for (size_t i = 0; i < rows; ++i) expected[groups[i]] += static_cast<int64_t>(i);
      Tally(
          groups, [](size_t i) { return static_cast<int64_t>(i); }, &counts);
      EXPECT_EQ(counts, expected);
      std::vector<uint32_t> amounts;
      std::vector<int64_t> of_rows(size, 5), both(size, 1), expected_rows(size, 5);
      for (size_t i = 0; i < rows; ++i) {
        amounts.push_back(static_cast<uint32_t>(i));
        ++expected_rows[groups[i]];
      }
      TallyWithRows(groups, amounts, &of_rows, &both);
      EXPECT_EQ(both, expected);
      EXPECT_EQ(of_rows, expected_rows);
    }
  }
}

TEST(RowBlocksTest, AllAndSome) {
  for (const uint32_t size : {0u, 1u, 5000u}) {
    for (const uint32_t left_out : {UINT32_MAX, 3000u}) {
      Bitmap rows = Bitmap::Range(0, size);
      if (left_out < size) rows -= Bitmap::Range(left_out, left_out + 1);
      std::vector<uint32_t> seen;
      ForEachBlock(rows, size, [&](std::span<const uint32_t> block) {
        EXPECT_LE(block.size(), kBlockRows);
        seen.insert(seen.end(), block.begin(), block.end());
        return true;
      });
      EXPECT_EQ(seen, rows.ToVector());
    }
  }
  int blocks = 0;
  ForEachBlock(Bitmap::Range(0, 5000), 5000, [&](std::span<const uint32_t>) { return ++blocks < 2; });
  EXPECT_EQ(blocks, 2);
}

TEST(DeriveTest, ListsRanges) {
  std::vector<uint32_t> ends = {4, 4, 17, 30};
  std::vector<uint32_t> all;
  ListRanges({2, 4, 10, 29}, &ends, &all);
  EXPECT_THAT(all, ElementsAre(2, 3, 10, 11, 12, 13, 14, 15, 16, 29));
  EXPECT_THAT(ends, ElementsAre(2, 2, 9, 10));
}

// More rows than a chunk has.
TEST(DeriveTest, ReadsBackWhatWasRead) {
  constexpr uint32_t kRows = 150'000;
  for (const bool lists : {false, true}) {
    const auto cached = BuildCachedColumn("x", kRows, [&](std::span<const uint32_t> rows, BlockIds* ids) {
      *ids = {};
      for (const uint32_t row : rows) {
        for (uint32_t n = 0; n < (lists ? 1 + row % 7 : 1); ++n) ids->ids.push_back(row % 1000 + n);
        if (lists) ids->ends.push_back(static_cast<uint32_t>(ids->ids.size()));
      }
    });
    for (const uint32_t step : {1u, 2u, 977u}) {
      for (const uint32_t begin : {0u, 1u, 65000u, 149'000u}) {
        std::vector<uint32_t> rows;
        for (uint32_t row = begin; row < kRows && rows.size() < kBlockRows; row += step) rows.push_back(row);
        BlockIds read;
        ReadCachedColumn(cached, rows, &read);
        ASSERT_EQ(read.rows(), rows.size());
        for (size_t i = 0; i < rows.size(); ++i) {
          const auto ids = read.Of(i);
          ASSERT_EQ(ids.size(), lists ? 1 + rows[i] % 7 : 1);
          for (size_t n = 0; n < ids.size(); ++n) ASSERT_EQ(ids[n], rows[i] % 1000 + n);
        }
      }
    }
  }
}

}  // namespace
}  // namespace muster::execute
