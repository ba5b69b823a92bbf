#include "engine/bind/values/value_binder.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "engine/bind/bound/conditions.h"
#include "engine/bind/bound/other_tongues.h"
#include "engine/bind/catalogue/recorded_part.h"
#include "engine/bind/values/time_units.h"
#include "engine/model/text/text.h"
#include "engine/model/time/time.h"
#include "engine/model/units/units.h"
#include "grammar/parse.h"
#include "grammar/text/loose_date.h"

namespace muster::bind {
namespace {

using grammar::Compare;
using grammar::Literal;
using model::HalfHours;
using model::Interval;
using Op = Compare::Op;

// Units that number fields without a unit of their own are kept in.
const char* FixedUnit(model::FieldId field) {
  switch (field) {
    case model::field::kRunBreadth:
      return "%";
    case model::field::kProcedureDosage:
      return "Gy";
    case model::field::kSurvival:
    case model::field::kExposureDuration:
      return "d";
    default:
      return "1";
  }
}

bool IsFold(std::string_view unit) { return unit == "x" || unit == "X" || unit == "fold"; }

std::vector<Literal::Part> PartsOf(const Literal& literal) {
  if (literal.kind == Literal::Kind::kCompound) return literal.parts;
  return {{literal.number, literal.unit}};
}

bool IsYear(const Literal& literal) {
  return literal.kind == Literal::Kind::kNumber && literal.unit.empty() && literal.number >= 1000 &&
         literal.number <= 9999 && literal.number == std::floor(literal.number);
}

// Up to an age in whole years, or at one, or above one: between two of them, at most, equal to, more than.
bool EndsWithWholeYears(const Compare& compare) {
  const Literal& last = compare.values.back();
  const auto unit = FindTimeUnit(last.unit);
  const Literal& first = compare.values.front();
  const bool reversed = first.kind == Literal::Kind::kNumber && (first.unit.empty() || first.unit == last.unit) &&
                        first.number > last.number;
  const bool ends =
      compare.op == Op::kBetween || compare.op == Op::kLessEqual || compare.op == Op::kIs || compare.op == Op::kGreater;
  return ends && last.kind == Literal::Kind::kNumber && unit && unit->months == 12 &&
         last.number == std::floor(last.number) && !reversed;
}

// A partial date stands for all of it: before 2024 ends with 2023, after 2024 begins with 2025.
ValueRange BoundsOf(Op op, const std::vector<Interval>& ends) {
  ValueRange bounds;
  switch (op) {
    case Op::kLess:
      bounds.high = ends[0].low - 1;
      break;
    case Op::kLessEqual:
      bounds.high = ends[0].high;
      break;
    case Op::kGreater:
      bounds.low = ends[0].high + 1;
      break;
    case Op::kGreaterEqual:
      bounds.low = ends[0].low;
      break;
    default:
      bounds = {ends.front().low, ends.back().high};
      break;
  }
  return bounds;
}

}  // namespace

bool IsTimeLiteral(const Literal& literal) {
  return literal.kind == Literal::Kind::kNumber || literal.kind == Literal::Kind::kCompound ||
         literal.kind == Literal::Kind::kDuration || literal.kind == Literal::Kind::kDate;
}

std::optional<HalfHours> ValueBinder::Duration(const Literal& literal) {
  if (literal.kind == Literal::Kind::kDuration) {
    auto parsed = model::ParseIsoDuration(literal.text);
    if (parsed.ok()) return *parsed;
    reporter_->Error(literal.span, "bad-duration", std::string(parsed.status().message()));
    return std::nullopt;
  }
  if (literal.kind != Literal::Kind::kNumber && literal.kind != Literal::Kind::kCompound) {
    reporter_->Error(literal.span, "not-a-duration", absl::StrCat("'", literal.text, "' is not an age or a duration"),
                     {"write it as 18 years, 6 weeks, 2 years 6 months or P2Y6M"});
    return std::nullopt;
  }
  double total = 0;
  for (const Literal::Part& part : PartsOf(literal)) {
    const auto unit = FindTimeUnit(part.unit);
    if (!unit) {
      if (const auto date = grammar::DateToWrite(literal.text)) {
        reporter_->Error(literal.span, "not-a-date", absl::StrCat("'", literal.text, "' is not written as a date"),
                         {absl::StrCat("write ", *date)});
      } else if (part.unit.empty() && PartsOf(literal).size() == 2 && PartsOf(literal)[1].number < 0) {
        const std::string from = absl::StrCat(PartsOf(literal)[0].number),
                          to = absl::StrCat(-PartsOf(literal)[1].number);
        reporter_->Error(literal.span, "missing-unit", "a range is written in words",
                         {absl::StrCat("write aged ", from, " to ", to, " in place of the comparison, or between ",
                                       from, " and ", to, " years")});
      } else if (part.unit.empty()) {
        reporter_->Error(literal.span, "missing-unit", "an age needs a unit",
                         {absl::StrCat("write ", literal.text, " years, or months, weeks, days")});
      } else {
        const std::string_view english = TimeUnitInEnglish(model::ToLower(part.unit));
        reporter_->Error(literal.span, "unknown-unit", absl::StrCat("'", part.unit, "' is not a unit of time"),
                         {english.empty() ? "units of time are years, months, weeks, days and hours"
                                          : absl::StrCat("write ", part.number, " ", std::string(english))});
      }
      return std::nullopt;
    }
    total += part.number * static_cast<double>(unit->length);
  }
  if (std::abs(total) > static_cast<double>(model::kEnd) / 2) {
    reporter_->Error(literal.span, "bad-duration", "the duration is too long");
    return std::nullopt;
  }
  if (literal.gestation) {
    const auto age = model::AgeOfGestation(total / static_cast<double>(model::kDay));
    if (age.ok()) return *age;
    reporter_->Error(literal.span, "bad-duration", std::string(age.status().message()));
    return std::nullopt;
  }
  return static_cast<HalfHours>(std::llround(total));
}

bool ValueBinder::IsDate(const Literal& literal) { return literal.kind == Literal::Kind::kDate || IsYear(literal); }

int64_t ValueBinder::WholeMonths(const Literal& literal) {
  if (literal.kind == Literal::Kind::kDuration) {
    // Of an ISO duration only the length is known; years and months make whole months of it.
    const auto parsed = model::ParseIsoDuration(literal.text);
    return parsed.ok() && *parsed % model::kMonth == 0 ? *parsed / model::kMonth : 0;
  }
  double months = 0;
  for (const Literal::Part& part : PartsOf(literal)) {
    const auto unit = FindTimeUnit(part.unit);
    if (unit) months += part.number * unit->months;
  }
  return static_cast<int64_t>(months);
}

std::optional<Interval> ValueBinder::Date(const Literal& literal) {
  if (IsDate(literal)) {
    auto parsed = model::ParseIsoDate(IsYear(literal) ? absl::StrCat(static_cast<int>(literal.number)) : literal.text);
    if (parsed.ok()) return *parsed;
    reporter_->Error(literal.span, "bad-date", std::string(parsed.status().message()));
    return std::nullopt;
  }
  reporter_->Error(literal.span, "not-a-date", absl::StrCat("'", literal.text, "' is not a date"),
                   {"write it as 2024, 2024-05 or 2024-05-17"});
  return std::nullopt;
}

std::optional<double> ValueBinder::InUnitOf(const Literal& literal, model::FieldId field) {
  if (literal.kind != Literal::Kind::kNumber) {
    reporter_->Error(literal.span, "not-a-number", absl::StrCat("'", literal.text, "' is not a number"));
    return std::nullopt;
  }
  const std::string fixed = FixedUnit(field);
  if (literal.unit.empty() || literal.unit == fixed || (fixed == "1" && IsFold(literal.unit))) return literal.number;
  auto from = model::ParseUnit(literal.unit);
  auto to = model::ParseUnit(fixed);
  if (from.ok() && to.ok()) {
    if (auto converted = model::Convert(literal.number, *from, *to); converted.ok()) return *converted;
  }
  reporter_->Error(literal.span, "incompatible-unit",
                   absl::StrCat(std::string(model::Info(field).name), " cannot be given in ", literal.unit),
                   {fixed == "1" ? "it is a number without unit" : absl::StrCat("it is in ", fixed)});
  return std::nullopt;
}

ConditionPtr ValueBinder::BindNumber(const Compare& compare, model::FieldId field) {
  if (!IsOrdered(compare.op)) {
    reporter_->Error(compare.op_span, "wrong-operator", "a number is compared with =, <, <=, >, >=, is not or between");
    return nullptr;
  }
  if (const auto unit_field = UnitFieldOf(field)) return quantities_.Bind(compare, field, *unit_field);
  std::vector<int64_t> ends;
  for (const Literal& literal : compare.values) {
    Literal with_unit = literal;  // between 2 and 6 weeks
    if (literal.kind == Literal::Kind::kNumber && literal.unit.empty()) with_unit.unit = compare.values.back().unit;
    const auto number = InUnitOf(with_unit, field);
    if (!number) return nullptr;
    ends.push_back(model::OrderedBits(*number));
  }
  const ValueRange bounds = BoundsOf(compare.op, ends.front(), ends.back());
  WarnIfEmpty(compare, ends.front() > ends.back(), reporter_);
  ConditionPtr range = MakeRange(field, model::kValuePart, bounds.low, bounds.high);
  return compare.op == Op::kIsNot ? RecordedButNot(Recorded(field), std::move(range)) : std::move(range);
}

// Between 40 and 49 years ends with the birthday, and so does at most 49 years; most protocols mean everybody who
// is 49. Above 65 years begins on the day after the birthday.
void ValueBinder::NoteLastYear(const Compare& compare, model::FieldId field, model::Part part, ValueRange last_year) {
  const auto any = HasValueIn(view_, field, part, last_year.low, last_year.high);
  if (!any.ok()) return reporter_->Fail(any.status());
  if (!*any) return;
  const Literal& first = compare.values.front();
  const auto last = static_cast<int64_t>(compare.values.back().number);
  Compare completed = compare;
  completed.values = {compare.values.back()};
  std::string criterion;
  if (compare.op == Op::kLessEqual || compare.op == Op::kGreater) {
    completed.op = compare.op == Op::kGreater ? Op::kGreaterEqual : Op::kLess;
    completed.values[0].number = static_cast<double>(last + 1);
    criterion = absl::StrCat(compare.op == Op::kGreater ? ">= " : "< ", last + 1, " years");
  } else if (first.kind == Literal::Kind::kNumber && first.number == std::floor(first.number) &&
             (first.unit.empty() || first.unit == compare.values.back().unit)) {
    completed.op = Op::kAged;
    completed.values = compare.values;
    for (Literal& value : completed.values) value.unit.clear();
    criterion = compare.op == Op::kIs ? absl::StrCat("aged ", last)
                                      : absl::StrCat("aged ", static_cast<int64_t>(first.number), " to ", last);
  }
  std::string statement = criterion.empty() ? "" : reporter_->RewrittenWith(&compare, std::move(completed));
  if (criterion.empty()) criterion = absl::StrCat(">= the first and < ", last + 1, " years");
  const std::string years =
      absl::StrCat("to count completed years, write ", statement.empty() ? criterion : std::move(statement));
  if (compare.op == Op::kGreater) {
    return reporter_->Note(compare.op_span, "last-year-counted",
                           absl::StrCat("who is older than ", last,
                                        " years exactly, by a day or by eleven months, is found, and some are"),
                           {years});
  }
  reporter_->Note(compare.op_span, "last-year-left-out",
                  absl::StrCat("who is older than ", last,
                               " years exactly, by a day or by eleven months, is left out, and some are"),
                  {years});
}

std::optional<std::vector<Interval>> ValueBinder::Dates(const Compare& compare) {
  std::vector<Interval> dates;
  for (const Literal& literal : compare.values) {
    const auto date = Date(literal);
    if (!date) return std::nullopt;
    dates.push_back(*date);
  }
  return dates;
}

std::optional<std::vector<Interval>> ValueBinder::Ages(const Compare& compare) {
  std::vector<Interval> ages;
  for (const Literal& literal : compare.values) {
    Literal with_unit = literal;  // between 40 and 60 years
    if (literal.kind == Literal::Kind::kNumber && literal.unit.empty()) {
      with_unit.unit = compare.values.back().unit;
      with_unit.gestation = compare.values.back().gestation;
    }
    const bool bare = with_unit.kind == Literal::Kind::kNumber && with_unit.unit.empty() && with_unit.number >= 0;
    if (bare && compare.op == Op::kBetween && compare.values.size() == 2) {  // the unit stands once, behind both
      reporter_->Error(compare.values.back().span, "missing-unit", "an age needs a unit",
                       {absl::StrCat("write between ", literal.text, " and ", compare.values.back().text,
                                     " years, or months, weeks, days")});
      return std::nullopt;
    }
    const auto age = Duration(with_unit);
    if (!age) return std::nullopt;
    ages.push_back({*age, *age});
  }
  return ages;
}

ConditionPtr ValueBinder::BindTime(const Compare& compare, model::FieldId field) {
  if (!IsOrdered(compare.op)) {
    reporter_->Error(compare.op_span, "wrong-operator",
                     "a time is compared with before, after, =, <, <=, >, >=, is not or between");
    return nullptr;
  }
  const bool dates = IsDate(compare.values.back());
  if (dates && compare.field.text.rfind("age", 0) == 0) {
    reporter_->Error(compare.values.back().span, "not-a-duration",
                     absl::StrCat("'", compare.field.text, "' is an age, not a date"),
                     {"write 18 years, 6 months, P18Y"});
    return nullptr;
  }
  const auto read = dates ? Dates(compare) : Ages(compare);
  if (!read) return nullptr;
  const std::vector<Interval>& ends = *read;
  WarnIfEmpty(compare, ends.front().low > ends.back().high, reporter_);
  if (!dates && EndsWithWholeYears(compare)) {
    NoteLastYear(compare, field, model::kAgeLow, {ends.back().high + 1, ends.back().high + model::kYear - 1});
  }
  const ValueRange bounds = BoundsOf(compare.op, ends);
  const model::Part low = dates ? model::kDateLow : model::kAgeLow;
  const model::Part high = dates ? model::kDateHigh : model::kAgeHigh;
  const bool possibly = compare.certainty == Compare::Certainty::kPossibly;
  if (compare.op != Op::kIsNot) return MakeIntervalRange(field, low, high, bounds, possibly);
  // Certainly not v is: not possibly v, and something known.
  return RecordedButNot(MakeRange(field, low, kLowest, kHighest),
                        MakeIntervalRange(field, low, high, bounds, !possibly));
}

// Of 2026 an age is certain where it holds on each day: who turns 18 in the year is neither below 18 nor at least 18.
void ValueBinder::NoteNoDay(const Compare& compare) {
  const std::string written = grammar::Print(*compare.as_of);
  const std::string day = absl::StrCat(written, IsYear(*compare.as_of) ? "-01-01" : "-01");
  Compare first_day = compare;
  first_day.as_of->kind = Literal::Kind::kDate;
  first_day.as_of->text = day;
  std::vector<std::string> hints = {
      absl::StrCat("name the day: age as of ", day, ", or study date ", day, "; in front")};
  const std::string statement = reporter_->RewrittenWith(&compare, std::move(first_day));
  if (!statement.empty()) hints.push_back(absl::StrCat("write ", statement));
  reporter_->Note(compare.field.span, "no-day",
                  absl::StrCat(written,
                               " is no day: ages are compared as they are on every day of it, and who has a "
                               "birthday in it may be on neither side"),
                  std::move(hints));
}

// The last half hour of birth of those who have `age`, or are older, on the day of `date`.
std::optional<HalfHours> ValueBinder::LatestBirth(const Literal& age, const std::string& unit, HalfHours date,
                                                  bool older) {
  Literal with_unit = age;
  if (age.kind == Literal::Kind::kNumber && age.unit.empty()) with_unit.unit = unit;
  const auto length = Duration(with_unit);
  if (!length) return std::nullopt;
  return (model::LatestBirth(model::DayOf(date), older ? *length + 1 : *length) + 1) * model::kDay - 1;
}

// The dates of birth of those who satisfy an age: at least one at `for_at_least`, below one, or at most, at
// `for_below`.
std::optional<ValueRange> ValueBinder::Born(const Compare& compare, HalfHours for_at_least, HalfHours for_below) {
  const Op op = compare.op;
  const std::string& unit = compare.values.back().unit;
  ValueRange birth;
  if (op != Op::kLess && op != Op::kLessEqual) {
    const auto latest = LatestBirth(compare.values.front(), unit, for_at_least, op == Op::kGreater);
    if (!latest) return std::nullopt;
    birth.high = *latest;
  }
  if (op != Op::kGreater && op != Op::kGreaterEqual) {
    const auto too_old = LatestBirth(compare.values.back(), unit, for_below, op != Op::kLess);
    if (!too_old) return std::nullopt;
    birth.low = *too_old + 1;
  }
  return birth;
}

ConditionPtr ValueBinder::BindAgeAsOf(const Compare& compare) {
  const auto as_of = Date(*compare.as_of);
  if (!as_of) return nullptr;
  if (!IsOrdered(compare.op)) {
    reporter_->Error(compare.op_span, "wrong-operator", "an age is compared with =, <, <=, >, >=, is not or between");
    return nullptr;
  }
  const bool possibly = compare.certainty == Compare::Certainty::kPossibly;
  // Certainly not an age is: not possibly that age.
  const bool widen = possibly != (compare.op == Op::kIsNot);
  // The older end of the date makes people younger: "certainly at least" is measured from it, "certainly below" from
  // the newer end; `possibly` the other way round.
  const HalfHours for_at_least = widen ? as_of->high : as_of->low;
  const HalfHours for_below = widen ? as_of->low : as_of->high;
  const auto born = Born(compare, for_at_least, for_below);
  if (!born) return nullptr;
  const ValueRange birth = *born;
  if (as_of->high - as_of->low >= model::kDay && compare.certainty == Compare::Certainty::kDefault) NoteNoDay(compare);
  WarnIfEmpty(compare, birth.low > birth.high, reporter_);
  if (EndsWithWholeYears(compare) && compare.op != Op::kIs) {
    Literal next = compare.values.back();
    next.number += 1;
    const auto too_old = LatestBirth(next, next.unit, for_below, false);
    const HalfHours youngest = compare.op == Op::kGreater ? birth.high : birth.low - 1;
    if (too_old) NoteLastYear(compare, model::field::kBirth, model::kDateLow, {*too_old + 1, youngest});
  }
  ConditionPtr range = MakeIntervalRange(model::field::kBirth, model::kDateLow, model::kDateHigh, birth, widen);
  if (compare.op != Op::kIsNot) return range;
  return RecordedButNot(MakeRange(model::field::kBirth, model::kDateLow, kLowest, kHighest), std::move(range));
}

}  // namespace muster::bind
