// Communication with systemd and operators: signals and notifications.
#ifndef MUSTER_SERVE_LIFECYCLE_H_
#define MUSTER_SERVE_LIFECYCLE_H_

#include <chrono>
#include <string_view>

namespace muster::serve {

enum class Signal { kNone, kReload, kEnd };

/// Blocks SIGTERM, SIGINT and SIGHUP in this thread and those that it starts, so that they can be waited for.
void BlockSignals();

/// Waits for one of them, at most `time`.
Signal WaitForSignal(std::chrono::milliseconds time);

/// Tells systemd `state` ("READY=1") where it wants to know.
void NotifySystemd(std::string_view state);

}  // namespace muster::serve

#endif  // MUSTER_SERVE_LIFECYCLE_H_
