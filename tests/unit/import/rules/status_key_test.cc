// What names of members lead to expect of their values.
#include "engine/import/record/rules/status_key.h"

#include <gtest/gtest.h>

namespace muster::import {
namespace {

TEST(StatusKeyTest, NamesOfTicks) {
  EXPECT_EQ(StatusKeyOf("is_excluded").denies_by_tick, Polarity::kObserved);
  EXPECT_EQ(StatusKeyOf("present").denies_by_tick, Polarity::kExcluded);
  EXPECT_EQ(StatusKeyOf("negative").denies_by_tick, Polarity::kUnclear);
  EXPECT_EQ(StatusKeyOf("label").denies_by_tick, Polarity::kUnclear);
  EXPECT_TRUE(StatusKeyOf("orderState").is_status);
  EXPECT_FALSE(StatusKeyOf("excluded").is_status);
}

}  // namespace
}  // namespace muster::import
