#include "storage/codec/elias_fano.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <random>
#include <set>
#include <vector>

#include "tests/unit/storage/hostile.h"

namespace muster::storage {
namespace {

std::string Encoded(const std::vector<uint32_t>& numbers) {
  std::string bytes;
  AppendEliasFano(numbers, &bytes);
  return bytes;
}

bool Decode(const std::string& bytes, std::vector<uint32_t>* numbers) {
  return EliasFano(bytes).ForEach([&](uint32_t number) {
    numbers->push_back(number);
    return true;
  });
}

// Frozen: these bytes are in files that exist. docs/storage-format.md explains them.
TEST(EliasFanoTest, Bytes) {
  using namespace std::string_literals;
  EXPECT_EQ(Encoded({}), "\0\0"s);
  EXPECT_EQ(Encoded({5}), "\x01\x02\x01\x02"s);
  EXPECT_EQ(Encoded({5, 70000}), "\x02\x0F\x05\0\xB8\x08\x09"s);
}

TEST(EliasFanoTest, KeepsNumbers) {
  std::mt19937 random(3);
  std::vector<std::vector<uint32_t>> examples = {
      {}, {0}, {0xFFFFFFFF}, {0, 0xFFFFFFFF}, {0xFFFFFFFE, 0xFFFFFFFF}, {0, 1, 2, 3, 4, 5, 6, 7, 8}};
  for (const uint32_t end : {10u, 1000u, 70'000u, 4'000'000'000u}) {
    for (const size_t count : {3u, 64u, 65u, 1000u}) {
      std::set<uint32_t> numbers;
      for (size_t i = 0; i < count; ++i) numbers.insert(random() % end);
      examples.emplace_back(numbers.begin(), numbers.end());
    }
  }
  for (const std::vector<uint32_t>& numbers : examples) {
    std::vector<uint32_t> found;
    EXPECT_EQ(EliasFano(Encoded(numbers)).count(), numbers.size());
    EXPECT_TRUE(Decode(Encoded(numbers), &found));
    EXPECT_EQ(found, numbers);
  }
}

TEST(EliasFanoTest, StopsWhenToldTo) {
  int calls = 0;
  EXPECT_FALSE(EliasFano(Encoded({1, 2, 3})).ForEach([&](uint32_t) { return ++calls < 2; }));
  EXPECT_EQ(calls, 2);
}

TEST(EliasFanoTest, DamagedBytesAreNoneOrAscend) {
  std::vector<uint32_t> numbers = {0xFFFFFFFF};
  for (uint32_t number = 3; number < 20'000; number += 1 + number % 50) numbers.insert(numbers.end() - 1, number);
  for (const std::vector<uint32_t>& example : {std::vector<uint32_t>{5, 70000, 70001}, numbers}) {
    ForEachDamaged(Encoded(example), [](const std::string& damaged) {
      std::vector<uint32_t> found;
      if (!Decode(damaged, &found)) return;
      EXPECT_EQ(found.size(), EliasFano(damaged).count());
      EXPECT_TRUE(std::ranges::is_sorted(found, std::less_equal<>()) || found.size() < 2);
    });
  }
  std::vector<uint32_t> found;
  EXPECT_FALSE(Decode("", &found));
  EXPECT_FALSE(Decode("\xFF\xFF\xFF\x0F\x01\xFF", &found)) << "more numbers than bits";
  EXPECT_FALSE(Decode("\x01\x21\x01", &found)) << "more low bits than a number has";
}

}  // namespace
}  // namespace muster::storage
