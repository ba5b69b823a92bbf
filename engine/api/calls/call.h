// Private to api/: which calls of the public API are under way.
#ifndef MUSTER_ENGINE_API_CALLS_CALL_H_
#define MUSTER_ENGINE_API_CALLS_CALL_H_

#include "absl/status/status.h"

namespace muster::api {

/// A call of the public API, on the thread that makes it, until it is destroyed. Calls within calls, as those of a
/// callback, are of the first. When the process ends, no more calls are allowed, and those that are under way are
/// stopped and waited for a little, because `exit` destroys static objects of the libraries that they use.
class Call {
 public:
  Call();
  ~Call();
  Call(const Call&) = delete;
  Call& operator=(const Call&) = delete;

  /// False: the process is ending.
  bool allowed() const { return allowed_; }

  /// On this thread.
  static bool IsUnderWay();

 private:
  const bool allowed_;
};

bool IsProcessEnding();
/// What is answered where a call is not allowed.
absl::Status ProcessIsEnding();

/// What is answered of a catalogue that was destroyed.
absl::Status ClosedCatalogue();

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_CALLS_CALL_H_
