// Whether a node is asked, after it has failed.
#ifndef MUSTER_SERVE_NETWORK_BREAKER_H_
#define MUSTER_SERVE_NETWORK_BREAKER_H_

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace muster::serve {

/// A circuit breaker: opens after 5 failures in a row, or 10 of the last 20 requests; lets one trial through after 5 s,
/// and waits twice as long each time that one fails, up to 5 minutes. Not thread-safe.
class Breaker {
 public:
  using Time = std::chrono::steady_clock::time_point;

  /// Whether a request may be sent now. One that is allowed has to be followed by Succeeded or Failed.
  bool Allow(Time now);
  void Succeeded();
  void Failed(Time now);
  bool open() const { return open_; }

 private:
  void Remember(bool failed);

  bool open_ = false;
  bool trial_ = false;  ///< one is under way
  Time until_;
  std::chrono::seconds wait_{5};
  int in_a_row_ = 0;
  uint32_t last_ = 0;  ///< a bit for each of the last 20: failed
  int known_ = 0;
};

}  // namespace muster::serve

#endif  // MUSTER_SERVE_NETWORK_BREAKER_H_
