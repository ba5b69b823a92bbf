#include "tests/property/naive/naive_relation.h"

#include <algorithm>

#include "tests/property/naive/calendar.h"
#include "tests/property/naive/naive_time.h"

namespace muster::property {

using grammar::Literal;
using model::Entity;
using model::HalfHours;
using model::Interval;
using Op = grammar::Compare::Op;

namespace {

bool Unbounded(HalfHours when) { return when <= model::kBeginning || when >= model::kEnd; }

/// The bound as a number of days; open ends stay open.
HalfHours InDays(HalfHours when) { return Unbounded(when) ? when : DayOf(when); }

/// Two moments on one line: dates in days, or in half hours where the length is in hours; or ages in half hours.
class Line {
 public:
  Line(bool dates, const Length& length) : dates_(dates), length_(length) {}

  bool Holds(Op op, HalfHours a, HalfHours b) const {
    switch (op) {
      case Op::kLess:
        return a < b;
      case Op::kLessEqual:
        return a <= b;
      case Op::kGreater:
        return a > b;
      case Op::kGreaterEqual:
        return a >= b;
      case Op::kIs:
        return a == b;
      case Op::kWithin:
        return b <= Later(a) && a <= Later(b);
      case Op::kWithinBefore:
        return a <= b && b <= Later(a);
      case Op::kWithinAfter:
        return b <= a && a <= Later(b);
      case Op::kLongBefore:
        return Later(a) <= b;
      case Op::kLongAfter:
        return Later(b) <= a;
      default:
        return false;
    }
  }

 private:
  HalfHours Later(HalfHours when) const {
    if (Unbounded(when)) return when;
    if (!dates_) return when + length_.months * model::kMonth + length_.rest;
    if (!length_.hours) return MonthsBefore(when, -length_.months) + length_.rest / model::kDay;
    const HalfHours day = DayOf(when);
    return when + (MonthsBefore(day, -length_.months) - day) * model::kDay + length_.rest;
  }

  bool dates_;
  Length length_;
};

HalfHours Clamp(HalfHours when, const Interval& into) { return std::max(into.low, std::min(when, into.high)); }

/// What holds of all moments of two intervals holds at their ends. What holds of some holds at an end of one and, in
/// the other, at an end or the moment nearest to that end.
bool Quantified(Op op, const Line& line, const Interval& a, const Interval& b, bool possibly) {
  const std::vector<HalfHours> of_a = {a.low, a.high, Clamp(b.low, a), Clamp(b.high, a)};
  const std::vector<HalfHours> of_b = {b.low, b.high, Clamp(a.low, b), Clamp(a.high, b)};
  size_t holding = 0;
  for (const HalfHours x : of_a) {
    for (const HalfHours y : of_b) holding += line.Holds(op, x, y) ? 1 : 0;
  }
  return possibly ? holding > 0 : holding == of_a.size() * of_b.size();
}

/// Whether what begins at `other` begins before the span ends.
bool BeginsBeforeEnd(const Bounds& other, const Span& span, bool possibly, bool admits_missing) {
  if (!Comparable(other, span.end.known() ? span.end : span.start)) return admits_missing;
  if (span.end.known()) return Related(Op::kLessEqual, other, span.end, {}, possibly);
  // It may have ended at any time since it began: perhaps at once, perhaps never.
  return possibly || Related(Op::kLessEqual, other, span.start, {}, false);
}

}  // namespace

absl::StatusOr<Length> ReadLength(const Literal& literal) {
  const absl::StatusOr<HalfHours> total = ReadAge(literal, "");
  if (!total.ok()) return total.status();
  if (*total < 0) return absl::InvalidArgumentError("a negative length");
  if (literal.kind == Literal::Kind::kDuration) {
    if (*total % model::kMonth != 0) return Length{0, *total, literal.text.find('H') != std::string::npos};
    return Length{static_cast<int>(*total / model::kMonth), 0};
  }
  std::vector<Literal::Part> parts = literal.parts;
  if (literal.kind == Literal::Kind::kNumber) parts = {{literal.number, literal.unit}};
  double months = 0;
  bool hours = false;
  for (const Literal::Part& part : parts) {
    if (part.unit.starts_with("year")) months += part.number * 12;
    if (part.unit.starts_with("month")) months += part.number;
    hours = hours || part.unit.starts_with("h");
  }
  const int whole = static_cast<int>(months);
  return Length{whole, *total - whole * model::kMonth, hours};
}

bool Comparable(const Bounds& a, const Bounds& b) {
  return (!a.date.empty() && !b.date.empty()) || (!a.age.empty() && !b.age.empty());
}

bool Related(Op op, const Bounds& a, const Bounds& b, const Length& length, bool possibly) {
  if (!Comparable(a, b)) return false;
  if (a.date.empty() || b.date.empty()) return Quantified(op, Line(false, length), a.age, b.age, possibly);
  const Line line(true, length);
  // Only what comes before or after, or some hours apart, may do so on the same day.
  if (op == Op::kLess || op == Op::kGreater || length.hours) return Quantified(op, line, a.date, b.date, possibly);
  return Quantified(op, line, {InDays(a.date.low), InDays(a.date.high)}, {InDays(b.date.low), InDays(b.date.high)},
                    possibly);
}

bool Overlapping(const Span& a, const Span& b, bool possibly, bool admits_missing) {
  return BeginsBeforeEnd(a.start, b, possibly, admits_missing) && BeginsBeforeEnd(b.start, a, possibly, admits_missing);
}

std::optional<model::FieldId> MomentOf(Entity entity) {
  switch (entity) {
    case Entity::kPhenotype:
      return model::field::kPhenotypeOnset;
    case Entity::kDisease:
      return model::field::kDiseaseOnset;
    case Entity::kMeasurement:
      return model::field::kMeasurementTime;
    case Entity::kTreatment:
      return model::field::kTreatmentStart;
    case Entity::kProcedure:
      return model::field::kProcedurePerformed;
    case Entity::kExposure:
      return model::field::kExposureStart;
    case Entity::kSample:
      return model::field::kSampleCollected;
    case Entity::kRun:
      return model::field::kRunDate;
    case Entity::kAnalysis:
      return model::field::kAnalysisDate;
    case Entity::kConsent:
      return model::field::kConsentDate;
    default:
      return std::nullopt;
  }
}

std::optional<model::FieldId> EndOf(Entity entity) {
  switch (entity) {
    case Entity::kPhenotype:
      return model::field::kPhenotypeResolution;
    case Entity::kDisease:
      return model::field::kDiseaseResolution;
    case Entity::kTreatment:
      return model::field::kTreatmentEnd;
    default:
      return std::nullopt;
  }
}

std::vector<size_t> Earliest(const std::vector<Bounds>& times, bool last) {
  const bool dates =
      std::all_of(times.begin(), times.end(), [](const Bounds& t) { return !t.known() || !t.date.empty(); });
  std::vector<size_t> best;
  HalfHours so_far = 0;
  for (size_t i = 0; i < times.size(); ++i) {
    const Interval& time = dates ? times[i].date : times[i].age;
    if (time.empty()) continue;
    const HalfHours bound = last ? time.high : time.low;
    if (!best.empty() && bound != so_far && (bound > so_far) != last) continue;
    if (!best.empty() && bound != so_far) best.clear();
    so_far = bound;
    best.push_back(i);
  }
  return best;
}

int CountDays(const std::vector<Bounds>& times) {
  // The fewest days that can be chosen so that each time may have been on one of them. The last day of some time will
  // do for all that may have been then.
  const auto fewest = [&](Interval Bounds::*part) {
    std::vector<Interval> left;
    for (const Bounds& time : times) {
      const Interval& span = time.*part;
      if (!span.empty()) left.push_back({DayOf(span.low), DayOf(span.high)});
    }
    int days = 0;
    while (!left.empty()) {
      const int64_t day = std::min_element(left.begin(), left.end(), [](const Interval& a, const Interval& b) {
                            return a.high < b.high;
                          })->high;
      left.erase(std::remove_if(left.begin(), left.end(), [&](const Interval& span) { return span.low <= day; }),
                 left.end());
      ++days;
    }
    return days;
  };
  return std::max(fewest(&Bounds::date), fewest(&Bounds::age));
}

}  // namespace muster::property
