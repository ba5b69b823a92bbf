// Reports the progress of an import to a callback.
#ifndef MUSTER_ENGINE_IMPORT_PROGRESS_H_
#define MUSTER_ENGINE_IMPORT_PROGRESS_H_

#include <chrono>
#include <cstdint>
#include <limits>

#include "absl/status/status.h"
#include "engine/import/record/reporter.h"
#include "muster/import.h"

namespace muster::import {

/// Counts bytes of files as they are stored, and calls ImportOptions::progress now and then.
class Progress {
 public:
  /// Both must outlive this.
  Progress(const ImportOptions& options, Reporter& reporter) : options_(options), reporter_(reporter) {}

  /// A file that will be read.
  void Expect(uint64_t bytes) {
    if (total_ != kUnknown) total_ += bytes;
  }
  /// One whose size cannot be known: a total without one of its parts would be wrong.
  void ExpectUnknown() { total_ = kUnknown; }
  /// So much of the present file is read.
  void Reach(uint64_t bytes) { of_file_ = bytes; }
  /// The current file, of `bytes` stored bytes, has been read.
  void EndFile(uint64_t bytes) {
    before_ += bytes;
    of_file_ = 0;
  }
  /// Calls the callback, if `now` or if enough time has passed. Errors: Cancelled: the callback returned false. The
  /// status of the thread's allowance if that is used up.
  absl::Status Tell(bool now);

 private:
  using Clock = std::chrono::steady_clock;
  static constexpr uint64_t kUnknown = std::numeric_limits<uint64_t>::max();

  const ImportOptions& options_;
  Reporter& reporter_;
  uint64_t before_ = 0;
  uint64_t of_file_ = 0;
  uint64_t total_ = 0;
  Clock::time_point told_{};
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_PROGRESS_H_
