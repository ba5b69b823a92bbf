#include "engine/model/time/moment.h"

#include <algorithm>

namespace muster::model {
namespace {

// An open bound stays one.
bool IsOpen(HalfHours bound) { return bound == kBeginning || bound == kEnd; }

enum class Unit { kAges, kDays, kTimesOfDay };

// Two times on one axis. Dates are counted in days or, with their times of day, in half hours; ages in half hours.
struct Axis {
  Interval a;
  Interval b;
  Unit unit = Unit::kAges;

  // `time` moved forwards by `distance`.
  HalfHours Later(HalfHours time, const Distance& distance) const {
    if (IsOpen(time)) return time;
    if (unit == Unit::kAges) return time + distance.months * kMonth + distance.rest;
    const int64_t day = unit == Unit::kDays ? time : DayOf(time);
    const int64_t later = DaysFromCivil(AddMonths(CivilFromDays(day), distance.months));
    return unit == Unit::kDays ? later + distance.rest / kDay : time + (later - day) * kDay + distance.rest;
  }
};

Interval InDays(Interval date) {
  return {IsOpen(date.low) ? date.low : DayOf(date.low), IsOpen(date.high) ? date.high : DayOf(date.high)};
}

// a <= b <= a + distance, of the bounds.
bool Follows(const Axis& axis, const Interval& a, const Interval& b, const Distance& distance, bool possibly) {
  return possibly ? b.high >= a.low && b.low <= axis.Later(a.high, distance)
                  : b.low >= a.high && b.high <= axis.Later(a.low, distance);
}

// b >= a + distance.
bool FollowsLong(const Axis& axis, const Interval& a, const Interval& b, const Distance& distance, bool possibly) {
  return possibly ? b.high >= axis.Later(a.low, distance) : b.low >= axis.Later(a.high, distance);
}

bool OnAxis(TimeRelation relation, const Axis& axis, const Distance& distance, bool possibly) {
  const auto& [a, b, unit] = axis;
  switch (relation) {
    case TimeRelation::kBefore:
      return possibly ? a.low < b.high : a.high < b.low;
    case TimeRelation::kNotAfter:
      return possibly ? a.low <= b.high : a.high <= b.low;
    case TimeRelation::kAfter:
      return possibly ? a.high > b.low : a.low > b.high;
    case TimeRelation::kNotBefore:
      return possibly ? a.high >= b.low : a.low >= b.high;
    case TimeRelation::kSame:
      return possibly ? a.low <= b.high && b.low <= a.high : a.low == a.high && a == b;
    case TimeRelation::kWithin:
      return possibly ? b.low <= axis.Later(a.high, distance) && a.low <= axis.Later(b.high, distance)
                      : b.high <= axis.Later(a.low, distance) && a.high <= axis.Later(b.low, distance);
    case TimeRelation::kWithinBefore:
      return Follows(axis, a, b, distance, possibly);
    case TimeRelation::kWithinAfter:
      return Follows(axis, b, a, distance, possibly);
    case TimeRelation::kLongBefore:
      return FollowsLong(axis, a, b, distance, possibly);
    case TimeRelation::kLongAfter:
      return FollowsLong(axis, b, a, distance, possibly);
  }
  return false;
}

bool Comparable(const TimeBounds& a, const TimeBounds& b) {
  return (!a.date.empty() && !b.date.empty()) || (!a.age.empty() && !b.age.empty());
}

}  // namespace

bool Holds(TimeRelation relation, const TimeBounds& a, const TimeBounds& b, const Distance& distance, bool possibly,
           bool unknown) {
  if (!a.date.empty() && !b.date.empty()) {
    const bool strict = relation == TimeRelation::kBefore || relation == TimeRelation::kAfter;
    const Axis axis = strict || distance.by_hours ? Axis{a.date, b.date, Unit::kTimesOfDay}
                                                  : Axis{InDays(a.date), InDays(b.date), Unit::kDays};
    return OnAxis(relation, axis, distance, possibly);
  }
  if (!a.age.empty() && !b.age.empty()) return OnAxis(relation, {a.age, b.age, Unit::kAges}, distance, possibly);
  return unknown;
}

std::optional<AgeWindows> AgeWindows::Of(TimeRelation relation, bool anchor_first, const Distance& distance,
                                         bool possibly) {
  const auto from = [&](HalfHours by) { return AgeWindows({-1, -1, by}, {}, possibly); };
  const auto to = [&](HalfHours by) { return AgeWindows({}, {-1, -1, by}, possibly); };
  const End later{-1, 0, distance.months * kMonth + distance.rest};
  switch (relation) {
    case TimeRelation::kBefore:
      return anchor_first ? from(1) : to(-1);
    case TimeRelation::kNotAfter:
      return anchor_first ? from(0) : to(0);
    case TimeRelation::kAfter:
      return anchor_first ? to(-1) : from(1);
    case TimeRelation::kNotBefore:
      return anchor_first ? to(0) : from(0);
    case TimeRelation::kWithinBefore:
    case TimeRelation::kWithinAfter:
      if (anchor_first != (relation == TimeRelation::kWithinBefore)) return std::nullopt;
      return AgeWindows({-1, -1, 0}, later, possibly);
    case TimeRelation::kLongBefore:
    case TimeRelation::kLongAfter:
      if (anchor_first != (relation == TimeRelation::kLongBefore)) return std::nullopt;
      return AgeWindows(later, {}, possibly);
    case TimeRelation::kSame:
    case TimeRelation::kWithin:
      return std::nullopt;
  }
  return std::nullopt;
}

bool Overlap(const TimeBounds& a_start, const TimeBounds& a_end, const TimeBounds& b_start, const TimeBounds& b_end,
             bool possibly, bool unknown) {
  // Of a period without an end it is only sure that it reaches its start.
  const auto reaches = [&](const TimeBounds& start, const TimeBounds& end, const TimeBounds& other) {
    const bool no_end = end.age.empty() && end.date.empty();
    if (!no_end) return Holds(TimeRelation::kNotAfter, other, end, {}, possibly, unknown);
    if (!Comparable(start, other)) return unknown;
    return possibly || Holds(TimeRelation::kNotAfter, other, start, {}, false);
  };
  return reaches(a_start, a_end, b_start) && reaches(b_start, b_end, a_start);
}

std::optional<FieldId> MomentOf(Entity entity) {
  switch (entity) {
    case Entity::kPhenotype:
      return field::kPhenotypeOnset;
    case Entity::kDisease:
      return field::kDiseaseOnset;
    case Entity::kMeasurement:
      return field::kMeasurementTime;
    case Entity::kTreatment:
      return field::kTreatmentStart;
    case Entity::kProcedure:
      return field::kProcedurePerformed;
    case Entity::kExposure:
      return field::kExposureStart;
    case Entity::kSample:
      return field::kSampleCollected;
    case Entity::kRun:
      return field::kRunDate;
    case Entity::kAnalysis:
      return field::kAnalysisDate;
    case Entity::kConsent:
      return field::kConsentDate;
    default:
      return std::nullopt;
  }
}

std::optional<Period> PeriodOf(Entity entity) {
  switch (entity) {
    case Entity::kPhenotype:
      return Period{field::kPhenotypeOnset, field::kPhenotypeResolution};
    case Entity::kDisease:
      return Period{field::kDiseaseOnset, field::kDiseaseResolution};
    case Entity::kTreatment:
      return Period{field::kTreatmentStart, field::kTreatmentEnd};
    default:
      return std::nullopt;
  }
}

}  // namespace muster::model
