#include "engine/import/input/json_value.h"

#include <gtest/gtest.h>

namespace muster::import {
namespace {

TEST(JsonValueTest, KeysInEitherSpelling) {
  EXPECT_TRUE(KeyIs("timeObserved", "timeObserved"));
  EXPECT_TRUE(KeyIs("time_observed", "timeObserved"));
  EXPECT_TRUE(KeyIs("time_of_collection", "timeOfCollection"));
  EXPECT_TRUE(KeyIs("dm_1_total", "dm_1Total"));
  EXPECT_TRUE(KeyIs("q1_1", "q1_1"));
  EXPECT_TRUE(KeyIs("", ""));
}

TEST(JsonValueTest, OtherKeys) {
  EXPECT_FALSE(KeyIs("timeObserve", "timeObserved"));
  EXPECT_FALSE(KeyIs("timeObservedAt", "timeObserved"));
  EXPECT_FALSE(KeyIs("time_observed_at", "timeObserved"));
  EXPECT_FALSE(KeyIs("timeobserved", "timeObserved"));
  EXPECT_FALSE(KeyIs("time__observed", "timeObserved"));
  EXPECT_FALSE(KeyIs("timeObserved_", "timeObserved"));
  EXPECT_FALSE(KeyIs("_timeObserved", "timeObserved"));
  EXPECT_FALSE(KeyIs("q1_1", "q11"));
  EXPECT_FALSE(KeyIs("a_bc", "a_b"));
  EXPECT_FALSE(KeyIs("", "id"));
  EXPECT_FALSE(KeyIs("id", ""));
}

}  // namespace
}  // namespace muster::import
