// A small database of its own beside a catalogue: keys and values that are added in batches.
#ifndef MUSTER_STORAGE_ROCKS_ROCKS_JOURNAL_H_
#define MUSTER_STORAGE_ROCKS_ROCKS_JOURNAL_H_

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace muster::storage {

/// At most one process has it open for writing; others may read it as it was when they opened it. Thread-safe. A batch
/// is written completely or not at all, and never without the batches before it.
class RocksJournal {
 public:
  struct Options {
    bool read_only = false;
    bool create_if_missing = false;
  };
  struct Batch {
    std::vector<std::pair<std::string, std::string>> puts;
    std::vector<std::string> deletes;
  };

  /// NotFound: none there. Unavailable: another process, or this one, has it open for writing. Others as of a
  /// catalogue.
  static absl::StatusOr<std::unique_ptr<RocksJournal>> Open(const std::string& path, const Options& options);
  virtual ~RocksJournal() = default;

  /// Hands the batch to the system: it outlives the process from then on. On disk with the next Sync().
  virtual absl::Status Write(const Batch& batch) = 0;
  /// Returns when everything written before is on disk. Concurrent callers share one sync.
  virtual absl::Status Sync() = 0;

  virtual absl::StatusOr<std::optional<std::string>> Get(std::string_view key) const = 0;
  /// Calls `visit` for the keys from `begin` on, and before `end`, in order; until it returns false.
  using Visit = std::function<bool(std::string_view key, std::string_view value)>;
  virtual absl::Status Scan(std::string_view begin, std::string_view end, const Visit& visit) const = 0;
};

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_ROCKS_ROCKS_JOURNAL_H_
