#include "engine/execute/rows/union_cache.h"

#include <thread>
#include <vector>

#include "gtest/gtest.h"

namespace muster::execute {
namespace {

using storage::Bitmap;
using storage::BitmapPtr;

UnionKey Key(uint64_t fingerprint) { return {1, 0, 0, 2, 0, fingerprint}; }

BitmapPtr Rows(uint32_t begin, uint32_t size) {
  std::vector<uint32_t> rows;
  for (uint32_t i = 0; i < size; ++i) rows.push_back(begin + 2 * i);  // no runs: all of one size
  return std::make_shared<const Bitmap>(Bitmap::FromSorted(rows));
}

TEST(UnionCacheTest, FindsWhatWasInserted) {
  UnionCache cache(1 << 20);
  EXPECT_EQ(cache.Find(Key(1)), nullptr);
  const BitmapPtr rows = Rows(0, 100);
  cache.Insert(Key(1), rows);
  EXPECT_EQ(cache.Find(Key(1)), rows);
  cache.Insert(Key(1), Rows(5, 100));
  EXPECT_EQ(cache.Find(Key(1)), rows) << "the first stays";
  EXPECT_EQ(cache.SizeInBytes(), rows->SizeInBytes());
}

TEST(UnionCacheTest, KeysDifferInEveryPart) {
  UnionCache cache(1 << 20);
  cache.Insert({1, 2, 3, 4, 5, 6}, Rows(0, 10));
  EXPECT_NE(cache.Find({1, 2, 3, 4, 5, 6}), nullptr);
  const UnionKey others[] = {{9, 2, 3, 4, 5, 6}, {1, 9, 3, 4, 5, 6}, {1, 2, 9, 4, 5, 6},
                             {1, 2, 3, 9, 5, 6}, {1, 2, 3, 4, 9, 6}, {1, 2, 3, 4, 5, 9}};
  for (const UnionKey& other : others) EXPECT_EQ(cache.Find(other), nullptr);
}

TEST(UnionCacheTest, LeastRecentlyUsedGoFirst) {
  const size_t one = Rows(0, 1000)->SizeInBytes();
  UnionCache cache(3 * one);
  for (uint64_t k = 0; k < 3; ++k) cache.Insert(Key(k), Rows(static_cast<uint32_t>(k), 1000));
  ASSERT_NE(cache.Find(Key(0)), nullptr);  // now 1 is the one not used for longest
  cache.Insert(Key(3), Rows(3, 1000));
  EXPECT_EQ(cache.Find(Key(1)), nullptr);
  EXPECT_NE(cache.Find(Key(0)), nullptr);
  EXPECT_NE(cache.Find(Key(3)), nullptr);
  EXPECT_LE(cache.SizeInBytes(), 3 * one);
}

TEST(UnionCacheTest, WhatIsTooLargeIsNotKept) {
  UnionCache cache(10);
  cache.Insert(Key(1), Rows(0, 1000));
  EXPECT_EQ(cache.Find(Key(1)), nullptr);
  EXPECT_EQ(cache.SizeInBytes(), 0u);
}

TEST(UnionCacheTest, ThreadsShareIt) {
  UnionCache cache(8 * Rows(0, 1000)->SizeInBytes());
  std::vector<std::thread> threads;
  for (uint32_t t = 0; t < 4; ++t) {
    threads.emplace_back([&cache, t] {
      for (uint32_t i = 0; i < 500; ++i) {
        const uint32_t k = (i * 7 + t) % 20;
        if (const BitmapPtr rows = cache.Find(Key(k))) {
          EXPECT_TRUE(rows->Contains(k));
        } else {
          cache.Insert(Key(k), Rows(k, 1000));
        }
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
}

}  // namespace
}  // namespace muster::execute
