#include "tests/property/naive/naive_time.h"

#include <cmath>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tests/property/naive/calendar.h"

namespace muster::property {

using grammar::Compare;
using grammar::Literal;
using model::HalfHours;
using model::Interval;
using Op = grammar::Compare::Op;

namespace {

absl::StatusOr<HalfHours> UnitLength(std::string unit) {
  if (unit.ends_with("s")) unit.pop_back();
  if (unit == "year") return model::kYear;
  if (unit == "month") return model::kMonth;
  if (unit == "week") return model::kWeek;
  if (unit == "day") return model::kDay;
  if (unit == "hour") return 2;
  return absl::InvalidArgumentError(absl::StrCat("no unit of time: ", unit));
}

std::vector<Literal::Part> PartsOf(const Literal& literal, const std::string& unit) {
  if (literal.kind == Literal::Kind::kCompound) return literal.parts;
  return {{literal.number, literal.unit.empty() ? unit : literal.unit}};
}

bool IsDate(const Literal& literal, const std::string& unit) {
  if (literal.kind == Literal::Kind::kDate) return true;
  return literal.kind == Literal::Kind::kNumber && literal.unit.empty() && unit.empty() && literal.number >= 1000 &&
         literal.number <= 9999 && literal.number == std::floor(literal.number);
}

bool CertainlyHolds(Op op, Interval value, Interval written) {
  switch (op) {
    case Op::kLess:
      return value.high < written.low;
    case Op::kLessEqual:
      return value.high <= written.high;
    case Op::kGreater:
      return value.low > written.high;
    case Op::kGreaterEqual:
      return value.low >= written.low;
    default:
      return value.low >= written.low && value.high <= written.high;  // is, between
  }
}

bool PossiblyHolds(Op op, Interval value, Interval written) {
  switch (op) {
    case Op::kLess:
      return value.low < written.low;
    case Op::kLessEqual:
      return value.low <= written.high;
    case Op::kGreater:
      return value.high > written.high;
    case Op::kGreaterEqual:
      return value.high >= written.low;
    default:
      return value.low <= written.high && value.high >= written.low && written.low <= written.high;
  }
}

bool Possibly(const Compare& compare) { return compare.certainty == Compare::Certainty::kPossibly; }

}  // namespace

absl::StatusOr<HalfHours> ReadAge(const Literal& literal, const std::string& unit) {
  if (literal.kind == Literal::Kind::kDuration) return model::ParseIsoDuration(literal.text);
  if (literal.kind != Literal::Kind::kNumber && literal.kind != Literal::Kind::kCompound) {
    return absl::InvalidArgumentError("no age");
  }
  double sum = 0;
  for (const Literal::Part& part : PartsOf(literal, unit)) {
    const absl::StatusOr<HalfHours> length = UnitLength(part.unit);
    if (!length.ok()) return length.status();
    sum += part.number * static_cast<double>(*length);
  }
  if (literal.gestation) {
    // 40 weeks are birth; the four weeks behind them are its last 29 half hours before.
    if (sum < 0 || sum > 308 * 48) return absl::InvalidArgumentError("no gestational age");
    return static_cast<HalfHours>(sum < 280 * 48 ? std::floor(sum) - 280 * 48 : std::floor(sum / 48) - 309);
  }
  return std::llround(sum);
}

absl::StatusOr<int> ReadMonths(const Literal& literal, const std::string& unit) {
  const absl::StatusOr<HalfHours> age = ReadAge(literal, unit);
  if (!age.ok()) return age.status();
  if (*age % model::kMonth != 0) return absl::InvalidArgumentError("no whole months");
  return static_cast<int>(*age / model::kMonth);
}

absl::StatusOr<Interval> ReadDate(const Literal& literal) {
  return model::ParseIsoDate(literal.kind == Literal::Kind::kNumber ? absl::StrCat(static_cast<int>(literal.number))
                                                                    : literal.text);
}

absl::StatusOr<WrittenTime> ReadTime(const Compare& compare) {
  WrittenTime time;
  const Literal& first = compare.values.front();
  const Literal& last = compare.values.back();
  const std::string unit = compare.op == Op::kAged ? "years" : compare.op == Op::kBetween ? last.unit : "";
  time.is_date = IsDate(first, unit);
  if (time.is_date) {
    const absl::StatusOr<Interval> low = ReadDate(first);
    const absl::StatusOr<Interval> high = ReadDate(last);
    if (!low.ok() || !high.ok()) return absl::InvalidArgumentError("no date");
    time.bounds = {low->low, high->high};
    return time;
  }
  const absl::StatusOr<HalfHours> low = ReadAge(first, unit);
  const absl::StatusOr<HalfHours> high = ReadAge(last, unit);
  if (!low.ok() || !high.ok()) return absl::InvalidArgumentError("no age");
  time.bounds = {*low, *high};
  return time;
}

absl::StatusOr<bool> IntervalHolds(const Compare& compare, Interval value, Interval written) {
  if (compare.op == Op::kStartsWith) return absl::InvalidArgumentError("operator on a time");
  if (value.empty()) return false;
  const bool possibly = Possibly(compare);
  if (compare.op == Op::kAged) {
    // Completed years: what is left of one does not count.
    const auto years = [](HalfHours age) { return std::floor(static_cast<double>(age) / model::kYear); };
    const double low = compare.values.front().number;
    const double high = compare.values.back().number;
    return possibly ? years(value.high) >= low && years(value.low) <= high
                    : years(value.low) >= low && years(value.high) <= high;
  }
  if (compare.op == Op::kIsNot) {
    return possibly ? !CertainlyHolds(Op::kIs, value, written) : !PossiblyHolds(Op::kIs, value, written);
  }
  return possibly ? PossiblyHolds(compare.op, value, written) : CertainlyHolds(compare.op, value, written);
}

absl::StatusOr<bool> AgeAsOfHolds(const Compare& compare, Interval birth) {
  const absl::StatusOr<Interval> date = ReadDate(*compare.as_of);
  if (!date.ok()) return date.status();
  const int64_t as_of = DayOf(date->low);
  if (as_of != DayOf(date->high)) return absl::InvalidArgumentError("no full date");
  // To have an age on a day is to complete a number of months on it; the older, the earlier was the birth.
  std::vector<int> months;
  if (compare.op == Op::kAged) {
    const int first_age = static_cast<int>(compare.values.front().number) * 12;
    const int next_age = (static_cast<int>(compare.values.back().number) + 1) * 12;
    if (birth.empty()) return false;
    const int64_t from = LastBorn(as_of, next_age) + 1;
    const int64_t to = LastBorn(as_of, first_age);
    const int64_t earliest = DayOf(birth.low), latest = DayOf(birth.high);
    return Possibly(compare) ? earliest <= to && latest >= from : latest <= to && earliest >= from;
  }
  for (const Literal& literal : compare.values) {
    const absl::StatusOr<int> read = ReadMonths(literal, compare.values.back().unit);
    if (!read.ok()) return read.status();
    months.push_back(*read);
  }
  const int64_t first = FirstBorn(as_of, months.back());
  const int64_t last = LastBorn(as_of, months.front());
  if (birth.empty()) return false;
  const bool possibly = Possibly(compare);
  const int64_t earliest = DayOf(birth.low);
  const int64_t latest = DayOf(birth.high);
  switch (compare.op) {
    case Op::kGreaterEqual:
      return (possibly ? earliest : latest) <= last;
    case Op::kGreater:
      return (possibly ? earliest : latest) < first;
    case Op::kLess:
      return (possibly ? latest : earliest) > last;
    case Op::kLessEqual:
      return (possibly ? latest : earliest) >= first;
    case Op::kBetween:
      return possibly ? earliest <= last && latest >= first && first <= last : latest <= last && earliest >= first;
    default:
      return absl::InvalidArgumentError("operator on an age as of a day");
  }
}

}  // namespace muster::property
