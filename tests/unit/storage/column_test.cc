#include "storage/column.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "tests/unit/storage/hostile.h"

namespace muster::storage {
namespace {

constexpr int64_t kLeast = kNull + 1;
constexpr int64_t kGreatest = std::numeric_limits<int64_t>::max();
constexpr size_t kHeader = 16;

// Encodes, parses, compares; returns the bytes per value.
size_t RoundTrip(const std::vector<int64_t>& values) {
  const std::string bytes = ColumnChunk::Encode(values);
  const auto chunk = ColumnChunk::Parse(bytes);
  EXPECT_TRUE(chunk.ok()) << chunk.status();
  if (!chunk.ok()) return 0;
  EXPECT_EQ(chunk->size(), values.size());
  for (uint32_t i = 0; i < values.size(); ++i) EXPECT_EQ((*chunk)[i], values[i]) << i;
  return values.empty() ? 0 : (bytes.size() - kHeader) / values.size();
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

TEST(ColumnChunkTest, TakesTheFewestBytes) {
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
}

// Frozen: these bytes are in files that exist. docs/storage-format.md explains them.
TEST(ColumnChunkTest, Bytes) {
  using namespace std::string_literals;
  EXPECT_EQ(ColumnChunk::Encode(std::vector<int64_t>{1000, 1255}), "\x01\0\0\0\x02\0\0\0\xE8\x03\0\0\0\0\0\0\0\xFF"s);
  EXPECT_EQ(ColumnChunk::Encode(std::vector<int64_t>{1000, kNull, 1255}),
            "\x02\x01\0\0\x03\0\0\0\xE8\x03\0\0\0\0\0\0\0\0\xFF\xFF\xFF\0"s);
  EXPECT_EQ(ColumnChunk::Encode(std::vector<int64_t>{7, 7, 7}), "\0\0\0\0\x03\0\0\0\x07\0\0\0\0\0\0\0"s);
}

TEST(ColumnChunkTest, SlowlyAscendingValuesTakeOneByteEach) {
  using namespace std::string_literals;
  EXPECT_EQ(ColumnChunk::Encode(std::vector<int64_t>{1000, 1200, 1200, 1400}),
            "\x81\0\0\0\x04\0\0\0\xE8\x03\0\0\0\0\0\0\0\xC8\0\xC8"s);
  std::vector<int64_t> values = {kGreatest - 300 * 255};
  for (int i = 0; i < 300; ++i) values.push_back(values.back() + 255);
  EXPECT_EQ(values.back(), kGreatest);
  EXPECT_EQ(RoundTrip(values), 1u);
  std::vector<int64_t> parents;
  for (int64_t i = 0; i < kChunkRows; ++i) parents.push_back(i * 3 / 2);
  EXPECT_EQ(RoundTrip(parents), 1u);
  parents[7] = kNull;
  EXPECT_EQ(RoundTrip(parents), 4u);
  EXPECT_EQ(RoundTrip({1000, 1256, 1300}), 2u) << "a difference of 256";
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

TEST(ColumnChunkTest, DamagedDifferencesAreDataLossOrAscend) {
  std::vector<int64_t> values;
  for (int64_t i = 0; i < 500; ++i) values.push_back(i * i % 100 + i * 100);
  std::sort(values.begin(), values.end());
  const std::string bytes = ColumnChunk::Encode(values);
  ASSERT_EQ(bytes[0], '\x81');
  ForEachDamaged(bytes, [](const std::string& damaged) {
    const auto chunk = ColumnChunk::Parse(damaged);
    if (!chunk.ok()) {
      EXPECT_EQ(chunk.status().code(), absl::StatusCode::kDataLoss);
      return;
    }
    if (damaged[0] != '\x81') return;
    for (uint32_t i = 1; i < chunk->size(); ++i) EXPECT_LE((*chunk)[i - 1], (*chunk)[i]);
  });
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

TEST(ColumnChunkTest, DamagedBytesAreAnErrorOrAChunk) {
  for (const std::vector<int64_t>& values :
       {std::vector<int64_t>{1, 2, 3, kNull}, {kLeast, kGreatest, kNull}, {7, 7}, {100, 70000, 5}}) {
    const std::string bytes = ColumnChunk::Encode(values);
    ForEachDamaged(bytes, [&](const std::string& damaged) {
      const auto chunk = ColumnChunk::Parse(damaged);
      if (!chunk.ok()) {
        EXPECT_EQ(chunk.status().code(), absl::StatusCode::kDataLoss);
        return;
      }
      for (uint32_t i = 0; i < chunk->size(); ++i) (void)(*chunk)[i];
      if (chunk->size() == values.size()) {
        EXPECT_EQ(damaged.size(), bytes.size());
      }
    });
  }
}

TEST(ColumnChunkTest, DamagedLists) {
  const std::string bytes = ColumnChunk::Encode(Few(60, 5, true));
  ASSERT_EQ(bytes.size(), kHeader + 5 * 8 + 60);
  ForEachDamaged(bytes, [&](const std::string& damaged) {
    const auto chunk = ColumnChunk::Parse(damaged);
    if (!chunk.ok()) {
      EXPECT_EQ(chunk.status().code(), absl::StatusCode::kDataLoss);
      return;
    }
    for (uint32_t i = 0; i < chunk->size(); ++i) (void)(*chunk)[i];
  });
}

TEST(ColumnChunkTest, RejectsWhatEncodeNeverWrites) {
  const std::string valid = ColumnChunk::Encode(std::vector<int64_t>{1, 2, 300});
  const auto with = [&](size_t at, char byte) {
    std::string bytes = valid;
    bytes[at] = byte;
    return ColumnChunk::Parse(bytes).ok();
  };
  EXPECT_TRUE(ColumnChunk::Parse(valid).ok());
  EXPECT_FALSE(with(0, 3)) << "no such width";
  EXPECT_FALSE(with(1, 2)) << "no such flag";
  EXPECT_FALSE(with(2, 1)) << "a list that is not there";
  EXPECT_FALSE(with(4, 2)) << "size does not fit the bytes";
  std::string wraps = valid;
  wraps.replace(8, 8, std::string(7, '\xFF') + '\x7F');  // base = INT64_MAX, offsets > 0
  EXPECT_FALSE(ColumnChunk::Parse(wraps).ok());
  std::string many = ColumnChunk::Encode(std::vector<int64_t>(2, 5));
  many[6] = 2;  // 131,074 rows of width 0
  EXPECT_FALSE(ColumnChunk::Parse(many).ok()) << "more rows than a chunk has";
}

TEST(ColumnTest, FindsRowsInChunks) {
  std::vector<ColumnChunkPtr> chunks;
  std::vector<int64_t> first(kChunkRows);
  for (uint32_t i = 0; i < kChunkRows; ++i) first[i] = i;
  for (const auto& values : {first, std::vector<int64_t>{kNull, -9}}) {
    chunks.push_back(std::make_shared<const ColumnChunk>(*ColumnChunk::Parse(ColumnChunk::Encode(values))));
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
        chunks.push_back(std::make_shared<const ColumnChunk>(*ColumnChunk::Parse(ColumnChunk::Encode(part))));
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

TEST(ColumnChunkTest, ListsFewDifferentValues) {
  const auto bytes = [](const std::vector<int64_t>& values) {
    RoundTrip(values);
    return ColumnChunk::Encode(values).size() - kHeader;
  };
  EXPECT_EQ(bytes(Few(10000, 10, false)), 10 * 8 + 10000u);
  EXPECT_EQ(bytes(Few(10000, 256, false)), 256 * 8 + 10000u);
  EXPECT_EQ(bytes(Few(10000, 255, true)), 255 * 8 + 10000u);
  EXPECT_EQ(bytes(Few(10000, 256, true)), 256 * 8 + 20000u) << "a place is left for null";
  EXPECT_EQ(bytes(Few(10000, 257, false)), 257 * 8 + 20000u);
  EXPECT_EQ(bytes(Few(10000, 5000, false)), 5000 * 8 + 20000u);
  EXPECT_EQ(bytes(Few(10000, 5001, false)), 80000u) << "a list would save less than a quarter";
  EXPECT_EQ(bytes(Few(kChunkRows, 16000, true)), 16000 * 8 + size_t{kChunkRows} * 2);
  EXPECT_EQ(bytes({kLeast, kGreatest, kLeast, kGreatest, kLeast, kGreatest, kLeast, kGreatest, 0, 0}), 3 * 8 + 10u);
}

TEST(ColumnChunkTest, ListBytes) {
  using namespace std::string_literals;
  const int64_t far = 0x0102030405060708;
  EXPECT_EQ(
      ColumnChunk::Encode(std::vector<int64_t>{far, 1, kNull, far, far, far, 1, 1}),
      "\x01\x01\x02\0\x08\0\0\0\0\0\0\0\0\0\0\0\x01\0\0\0\0\0\0\0\x08\x07\x06\x05\x04\x03\x02\x01\x01\0\xFF\x01\x01\x01\0\0"s);
}

TEST(ColumnChunkTest, RejectsListsThatEncodeNeverWrites) {
  const int64_t far = 0x0102030405060708;
  const std::string valid = ColumnChunk::Encode(std::vector<int64_t>{far, 1, kNull, far, far, far, 1, 1});
  const auto with = [&](size_t at, char byte) {
    std::string bytes = valid;
    bytes[at] = byte;
    return ColumnChunk::Parse(bytes).ok();
  };
  EXPECT_TRUE(ColumnChunk::Parse(valid).ok());
  EXPECT_FALSE(with(0, 4)) << "too wide for a list";
  EXPECT_FALSE(with(1, 0)) << "null without nulls";
  EXPECT_FALSE(with(2, 1)) << "a longer list stands there";
  EXPECT_FALSE(with(8, 1)) << "a base";
  EXPECT_FALSE(with(23, 0x7F)) << "out of order";
  EXPECT_FALSE(with(39, 2)) << "beyond the list";
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
