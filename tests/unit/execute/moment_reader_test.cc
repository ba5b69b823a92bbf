// On how many different days times were for certain.
#include "engine/execute/values/moment_reader.h"

#include <gtest/gtest.h>

#include <string_view>
#include <vector>

#include "engine/model/time/time.h"

namespace muster::execute {
namespace {

using model::Interval;
using model::TimeBounds;

TimeBounds On(std::string_view date) { return {{}, *model::ParseIsoDate(date)}; }
TimeBounds Between(std::string_view first, std::string_view last) {
  return {{}, {model::ParseIsoDate(first)->low, model::ParseIsoDate(last)->high}};
}
TimeBounds Aged(int years, int to_years) { return {{years * model::kYear, to_years * model::kYear}, {}}; }

size_t Days(const std::vector<TimeBounds>& times) { return DistinctDays(times); }

TEST(DistinctDaysTest, DaysThatAreKnown) {
  EXPECT_EQ(Days({}), 0u);
  EXPECT_EQ(Days({{}, {}}), 0u);
  EXPECT_EQ(Days({On("2020-01-01"), On("2020-01-02"), On("2020-01-01")}), 2u);
  EXPECT_EQ(Days({On("2020-01-01T08:00:00Z"), On("2020-01-01T20:00:00Z")}), 1u);
  EXPECT_EQ(Days({Aged(30, 30), Aged(31, 31), On("2020-01-01")}), 2u);
}

TEST(DistinctDaysTest, TimesWithinBoundsAreOtherDaysThanThoseOutside) {
  EXPECT_EQ(Days({On("2020")}), 1u);
  EXPECT_EQ(Days({On("2020"), On("2021")}), 2u);
  EXPECT_EQ(Days({On("2020-01"), On("2020-02")}), 2u);
  EXPECT_EQ(Days({On("2020-01"), On("2020-01")}), 1u);
  EXPECT_EQ(Days({On("2020-01"), On("2020-01-05")}), 1u);
  EXPECT_EQ(Days({On("2020-01"), On("2020-01-05"), On("2020-01-06")}), 2u);
  EXPECT_EQ(Days({On("2020"), On("2020-03"), On("2020-05"), On("2021-05-17")}), 3u);
  EXPECT_EQ(Days({Between("2020-01-01", "2020-01-10"), Between("2020-01-05", "2020-01-20")}), 1u);
  EXPECT_EQ(Days({Between("2020-01-01", "2020-01-10"), Between("2020-01-11", "2020-01-20")}), 2u);
  EXPECT_EQ(Days({Aged(1, 5), Aged(10, 40), Aged(20, 20)}), 2u);
}

}  // namespace
}  // namespace muster::execute
