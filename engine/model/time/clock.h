// The offset from UTC behind a time of day.
#ifndef MUSTER_ENGINE_MODEL_TIME_CLOCK_H_
#define MUSTER_ENGINE_MODEL_TIME_CLOCK_H_

#include <string_view>

#include "engine/model/time/time.h"

namespace muster::model {

/// How far the clock of a time that ParseIsoDate takes is ahead of UTC by the offset behind it ("+01:00"), which is not
/// applied to the interval. Rounded down to the half hour; 0 without an offset.
HalfHours ClockAheadOfUtc(std::string_view text);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_TIME_CLOCK_H_
