// Private to api/: how long stages take.
#ifndef MUSTER_ENGINE_API_PIPELINE_CLOCK_H_
#define MUSTER_ENGINE_API_PIPELINE_CLOCK_H_

#include <chrono>
#include <cstdint>

namespace muster::api {

using Clock = std::chrono::steady_clock;

inline int64_t Microseconds(Clock::time_point begin, Clock::time_point end) {
  return std::chrono::duration_cast<std::chrono::microseconds>(end - begin).count();
}
inline int64_t Microseconds(Clock::time_point since) { return Microseconds(since, Clock::now()); }

/// Measures how long a stage takes. Reading the clock takes about 50 ns, as long as a short stage, so it is read only
/// if an explanation shows the time.
class StageTimer {
 public:
  explicit StageTimer(bool is_told) : is_told_(is_told), start_(is_told ? Clock::now() : Clock::time_point()) {}
  int64_t Microseconds() const { return is_told_ ? api::Microseconds(start_) : 0; }

 private:
  const bool is_told_;
  const Clock::time_point start_;
};

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_PIPELINE_CLOCK_H_
