// Words of bits, against the same done row by row; with what any processor can run and with what this one can.
#include "storage/bits/bits.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "storage/bits/bitmap.h"
#include "storage/bits/word_loops.h"

namespace muster::storage {
namespace {

Bits Random(uint32_t size, double density, std::mt19937_64* random) {
  Bits bits(size);
  std::bernoulli_distribution in(density);
  for (uint32_t row = 0; row < size; ++row) {
    if (in(*random)) bits.Set(row);
  }
  return bits;
}

TEST(BitsTest, SetsAreAsRowByRow) {
  std::mt19937_64 random(1);
  for (const uint32_t size : {1u, 63u, 64u, 65u, 1000u}) {
    const Bits a = Random(size, 0.5, &random);
    const Bits b = Random(size, 0.1, &random);
    Bits both = a, either = a, rest = a, others = a;
    both &= b;
    either |= b;
    rest -= b;
    others.Flip();
    Bits kept = a;
    EXPECT_EQ(kept.Keep(b), both.Count());
    EXPECT_EQ(kept, both);
    uint64_t count = 0;
    std::vector<uint32_t> rows;
    for (uint32_t row = 0; row < size; ++row) {
      EXPECT_EQ(both[row], a[row] && b[row]);
      EXPECT_EQ(either[row], a[row] || b[row]);
      EXPECT_EQ(rest[row], a[row] && !b[row]);
      EXPECT_EQ(others[row], !a[row]);
      if (a[row]) rows.push_back(row);
      count += a[row] ? 1 : 0;
    }
    EXPECT_EQ(a.Count(), count);
    EXPECT_EQ(a.Count() + others.Count(), size) << "no bits beyond the end";
    std::vector<uint32_t> appended;
    a.AppendRows(&appended);
    EXPECT_EQ(appended, rows);
    for (const WordLoops* loops : AllLoops()) {
      Bits some = a;
      EXPECT_EQ(loops->keep(some.words().data(), b.words().data(), b.words().size()), both.Count());
      EXPECT_EQ(some, both);
      EXPECT_EQ(loops->count(a.words().data(), a.words().size()), count);
      // No more room than is promised, so that a sanitizer sees what is written beyond.
      const auto listed = std::make_unique<uint32_t[]>(count + WordLoops::kMoreRows);
      loops->list(a.words().data(), a.words().size(), listed.get());
      EXPECT_EQ(std::vector<uint32_t>(listed.get(), listed.get() + count), rows);
    }
    EXPECT_EQ(Bitmap::FromBits(a.words()), Bitmap::FromSorted(rows));
    EXPECT_EQ(Bitmap::FromSorted(rows).ToBits(size), a);
  }
  EXPECT_EQ(Bits(0).Count(), 0u);
}

TEST(BitsTest, BytesBecomeBits) {
  std::mt19937_64 random(5);
  for (const uint32_t size : {1u, 63u, 64u, 65u, 1000u}) {
    std::vector<uint8_t> bytes(size);
    for (uint8_t& byte : bytes) byte = random() % 2;
    Bits bits(192 + size);
    bits.Flip();
    bits.Assign(192, bytes);
    for (uint32_t row = 0; row < bits.size(); ++row) EXPECT_EQ(bits[row], row < 192 || bytes[row - 192] == 1) << row;
    EXPECT_EQ(bits.Count(), 192 + static_cast<uint64_t>(std::count(bytes.begin(), bytes.end(), 1)));
  }
}

TEST(BitsTest, BitmapsOfEveryKindBecomeBits) {
  const uint32_t size = 200'000;
  Bitmap runs = Bitmap::Range(10, 70'000);
  runs.Optimize();
  Bitmap mixed = Bitmap::FromSorted(std::vector<uint32_t>{0, 65'535, 65'536, 199'999});
  mixed |= Bitmap::Range(131'072, 140'000);
  for (const Bitmap& bitmap : {Bitmap(), runs, mixed}) {
    const Bits bits = bitmap.ToBits(size);
    EXPECT_EQ(bits.Count(), bitmap.Cardinality());
    EXPECT_EQ(Bitmap::FromBits(bits.words()), bitmap);
    std::vector<uint64_t> room(kBitmapChunkWords, ~uint64_t{0});
    for (size_t word = 0; word < bits.words().size(); ++word) {
      const size_t chunk = word / kBitmapChunkWords;
      const uint64_t* words = bitmap.ChunkWords(chunk, std::span<uint64_t, kBitmapChunkWords>(room));
      ASSERT_EQ(words[word % kBitmapChunkWords], bits.words()[word]) << word;
    }
  }
  EXPECT_EQ(mixed.ToBits(100).Count(), 1u) << "rows beyond the size are left out";
}

TEST(BitsTest, BitmapsOfEveryKindAreMet) {
  std::mt19937_64 random(4);
  // By chunks: dense; a few; long runs, from and to any row; none; short runs.
  const uint32_t greatest = 5 * 65'536 + 300;
  std::vector<uint32_t> rows;
  for (uint32_t row = 0; row < greatest; ++row) {
    const uint32_t chunk = row / 65'536;
    const bool in = chunk == 0   ? random() % 3 == 0
                    : chunk == 1 ? random() % 500 == 0
                    : chunk == 2 ? row / 5'001 % 2 == 0
                    : chunk == 3 ? false
                    : chunk == 4 ? row / 17 % 3 != 0
                                 : true;
    if (in) rows.push_back(row);
  }
  Bitmap bitmap = Bitmap::FromSorted(rows);
  for (const bool optimized : {false, true}) {
    if (optimized) bitmap.Optimize();
    for (const double density : {0.001, 0.5}) {
      const Bits other = Random(greatest + 100'000, density, &random);
      Bits both = other;
      const uint64_t count = bitmap.KeepIn(&both);
      EXPECT_EQ(Bitmap::AndCount(bitmap, Bitmap::FromBits(other.words())), count);
      EXPECT_EQ(Bitmap::AndCount(Bitmap::FromBits(other.words()), bitmap), count);
    }
    for (const uint32_t size : {0u, 1u, 64u, 65'536u, 65'600u, 131'079u, 140'000u, 200'001u, 270'000u, 327'679u,
                                327'700u, greatest, greatest + 1'000u, 7u * 65'536u}) {
      Bits expected(size);
      for (const uint32_t row : rows) {
        if (row < size) expected.Set(row);
      }
      ASSERT_EQ(bitmap.ToBits(size), expected) << size;
      for (const double density : {0.01, 0.5, 1.0}) {
        Bits kept = Random(size, density, &random);
        Bits both = kept;
        both &= expected;
        EXPECT_EQ(bitmap.KeepIn(&kept), both.Count()) << size;
        ASSERT_EQ(kept, both) << size;
      }
    }
  }
}

TEST(BitsTest, FamiliesAboveAndBelow) {
  std::mt19937_64 random(2);
  for (int round = 0; round < 300; ++round) {
    // Families of 0 to `most` rows; sizes around the words' bounds.
    const uint32_t parents = 1 + random() % 300;
    const uint32_t most = 1 + random() % (round % 10 == 0 ? 300 : 4);
    std::vector<uint32_t> parent_of;
    for (uint32_t parent = 0; parent < parents; ++parent) {
      parent_of.insert(parent_of.end(), random() % (most + 1), parent);
    }
    const auto size = static_cast<uint32_t>(parent_of.size());
    Bits last(size);
    Bits with(parents);
    for (uint32_t row = 0; row < size; ++row) {
      if (row + 1 == size || parent_of[row + 1] != parent_of[row]) last.Set(row);
      with.Set(parent_of[row]);
    }
    const Bits rows = Random(size, round % 3 == 0 ? 0.02 : 0.5, &random);
    const Bits chosen = Random(parents, round % 3 == 0 ? 0.9 : 0.3, &random);
    Bits above(parents);
    Bits below(size);
    for (uint32_t row = 0; row < size; ++row) {
      if (rows[row]) above.Set(parent_of[row]);
      if (chosen[parent_of[row]]) below.Set(row);
    }
    ASSERT_EQ(Bits::Above(rows, last, with), above) << round;
    ASSERT_EQ(Bits::Below(chosen, last, with), below) << round;

    const NestedRows nested{last.words().data(), last.words().size(), with.words().data(), with.words().size()};
    const auto scratch = std::make_unique<uint64_t[]>(with.words().size() + 2);
    for (const WordLoops* loops : AllLoops()) {
      Bits found_above(parents);
      loops->above(nested, rows.words().data(), scratch.get(), found_above.words().data());
      EXPECT_EQ(found_above, above);
      Bits found_below(size);
      loops->below(nested, chosen.words().data(), scratch.get(), found_below.words().data());
      EXPECT_EQ(found_below, below);
    }
  }
}

TEST(BitsTest, AtLeastSoManySets) {
  std::mt19937_64 random(4);
  for (const uint32_t size : {1u, 63u, 64u, 511u, 512u, 1000u, 5000u}) {
    for (const size_t count : {1u, 2u, 3u, 4u, 7u, 8u, 15u, 16u, 40u}) {
      std::vector<Bits> sets;
      std::vector<const uint64_t*> words;
      for (size_t s = 0; s < count; ++s) sets.push_back(Random(size, 0.3, &random));
      for (const Bits& set : sets) words.push_back(set.words().data());
      for (size_t least = 1; least <= count; least += least < 4 ? 1 : 5) {
        Bits expected(size);
        for (uint32_t row = 0; row < size; ++row) {
          const auto with = std::count_if(sets.begin(), sets.end(), [row](const Bits& set) { return set[row]; });
          if (static_cast<size_t>(with) >= least) expected.Set(row);
        }
        for (const WordLoops* loops : AllLoops()) {
          Bits found(size);
          EXPECT_EQ(loops->at_least(words.data(), count, least, found.words().size(), found.words().data()),
                    expected.Count());
          ASSERT_EQ(found, expected) << least << " of " << count << ", " << size << " rows";
        }
      }
    }
  }
}

template <typename T, typename Find>
void FindsValues(Find find, std::mt19937_64* random) {
  for (const size_t size : {1u, 63u, 64u, 65u, 128u, 1000u}) {
    std::vector<T> values(size);
    for (T& value : values) value = static_cast<T>((*random)() % 3 == 0 ? (*random)() : (*random)() % 100);
    for (int round = 0; round < 50; ++round) {
      const T low = round % 2 == 0 ? static_cast<T>((*random)() % 100) : static_cast<T>((*random)());
      const T range = round % 3 == 0 ? static_cast<T>((*random)()) : static_cast<T>((*random)() % 50);
      Bits expected(static_cast<uint32_t>(size));
      for (uint32_t i = 0; i < size; ++i) {
        if (static_cast<T>(values[i] - low) <= range) expected.Set(i);
      }
      for (const WordLoops* loops : AllLoops()) {
        Bits found(static_cast<uint32_t>(size));
        ((*loops).*find)(values.data(), size, low, range, found.words().data());
        ASSERT_EQ(found, expected) << sizeof(T) << " bytes, " << size << " values";
      }
    }
  }
}

TEST(BitsTest, FindsValuesOfEveryWidth) {
  std::mt19937_64 random(3);
  FindsValues<uint8_t>(&WordLoops::find8, &random);
  FindsValues<uint16_t>(&WordLoops::find16, &random);
  FindsValues<uint32_t>(&WordLoops::find32, &random);
  FindsValues<uint64_t>(&WordLoops::find64, &random);
}

}  // namespace
}  // namespace muster::storage
