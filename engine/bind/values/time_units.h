// Units of time by the words that people write.
#ifndef MUSTER_ENGINE_BIND_VALUES_TIME_UNITS_H_
#define MUSTER_ENGINE_BIND_VALUES_TIME_UNITS_H_

#include <optional>
#include <string_view>

#include "engine/model/time/time.h"

namespace muster::bind {

struct TimeUnit {
  model::HalfHours length;
  int months;  ///< whole months, where the calendar counts in them; else 0
};

/// "years", "mo", "d"; nothing of other words.
std::optional<TimeUnit> FindTimeUnit(std::string_view word);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_VALUES_TIME_UNITS_H_
