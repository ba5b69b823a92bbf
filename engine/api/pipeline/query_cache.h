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

/// Parsing and binding take longer than most counts, and the same texts come again. Thread-safe; bounded by number and
/// length of texts: those asked least lately go first.
class QueryCache {
 public:
  struct Found {
    PreparedTextPtr prepared;  ///< null when the text was not asked before of this version
    Statements statements;     ///< null when it was not asked before of any; they are the same for all
  };
  Found Find(uint64_t version, std::string_view text, const QueryOptions& options);
  /// Texts that were asked of this version or a later one, the latest first.
  std::vector<PreparedTextPtr> AskedSince(uint64_t version) const;
  void Insert(uint64_t version, std::string_view text, const QueryOptions& options, PreparedTextPtr prepared);

 private:
  static constexpr size_t kMaxTexts = 1024;
  static constexpr size_t kLongestText = size_t{16} << 10;
  static constexpr size_t kMaxBytes = size_t{1} << 20;  // of texts; their plans are larger

  static bool IsCacheable(std::string_view text, const QueryOptions& options) {
    return text.size() <= kLongestText && options.parameters.empty();
  }
  static std::string Key(std::string_view text, const QueryOptions& options);

  struct Entry {
    std::string key;
    uint64_t version = 0;
    PreparedTextPtr prepared;
  };
  using Entries = std::list<Entry>;

  mutable absl::Mutex mutex_;
  Entries entries_ ABSL_GUARDED_BY(mutex_);                                      // the one asked last comes first
  HashMap<std::string_view, Entries::iterator> places_ ABSL_GUARDED_BY(mutex_);  // by Entry::key
  size_t bytes_ ABSL_GUARDED_BY(mutex_) = 0;                                     // of keys
};

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_PIPELINE_QUERY_CACHE_H_
