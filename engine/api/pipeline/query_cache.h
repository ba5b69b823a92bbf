// Private to api/: texts that were asked before, bound and planned.
#ifndef MUSTER_ENGINE_API_PIPELINE_QUERY_CACHE_H_
#define MUSTER_ENGINE_API_PIPELINE_QUERY_CACHE_H_

#include <cstdint>
#include <list>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "containers/hash_table.h"
#include "engine/api/pipeline/prepared_text.h"
#include "muster/catalogue.h"

namespace muster::api {

/// Parsing and binding take longer than most counts, and the same texts come again, with the same values for parameters
/// or others. Thread-safe; bounded by memory: those asked least lately go first.
class QueryCache {
 public:
  /// Ten thousand texts of some criteria each.
  static constexpr size_t kMaxBytes = size_t{64} << 20;

  explicit QueryCache(size_t max_bytes = kMaxBytes) : max_bytes_(max_bytes) {}

  struct Found {
    PreparedTextPtr prepared;  ///< null when the text was not asked before of this version, with these values
    ParsedTextPtr parsed;      ///< null when it was not asked before at all
  };
  Found Find(uint64_t version, std::string_view text, const QueryOptions& options);
  /// Texts that were asked of this version or a later one, the latest first; at most kMaxAsked.
  std::vector<PreparedTextPtr> AskedSince(uint64_t version) const;
  static constexpr size_t kMaxAsked = 1024;
  void Insert(uint64_t version, std::string_view text, const QueryOptions& options, PreparedTextPtr prepared);

  struct Use {
    uint64_t hits = 0;  ///< of what was prepared
    uint64_t misses = 0;
    uint64_t bytes = 0;  ///< now
  };
  Use use() const;

 private:
  struct Entry {
    std::string key;
    uint64_t version = 0;
    PreparedTextPtr prepared;  ///< null: only the text is kept, for other values
    ParsedTextPtr parsed;
    size_t bytes = 0;
  };
  using Entries = std::list<Entry>;

  void Put(Entries* added) ABSL_LOCKS_EXCLUDED(mutex_);

  const size_t max_bytes_;
  mutable absl::Mutex mutex_;
  Entries entries_ ABSL_GUARDED_BY(mutex_);                                      // the one asked last comes first
  HashMap<std::string_view, Entries::iterator> places_ ABSL_GUARDED_BY(mutex_);  // by Entry::key
  size_t bytes_ ABSL_GUARDED_BY(mutex_) = 0;
  uint64_t hits_ ABSL_GUARDED_BY(mutex_) = 0;
  uint64_t misses_ ABSL_GUARDED_BY(mutex_) = 0;
};

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_PIPELINE_QUERY_CACHE_H_
