#include "storage/codec/column.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace muster::storage {
namespace {

constexpr int64_t kLeast = kNull + 1;
constexpr int64_t kGreatest = std::numeric_limits<int64_t>::max();

// Encodes, parses, compares; also with the chunk that never was stored. Returns the bytes per value in memory.
size_t RoundTrip(const std::vector<int64_t>& values) {
  const auto chunk = ColumnChunk::Parse(ColumnChunk::Encode(values));
  EXPECT_TRUE(chunk.ok()) << chunk.status();
  if (!chunk.ok()) return 0;
  const ColumnChunk made = ColumnChunk::Of(values);
  EXPECT_EQ(chunk->size(), values.size());
  EXPECT_EQ(made.size(), values.size());
  for (uint32_t i = 0; i < values.size(); ++i) {
    EXPECT_EQ((*chunk)[i], values[i]) << i;
    EXPECT_EQ(made[i], values[i]) << i;
  }
  return chunk->width();
}

// Values that are far apart, but few.
std::vector<int64_t> Few(size_t size, size_t different, bool nulls) {
  std::vector<int64_t> values;
  for (size_t i = 0; i < size; ++i) {
    const auto which = static_cast<int64_t>(i * 7919 % different);
    values.push_back(nulls && i % 7 == 3 ? kNull : which * 1'000'000'000'007 - 5'000'000'000);
  }
  return values;
}

// Filters every third row of a chunk and every one, as rows of a later chunk of a column.
void CheckFilter(const ColumnChunk& chunk, const std::vector<int64_t>& values, int64_t low, int64_t high) {
  for (const uint32_t step : {1u, 3u}) {
    std::vector<uint32_t> rows;
    std::vector<uint32_t> expected;
    for (uint32_t i = 0; i < values.size(); i += step) {
      rows.push_back(5 * kChunkRows + i);
      if (values[i] != kNull && values[i] >= low && values[i] <= high) expected.push_back(rows.back());
    }
    rows.resize(chunk.Filter(rows, low, high, rows.data()));
    ASSERT_EQ(rows, expected) << "every " << step << "th, " << low << " to " << high;
  }
}

TEST(ColumnChunkTest, TakesTheFewestBytesInMemory) {
  EXPECT_EQ(RoundTrip({}), 0u);
  EXPECT_EQ(RoundTrip({7, 7, 7}), 0u);
  EXPECT_EQ(RoundTrip({kNull, kNull}), 0u);
  EXPECT_EQ(RoundTrip({0}), 0u);
  EXPECT_EQ(RoundTrip({7, kNull}), 1u);
  EXPECT_EQ(RoundTrip({1000, 1255}), 1u);
  EXPECT_EQ(RoundTrip({1000, 1254, kNull}), 1u);
  EXPECT_EQ(RoundTrip({1000, 1255, kNull}), 2u) << "the greatest offset is taken by null";
  EXPECT_EQ(RoundTrip({1000, 1256}), 2u);
  EXPECT_EQ(RoundTrip({-5, 65530}), 2u);
  EXPECT_EQ(RoundTrip({-5, 65530, kNull}), 4u);
  EXPECT_EQ(RoundTrip({0, 0xFFFFFFFF}), 4u);
  EXPECT_EQ(RoundTrip({0, 0xFFFFFFFF, kNull}), 8u);
  EXPECT_EQ(ColumnChunk::Of(std::vector<int64_t>{1000, 1255}).width(), 1u);
  EXPECT_EQ(ColumnChunk::Of(std::vector<int64_t>{1000, 1255, kNull}).width(), 2u);
  EXPECT_EQ(ColumnChunk::Of(std::vector<int64_t>{kNull}).width(), 0u);
}

TEST(ColumnChunkTest, AscendingValues) {
  std::vector<int64_t> values = {kGreatest - 300 * 255};
  for (int i = 0; i < 300; ++i) values.push_back(values.back() + 255);
  EXPECT_EQ(values.back(), kGreatest);
  EXPECT_EQ(RoundTrip(values), 4u);
  std::vector<int64_t> parents;
  for (int64_t i = 0; i < kChunkRows; ++i) parents.push_back(i * 3 / 2);
  EXPECT_EQ(RoundTrip(parents), 4u);
  // Each width in memory, with small steps and with such as do not leave the sum of a word's steps room in a number.
  for (const int64_t last : {250, 65000, 4'000'000, 2'000'000'000}) {
    std::vector<int64_t> slow, jump;
    for (int64_t i = 0; i < 1001; ++i) {
      slow.push_back(-7 + last * i / 1000);
      jump.push_back(i < 500 ? -7 : last - 7);
    }
    RoundTrip(slow);
    RoundTrip(jump);
  }
  RoundTrip({0, 0, int64_t{1} << 31, int64_t{1} << 33, int64_t{3} << 32});
  RoundTrip({kLeast, 0, 0, kGreatest});
}

TEST(ColumnChunkTest, KnowsWhetherAllIsWithinBounds) {
  const auto within = [](const std::vector<int64_t>& values, int64_t low, int64_t high) {
    return ColumnChunk::Parse(ColumnChunk::Encode(values))->Within(low, high);
  };
  for (const std::vector<int64_t>& values : {std::vector<int64_t>{1000, 1200, 1400},  // differences
                                             {1400, 1000, 1200},
                                             {1000, 1001, 1400, 1000000}}) {
    const auto [least, greatest] = std::minmax_element(values.begin(), values.end());
    EXPECT_TRUE(within(values, *least, *greatest));
    EXPECT_FALSE(within(values, *least + 1, *greatest));
    EXPECT_FALSE(within(values, *least, *greatest - 1));
  }
  EXPECT_FALSE(within({1, kNull, 2}, 0, 9));
  EXPECT_TRUE(within({}, 1, 0));
}

TEST(ColumnChunkTest, Extremes) {
  EXPECT_EQ(RoundTrip({kLeast, kGreatest}), 8u);
  EXPECT_EQ(RoundTrip({kLeast, kGreatest, kNull, 0, -1}), 8u);
  EXPECT_EQ(RoundTrip({kLeast}), 0u);
  EXPECT_EQ(RoundTrip({kGreatest, kNull}), 1u);
  EXPECT_EQ(RoundTrip({kGreatest, kGreatest - 255}), 1u);
  EXPECT_EQ(RoundTrip({kLeast, kLeast + 65535}), 2u);
  EXPECT_EQ(RoundTrip({-1, kGreatest}), 8u);
}

TEST(ColumnChunkTest, Random) {
  std::mt19937_64 random(4);
  for (int round = 0; round < 200; ++round) {
    const uint64_t mask = ~uint64_t{0} >> (random() % 64);
    const int64_t base = static_cast<int64_t>(random());
    std::vector<int64_t> values(random() % 300);
    for (int64_t& value : values) {
      value = static_cast<int64_t>(static_cast<uint64_t>(base) + (random() & mask));
      if (random() % 10 == 0) value = kNull;
    }
    RoundTrip(values);
  }
  RoundTrip(std::vector<int64_t>(kChunkRows, 3));
}

TEST(ColumnTest, FindsRowsInChunks) {
  std::vector<ColumnChunkPtr> chunks;
  std::vector<int64_t> first(kChunkRows);
  for (uint32_t i = 0; i < kChunkRows; ++i) first[i] = i;
  for (const auto& values : {first, std::vector<int64_t>{kNull, -9}}) {
    chunks.push_back(std::make_shared<const ColumnChunk>(ColumnChunk::Of(values)));
  }
  const Column column(chunks);
  EXPECT_EQ(column[0], 0);
  EXPECT_EQ(column[kChunkRows - 1], kChunkRows - 1);
  EXPECT_EQ(column[kChunkRows], kNull);
  EXPECT_EQ(column[kChunkRows + 1], -9);
}

// Every width, with and without nulls; ranges, gaps and repeats; over two chunks; in place as well.
TEST(ColumnTest, Gathers) {
  for (const int64_t spread : {int64_t{0}, int64_t{200}, int64_t{60000}, int64_t{3000000000}, int64_t{1} << 40}) {
    for (const bool nulls : {false, true}) {
      std::vector<int64_t> values;
      for (size_t i = 0; i < kChunkRows + 500; ++i) {
        values.push_back(nulls && i % 7 == 3 ? kNull : 100 + static_cast<int64_t>(i * 7919) % (spread + 1));
      }
      const std::span<const int64_t> all(values);
      std::vector<ColumnChunkPtr> chunks;
      for (const auto& part : {all.first(kChunkRows), all.subspan(kChunkRows)}) {
        chunks.push_back(std::make_shared<const ColumnChunk>(ColumnChunk::Of(part)));
      }
      const Column column(chunks);
      std::vector<uint32_t> range, gaps, repeats;
      for (uint32_t row = kChunkRows - 300; row < kChunkRows + 400; ++row) range.push_back(row);
      for (uint32_t row = 5; row < values.size(); row += 1 + row % 900) gaps.push_back(row);
      for (const uint32_t row : {7u, 7u, 8u, 10u}) repeats.push_back(row);  // as long as the range from 7 to 10
      const std::vector<uint32_t> mixed = {kChunkRows + 7, 3, kChunkRows + 5, kChunkRows + 9, 2, 1};
      for (const std::vector<uint32_t>& rows : {range, gaps, repeats, mixed, std::vector<uint32_t>{kChunkRows}}) {
        std::vector<int64_t> gathered(rows.size());
        column.Gather(std::span(rows), gathered.data());
        std::vector<uint32_t> narrow = rows;
        column.Gather(std::span<const uint32_t>(narrow), narrow.data());
        for (size_t i = 0; i < rows.size(); ++i) {
          ASSERT_EQ(gathered[i], values[rows[i]]) << "row " << rows[i] << ", spread " << spread;
          ASSERT_EQ(narrow[i], static_cast<uint32_t>(values[rows[i]])) << "row " << rows[i] << ", spread " << spread;
        }
        if (rows == repeats || rows == mixed) continue;
        std::vector<int64_t> distinct(rows.size());
        column.Gather(std::span(rows), distinct.data(), Repeats::kNo);
        EXPECT_EQ(distinct, gathered);
      }
    }
  }
}

// In memory, where a list costs time, it stays where it saves a quarter of what four or eight bytes each would take.
TEST(ColumnChunkTest, ListsFewDifferentValues) {
  EXPECT_EQ(RoundTrip(Few(10000, 10, false)), 1u);
  EXPECT_EQ(RoundTrip(Few(10000, 256, false)), 1u);
  EXPECT_EQ(RoundTrip(Few(10000, 255, true)), 1u);
  EXPECT_EQ(RoundTrip(Few(10000, 256, true)), 2u) << "a place is left for null";
  EXPECT_EQ(RoundTrip(Few(10000, 257, false)), 2u);
  EXPECT_EQ(RoundTrip(Few(10000, 5000, false)), 2u);
  EXPECT_EQ(RoundTrip(Few(10000, 5001, false)), 8u);
  EXPECT_EQ(RoundTrip(Few(kChunkRows, 16000, true)), 2u);
  EXPECT_EQ(RoundTrip({kLeast, kGreatest, kLeast, kGreatest, kLeast, kGreatest, kLeast, kGreatest, 0, 0}), 1u);
  EXPECT_EQ(ColumnChunk::Of(Few(10000, 10, false)).width(), 8u) << "nobody has counted";
}

// Every width, with and without nulls, against a look at each value.
TEST(ColumnTest, FindsRanges) {
  constexpr size_t kWords = kChunkRows / 64;
  for (const int64_t spread : {int64_t{0}, int64_t{200}, int64_t{60000}, int64_t{3000000000}, int64_t{1} << 40}) {
    for (const bool nulls : {false, true}) {
      for (const size_t size : {size_t{1}, size_t{63}, size_t{64}, size_t{1000}}) {
        std::vector<int64_t> values;
        for (size_t i = 0; i < size; ++i) {
          values.push_back(nulls && i % 7 == 3 ? kNull : -100 + static_cast<int64_t>(i * 7919) % (spread + 1));
        }
        const auto chunk = ColumnChunk::Parse(ColumnChunk::Encode(values));
        ASSERT_TRUE(chunk.ok());
        for (const int64_t low : {kNull, kNull + 1, int64_t{-101}, int64_t{-100}, int64_t{0}, int64_t{77}, spread}) {
          for (const int64_t high : {int64_t{-101}, int64_t{-100}, int64_t{5}, spread - 100, spread, INT64_MAX}) {
            std::vector<uint64_t> bits(kWords, ~uint64_t{0});
            chunk->FindRange(low, high, std::span<uint64_t, kWords>(bits.data(), kWords));
            CheckFilter(*chunk, values, low, high);
            for (size_t i = 0; i < kChunkRows; ++i) {
              const bool expected = i < size && values[i] != kNull && values[i] >= low && values[i] <= high;
              ASSERT_EQ((bits[i / 64] >> (i % 64) & 1) != 0, expected)
                  << "row " << i << " of " << size << ", spread " << spread << ", " << low << " to " << high;
            }
          }
        }
        size_t row = 0;
        chunk->WithValues([&](auto value) {
          for (; row < size; ++row) EXPECT_EQ(value(static_cast<uint32_t>(row)), values[row]);
        });
      }
    }
  }
}

TEST(ColumnTest, FiltersRowsOfSeveralChunks) {
  std::vector<int64_t> values;
  for (uint32_t i = 0; i < 2 * kChunkRows + 10; ++i) values.push_back(i % 5 == 2 ? kNull : i % 1000);
  const Column column = Column::Of(values);
  std::vector<uint32_t> rows;
  std::vector<uint32_t> expected;
  for (uint32_t i = 3; i < values.size(); i += 7919) {
    rows.push_back(i);
    if (values[i] != kNull && values[i] >= 100 && values[i] <= 700) expected.push_back(i);
  }
  EXPECT_EQ(column.Filter(rows, 100, 700), expected);
  EXPECT_TRUE(column.Filter({}, 100, 700).empty());
  EXPECT_TRUE(column.Filter(rows, 2000, 3000).empty());
}

TEST(ColumnTest, FindsRangesOfListedValues) {
  constexpr size_t kWords = kChunkRows / 64;
  constexpr int64_t kStep = 1'000'000'000'007;
  constexpr int64_t kFirst = -5'000'000'000;
  for (const bool nulls : {false, true}) {
    for (const size_t different : {2, 256, 400}) {
      const std::vector<int64_t> values = Few(3001, different, nulls);
      const auto chunk = ColumnChunk::Parse(ColumnChunk::Encode(values));
      ASSERT_TRUE(chunk.ok());
      const std::vector<int64_t> bounds = {
          kNull, kFirst - 1, kFirst, kFirst + 1, kFirst + kStep, kFirst + 7 * kStep + 3, kGreatest};
      for (const int64_t low : bounds) {
        for (const int64_t high : bounds) {
          std::vector<uint64_t> bits(kWords, ~uint64_t{0});
          chunk->FindRange(low, high, std::span<uint64_t, kWords>(bits.data(), kWords));
          CheckFilter(*chunk, values, low, high);
          for (size_t i = 0; i < kChunkRows; ++i) {
            const bool expected = i < values.size() && values[i] != kNull && values[i] >= low && values[i] <= high;
            ASSERT_EQ((bits[i / 64] >> (i % 64) & 1) != 0, expected) << i << ": " << low << " to " << high;
          }
        }
      }
      std::vector<uint32_t> rows;
      for (uint32_t i = 5; i < values.size(); i += i % 3 == 0 ? 1 : 2) rows.push_back(i);
      std::vector<int64_t> gathered(rows.size());
      chunk->Gather(std::span<const uint32_t>(rows), gathered.data(), Repeats::kNo);
      for (size_t i = 0; i < rows.size(); ++i) ASSERT_EQ(gathered[i], values[rows[i]]);
      chunk->WithValues([&](auto value) {
        for (uint32_t i = 0; i < values.size(); ++i) EXPECT_EQ(value(i), values[i]);
      });
    }
  }
}

}  // namespace
}  // namespace muster::storage
