#include "engine/model/time/time.h"

#include <algorithm>

#include "gtest/gtest.h"

namespace muster::model {
namespace {

HalfHours Duration(std::string_view text) {
  const auto duration = ParseIsoDuration(text);
  EXPECT_TRUE(duration.ok()) << duration.status();
  return duration.value_or(-999999);
}

TEST(TimeTest, Durations) {
  EXPECT_EQ(Duration("P1Y"), kYear);
  EXPECT_EQ(Duration("P6W"), 6 * kWeek);
  EXPECT_EQ(Duration("P2Y3W"), 2 * kYear + 3 * kWeek);
  EXPECT_EQ(Duration("P1Y6M"), kYear + 6 * kMonth);
  EXPECT_EQ(Duration("P0D"), 0);
  EXPECT_EQ(Duration("P18M"), 18 * kMonth);
  EXPECT_EQ(Duration("P1Y89M"), kYear + 89 * kMonth);
  EXPECT_EQ(Duration("P5Y0M0D"), 5 * kYear);
  EXPECT_EQ(Duration("P06M"), 6 * kMonth);
  EXPECT_EQ(Duration("P0Y0M3D"), 3 * kDay);
  EXPECT_EQ(Duration("P245D"), 245 * kDay);
  EXPECT_EQ(Duration("PT36H"), 72);
  EXPECT_EQ(Duration("P1DT12H"), 72);
  EXPECT_EQ(Duration("PT90M"), 3);
  EXPECT_EQ(Duration("PT5400S"), 3);
  EXPECT_EQ(Duration("PT1H30M"), 3);
  EXPECT_EQ(Duration("PT10M"), 0);
  EXPECT_EQ(Duration("PT15M"), 1);
  EXPECT_EQ(Duration("P0.5Y"), kYear / 2);
  EXPECT_EQ(Duration("P1,5D"), 72);
  EXPECT_EQ(Duration("-P2D"), -2 * kDay);
  EXPECT_EQ(Duration("P1Y2M3W4DT5H6M7.8S"), kYear + 2 * kMonth + 3 * kWeek + 4 * kDay + 10);
  EXPECT_EQ(Duration("P" + std::string(1000, '0') + "1Y"), kYear);
}

TEST(TimeTest, NoDurations) {
  for (const char* text : {"",
                           "P",
                           "PT",
                           "P1",
                           "1Y",
                           "p1y",
                           "P1y",
                           "P1YT",
                           "P1Y1Y",
                           "P1M1Y",
                           "P1D1W",
                           "PT1H1D",
                           "P-1Y",
                           "P1.Y",
                           "P.5Y",
                           "P1..5Y",
                           "P1Y ",
                           " P1Y",
                           "P1H",
                           "PT1Y",
                           "P1Y1",
                           "--P1Y",
                           "P1YT1H2",
                           "PTT1H",
                           "P0003-06-04",
                           "P1\xC3\xA9",
                           "P999999999999Y",
                           "P99999Y9999999M"}) {
    EXPECT_EQ(ParseIsoDuration(text).status().code(), absl::StatusCode::kInvalidArgument) << text;
  }
  EXPECT_FALSE(ParseIsoDuration("P" + std::string(100000, '9') + "Y").ok());
}

TEST(TimeTest, CivilDates) {
  EXPECT_EQ(DaysFromCivil({1970, 1, 1}), 0);
  EXPECT_EQ(DaysFromCivil({2000, 3, 1}), 11017);
  EXPECT_EQ(DaysFromCivil({1969, 12, 31}), -1);
  for (int64_t day = DaysFromCivil({1, 1, 1}); day <= DaysFromCivil({9999, 12, 31}); day += 13) {
    EXPECT_EQ(DaysFromCivil(CivilFromDays(day)), day);
  }
  const CivilDate moved = AddMonths({2023, 10, 31}, 4);
  EXPECT_EQ(moved.year, 2024);
  EXPECT_EQ(moved.month, 2);
  EXPECT_EQ(moved.day, 29);
  EXPECT_EQ(AddMonths({2024, 1, 15}, -1).year, 2023);
  EXPECT_EQ(AddMonths({2024, 1, 15}, -1).month, 12);
}

// Looked for day by day.
TEST(TimeTest, LatestBirth) {
  const auto age = [](int64_t birth, int64_t day) {
    return AgeBetween({birth * kDay, birth * kDay}, {day * kDay, day * kDay}).low;
  };
  for (const CivilDate& date : {CivilDate{2022, 2, 28},
                                {2024, 2, 28},
                                {2024, 2, 29},
                                {2023, 3, 1},
                                {2023, 3, 30},
                                {2023, 4, 30},
                                {1969, 12, 31}}) {
    const int64_t day = DaysFromCivil(date);
    for (const HalfHours asked : {int64_t{0}, kDay, 30 * kDay, kMonth, kMonth + 1, kMonth + kDay, 11 * kMonth, kYear,
                                  4 * kYear, 18 * kYear, 18 * kYear + 1, 18 * kYear - kDay, 120 * kYear, -kDay}) {
      int64_t birth = day + 5;
      while (age(birth, day) < asked) --birth;
      EXPECT_EQ(LatestBirth(day, asked), birth) << date.year << '-' << date.month << '-' << date.day << " " << asked;
    }
  }
  EXPECT_EQ(LatestBirth(DaysFromCivil({2022, 2, 28}), 18 * kYear), DaysFromCivil({2004, 2, 29}));
}

Interval Date(std::string_view text) {
  const auto date = ParseIsoDate(text);
  EXPECT_TRUE(date.ok()) << date.status();
  return date.value_or(Interval{});
}

TEST(TimeTest, Dates) {
  EXPECT_EQ(Date("1970"), (Interval{0, 365 * kDay - 1}));
  EXPECT_EQ(Date("2024"), (Interval{DaysFromCivil({2024, 1, 1}) * kDay, DaysFromCivil({2025, 1, 1}) * kDay - 1}));
  EXPECT_EQ(Date("1970-02"), (Interval{31 * kDay, 59 * kDay - 1}));
  EXPECT_EQ(Date("1970-12"), (Interval{334 * kDay, 365 * kDay - 1}));
  EXPECT_EQ(Date("1970-01-02"), (Interval{kDay, 2 * kDay - 1}));
  EXPECT_EQ(Date("1970-01-01T10:30:00Z"), (Interval{21, 21}));
  EXPECT_EQ(Date("1970-01-01T10:59:59.999Z"), (Interval{21, 21}));
  EXPECT_EQ(Date("1970-01-01T10:30"), (Interval{21, 21}));
  EXPECT_EQ(Date("1970-01-01T00:00:00+02:00"), (Interval{0, 0})) << "the day that is written";
  EXPECT_EQ(Date("1970-01-01T23:30:00-05:00"), (Interval{47, 47}));
  EXPECT_EQ(Date("1970-01-01T00:00:00-0530"), (Interval{0, 0}));
  EXPECT_EQ(Date("1969-12-31T23:59:60Z"), (Interval{-1, -1}));
  EXPECT_EQ(Date("1970-01-01T24:00:00Z"), (Interval{kDay, kDay}));
  EXPECT_FALSE(Date("2024-02-29").empty());
  EXPECT_FALSE(Date("0001-01-01").empty());
  EXPECT_FALSE(Date("9999-12-31").empty());
}

TEST(TimeTest, NoDates) {
  for (const char* text : {"",
                           "20",
                           "202",
                           "20245",
                           "0000",
                           "2024-",
                           "2024-5",
                           "2024-13",
                           "2024-00",
                           "2024-02-30",
                           "2023-02-29",
                           "1900-02-29",
                           "2024-04-31",
                           "2024-05-00",
                           "2024-05-17T",
                           "2024-05-17T25:00Z",
                           "2024-05-17T24:01Z",
                           "2024-05-17T10:60Z",
                           "2024-05-17T10:00:61Z",
                           "2024-05-17T10",
                           "2024-05-17 10:00",
                           "2024-05-17T10:00:00.Z",
                           "2024-05-17T10:00X",
                           "2024-05-17T10:00+99",
                           "2024-05-17T10:00Zx",
                           "-2024",
                           "2024/05/17",
                           "17.05.2024"}) {
    EXPECT_EQ(ParseIsoDate(text).status().code(), absl::StatusCode::kInvalidArgument) << text;
  }
}

TEST(TimeTest, AgeByTheCalendar) {
  EXPECT_EQ(AgeBetween(Date("2000-01-01"), Date("2018-01-01")), (Interval{18 * kYear, 18 * kYear}));
  const HalfHours day_before = 17 * kYear + 11 * kMonth + 30 * kDay;
  EXPECT_EQ(AgeBetween(Date("2000-01-01"), Date("2017-12-31")), (Interval{day_before, day_before}));
  EXPECT_EQ(AgeBetween(Date("2000-02-29"), Date("2001-02-28")), (Interval{kYear, kYear}));
  EXPECT_EQ(AgeBetween(Date("2000-05-17"), Date("2000-05-17")), (Interval{0, 0}));
  EXPECT_EQ(AgeBetween(Date("2000-05-17"), Date("2000-05-10")), (Interval{-kWeek, -kWeek}));
}

TEST(TimeTest, AgeHasTheBoundsOfBoth) {
  const Interval age = AgeBetween(Date("1980"), Date("2000-07"));
  EXPECT_EQ(age.low, AgeBetween(Date("1980-12-31"), Date("2000-07-01")).low);
  EXPECT_EQ(age.high, AgeBetween(Date("1980-01-01"), Date("2000-07-31")).high);
  const Interval same_year = AgeAtEvent(Date("2024"), Date("2024"));
  EXPECT_EQ(same_year.low, -kTerm);  // not before conception
  EXPECT_EQ(same_year.high, 11 * kMonth + 30 * kDay);
  EXPECT_EQ(AgeBetween(Date("2024"), {Date("2030").low, kEnd}).high, kEnd);
  EXPECT_EQ(AgeBetween({kBeginning, 0}, Date("2030")).high, kEnd);
  EXPECT_TRUE(AgeBetween({}, Date("2030")).empty());
  EXPECT_TRUE(AgeBetween(Date("2030"), {}).empty());
}

TEST(TimeTest, AgesAreNeverInverted) {
  for (HalfHours birth = -3 * kYear; birth < 3 * kYear; birth += 1713) {
    for (HalfHours when = -3 * kYear; when < 3 * kYear; when += 1931) {
      for (HalfHours width : {HalfHours{0}, kDay, kMonth, kYear}) {
        EXPECT_FALSE(AgeBetween({birth, birth + width}, {when, when + width}).empty());
        const Interval exact = AgeBetween({birth, birth}, {when, when});
        EXPECT_LE(AgeBetween({birth, birth}, {when, when + width}).low, std::max(exact.low, -kTerm));
        EXPECT_GE(AgeBetween({birth - width, birth}, {when, when}).high, exact.high);
      }
    }
  }
}

TEST(TimeTest, AgesForPeople) {
  const auto certain = [](HalfHours age) { return FormatAge({age, age}); };
  EXPECT_EQ(certain(34 * kYear + 5 * kMonth), "34 years 5 months");
  EXPECT_EQ(certain(kYear), "1 year");
  EXPECT_EQ(certain(6 * kWeek), "6 weeks");
  EXPECT_EQ(certain(kMonth + kDay), "1 month 1 day");
  EXPECT_EQ(certain(0), "birth");
  EXPECT_EQ(certain(1), "30 minutes");
  EXPECT_EQ(certain(kDay + 24), "1 day 12 hours");
  EXPECT_EQ(certain(-12 * kWeek), "12 weeks before birth");
  EXPECT_EQ(FormatAge({kYear, 5 * kYear - 1}), "1 year to 5 years");
  EXPECT_EQ(FormatAge({0, 4 * kWeek - 1}), "birth to 4 weeks");
  EXPECT_EQ(FormatAge({16 * kYear, kEnd}), "from 16 years");
  EXPECT_EQ(FormatAge({kBeginning, 18 * kYear}), "up to 18 years");
  EXPECT_EQ(FormatAge({kBeginning, kEnd}), "any age");
  EXPECT_EQ(FormatAge({}), "");
}

TEST(TimeTest, DatesForPeople) {
  EXPECT_EQ(FormatDate(Date("2024-05-17")), "2024-05-17");
  EXPECT_EQ(FormatDate(Date("2024-05")), "2024-05-01/2024-05-31");
  EXPECT_EQ(FormatDate(Date("2024-05-17T10:45Z")), "2024-05-17T10:30") << "in the time zone of the record";
  EXPECT_EQ(FormatDate({kBeginning, Date("2024").high}), "../2024-12-31");
  EXPECT_EQ(FormatDate({Date("2024").low, kEnd}), "2024-01-01/..");
  EXPECT_EQ(FormatDate({}), "");
}

}  // namespace
}  // namespace muster::model
