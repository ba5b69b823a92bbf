#include "engine/bind/values/value_binder.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "engine/bind/bound/conditions.h"
#include "engine/bind/bound/other_tongues.h"
#include "engine/bind/values/age_as_of_binder.h"
#include "engine/bind/values/remarks/last_year.h"
#include "engine/bind/values/remarks/unit_not_named.h"
#include "engine/bind/values/units/time_units.h"
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

// The fixed units of number fields whose records have no unit.
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

// A partial date means all of its days: before 2024 ends with 2023, after 2024 begins with 2025.
ValueRange BoundsOfTimes(Op op, const std::vector<Interval>& ends) {
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
  const Literal::Part single = {literal.number, literal.unit};
  const bool several = literal.kind == Literal::Kind::kCompound;
  for (const Literal::Part& part : several ? std::span(literal.parts) : std::span(&single, 1)) {
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

namespace {

// 2020-13-01, where day and month have changed places.
std::vector<std::string> MonthInItsPlace(const std::string& text) {
  const std::vector<std::string> parts = absl::StrSplit(text, '-');
  int month = 0, day = 0;
  const bool numbers = parts.size() == 3 && absl::SimpleAtoi(parts[1], &month) && absl::SimpleAtoi(parts[2], &day);
  if (!numbers || month <= 12) return {};
  if (day > 12) return {"the month, 01 to 12, stands in the middle"};
  return {absl::StrCat("the month, 01 to 12, stands in the middle: ", parts[0], "-", parts[2], "-", parts[1])};
}

}  // namespace

std::optional<Interval> ValueBinder::Date(const Literal& literal) {
  if (IsDate(literal)) {
    auto parsed = model::ParseIsoDate(IsYear(literal) ? absl::StrCat(static_cast<int>(literal.number)) : literal.text);
    if (parsed.ok()) return *parsed;
    reporter_->Error(literal.span, "bad-date", std::string(parsed.status().message()), MonthInItsPlace(literal.text));
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
  NoteUnitNotNamed(reporter_, compare, field, FixedUnit(field));
  ConditionPtr range = MakeRange(field, model::kValuePart, bounds.low, bounds.high);
  return compare.op == Op::kIsNot ? RecordedButNot(Recorded(field), std::move(range)) : std::move(range);
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
    const bool bare_number = literal.kind == Literal::Kind::kNumber && literal.unit.empty();
    Literal with_unit;
    if (bare_number) {  // between 40 and 60 years
      with_unit = literal;
      with_unit.unit = compare.values.back().unit;
      with_unit.gestation = compare.values.back().gestation;
    }
    const Literal& meant = bare_number ? with_unit : literal;
    const bool bare = bare_number && meant.unit.empty() && meant.number >= 0;
    if (bare && compare.op == Op::kBetween && compare.values.size() == 2) {  // the unit stands once, behind both
      reporter_->Error(compare.values.back().span, "missing-unit", "an age needs a unit",
                       {absl::StrCat("write between ", literal.text, " and ", compare.values.back().text,
                                     " years, or months, weeks, days")});
      return std::nullopt;
    }
    const auto age = Duration(meant);
    if (!age) return std::nullopt;
    ages.push_back({*age, *age});
  }
  return ages;
}

ConditionPtr ValueBinder::BindTime(const Compare& compare, model::FieldId field, bool negated) {
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
    NoteLastYear(view_, reporter_, compare, field, model::kAgeLow,
                 {ends.back().high + 1, ends.back().high + model::kYear - 1}, negated);
  }
  const ValueRange bounds = BoundsOfTimes(compare.op, ends);
  const model::Part low = dates ? model::kDateLow : model::kAgeLow;
  const model::Part high = dates ? model::kDateHigh : model::kAgeHigh;
  const bool possibly = compare.certainty == Compare::Certainty::kPossibly;
  if (compare.op != Op::kIsNot) return MakeIntervalRange(field, low, high, bounds, possibly);
  // Certainly not v is: not possibly v, and something known.
  return RecordedButNot(MakeRange(field, low, kLowest, kHighest),
                        MakeIntervalRange(field, low, high, bounds, !possibly));
}

ConditionPtr ValueBinder::BindAgeAsOf(const Compare& compare, bool negated) {
  return AgeAsOfBinder(view_, reporter_, this).Bind(compare, negated);
}

}  // namespace muster::bind
