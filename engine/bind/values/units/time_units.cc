#include "engine/bind/values/units/time_units.h"

#include <utility>

namespace muster::bind {
namespace {

constexpr TimeUnit kYears = {model::kYear, 12}, kMonths = {model::kMonth, 1}, kWeeks = {model::kWeek, 0},
                   kDays = {model::kDay, 0}, kHours = {2, 0};

// Those that are mostly written come first.
constexpr std::pair<std::string_view, TimeUnit> kUnits[] = {
    {"years", kYears},  {"year", kYears},  {"months", kMonths}, {"days", kDays}, {"weeks", kWeeks},
    {"y", kYears},      {"yr", kYears},    {"yrs", kYears},     {"yo", kYears},  {"a", kYears},
    {"month", kMonths}, {"mo", kMonths},   {"week", kWeeks},    {"wk", kWeeks},  {"day", kDays},
    {"d", kDays},       {"hours", kHours}, {"hour", kHours},    {"h", kHours},
};

}  // namespace

std::optional<TimeUnit> FindTimeUnit(std::string_view word) {
  for (const auto& [name, unit] : kUnits) {
    if (name == word) return unit;
  }
  return std::nullopt;
}

}  // namespace muster::bind
