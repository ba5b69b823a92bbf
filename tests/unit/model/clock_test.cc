#include "engine/model/time/clock.h"

#include <gtest/gtest.h>

namespace muster::model {
namespace {

TEST(ClockTest, AheadOfUtc) {
  EXPECT_EQ(ClockAheadOfUtc("1970-01-01T01:00:00+01:00"), 2);
  EXPECT_EQ(ClockAheadOfUtc("1970-01-01T05:45:00+0545"), 11);
  EXPECT_EQ(ClockAheadOfUtc("1969-12-31T19:00:00.000-05"), -10);
  EXPECT_EQ(ClockAheadOfUtc("1969-12-31T23:16-00:44"), -2) << "rounded down";
  for (const char* text : {"1970-01-01T01:00:00Z", "1970-01-01T01:00", "1970-01-01", "1970", ""}) {
    EXPECT_EQ(ClockAheadOfUtc(text), 0) << text;
  }
}

}  // namespace
}  // namespace muster::model
