// The stored form of a chunk of a column: its bytes, how few they are, and bytes that are none.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "storage/codec/column.h"
#include "tests/unit/storage/hostile.h"

namespace muster::storage {
namespace {

using namespace std::string_literals;
using Values = std::vector<int64_t>;

constexpr int64_t kLeast = kNull + 1;
constexpr int64_t kGreatest = std::numeric_limits<int64_t>::max();
constexpr size_t kHeader = 24;
enum Form : char { kAll, kNone, kMarked, kPresent, kAscending };

std::string Little(uint64_t number, int bytes) {
  std::string text;
  for (int i = 0; i < bytes; ++i) text.push_back(static_cast<char>(number >> (8 * i)));
  return text;
}

std::string Header(Form form, int bits, uint64_t listed, uint64_t size, int64_t base, uint64_t range) {
  return Little(static_cast<uint64_t>(form), 1) + Little(static_cast<uint64_t>(bits), 1) + Little(listed, 2) +
         Little(size, 4) + Little(static_cast<uint64_t>(base), 8) + Little(range, 8);
}

// Frozen: these bytes are in files that exist. docs/storage-format.md explains them.
TEST(ColumnStoredTest, Bytes) {
  EXPECT_EQ(ColumnChunk::Encode(Values{1000, 1005, 1002}), Header(kAll, 3, 0, 3, 1000, 5) + "\xA8\0"s);
  EXPECT_EQ(ColumnChunk::Encode(Values{1000, kNull, 1002, 1001}), Header(kMarked, 2, 0, 4, 1000, 2) + "\x6C"s);
  EXPECT_EQ(ColumnChunk::Encode(Values{7, 7, 7}), Header(kAll, 0, 0, 3, 7, 0));
  EXPECT_EQ(ColumnChunk::Encode(Values{kNull, kNull}), Header(kNone, 0, 0, 2, 0, 0));
  EXPECT_EQ(ColumnChunk::Encode(Values{}), Header(kAll, 0, 0, 0, 0, 0));
  EXPECT_EQ(ColumnChunk::Encode(Values{1000, 1001, 1001, 1002, 1004, 1004, 1005, 1006, 1006}),
            Header(kAscending, 2, 0, 9, 1000, 6) + "\x44\x52\0"s);
  EXPECT_EQ(ColumnChunk::Encode(Values{kNull, kNull, 5, kNull, 260, kNull, kNull, kNull, kNull}),
            Header(kPresent, 8, 0, 9, 5, 255) + "\x14\0\0\xFF"s);
  EXPECT_EQ(ColumnChunk::Encode(Values{-5, 1, 1, kNull, 1, 1000, 1, 1, -5, 1}),
            Header(kMarked, 2, 3, 10, -5, 1005) + "\x0A\x05\x98\x0F\xD4\x59\x04"s);
}

TEST(ColumnStoredTest, TakesFewBytes) {
  const auto size = [](const Values& values) { return ColumnChunk::Encode(values).size() - kHeader; };
  Values random, places, few, ages;
  for (size_t i = 0; i < kChunkRows; ++i) {
    const auto number = static_cast<int64_t>(i * 2654435761 >> 7 & 0xFFFF);
    random.push_back(number % 5000);
    places.push_back(static_cast<int64_t>(i / 10));
    few.push_back(number % 4 * number % 4 * 1'000'000'000'000);
    ages.push_back(number % 3 == 0 ? number % 100 * 17532 : kNull);
  }
  EXPECT_EQ(size(random), kChunkRows * 13 / 8);
  EXPECT_EQ(size(places), kChunkRows / 8);
  EXPECT_LE(size(few), kChunkRows * 2 / 8 + 40);
  const auto aged = static_cast<size_t>(std::count_if(ages.begin(), ages.end(), [](int64_t a) { return a != kNull; }));
  EXPECT_LE(size(ages), kChunkRows / 8 + aged * 7 / 8 + 300);
  random[77] = kNull;
  EXPECT_EQ(size(random), kChunkRows * 13 / 8) << "an offset was left";
}

TEST(ColumnStoredTest, EveryNumberOfBits) {
  for (int bits = 0; bits <= 64; ++bits) {
    const uint64_t range = bits == 0 ? 0 : ~uint64_t{0} >> (64 - bits);
    for (const size_t size : {1, 7, 8, 9, 64, 200, 1001}) {
      for (const size_t nulls_each : {0, 2, 50}) {  // none; more than half; few
        Values values;
        for (size_t i = 0; i < size; ++i) {
          const uint64_t offset = i == 0 ? 0 : i == 1 ? range : i * 0x9E3779B97F4A7C15 >> 3 & range;
          const auto value = static_cast<int64_t>(static_cast<uint64_t>(kLeast) + std::min(offset, ~uint64_t{1}));
          values.push_back(nulls_each > 0 && i > 1 && (i % nulls_each == 0 || (nulls_each == 2 && i % 3 == 0)) ? kNull
                                                                                                               : value);
        }
        const auto chunk = ColumnChunk::Parse(ColumnChunk::Encode(values));
        ASSERT_TRUE(chunk.ok()) << bits << " bits, " << size << ": " << chunk.status();
        for (uint32_t i = 0; i < size; ++i) {
          ASSERT_EQ((*chunk)[i], values[i]) << bits << " bits, " << i << " of " << size;
        }
      }
    }
  }
}

// A chunk of each form, with a list and without.
std::vector<Values> OfEachForm() {
  Values ascending, listed, places, present, sparse;
  for (int64_t i = 0; i < 500; ++i) {
    ascending.push_back(i * i % 100 + i * 100);
    listed.push_back(i % 7 == 3 ? kNull : i * 7919 % 5 * 1'000'000'000'007 - 5'000'000'000);
    places.push_back(i * 7919 % 13 * 300);
    sparse.push_back(i % 5 == 3 ? i * i * 37 : kNull);
    present.push_back(i % 5 == 3 ? i * 7919 % 40 * 1000 : kNull);
  }
  std::sort(ascending.begin(), ascending.end());
  return {{1, 2, 3, kNull},
          {kLeast, kGreatest, kNull},
          {7, 7},
          {100, 70000, 5},
          {kNull, kNull},
          {kNull, 5, kNull},
          ascending,
          listed,
          places,
          present,
          sparse};
}

// Places in a list are found directly, by bits, or by a table, as far as the values are apart.
TEST(ColumnStoredTest, ListsOfNearAndFarValues) {
  for (const int64_t farthest : {5000, 70'000, 10'000'000}) {
    const Values different = {0, 1, 2, 63, 64, 66, 67, 127, farthest};
    Values values;
    for (size_t i = 0; i < 9000; ++i) values.push_back(i % 10 == 9 ? kNull : different[i % 10] - 7);
    const std::string bytes = ColumnChunk::Encode(values);
    EXPECT_EQ(bytes[2], static_cast<char>(different.size())) << "there is no list";
    const auto chunk = ColumnChunk::Parse(bytes);
    ASSERT_TRUE(chunk.ok()) << chunk.status();
    for (uint32_t i = 0; i < values.size(); ++i) ASSERT_EQ((*chunk)[i], values[i]) << farthest << ", row " << i;
  }
}

TEST(ColumnStoredTest, DamagedBytesAreDataLossOrValuesWithinTheHeadersBounds) {
  std::vector<std::string> forms;
  for (const Values& values : OfEachForm()) {
    const std::string bytes = ColumnChunk::Encode(values);
    forms.push_back(bytes.substr(0, 1) + (bytes[2] == 0 ? "" : "listed"));
    ForEachDamaged(bytes, [&](const std::string& damaged) {
      const auto chunk = ColumnChunk::Parse(damaged);
      if (!chunk.ok()) {
        EXPECT_EQ(chunk.status().code(), absl::StatusCode::kDataLoss);
        return;
      }
      int64_t base;
      uint64_t range;
      memcpy(&base, damaged.data() + 8, sizeof base);
      memcpy(&range, damaged.data() + 16, sizeof range);
      for (uint32_t i = 0; i < chunk->size(); ++i) {
        const int64_t value = (*chunk)[i];
        if (value == kNull) continue;
        ASSERT_GE(value, base);
        ASSERT_LE(static_cast<uint64_t>(value) - static_cast<uint64_t>(base), range);
        if (damaged[0] == kAscending && i > 0) {
          ASSERT_LE((*chunk)[i - 1], value);
        }
      }
    });
  }
  std::sort(forms.begin(), forms.end());
  forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
  EXPECT_EQ(forms.size(), 8u) << "five forms, three of them with a list as well";
}

TEST(ColumnStoredTest, RejectsWhatEncodeNeverWrites) {
  const auto good = [](const std::string& bytes) { return ColumnChunk::Parse(bytes).ok(); };
  EXPECT_TRUE(good(Header(kAll, 2, 0, 3, 1, 2) + "\x24"));
  EXPECT_FALSE(good(Header(kAll, 2, 0, 3, 1, 2) + "\x34")) << "3 is beyond the range";
  EXPECT_FALSE(good(Header(kAll, 3, 0, 3, 1, 2) + "\x24\0"s)) << "two bits suffice";
  EXPECT_FALSE(good(Header(kAll, 2, 0, 2, 1, 2) + "\x24\0"s)) << "a byte more";
  EXPECT_FALSE(good(Header(kAll, 2, 0, 5, 1, 2) + "\x24")) << "a byte less";
  EXPECT_FALSE(good(Header(static_cast<Form>(5), 2, 0, 3, 1, 2) + "\x24")) << "no such form";
  EXPECT_FALSE(good(Header(kAll, 2, 0, 3, kNull, 2) + "\x24")) << "null as a value";
  EXPECT_TRUE(good(Header(kAll, 2, 0, 3, kGreatest - 2, 2) + "\x24"));
  EXPECT_FALSE(good(Header(kAll, 2, 0, 3, kGreatest - 1, 2) + "\x24")) << "a value beyond the greatest";
  EXPECT_FALSE(good(Header(kAll, 0, 0, kChunkRows + 1, 1, 0))) << "more rows than a chunk has";
  EXPECT_TRUE(good(Header(kMarked, 2, 0, 3, 1, 2) + "\x34"));
  EXPECT_FALSE(good(Header(kMarked, 2, 0, 3, 1, 1) + "\x34")) << "3 is neither an offset nor null";
  EXPECT_FALSE(good(Header(kMarked, 1, 0, 0, 1, 0))) << "no rows, some of them null";
  EXPECT_TRUE(good(Header(kPresent, 2, 0, 3, 1, 2) + "\x05\x08"));
  EXPECT_FALSE(good(Header(kPresent, 2, 0, 3, 1, 2) + "\x0D\x08")) << "a row behind the last";
  EXPECT_FALSE(good(Header(kPresent, 2, 0, 3, 1, 2) + "\x05\x0C")) << "3 is beyond the range";
  EXPECT_FALSE(good(Header(kPresent, 2, 0, 3, 1, 2) + "\x05")) << "no offsets";
  EXPECT_FALSE(good(Header(kNone, 0, 0, 3, 1, 0))) << "a base of nothing";
  EXPECT_FALSE(good(Header(kNone, 0, 0, 3, 0, 0) + "\0"s)) << "something follows";
  EXPECT_TRUE(good(Header(kAscending, 2, 0, 3, 1, 5) + "\x38"));
  EXPECT_FALSE(good(Header(kAscending, 2, 0, 3, 1, 4) + "\x38")) << "they go up to 5";
  EXPECT_FALSE(good(Header(kAscending, 2, 0, 3, 1, 5) + "\x2D")) << "the first is not the base";
  EXPECT_FALSE(good(Header(kAscending, 33, 0, 1, 1, uint64_t{1} << 40) + std::string(5, '\0'))) << "such large steps";
}

TEST(ColumnStoredTest, RejectsListsThatEncodeNeverWrites) {
  const auto good = [](const std::string& bytes) { return ColumnChunk::Parse(bytes).ok(); };
  // 10, 17, 20: 6 and 2 between them.
  EXPECT_TRUE(good(Header(kAll, 2, 3, 3, 10, 10) + "\x03\x16\x24"));
  EXPECT_FALSE(good(Header(kAll, 2, 3, 3, 10, 11) + "\x03\x16\x24")) << "ends below the range";
  EXPECT_FALSE(good(Header(kAll, 2, 3, 3, 10, 9) + "\x03\x16\x24")) << "ends above the range";
  EXPECT_FALSE(good(Header(kAll, 2, 3, 3, 10, 10) + "\x03\x16\x34")) << "a place behind the list";
  EXPECT_FALSE(good(Header(kAll, 4, 3, 3, 10, 10) + "\x03\x16\x10\x02")) << "more bits than places take";
  EXPECT_FALSE(good(Header(kAll, 2, 3, 3, 10, 10) + "\x41\x16\x24" + std::string(20, '\0'))) << "65 bits";
  EXPECT_FALSE(good(Header(kAll, 2, 3, 3, 10, 10) + "\x40\x16\x24")) << "a list that is not there";
  EXPECT_FALSE(good(Header(kAll, 0, 1, 3, 10, 0) + "\x00"s)) << "a list of one";
  EXPECT_FALSE(good(Header(kAscending, 2, 3, 3, 10, 10) + "\x03\x16\x24")) << "steps in a list";
  EXPECT_TRUE(good(Header(kMarked, 2, 3, 3, 10, 10) + "\x03\x16\x34"));
  EXPECT_FALSE(good(Header(kAll, 2, 3, 3, 10, 10) + "\x40" + std::string(8, '\xFF') + std::string(8, '\0') + "\x24"))
      << "a sum beyond 64 bits";
}

}  // namespace
}  // namespace muster::storage
