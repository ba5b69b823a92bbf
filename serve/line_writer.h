// Lines of the log.
#ifndef MUSTER_SERVE_LINE_WRITER_H_
#define MUSTER_SERVE_LINE_WRITER_H_

#include <ostream>
#include <string>
#include <string_view>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "serve/json/json.h"

namespace muster::serve {

/// Lines to a stream, from any thread.
class LineWriter {
 public:
  explicit LineWriter(std::ostream& out) : out_(out) {}
  void Write(const std::string& line) {
    absl::MutexLock lock(&mutex_);
    out_ << line << "\n" << std::flush;
  }
  /// An event of the service's life.
  void Event(std::string_view event, std::string_view detail) {
    Write(WriteJson(Json{{"event", event}, {"detail", detail}}));
  }

 private:
  absl::Mutex mutex_;
  std::ostream& out_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace muster::serve

#endif  // MUSTER_SERVE_LINE_WRITER_H_
