#include "engine/api/pipeline/query_cache.h"

#include <gtest/gtest.h>

#include <string>

namespace muster::api {
namespace {

PreparedTextPtr Prepared() {
  auto prepared = std::make_shared<PreparedText>();
  prepared->parsed = std::make_shared<const ParsedText>();
  return prepared;
}

TEST(QueryCacheTest, WhatIsPreparedIsOfOneVersionAndTheSyntaxOfAll) {
  QueryCache cache;
  EXPECT_EQ(cache.Find(1, "a", {}).parsed, nullptr);
  const PreparedTextPtr first = Prepared();
  cache.Insert(1, "a", {}, first);
  EXPECT_EQ(cache.Find(1, "a", {}).prepared, first);
  EXPECT_EQ(cache.Find(2, "a", {}).prepared, nullptr);
  EXPECT_EQ(cache.Find(2, "a", {}).parsed, first->parsed);

  const PreparedTextPtr second = Prepared();
  cache.Insert(2, "a", {}, second);
  cache.Insert(1, "a", {}, first);  // a query that began before the commit
  EXPECT_EQ(cache.Find(2, "a", {}).prepared, second);

  QueryOptions narrower;
  narrower.max_terms = 1;
  EXPECT_EQ(cache.Find(2, "a", narrower).parsed, nullptr);  // under these limits the text may be a mistake
}

TEST(QueryCacheTest, TextsAskedLately) {
  QueryCache cache;
  for (uint64_t version = 1; version <= 5; ++version) cache.Insert(version, std::to_string(version), {}, Prepared());
  EXPECT_EQ(cache.AskedSince(3).size(), 3u);
  EXPECT_TRUE(cache.AskedSince(6).empty());
  const PreparedTextPtr fourth = cache.Find(4, "4", {}).prepared;
  EXPECT_EQ(cache.AskedSince(0).front(), fourth) << "asked last";
}

TEST(QueryCacheTest, OneTextMoreDoesNotForgetTheOthers) {
  QueryCache cache(1 << 20);
  const auto text = [](int i) { return std::to_string(i); };
  int kept = 0;
  for (int i = 0; i < 10000; ++i) {
    cache.Insert(1, text(i), {}, Prepared());
    EXPECT_NE(cache.Find(1, "0", {}).prepared, nullptr) << "asked all the time";
  }
  EXPECT_LE(cache.use().bytes, size_t{1} << 20);
  for (int i = 0; i < 10000; ++i) kept += cache.Find(1, text(i), {}).prepared != nullptr ? 1 : 0;
  EXPECT_GT(kept, 1000);
  EXPECT_LT(kept, 5000);
  EXPECT_NE(cache.Find(1, text(9999), {}).prepared, nullptr);
  EXPECT_EQ(cache.Find(1, text(1), {}).prepared, nullptr) << "asked least lately";
}

TEST(QueryCacheTest, ValuesOfParametersArePartOfTheQuestion) {
  QueryCache cache;
  const auto with = [](const std::string& value) {
    QueryOptions options;
    options.parameters["a"] = value;
    return options;
  };
  const PreparedTextPtr one = Prepared();
  const PreparedTextPtr two = Prepared();
  cache.Insert(1, "text", with("1"), one);
  cache.Insert(1, "text", with("2"), two);
  EXPECT_EQ(cache.Find(1, "text", with("1")).prepared, one);
  EXPECT_EQ(cache.Find(1, "text", with("2")).prepared, two);
  const QueryCache::Found third = cache.Find(1, "text", with("3"));
  EXPECT_EQ(third.prepared, nullptr);
  EXPECT_NE(third.parsed, nullptr) << "the text is known, whatever stands for its parameters";
  EXPECT_EQ(cache.Find(1, "text", {}).prepared, nullptr);

  QueryOptions list;
  list.lists["a"] = {"1", "2"};
  QueryOptions joined;
  joined.lists["a"] = {"12"};
  cache.Insert(1, "text", list, two);
  EXPECT_EQ(cache.Find(1, "text", list).prepared, two);
  EXPECT_EQ(cache.Find(1, "text", joined).prepared, nullptr);
}

TEST(QueryCacheTest, VeryLongTextsAreNotKept) {
  QueryCache cache;
  cache.Insert(1, std::string(20'000, 'a'), {}, Prepared());
  EXPECT_EQ(cache.use().bytes, 0u);
}

TEST(QueryCacheTest, LooksAreCounted) {
  QueryCache cache;
  cache.Find(1, "a", {});
  cache.Insert(1, "a", {}, Prepared());
  cache.Find(1, "a", {});
  cache.Find(1, "a", {});
  EXPECT_EQ(cache.use().hits, 2u);
  EXPECT_EQ(cache.use().misses, 1u);
  EXPECT_GT(cache.use().bytes, 0u);
}

}  // namespace
}  // namespace muster::api
