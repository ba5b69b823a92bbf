// Units of time, by their common names and abbreviations.
#ifndef MUSTER_ENGINE_BIND_VALUES_UNITS_TIME_UNITS_H_
#define MUSTER_ENGINE_BIND_VALUES_UNITS_TIME_UNITS_H_

#include <optional>
#include <string_view>

#include "engine/model/time/time.h"

namespace muster::bind {

struct TimeUnit {
  model::HalfHours length;
  int months;  ///< whole months, for units of the calendar (months, years); else 0
};

/// The unit named "years", "mo", "d"; nullopt for other words.
std::optional<TimeUnit> FindTimeUnit(std::string_view word);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_VALUES_UNITS_TIME_UNITS_H_
