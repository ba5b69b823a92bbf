#include "engine/bind/values/units/time_units.h"

#include <functional>
#include <map>
#include <string>

namespace muster::bind {

std::optional<TimeUnit> FindTimeUnit(std::string_view word) {
  static const auto* units = new std::map<std::string, TimeUnit, std::less<>>{
      {"year", {model::kYear, 12}},
      {"years", {model::kYear, 12}},
      {"y", {model::kYear, 12}},
      {"yr", {model::kYear, 12}},
      {"yrs", {model::kYear, 12}},
      {"yo", {model::kYear, 12}},
      {"a", {model::kYear, 12}},
      {"month", {model::kMonth, 1}},
      {"months", {model::kMonth, 1}},
      {"mo", {model::kMonth, 1}},
      {"week", {model::kWeek, 0}},
      {"weeks", {model::kWeek, 0}},
      {"wk", {model::kWeek, 0}},
      {"day", {model::kDay, 0}},
      {"days", {model::kDay, 0}},
      {"d", {model::kDay, 0}},
      {"hour", {2, 0}},
      {"hours", {2, 0}},
      {"h", {2, 0}},
  };
  const auto it = units->find(word);
  return it == units->end() ? std::nullopt : std::optional(it->second);
}

}  // namespace muster::bind
