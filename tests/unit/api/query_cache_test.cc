#include "engine/api/query_cache.h"

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
  EXPECT_EQ(cache.AskedSince(3, 10).size(), 3u);
  EXPECT_EQ(cache.AskedSince(0, 2).size(), 2u);
  EXPECT_TRUE(cache.AskedSince(6, 10).empty());
}

}  // namespace
}  // namespace muster::api
