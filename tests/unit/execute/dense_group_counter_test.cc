// Counts of one segment's rows by numbers of bytes and by lists, against adding up one row after the other.
#include "engine/execute/aggregate/dense_group_counter.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <random>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace muster::execute {
namespace {

using Expected = std::map<std::vector<uint32_t>, std::vector<int64_t>>;

// More rows than a word has room for when each has 255 of an amount.
constexpr uint32_t kRows = 30'000;

CachedColumn Numbers(const std::vector<uint32_t>& ids) {
  CachedColumn cached;
  cached.ids = PackedIds(ids);
  return cached;
}

RowSet Every(uint32_t step) {
  std::vector<uint32_t> rows;
  for (uint32_t row = step / 2; row < kRows; row += step) rows.push_back(row);
  return RowSet(std::move(rows));
}

Expected Found(const DenseGroupCounter& tally) {
  Expected found;
  tally.ForEach([&](std::span<const uint32_t> ids, std::span<const int64_t> counts) {
    found[{ids.begin(), ids.end()}] = {counts.begin(), counts.end()};
  });
  return found;
}

TEST(SegmentTallyTest, BytesAndAmounts) {
  std::mt19937 random(3);
  for (const uint32_t limit : {1u, 3u, 25u}) {  // the last leave four lanes for one
    for (size_t width = 1; width <= 3; ++width) {
      for (size_t amounts = 0; amounts <= 5; ++amounts) {
        std::vector<std::vector<uint32_t>> all(width + amounts, std::vector<uint32_t>(kRows));
        std::vector<CachedColumn> cached;
        for (size_t a = 0; a < all.size(); ++a) {
          for (uint32_t& number : all[a]) number = a < width ? random() % limit : 255 - random() % (a + 1);
          cached.push_back(Numbers(all[a]));
        }
        std::vector<const CachedColumn*> of_dimensions, of_amounts;
        for (size_t a = 0; a < all.size(); ++a) (a < width ? of_dimensions : of_amounts).push_back(&cached[a]);
        for (const uint32_t step : {1u, 2u, 9000u}) {
          const RowSet rows = Every(step);
          auto tally = DenseGroupCounter::Make(of_dimensions, of_amounts, rows.Cardinality());
          if (!tally) {
            EXPECT_TRUE(step > 1 && limit == 25 && width == 3) << "many combinations of few rows";
            continue;
          }
          tally->Add(rows, kRows);
          Expected expected;
          for (const uint32_t row : rows.ToVector()) {
            std::vector<uint32_t> key;
            for (size_t d = 0; d < width; ++d) key.push_back(all[d][row]);
            std::vector<int64_t>& counts = expected[key];
            counts.resize(1 + amounts);
            ++counts[0];
            for (size_t a = 0; a < amounts; ++a) counts[1 + a] += all[width + a][row];
          }
          EXPECT_TRUE(Found(*tally) == expected) << limit << " " << width << " " << amounts << " " << step;
        }
      }
    }
  }
}

TEST(SegmentTallyTest, Lists) {
  std::mt19937 random(5);
  for (const uint32_t limit : {20u, 256u, 3000u}) {
    for (const uint32_t longest : {1u, 5u, 60u}) {
      std::vector<uint32_t> ids;
      CachedColumn cached;
      cached.begins.push_back(0);
      for (uint32_t row = 0; row < kRows; ++row) {
        const uint32_t many = random() % std::min(longest + 1, limit / 2);
        if (many == 0) ids.push_back(ValueIds::kMissing);
        for (uint32_t n = 0; n < many; ++n) ids.push_back(1 + (row * 7 + n) % (limit - 1));
        cached.begins.push_back(static_cast<uint32_t>(ids.size()));
      }
      cached.ids = PackedIds(ids);
      for (const uint32_t step : {1u, 3u}) {
        const RowSet rows = Every(step);
        auto tally = DenseGroupCounter::Make({&cached}, {}, rows.Cardinality());
        ASSERT_TRUE(tally);
        tally->Add(rows, kRows);
        Expected expected;
        for (const uint32_t row : rows.ToVector()) {
          for (uint32_t n = cached.begins[row]; n < cached.begins[row + 1]; ++n) {
            std::vector<int64_t>& counts = expected[{ids[n]}];
            counts.resize(1);
            ++counts[0];
          }
        }
        EXPECT_TRUE(Found(*tally) == expected) << limit << " " << longest << " " << step;
        EXPECT_EQ(tally->by_id(0)[0], expected[{0}][0]);
      }
    }
  }
}

TEST(SegmentTallyTest, OnlyWhatFits) {
  const CachedColumn bytes = Numbers({1, 2, 3});
  const CachedColumn wide = Numbers({1, 2, 300});
  CachedColumn lists = Numbers({1, 2, 3});
  lists.begins = {0, 1, 2, 3};
  EXPECT_TRUE(DenseGroupCounter::Make({&bytes}, {&bytes}, 3));
  EXPECT_TRUE(DenseGroupCounter::Make({&lists}, {}, 3));
  EXPECT_FALSE(DenseGroupCounter::Make({&bytes}, {}, 0));
  EXPECT_FALSE(DenseGroupCounter::Make({&bytes, nullptr}, {}, 3)) << "not kept";
  EXPECT_FALSE(DenseGroupCounter::Make({&bytes}, {nullptr}, 3)) << "not kept";
  EXPECT_FALSE(DenseGroupCounter::Make({&bytes, &bytes, &bytes, &bytes}, {}, 3));
  EXPECT_FALSE(DenseGroupCounter::Make({&bytes, &wide}, {}, 3));
  EXPECT_FALSE(DenseGroupCounter::Make({&bytes}, {&wide}, 3));
  EXPECT_FALSE(DenseGroupCounter::Make({&bytes, &lists}, {}, 3));
  EXPECT_FALSE(DenseGroupCounter::Make({&lists}, {&bytes}, 3));
}

TEST(PackedIdsTest, AsNarrowAsCanBe) {
  for (const auto& [greatest, width] : std::map<uint32_t, size_t>{{0, 1}, {255, 1}, {256, 2}, {65535, 2}, {65536, 4}}) {
    std::vector<uint32_t> ids(1000);
    for (uint32_t n = 0; n < ids.size(); ++n) ids[n] = greatest - std::min(greatest, n);
    const PackedIds packed(ids);
    EXPECT_EQ(packed.width(), width);
    EXPECT_EQ(packed.greatest(), greatest);
    for (const uint32_t step : {1u, 7u}) {
      std::vector<uint32_t> rows, expected;
      for (uint32_t row = 3; row < ids.size(); row += step) {
        rows.push_back(row);
        expected.push_back(ids[row]);
      }
      std::vector<uint32_t> read(rows.size());
      packed.Gather(rows, read.data());
      EXPECT_EQ(read, expected);
    }
  }
  PackedIds().Gather({}, nullptr);
}

}  // namespace
}  // namespace muster::execute
