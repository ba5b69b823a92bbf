// All compilations of the loops that make whole numbers of a few bits.
#include <gtest/gtest.h>

#include <limits>
#include <memory>
#include <random>
#include <vector>

#include "storage/bits/word_loops.h"

namespace muster::storage {
namespace {

template <typename T>
void CheckUnpack(void (*unpack)(const uint8_t*, int, size_t, void*)) {
  std::mt19937_64 random(11);
  for (int bits = 0; bits <= static_cast<int>(8 * sizeof(T)); ++bits) {
    for (size_t size = 0; size < 300; size = size < 40 ? size + 1 : size * 2) {
      // As large as the numbers and no larger, so that a sanitizer sees reads beyond.
      const size_t bytes = (size * static_cast<size_t>(bits) + 7) / 8;
      const auto packed = std::make_unique<uint8_t[]>(bytes);
      for (size_t i = 0; i < bytes; ++i) packed[i] = static_cast<uint8_t>(random());
      const auto numbers = std::make_unique<T[]>(size);
      unpack(packed.get(), bits, size, numbers.get());
      for (size_t i = 0; i < size; ++i) {
        T expected = 0;
        for (int b = 0; b < bits; ++b) {
          const size_t bit = i * static_cast<size_t>(bits) + static_cast<size_t>(b);
          expected = static_cast<T>(expected | static_cast<T>(T{packed[bit / 8]} >> (bit % 8) & 1) << b);
        }
        ASSERT_EQ(numbers[i], expected) << i << " of " << size << ", " << bits << " bits";
      }
    }
  }
}

template <typename T>
void CheckSpread(void (*spread)(const uint64_t*, size_t, const void*, void*)) {
  std::mt19937_64 random(12);
  for (const uint64_t mask : {~uint64_t{0}, random() & random(), random() | random(), uint64_t{0}}) {
    const std::vector<uint64_t> present = {random() & mask, mask, uint64_t{1} << 63, random() & mask};
    std::vector<T> numbers, expected;
    for (size_t i = 0; i < 256; ++i) {
      const bool set = (present[i / 64] >> (i % 64) & 1) != 0;
      if (set) numbers.push_back(static_cast<T>(random()));
      expected.push_back(set ? numbers.back() : std::numeric_limits<T>::max());
    }
    numbers.resize(numbers.size() + 8 / sizeof(T));
    std::vector<T> result(256);
    spread(present.data(), present.size(), numbers.data(), result.data());
    ASSERT_EQ(result, expected);
  }
}

class UnpackTest : public testing::TestWithParam<const WordLoops*> {};

TEST_P(UnpackTest, NumbersOfAnyBits) {
  CheckUnpack<uint8_t>(GetParam()->unpack8);
  CheckUnpack<uint16_t>(GetParam()->unpack16);
  CheckUnpack<uint32_t>(GetParam()->unpack32);
  CheckUnpack<uint64_t>(GetParam()->unpack64);
}

TEST_P(UnpackTest, SpreadsToThePlacesPresent) {
  CheckSpread<uint8_t>(GetParam()->spread8);
  CheckSpread<uint16_t>(GetParam()->spread16);
  CheckSpread<uint32_t>(GetParam()->spread32);
  CheckSpread<uint64_t>(GetParam()->spread64);
}

TEST_P(UnpackTest, BoundsLeaveOutTheLeastNumber) {
  constexpr int64_t kNone = std::numeric_limits<int64_t>::min();
  constexpr int64_t kMax = std::numeric_limits<int64_t>::max();
  const auto check = [](const std::vector<int64_t>& numbers, size_t count, int64_t least, int64_t greatest) {
    const Bounds bounds = GetParam()->bounds(numbers.data(), numbers.size());
    EXPECT_EQ(bounds.count, count);
    if (count == 0) return;
    EXPECT_EQ(bounds.least, least);
    EXPECT_EQ(bounds.greatest, greatest);
  };
  check({}, 0, 0, 0);
  check({kNone, kNone}, 0, 0, 0);
  check({kNone, 5, kNone, -9, 77, 3, 2, 1, 0, kNone, 8}, 8, -9, 77);
  check({kMax}, 1, kMax, kMax);
  check({kMax, kNone + 1, kNone, 0, 0, 0, 0, 0, 0}, 8, kNone + 1, kMax);
}

INSTANTIATE_TEST_SUITE_P(Loops, UnpackTest, testing::ValuesIn(AllLoops().begin(), AllLoops().end()));

}  // namespace
}  // namespace muster::storage
