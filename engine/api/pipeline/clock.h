// Private to api/: how long stages take.
#ifndef MUSTER_ENGINE_API_PIPELINE_CLOCK_H_
#define MUSTER_ENGINE_API_PIPELINE_CLOCK_H_

#include <chrono>
#include <cstdint>

namespace muster::api {

using Clock = std::chrono::steady_clock;

inline int64_t Microseconds(Clock::time_point since) {
  return std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - since).count();
}

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_PIPELINE_CLOCK_H_
