#include "storage/bits/bitmap.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <random>
#include <set>

#include "tests/unit/storage/hostile.h"

namespace muster::storage {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using Set = std::set<uint32_t>;

Bitmap FromSet(const Set& set) { return Bitmap::FromSorted(std::vector<uint32_t>(set.begin(), set.end())); }
Set ToSet(const Bitmap& bitmap) {
  const std::vector<uint32_t> rows = bitmap.ToVector();
  return Set(rows.begin(), rows.end());
}

// Sparse, dense and long runs, so that every kind of container occurs; some at the end of the numbers.
Set RandomSet(std::mt19937& random) {
  Set set;
  const int kind = static_cast<int>(random() % 4);
  const uint32_t base = random() % 3 * 65536 + (random() % 8 == 0 ? 0xFFFE0000u : 0);
  const uint32_t count = random() % (kind == 1 ? 6000 : 300);
  if (kind == 2) {
    const uint32_t begin = base + random() % 60000;
    for (uint32_t row = begin; row != begin + count; ++row) set.insert(row);
  } else {
    for (uint32_t i = 0; i < count; ++i) set.insert(base + random() % (kind == 1 ? 10000 : 130000));
  }
  return set;
}

template <typename Algorithm>
Set Combine(const Set& a, const Set& b, Algorithm algorithm) {
  Set result;
  algorithm(a.begin(), a.end(), b.begin(), b.end(), std::inserter(result, result.end()));
  return result;
}
constexpr auto kIntersect = [](auto... args) { std::set_intersection(args...); };
constexpr auto kUnite = [](auto... args) { std::set_union(args...); };
constexpr auto kSubtract = [](auto... args) { std::set_difference(args...); };

TEST(BitmapTest, AgreesWithStdSet) {
  std::mt19937 random(1);
  for (int round = 0; round < 200; ++round) {
    const Set a = RandomSet(random), b = RandomSet(random);
    Bitmap x = FromSet(a), y = FromSet(b);
    if (round % 2) x.Optimize();
    const Set both = Combine(a, b, kIntersect), either = Combine(a, b, kUnite), only = Combine(a, b, kSubtract);
    EXPECT_EQ(ToSet(x), a);
    EXPECT_EQ(x.Cardinality(), a.size());
    EXPECT_EQ(x.Empty(), a.empty());
    if (!a.empty()) {
      EXPECT_EQ(x.Maximum(), *a.rbegin());
    }
    EXPECT_EQ(ToSet(Bitmap::And(x, y)), both);
    EXPECT_EQ(ToSet(Bitmap::Or(x, y)), either);
    EXPECT_EQ(ToSet(Bitmap::AndNot(x, y)), only);
    EXPECT_EQ(Bitmap::AndCount(x, y), both.size());
    EXPECT_EQ(Bitmap::AndNotCount(x, y), only.size());
    EXPECT_EQ(Bitmap::Intersects(x, y), !both.empty());
    Bitmap z = x;
    EXPECT_EQ(ToSet(z &= y), both);
    z = x;
    EXPECT_EQ(ToSet(z |= y), either);
    z = x;
    EXPECT_EQ(ToSet(z -= y), only);
    EXPECT_EQ(ToSet(x), a) << "operands stay as they are";

    const uint32_t begin = random() % 140000, end = begin + random() % 70000;
    const auto in_range = std::distance(a.lower_bound(begin), a.lower_bound(end));
    EXPECT_EQ(x.RangeCardinality(begin, end), static_cast<uint64_t>(in_range));
    const Bitmap complement = x.Complement(end);
    EXPECT_EQ(complement.Cardinality(), end - x.RangeCardinality(0, end));
    EXPECT_FALSE(Bitmap::Intersects(complement, x));
    if (!complement.Empty()) {
      EXPECT_LT(complement.Maximum(), end);
    }
  }
}

TEST(BitmapTest, OrManyUnitesAny) {
  std::mt19937 random(2);
  for (const int count : {0, 1, 2, 3, 17, 400}) {
    std::vector<Bitmap> bitmaps;
    Set expected;
    for (int i = 0; i < count; ++i) {
      const Set set = RandomSet(random);
      expected.insert(set.begin(), set.end());
      bitmaps.push_back(FromSet(set));
    }
    std::vector<const Bitmap*> pointers;
    for (const Bitmap& bitmap : bitmaps) pointers.push_back(&bitmap);
    EXPECT_EQ(ToSet(Bitmap::OrMany(pointers)), expected) << count;
  }
}

TEST(BitmapTest, Edges) {
  EXPECT_TRUE(Bitmap::Range(5, 5).Empty());
  EXPECT_TRUE(Bitmap::Range(6, 5).Empty());
  EXPECT_THAT(Bitmap::Range(0xFFFFFFFD, 0xFFFFFFFF).ToVector(), ElementsAre(0xFFFFFFFD, 0xFFFFFFFE));
  EXPECT_THAT(Bitmap().ToVector(), IsEmpty());
  EXPECT_TRUE(Bitmap().Complement(0).Empty());
  EXPECT_EQ(Bitmap().Complement(0xFFFFFFFF).Cardinality(), 0xFFFFFFFFu);
  EXPECT_THAT(Bitmap::FromSorted(std::vector<uint32_t>{0, 2, 0xFFFFFFFF}).Complement(3).ToVector(), ElementsAre(1));
  EXPECT_TRUE(EmptyBitmap()->Empty());
}

TEST(BitmapTest, OperandsMayBeTheSame) {
  const Bitmap rows = Bitmap::Range(10, 20);
  Bitmap x = rows;
  const Bitmap& same = x;
  x &= same;
  EXPECT_EQ(x, rows);
  x |= same;
  EXPECT_EQ(x, rows);
  x = same;
  EXPECT_EQ(x, rows);
  x -= same;
  EXPECT_TRUE(x.Empty());
}

TEST(BitmapTest, CopiesAndMoves) {
  Bitmap a = Bitmap::Range(0, 5);
  Bitmap b = a;
  b.Add(7);
  EXPECT_FALSE(a.Contains(7));
  const Bitmap c = std::move(a);
  EXPECT_EQ(c.Cardinality(), 5u);
  a = b;  // a moved-from bitmap can be assigned to
  EXPECT_EQ(a, b);
  EXPECT_FALSE(a == c);
}

TEST(BitmapTest, CursorReadsBufferByBuffer) {
  const Bitmap bitmap = Bitmap::Or(Bitmap::Range(0, 1000), Bitmap::Range(70000, 70003));
  Bitmap::Cursor cursor(bitmap);
  std::vector<uint32_t> rows;
  uint32_t buffer[7];
  while (const size_t n = cursor.Next(buffer)) rows.insert(rows.end(), buffer, buffer + n);
  EXPECT_EQ(rows, bitmap.ToVector());
  EXPECT_EQ(cursor.Next(buffer), 0u);

  rows.clear();
  bitmap.ForEach([&](uint32_t row) { rows.push_back(row); });
  EXPECT_EQ(rows, bitmap.ToVector());
}

TEST(BitmapTest, CursorMoves) {
  Bitmap bitmap = Bitmap::Range(10, 20);
  bitmap |= Bitmap::Range(200000, 200003);
  Bitmap::Cursor cursor(bitmap);
  std::vector<uint32_t> buffer(4);
  cursor.MoveTo(18);
  EXPECT_EQ(cursor.Next(buffer), 4u);
  EXPECT_EQ(buffer, (std::vector<uint32_t>{18, 19, 200000, 200001}));
  cursor.MoveTo(200002);
  EXPECT_EQ(cursor.Next(buffer), 1u);
  cursor.MoveTo(300000);
  EXPECT_EQ(cursor.Next(buffer), 0u);
}

TEST(BitmapTest, RoundTrip) {
  std::mt19937 random(3);
  for (int round = 0; round < 100; ++round) {
    Bitmap bitmap = FromSet(RandomSet(random));
    if (round % 2) bitmap.Optimize();
    std::string bytes = "before";
    bitmap.AppendTo(&bytes);
    ASSERT_TRUE(bytes.starts_with("before"));
    const auto parsed = Bitmap::Parse(std::string_view(bytes).substr(6));
    ASSERT_TRUE(parsed.ok()) << parsed.status();
    EXPECT_EQ(*parsed, bitmap);
    EXPECT_GE(bitmap.SizeInBytes(), bytes.size() - 6);
  }
}

TEST(BitmapTest, DamagedBytesAreAnErrorOrAValidBitmap) {
  Bitmap mixed = Bitmap::Or(Bitmap::Range(100, 5000), FromSet({70000, 70002, 70009}));
  for (uint32_t row = 140000; row < 190000; row += 3) mixed.Add(row);
  Bitmap small = FromSet({1, 5, 900000});
  for (Bitmap* bitmap : {&mixed, &small}) {
    for (const bool optimized : {false, true}) {
      if (optimized) bitmap->Optimize();
      std::string bytes;
      bitmap->AppendTo(&bytes);
      ForEachDamaged(bytes, [&](const std::string& damaged) {
        const auto parsed = Bitmap::Parse(damaged);
        if (!parsed.ok()) {
          EXPECT_EQ(parsed.status().code(), absl::StatusCode::kDataLoss);
          return;
        }
        EXPECT_EQ(damaged.size(), bytes.size());
        EXPECT_EQ(parsed->ToVector().size(), parsed->Cardinality());
        EXPECT_EQ(Bitmap::Or(*parsed, *bitmap).Cardinality() + Bitmap::AndCount(*parsed, *bitmap),
                  parsed->Cardinality() + bitmap->Cardinality());
      });
    }
  }
  EXPECT_FALSE(Bitmap::Parse("").ok());
}

TEST(BitmapTest, FromRows) {
  std::vector<uint32_t> rows;
  for (uint32_t i = 0; i < 4096; ++i) rows.push_back(65536 + i * 16);      // as many as are listed in a chunk,
  for (uint32_t i = 0; i < 4097; ++i) rows.push_back(3 * 65536 + i * 15);  // and one more
  rows.insert(rows.end(), {4 * 65536 - 1, 4 * 65536, 0xFFFF0000, 0xFFFFFFFF});
  const Bitmap bitmap = Bitmap::FromSorted(rows);
  EXPECT_EQ(bitmap.ToVector(), rows);
  std::string bytes;
  bitmap.AppendTo(&bytes);
  EXPECT_TRUE(Bitmap::Parse(bytes).ok()) << "its containers are not as they should be";
  // Of damaged bytes.
  EXPECT_THAT(Bitmap::FromSorted(std::vector<uint32_t>{5, 70000, 5, 3, 3}).ToVector(), ElementsAre(3, 5, 70000));
}

TEST(BitmapTest, FromBits) {
  EXPECT_TRUE(Bitmap::FromBits({}).Empty());
  for (const uint32_t step : {1u, 2u, 15u, 17u, 4000u, 65536u}) {
    std::vector<uint64_t> words(3 * 1024 + 5);  // the last chunk is a short one
    std::vector<uint32_t> rows;
    for (uint32_t row = 3; row < words.size() * 64; row += step) {
      if (row / 65536 == 1) continue;  // an empty chunk
      words[row / 64] |= uint64_t{1} << (row % 64);
      rows.push_back(row);
    }
    EXPECT_EQ(Bitmap::FromBits(words), Bitmap::FromSorted(rows)) << step;
  }
}

}  // namespace
}  // namespace muster::storage
