// Private to api/: a cache of prepared texts: parsed, bound and planned.
#ifndef MUSTER_ENGINE_API_PIPELINE_QUERY_CACHE_H_
#define MUSTER_ENGINE_API_PIPELINE_QUERY_CACHE_H_

#include <cstdint>
#include <list>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "containers/hash_table.h"
#include "containers/quick_mutex.h"
#include "engine/api/pipeline/prepared_text.h"
#include "muster/catalogue.h"

namespace muster::api {

/// Parsing and binding take longer than most counts, and the same texts come again, with the same parameter values or
/// others. Thread-safe; bounded by memory, with eviction of the least recently used.
class QueryCache {
 public:
  /// Room for about ten thousand texts of a few criteria each.
  static constexpr size_t kMaxBytes = size_t{64} << 20;

  explicit QueryCache(size_t max_bytes = kMaxBytes) : max_bytes_(max_bytes) {}

  struct Found {
    PreparedTextPtr prepared;  ///< null unless the text was prepared for this version with these parameter values
    ParsedTextPtr
        parsed;  ///< the parsed text, for any version or values; null if `prepared` is not null, as that includes it
  };
  Found Find(uint64_t version, std::string_view text, const QueryOptions& options);
  /// Texts that were prepared for this version or a later one, most recently used first; at most kMaxAsked.
  std::vector<PreparedTextPtr> AskedSince(uint64_t version) const;
  static constexpr size_t kMaxAsked = 1024;
  void Insert(uint64_t version, std::string_view text, const QueryOptions& options, PreparedTextPtr prepared);

  struct Use {
    uint64_t hits = 0;  ///< of prepared texts
    uint64_t misses = 0;
    uint64_t bytes = 0;  ///< now
  };
  Use use() const;

 private:
  struct Entry {
    std::string key;
    uint64_t version = 0;
    PreparedTextPtr prepared;  ///< null if only the parsed text is cached, for other parameter values
    ParsedTextPtr parsed;
    size_t bytes = 0;
  };
  using Entries = std::list<Entry>;

  void Put(Entries* added) ABSL_LOCKS_EXCLUDED(mutex_);

  const size_t max_bytes_;
  mutable QuickMutex mutex_;
  Entries entries_ ABSL_GUARDED_BY(mutex_);                                      // most recently used first
  HashMap<std::string_view, Entries::iterator> places_ ABSL_GUARDED_BY(mutex_);  // by Entry::key
  size_t bytes_ ABSL_GUARDED_BY(mutex_) = 0;
  uint64_t hits_ ABSL_GUARDED_BY(mutex_) = 0;
  uint64_t misses_ ABSL_GUARDED_BY(mutex_) = 0;
};

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_PIPELINE_QUERY_CACHE_H_
