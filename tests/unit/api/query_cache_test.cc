#include "engine/api/pipeline/query_cache.h"

#include <gtest/gtest.h>

#include <string>

namespace muster::api {
namespace {

PreparedTextPtr Prepared() {
  auto prepared = std::make_shared<PreparedText>();
  prepared->statements = std::make_shared<const std::vector<grammar::Statement>>();
  return prepared;
}

TEST(QueryCacheTest, WhatIsPreparedIsOfOneVersionAndTheSyntaxOfAll) {
  QueryCache cache;
  EXPECT_EQ(cache.Find(1, "a", {}).statements, nullptr);
  const PreparedTextPtr first = Prepared();
  cache.Insert(1, "a", {}, first);
  EXPECT_EQ(cache.Find(1, "a", {}).prepared, first);
  EXPECT_EQ(cache.Find(2, "a", {}).prepared, nullptr);
  EXPECT_EQ(cache.Find(2, "a", {}).statements, first->statements);

  const PreparedTextPtr second = Prepared();
  cache.Insert(2, "a", {}, second);
  cache.Insert(1, "a", {}, first);  // a query that began before the commit
  EXPECT_EQ(cache.Find(2, "a", {}).prepared, second);

  QueryOptions narrower;
  narrower.max_terms = 1;
  EXPECT_EQ(cache.Find(2, "a", narrower).statements, nullptr);  // under these limits the text may be a mistake
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
  QueryCache cache;
  const auto text = [](int i) { return std::to_string(i); };
  int kept = 0;
  for (int i = 0; i < 2000; ++i) {
    cache.Insert(1, text(i), {}, Prepared());
    EXPECT_NE(cache.Find(1, "0", {}).prepared, nullptr) << "asked all the time";
  }
  for (int i = 0; i < 2000; ++i) kept += cache.Find(1, text(i), {}).prepared != nullptr ? 1 : 0;
  EXPECT_EQ(kept, 1024);
  EXPECT_NE(cache.Find(1, text(1999), {}).prepared, nullptr);
  EXPECT_EQ(cache.Find(1, text(1), {}).prepared, nullptr) << "asked least lately";
}

TEST(QueryCacheTest, LongTextsAreFewer) {
  QueryCache cache;
  for (int c = 'a'; c < 'a' + 100; ++c) cache.Insert(1, std::string(16000, static_cast<char>(c)), {}, Prepared());
  EXPECT_LT(cache.AskedSince(0).size(), 70u);
  EXPECT_GT(cache.AskedSince(0).size(), 60u);
}

}  // namespace
}  // namespace muster::api
