#include "engine/release/by_text/fineness.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "engine/bind/values/units/time_units.h"
#include "engine/model/time/time.h"

namespace muster::release {
namespace {

using grammar::Literal;
using model::HalfHours;

// The length in half hours, not rounded; nothing of what is no length of time.
std::optional<double> LengthOf(const Literal& literal) {
  if (literal.kind == Literal::Kind::kDuration) {
    const auto parsed = model::ParseIsoDuration(literal.text);
    return parsed.ok() ? std::optional(static_cast<double>(*parsed)) : std::nullopt;
  }
  std::vector<Literal::Part> parts;
  if (literal.kind == Literal::Kind::kCompound) parts = literal.parts;
  if (literal.kind == Literal::Kind::kNumber) parts = {{literal.number, literal.unit}};
  if (parts.empty()) return std::nullopt;
  double length = 0;
  for (const Literal::Part& part : parts) {
    const auto unit = bind::FindTimeUnit(part.unit);
    if (!unit) return std::nullopt;
    length += part.number * static_cast<double>(unit->length);
  }
  return length;
}

bool IsMultiple(double length, HalfHours of) { return std::fmod(length, static_cast<double>(of)) == 0; }

bool IsAligned(int64_t day, DateFineness fineness) {
  const model::CivilDate date = model::CivilFromDays(day);
  return date.day == 1 && (fineness == DateFineness::kMonth || date.month == 1);
}

}  // namespace

bool IsTooFineAge(const Literal& literal, AgeFineness fineness) {
  const std::optional<double> length = LengthOf(literal);
  if (fineness == AgeFineness::kAny || !length) return false;
  if (literal.gestation) return true;
  const double years = std::abs(*length) / static_cast<double>(model::kYear);
  if (years < 2) return !IsMultiple(*length, model::kMonth);
  if (fineness == AgeFineness::kFiveYears && years >= 20) return !IsMultiple(*length, 5 * model::kYear);
  return !IsMultiple(*length, model::kYear);
}

bool IsTooFineBand(const Literal& literal, AgeFineness fineness) {
  const std::optional<double> length = LengthOf(literal);
  if (fineness == AgeFineness::kAny || !length) return false;
  return !IsMultiple(*length, fineness == AgeFineness::kFiveYears ? 5 * model::kYear : model::kYear);
}

bool IsTooFineDistance(const Literal& literal, AgeFineness fineness) {
  const std::optional<double> length = LengthOf(literal);
  if (fineness == AgeFineness::kAny || !length) return false;
  return *length == 0 || !(IsMultiple(*length, model::kWeek) || IsMultiple(*length, model::kMonth) ||
                           IsMultiple(*length, 5 * model::kDay));
}

bool IsTooFineDate(const Literal& literal, DateEnd end, DateFineness fineness) {
  if (fineness == DateFineness::kDay) return false;
  const bool year = literal.kind == Literal::Kind::kNumber && literal.unit.empty() && literal.number >= 1000 &&
                    literal.number <= 9999 && literal.number == std::floor(literal.number);
  if (year || literal.kind != Literal::Kind::kDate) return false;
  const auto days = model::ParseIsoDate(literal.text);
  if (!days.ok()) return false;  // the binder says what is wrong with it
  if (end != DateEnd::kLast && !IsAligned(model::DayOf(days->low), fineness)) return true;
  return end != DateEnd::kFirst && !IsAligned(model::DayOf(days->high + 1), fineness);
}

bool IsTooFineNumber(double number, std::optional<uint32_t> digits) {
  if (!digits || number == 0 || !std::isfinite(number)) return false;
  char text[40];
  std::snprintf(text, sizeof text, "%.*e", static_cast<int>(*digits) - 1, number);
  return std::strtod(text, nullptr) != number;
}

}  // namespace muster::release
