#include "engine/model/time/moment.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace muster::model {
namespace {

using enum TimeRelation;

// "2024-01-31", "2024-01", "2024-01-31T10:00Z".
TimeBounds On(const std::string& date) { return {{}, *ParseIsoDate(date)}; }
TimeBounds Aged(HalfHours low, HalfHours high) { return {{low, high}, {}}; }
TimeBounds Aged(HalfHours age) { return Aged(age, age); }

bool Certainly(TimeRelation relation, const TimeBounds& a, const TimeBounds& b, const Distance& distance = {}) {
  return Holds(relation, a, b, distance, false);
}
bool Possibly(TimeRelation relation, const TimeBounds& a, const TimeBounds& b, const Distance& distance = {}) {
  return Holds(relation, a, b, distance, true);
}
Distance Months(int months) { return {months, 0}; }
Distance Days(int64_t days) { return {0, days * kDay}; }

TEST(Moment, ADayIsBeforeTheNextAndNotBeforeItself) {
  EXPECT_TRUE(Certainly(kBefore, On("2024-02-28"), On("2024-02-29")));
  EXPECT_FALSE(Possibly(kAfter, On("2024-02-28"), On("2024-02-29")));
  EXPECT_FALSE(Certainly(kBefore, On("2024-02-28"), On("2024-02-28")));
  // Somewhen on that day the one may have been earlier.
  EXPECT_TRUE(Possibly(kBefore, On("2024-02-28"), On("2024-02-28")));
  EXPECT_TRUE(Certainly(kNotAfter, On("2024-02-28"), On("2024-02-28")));
  EXPECT_TRUE(Certainly(kNotBefore, On("2024-02-28"), On("2024-02-28")));
}

TEST(Moment, TheTimeOfDayCountsForBeforeAndAfterOnly) {
  const TimeBounds morning = On("2024-02-28T08:00:00Z");
  const TimeBounds noon = On("2024-02-28T12:00:00Z");
  EXPECT_TRUE(Certainly(kBefore, morning, noon));
  EXPECT_TRUE(Certainly(kAfter, noon, morning));
  EXPECT_TRUE(Certainly(kSame, morning, noon));
  EXPECT_TRUE(Certainly(kNotAfter, noon, morning));
  EXPECT_TRUE(Certainly(kWithin, noon, morning, Days(0)));
  // With a day alone it is not known which came first.
  EXPECT_FALSE(Certainly(kBefore, morning, On("2024-02-28")));
  EXPECT_TRUE(Possibly(kBefore, morning, On("2024-02-28")));
}

TEST(Moment, TimesOfDayCountForDistancesInHours) {
  const auto hours = [](int64_t number) { return Distance{0, 2 * number, true}; };
  const TimeBounds first = On("2020-01-01T01:00:00Z");
  EXPECT_TRUE(Certainly(kWithinAfter, On("2020-01-03T00:30:00Z"), first, hours(48)));
  EXPECT_TRUE(Certainly(kWithinAfter, On("2020-01-03T01:00:00Z"), first, hours(48)));
  EXPECT_FALSE(Possibly(kWithinAfter, On("2020-01-03T23:00:00Z"), first, hours(48)));  // 70 hours
  EXPECT_TRUE(Certainly(kWithinAfter, On("2020-01-03T23:00:00Z"), first, Days(2)));
  EXPECT_TRUE(Certainly(kLongAfter, On("2020-01-03T23:00:00Z"), first, hours(60)));
  EXPECT_FALSE(Possibly(kLongAfter, On("2020-01-03T00:30:00Z"), first, hours(60)));
  EXPECT_FALSE(Possibly(kWithinBefore, first, On("2020-01-01T08:00:00Z"), hours(6)));
  EXPECT_TRUE(Certainly(kWithin, first, On("2020-01-01T07:00:00Z"), hours(6)));
  // A day alone is any time of it.
  EXPECT_FALSE(Certainly(kWithinAfter, On("2020-01-03"), first, hours(48)));
  EXPECT_TRUE(Possibly(kWithinAfter, On("2020-01-03"), first, hours(48)));
  EXPECT_TRUE(Certainly(kWithinAfter, On("2020-01-02"), first, hours(48)));
  EXPECT_FALSE(Possibly(kWithinAfter, On("2020-01-04"), first, hours(48)));
  // Months by the calendar, and hours beside them.
  EXPECT_TRUE(Certainly(kWithinAfter, On("2020-02-29T03:00:00Z"), On("2020-01-31T01:00:00Z"), {1, 4, true}));
  EXPECT_FALSE(Possibly(kWithinAfter, On("2020-02-29T04:00:00Z"), On("2020-01-31T01:00:00Z"), {1, 4, true}));
}

TEST(Moment, DaysBefore1970AreDaysToo) {
  EXPECT_TRUE(Certainly(kSame, On("1969-12-31T01:00:00Z"), On("1969-12-31T23:00:00Z")));
  EXPECT_FALSE(Possibly(kSame, On("1969-12-31T23:00:00Z"), On("1970-01-01T00:00:00Z")));
  EXPECT_TRUE(Certainly(kWithinAfter, On("1970-01-01"), On("1969-12-31"), Days(1)));
}

TEST(Moment, APartialDateIsCertainWhereAllOfItIs) {
  EXPECT_TRUE(Certainly(kBefore, On("2023"), On("2024-01-01")));
  EXPECT_FALSE(Certainly(kBefore, On("2024"), On("2024-06-15")));
  EXPECT_TRUE(Possibly(kBefore, On("2024"), On("2024-06-15")));
  EXPECT_TRUE(Possibly(kAfter, On("2024"), On("2024-06-15")));
  EXPECT_FALSE(Certainly(kSame, On("2024-06"), On("2024-06")));
  EXPECT_TRUE(Possibly(kSame, On("2024-06"), On("2024-06-30")));
  EXPECT_FALSE(Possibly(kSame, On("2024-06"), On("2024-07-01")));
}

TEST(Moment, MonthsGoByTheCalendarWhereThereAreDates) {
  // A month from 31 January ends with the last of February.
  EXPECT_TRUE(Certainly(kWithinAfter, On("2024-02-29"), On("2024-01-31"), Months(1)));
  EXPECT_FALSE(Possibly(kWithinAfter, On("2024-03-01"), On("2024-01-31"), Months(1)));
  EXPECT_TRUE(Certainly(kWithinAfter, On("2023-02-28"), On("2023-01-31"), Months(1)));
  EXPECT_FALSE(Possibly(kWithinAfter, On("2023-03-01"), On("2023-01-31"), Months(1)));
  EXPECT_TRUE(Certainly(kLongAfter, On("2024-02-29"), On("2024-01-31"), Months(1)));
  EXPECT_FALSE(Possibly(kLongAfter, On("2024-02-28"), On("2024-01-31"), Months(1)));
  // Twelve months from a leap day: 28 February.
  EXPECT_TRUE(Certainly(kLongAfter, On("2025-02-28"), On("2024-02-29"), Months(12)));
  EXPECT_FALSE(Possibly(kLongAfter, On("2025-02-27"), On("2024-02-29"), Months(12)));
  // Thirty days are thirty days.
  EXPECT_FALSE(Possibly(kWithinAfter, On("2024-03-02"), On("2024-01-31"), Days(30)));
  EXPECT_TRUE(Certainly(kWithinAfter, On("2024-03-01"), On("2024-01-31"), Days(30)));
  // Months first, then days: a month and two days from 31 January.
  EXPECT_TRUE(Certainly(kWithinAfter, On("2024-03-02"), On("2024-01-31"), {1, 2 * kDay}));
  EXPECT_FALSE(Possibly(kWithinAfter, On("2024-03-03"), On("2024-01-31"), {1, 2 * kDay}));
}

TEST(Moment, MonthsHaveOneLengthBetweenAges) {
  EXPECT_TRUE(Certainly(kWithinAfter, Aged(10 * kMonth + 1461), Aged(10 * kMonth), Months(1)));
  EXPECT_FALSE(Possibly(kWithinAfter, Aged(10 * kMonth + 1462), Aged(10 * kMonth), Months(1)));
  EXPECT_TRUE(Certainly(kLongBefore, Aged(5 * kYear), Aged(6 * kYear), Months(12)));
  EXPECT_FALSE(Possibly(kLongBefore, Aged(5 * kYear + 1), Aged(6 * kYear), Months(12)));
  // Ages are compared as they are, not by the day.
  EXPECT_FALSE(Possibly(kSame, Aged(48), Aged(49)));
  EXPECT_TRUE(Certainly(kSame, Aged(48), Aged(48)));
}

TEST(Moment, WithinHasADirectionOrNone) {
  const TimeBounds early = On("2024-03-01");
  const TimeBounds late = On("2024-03-29");
  EXPECT_TRUE(Certainly(kWithin, early, late, Days(28)));
  EXPECT_TRUE(Certainly(kWithin, late, early, Days(28)));
  EXPECT_FALSE(Possibly(kWithin, late, early, Days(27)));
  EXPECT_TRUE(Certainly(kWithinBefore, early, late, Days(28)));
  EXPECT_FALSE(Possibly(kWithinAfter, early, late, Days(28)));
  EXPECT_TRUE(Certainly(kWithinBefore, early, early, Days(28)));
  EXPECT_TRUE(Certainly(kWithinAfter, early, early, Days(28)));
  EXPECT_TRUE(Certainly(kLongBefore, early, late, Days(28)));
  EXPECT_FALSE(Possibly(kLongBefore, early, late, Days(29)));
  EXPECT_FALSE(Possibly(kLongAfter, early, late, Days(1)));
}

TEST(Moment, WithinBoundsAreOfBothTimes) {
  // 1 to 31 March, and 15 April: 15 to 45 days apart.
  EXPECT_FALSE(Certainly(kWithin, On("2024-03"), On("2024-04-15"), Days(44)));
  EXPECT_TRUE(Certainly(kWithin, On("2024-03"), On("2024-04-15"), Days(45)));
  EXPECT_TRUE(Possibly(kWithin, On("2024-03"), On("2024-04-15"), Days(15)));
  EXPECT_FALSE(Possibly(kWithin, On("2024-03"), On("2024-04-15"), Days(14)));
  // Any two days of one month.
  EXPECT_TRUE(Certainly(kWithin, On("2024-03"), On("2024-03"), Days(30)));
  EXPECT_FALSE(Certainly(kWithin, On("2024-03"), On("2024-03"), Days(29)));
  EXPECT_TRUE(Possibly(kWithin, On("2024-03"), On("2024-03"), Days(0)));
  EXPECT_FALSE(Certainly(kWithinAfter, On("2024-03"), On("2024-03"), Days(30)));
  EXPECT_TRUE(Possibly(kWithinAfter, On("2024-03"), On("2024-03"), Days(0)));
}

TEST(Moment, AnOpenBoundIsBeyondAllOthers) {
  const TimeBounds from_2020{{}, {ParseIsoDate("2020-01-01")->low, kEnd}};
  const TimeBounds until_2020{{}, {kBeginning, ParseIsoDate("2020-01-01")->high}};
  EXPECT_TRUE(Certainly(kAfter, from_2020, On("2019")));
  EXPECT_FALSE(Certainly(kBefore, from_2020, On("2030")));
  EXPECT_TRUE(Possibly(kBefore, from_2020, On("2030")));
  EXPECT_TRUE(Certainly(kBefore, until_2020, On("2021")));
  EXPECT_TRUE(Possibly(kAfter, until_2020, On("1900")));
  EXPECT_TRUE(Possibly(kSame, from_2020, until_2020));
  EXPECT_FALSE(Certainly(kWithin, from_2020, On("2020-01-01"), Months(1200)));
  EXPECT_TRUE(Possibly(kWithin, from_2020, On("2020-01-01"), Days(0)));
  EXPECT_TRUE(Possibly(kLongAfter, from_2020, On("2020-01-01"), Months(1200)));
  EXPECT_TRUE(Possibly(kLongBefore, until_2020, On("1000-01-01"), Months(1200)));
  EXPECT_FALSE(Possibly(kLongBefore, from_2020, On("2020-01-31"), Days(31)));
  EXPECT_FALSE(Certainly(kLongAfter, from_2020, On("2019-12-31"), Days(2)));
  EXPECT_TRUE(Certainly(kLongAfter, from_2020, On("2019-12-31"), Days(1)));
}

TEST(Moment, DatesGoBeforeAges) {
  // By date a is earlier, by age later.
  const TimeBounds a{{100, 100}, *ParseIsoDate("2024-01-01")};
  const TimeBounds b{{50, 50}, *ParseIsoDate("2024-01-02")};
  EXPECT_TRUE(Certainly(kBefore, a, b));
  EXPECT_FALSE(Possibly(kAfter, a, b));
  // With one date only, the ages are left.
  EXPECT_TRUE(Certainly(kAfter, a, Aged(50)));
}

TEST(Moment, WhatIsMissingStandsInNoRelation) {
  for (const TimeRelation relation :
       {kBefore, kNotAfter, kAfter, kNotBefore, kSame, kWithin, kWithinBefore, kWithinAfter, kLongBefore, kLongAfter}) {
    EXPECT_FALSE(Possibly(relation, {}, On("2024"), Months(1200)));
    EXPECT_FALSE(Possibly(relation, Aged(100), On("2024"), Months(1200)));
    EXPECT_FALSE(Possibly(relation, {}, {}, Months(1200)));
    EXPECT_TRUE(Holds(relation, Aged(100), On("2024"), {}, false, /*unknown=*/true));
    EXPECT_TRUE(Holds(relation, {}, {}, {}, true, /*unknown=*/true));
  }
}

bool CertainlyOverlap(const TimeBounds& a, const TimeBounds& a_end, const TimeBounds& b, const TimeBounds& b_end) {
  EXPECT_EQ(Overlap(a, a_end, b, b_end, false), Overlap(b, b_end, a, a_end, false));
  return Overlap(a, a_end, b, b_end, false);
}
bool PossiblyOverlap(const TimeBounds& a, const TimeBounds& a_end, const TimeBounds& b, const TimeBounds& b_end) {
  EXPECT_EQ(Overlap(a, a_end, b, b_end, true), Overlap(b, b_end, a, a_end, true));
  return Overlap(a, a_end, b, b_end, true);
}

TEST(Overlap, PeriodsThatShareADay) {
  EXPECT_TRUE(CertainlyOverlap(On("2024-01-01"), On("2024-03-31"), On("2024-03-31"), On("2024-06-30")));
  EXPECT_FALSE(PossiblyOverlap(On("2024-01-01"), On("2024-03-30"), On("2024-03-31"), On("2024-06-30")));
  EXPECT_TRUE(CertainlyOverlap(On("2024-01-01"), On("2024-12-31"), On("2024-03-31"), On("2024-04-01")));
  EXPECT_FALSE(CertainlyOverlap(On("2024-01-01"), On("2024-03"), On("2024-03-31"), On("2024-06-30")));
  EXPECT_TRUE(PossiblyOverlap(On("2024-01-01"), On("2024-03"), On("2024-03-31"), On("2024-06-30")));
  EXPECT_TRUE(CertainlyOverlap(Aged(10), Aged(20), Aged(20), Aged(30)));
  EXPECT_FALSE(PossiblyOverlap(Aged(10), Aged(19), Aged(20), Aged(30)));
}

TEST(Overlap, WithoutAnEndAPeriodCertainlyReachesItsStart) {
  EXPECT_FALSE(CertainlyOverlap(On("2024-01-01"), {}, On("2024-03-01"), On("2024-06-30")));
  EXPECT_TRUE(PossiblyOverlap(On("2024-01-01"), {}, On("2024-03-01"), On("2024-06-30")));
  EXPECT_TRUE(CertainlyOverlap(On("2024-03-01"), {}, On("2024-03-01"), On("2024-06-30")));
  EXPECT_TRUE(CertainlyOverlap(On("2024-04-01"), {}, On("2024-03-01"), On("2024-06-30")));
  EXPECT_FALSE(PossiblyOverlap(On("2024-07-01"), {}, On("2024-03-01"), On("2024-06-30")));
  EXPECT_TRUE(CertainlyOverlap(On("2024-03-01"), {}, On("2024-03-01"), {}));
  EXPECT_FALSE(CertainlyOverlap(On("2024-03-01"), {}, On("2024-03-02"), {}));
  EXPECT_TRUE(PossiblyOverlap(On("2024-03-01"), {}, On("2024-03-02"), {}));
}

TEST(Overlap, WithoutAStartNothingIsKnown) {
  EXPECT_FALSE(PossiblyOverlap({}, On("2024-12-31"), On("2024-03-01"), On("2024-06-30")));
  EXPECT_FALSE(PossiblyOverlap({}, {}, On("2024-03-01"), On("2024-06-30")));
  EXPECT_FALSE(PossiblyOverlap(Aged(10), Aged(20), On("2024-03-01"), On("2024-06-30")));
  EXPECT_TRUE(Overlap({}, {}, On("2024-03-01"), On("2024-06-30"), false, /*unknown=*/true));
  // What is known can still rule it out.
  EXPECT_FALSE(Overlap({}, On("2024-01-31"), On("2024-03-01"), On("2024-06-30"), true, /*unknown=*/true));
}

TEST(MomentOf, WhatHasATimeOfItsOwn) {
  EXPECT_EQ(MomentOf(Entity::kSample), field::kSampleCollected);
  EXPECT_EQ(MomentOf(Entity::kTreatment), field::kTreatmentStart);
  EXPECT_EQ(MomentOf(Entity::kConsent), field::kConsentDate);
  EXPECT_EQ(MomentOf(Entity::kIndividual), std::nullopt);
  EXPECT_EQ(MomentOf(Entity::kPedigree), std::nullopt);
}

TEST(PeriodOf, WhatLasts) {
  EXPECT_EQ(PeriodOf(Entity::kDisease)->end, field::kDiseaseResolution);
  EXPECT_EQ(PeriodOf(Entity::kTreatment)->start, field::kTreatmentStart);
  EXPECT_FALSE(PeriodOf(Entity::kSample).has_value());
}

// Ages compared with a window, against Holds; bounds near each other, and open ones.
TEST(Moment, WindowsOfAges) {
  std::vector<Interval> ages;
  for (const HalfHours low : {kBeginning, HalfHours{0}, kMonth - 1, kMonth, kMonth + 1, 2 * kMonth}) {
    for (const HalfHours high : {HalfHours{0}, kMonth - 1, kMonth, kMonth + 1, 2 * kMonth, 3 * kMonth, kEnd}) {
      if (low <= high) ages.push_back({low, high});
    }
  }
  int looked_at = 0;
  for (const TimeRelation relation :
       {kBefore, kNotAfter, kAfter, kNotBefore, kSame, kWithin, kWithinBefore, kWithinAfter, kLongBefore, kLongAfter}) {
    for (const bool first : {false, true}) {
      for (const bool possibly : {false, true}) {
        for (const Distance& distance : {Distance{}, Months(1), Distance{0, 1}}) {
          const auto windows = AgeWindows::Of(relation, first, distance, possibly);
          if (!windows.has_value()) continue;
          for (const Interval& anchor : ages) {
            const AgeWindow window = (*windows)(anchor);
            ++looked_at;
            EXPECT_EQ(windows->one_sided(), relation != kWithinBefore && relation != kWithinAfter);
            for (const Interval& age : ages) {
              const TimeBounds a{first ? anchor : age, {}};
              const TimeBounds b{first ? age : anchor, {}};
              const HalfHours first_bound = possibly ? age.high : age.low;
              const HalfHours second_bound = possibly ? age.low : age.high;
              EXPECT_EQ(first_bound >= window.from && second_bound <= window.to,
                        Holds(relation, a, b, distance, possibly))
                  << static_cast<int>(relation) << " " << first << possibly << " anchor " << anchor.low << " "
                  << anchor.high << " age " << age.low << " " << age.high;
            }
          }
        }
      }
    }
  }
  EXPECT_GT(looked_at, 1000);
}

}  // namespace
}  // namespace muster::model
