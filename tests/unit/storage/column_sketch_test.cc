// Sketches say what the values say.
#include "storage/codec/column_sketch.h"

#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace muster::storage {
namespace {

constexpr int64_t kLeast = kNull + 1;
constexpr int64_t kGreatest = std::numeric_limits<int64_t>::max();

void Check(const std::vector<int64_t>& values, std::mt19937_64* random) {
  const Column column = Column::Of(values);
  const ColumnSketch sketch(column);
  Bits within(static_cast<uint32_t>(values.size()));
  for (uint32_t row = 0; row < values.size(); ++row) {
    if ((*random)() % 2 == 0) within.Set(row);
  }
  const auto bound = [&]() -> int64_t {
    switch ((*random)() % 8) {
      case 0:
        return kLeast;
      case 1:
        return kGreatest;
      case 2:
        return kNull;
      default: {
        const int64_t value = values.empty() ? 0 : values[(*random)() % values.size()];
        return value == kNull || value == kGreatest || value == kLeast
                   ? value
                   : value + static_cast<int64_t>((*random)() % 3) - 1;
      }
    }
  };
  for (int round = 0; round < 60; ++round) {
    const int64_t low = bound();
    const int64_t high = bound();
    Bits expected(static_cast<uint32_t>(values.size()));
    for (uint32_t row = 0; row < values.size(); ++row) {
      if (values[row] != kNull && values[row] >= low && values[row] <= high) expected.Set(row);
    }
    ASSERT_EQ(column.FindRange(low, high), expected) << low << " to " << high;
    ASSERT_EQ(sketch.FindRange(column, low, high), expected) << low << " to " << high;
    expected &= within;
    ASSERT_EQ(sketch.FindRange(column, low, high, &within), expected) << low << " to " << high;
  }
}

TEST(ColumnSketchTest, SaysWhatTheValuesSay) {
  std::mt19937_64 random(5);
  Check({}, &random);
  Check({7}, &random);
  Check({kNull}, &random);
  Check(std::vector<int64_t>(100, kNull), &random);
  Check({kLeast, kGreatest, 0, kNull, -1, 1}, &random);
  for (const uint64_t spread : {1ull, 3ull, 254ull, 255ull, 256ull, 257ull, 5000ull, 1ull << 40}) {
    for (const size_t size : {100u, 3000u, 20000u}) {
      std::vector<int64_t> values(size);
      for (int64_t& value : values) {
        value = random() % 9 == 0 ? kNull : static_cast<int64_t>(random() % spread) - 100;
      }
      Check(values, &random);
    }
  }
}

// Most values the same, and a few far away: classes are uneven.
TEST(ColumnSketchTest, SkewedValues) {
  std::mt19937_64 random(6);
  std::vector<int64_t> values(30000, 5);
  for (int i = 0; i < 100; ++i) values[random() % values.size()] = static_cast<int64_t>(random() >> 1);
  values[17] = kGreatest;
  values[18] = kLeast;
  Check(values, &random);
}

TEST(ColumnSketchTest, SeveralChunks) {
  std::mt19937_64 random(7);
  std::vector<int64_t> values(kChunkRows * 2 + 70);
  for (size_t i = 0; i < values.size(); ++i) {
    values[i] = i < kChunkRows ? static_cast<int64_t>(i % 200) : static_cast<int64_t>(random() % 1'000'000'000'000);
  }
  values[kChunkRows - 1] = kNull;
  Check(values, &random);

  const Column column = Column::Of(values);
  const std::vector<uint32_t> rows = {0, kChunkRows - 1, kChunkRows, kChunkRows + 1, 2 * kChunkRows + 69};
  std::vector<int64_t> gathered(rows.size());
  column.Gather(rows, gathered.data());
  for (size_t i = 0; i < rows.size(); ++i) EXPECT_EQ(gathered[i], values[rows[i]]);
  EXPECT_EQ(column.width(), 8);
}

}  // namespace
}  // namespace muster::storage
