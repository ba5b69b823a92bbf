#include "storage/object_cache.h"

#include <gtest/gtest.h>

#include <string>
#include <thread>

namespace muster::storage {
namespace {

ObjectCache::Key KeyOf(uint32_t i) { return ObjectCache::Key::Of(1, PostingKey{0, 0, 0, i}); }
std::shared_ptr<const std::string> Text(uint32_t i) { return std::make_shared<const std::string>(std::to_string(i)); }

TEST(ObjectCacheTest, GivesBackWhatWasPut) {
  ObjectCache cache(1 << 20);
  EXPECT_EQ(cache.Get<std::string>(KeyOf(1)), nullptr);
  cache.Put(KeyOf(1), Text(1), 100);
  ASSERT_NE(cache.Get<std::string>(KeyOf(1)), nullptr);
  EXPECT_EQ(*cache.Get<std::string>(KeyOf(1)), "1");
  EXPECT_EQ(cache.Get<std::string>(ObjectCache::Key::Of(2, PostingKey{0, 0, 0, 1})), nullptr);
  EXPECT_EQ(cache.Get<std::string>(ObjectCache::Key::Of(1, ColumnKey{0, 0, 0})), nullptr);
}

TEST(ObjectCacheTest, ForgetsWhatIsErased) {
  ObjectCache cache(1 << 20);
  for (uint32_t i = 0; i < 1000; ++i) cache.Put(KeyOf(i), Text(i), 100);
  const size_t all = cache.SizeInBytes();
  for (uint32_t i = 0; i < 1000; i += 3) cache.Erase(KeyOf(i));
  cache.Erase(KeyOf(5000));
  EXPECT_LT(cache.SizeInBytes(), all);
  for (uint32_t i = 0; i < 1000; ++i) {
    const auto text = cache.Get<std::string>(KeyOf(i));
    ASSERT_EQ(text == nullptr, i % 3 == 0) << i;
    EXPECT_TRUE(text == nullptr || *text == std::to_string(i)) << i;
  }
  cache.Put(KeyOf(0), Text(7), 100);
  EXPECT_EQ(*cache.Get<std::string>(KeyOf(0)), "7") << "another one takes its place";
  for (uint32_t i = 0; i < 1000; ++i) cache.Erase(KeyOf(i));
  EXPECT_EQ(cache.SizeInBytes(), 0u);
}

TEST(ObjectCacheTest, StaysWithinItsBoundAndKeepsWhatIsUsed) {
  constexpr size_t kBound = 100'000;
  ObjectCache cache(kBound);
  const auto held = Text(0);
  cache.Put(KeyOf(0), held, 1000);
  for (uint32_t i = 1; i < 10'000; ++i) {
    cache.Put(KeyOf(i), Text(i), 1000);
    EXPECT_LE(cache.SizeInBytes(), kBound);
    EXPECT_NE(cache.Get<std::string>(KeyOf(0)), nullptr) << "used again and again, yet evicted by " << i;
  }
  uint32_t found = 0;
  for (uint32_t i = 0; i < 10'000; ++i) {
    const auto text = cache.Get<std::string>(KeyOf(i));
    if (text == nullptr) continue;
    ++found;
    EXPECT_EQ(*text, std::to_string(i));
  }
  EXPECT_GT(found, 80u);
  EXPECT_LT(found, 100u);
}

TEST(ObjectCacheTest, TakesOneObjectAsLargeAsItself) {
  ObjectCache cache(100'000);
  for (uint32_t i = 0; i < 50; ++i) cache.Put(KeyOf(i), Text(i), 1000);
  cache.Put(KeyOf(100), Text(100), 200'000);
  EXPECT_EQ(cache.Get<std::string>(KeyOf(100)), nullptr);
  cache.Put(KeyOf(101), Text(101), 90'000);
  EXPECT_LE(cache.SizeInBytes(), 100'000u);
}

TEST(ObjectCacheTest, ForgetsSegments) {
  ObjectCache cache(1 << 20);
  const auto key = [](uint32_t segment, uint32_t i) { return ObjectCache::Key::Of(segment, PostingKey{0, 0, 0, i}); };
  for (uint32_t i = 0; i < 400; ++i) cache.Put(key(i % 4, i), Text(i), 100);
  const size_t before = cache.SizeInBytes();
  cache.Forget(std::vector<uint32_t>{1, 3, 7});
  EXPECT_EQ(cache.SizeInBytes(), before / 2);
  for (uint32_t i = 0; i < 400; ++i) {
    const auto text = cache.Get<std::string>(key(i % 4, i));
    ASSERT_EQ(text != nullptr, i % 2 == 0) << i;
    if (text != nullptr) {
      EXPECT_EQ(*text, std::to_string(i));
    }
  }
}

TEST(ObjectCacheTest, ManyThreads) {
  ObjectCache cache(50'000);
  std::vector<std::thread> threads;
  for (uint32_t t = 0; t < 4; ++t) {
    threads.emplace_back([&cache, t] {
      for (uint32_t i = 0; i < 20'000; ++i) {
        const uint32_t n = (i * 7 + t * 13) % 300;
        const auto text = cache.Get<std::string>(KeyOf(n));
        if (text == nullptr) {
          cache.Put(KeyOf(n), Text(n), 500);
        } else {
          ASSERT_EQ(*text, std::to_string(n));
        }
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_LE(cache.SizeInBytes(), 50'000u);
}

}  // namespace
}  // namespace muster::storage
