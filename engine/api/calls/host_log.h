// Private to api/: lines for the log of the embedding program.
#ifndef MUSTER_ENGINE_API_CALLS_HOST_LOG_H_
#define MUSTER_ENGINE_API_CALLS_HOST_LOG_H_

#include <string>
#include <string_view>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "muster/log.h"

namespace muster::api {

/// Calls the host's function, if there is one, for what is important enough. Thread-safe. Not to be used while a lock
/// is held, which the function could wait for.
class HostLog {
 public:
  HostLog(LogFunction write, LogLevel from) : write_(std::move(write)), from_(from) {}

  bool Wants(LogLevel level) const { return write_ != nullptr && level >= from_ && !is_writing_; }

  /// A line of `parts` joined.
  template <typename... Parts>
  void Write(LogLevel level, const Parts&... parts) const {
    if (!Wants(level)) return;
    is_writing_ = true;
    try {
      write_(level, absl::StrCat(parts...));
    } catch (...) {
      // If it cannot be logged, the call does not fail.
    }
    is_writing_ = false;
  }

  /// Logs a failure of `doing`; as kError if it is damage.
  void WriteFailure(std::string_view doing, const absl::Status& status) const {
    Write(absl::IsDataLoss(status) ? LogLevel::kError : LogLevel::kWarning, std::string(doing),
          " failed: ", status.ToString());
  }

 private:
  // The host's function may query the catalogue; its queries log nothing, as it would be called for them without end.
  static inline constinit thread_local bool is_writing_ = false;

  const LogFunction write_;
  const LogLevel from_;
};

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_CALLS_HOST_LOG_H_
