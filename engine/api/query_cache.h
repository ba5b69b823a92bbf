// Private to api/: texts that were asked before, bound and planned.
#ifndef MUSTER_ENGINE_API_QUERY_CACHE_H_
#define MUSTER_ENGINE_API_QUERY_CACHE_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/container/flat_hash_map.h"
#include "absl/synchronization/mutex.h"
#include "engine/bind/bound.h"
#include "engine/plan/plan.h"
#include "grammar/syntax.h"
#include "muster/catalogue.h"

namespace muster::api {

using Statements = std::shared_ptr<const std::vector<grammar::Statement>>;

/// A text whose statements are all counts or lists, ready to run on one version of the catalogue.
struct PreparedText {
  Statements statements;
  std::vector<std::vector<Diagnostic>> diagnostics;  ///< of each; none is an error
  std::vector<bind::Query> queries;
  std::vector<plan::Plan> plans;
};
using PreparedTextPtr = std::shared_ptr<const PreparedText>;

/// Parsing and binding take longer than most counts, and the same texts come again. Thread-safe; bounded by number and
/// length of texts.
class QueryCache {
 public:
  struct Found {
    PreparedTextPtr prepared;  ///< null when the text was not asked before of this version
    Statements statements;     ///< null when it was not asked before of any; they are the same for all
  };
  Found Find(uint64_t version, std::string_view text, const QueryOptions& options) const;
  /// Texts that were asked of this version or a later one, at most so many.
  std::vector<PreparedTextPtr> AskedSince(uint64_t version, size_t most) const;
  void Insert(uint64_t version, std::string_view text, const QueryOptions& options, PreparedTextPtr prepared);

 private:
  static constexpr size_t kMostTexts = 256;
  static constexpr size_t kLongestText = 16384;

  static bool IsCacheable(std::string_view text, const QueryOptions& options) {
    return text.size() <= kLongestText && options.parameters.empty();
  }
  static std::string Key(std::string_view text, const QueryOptions& options);

  struct Entry {
    uint64_t version = 0;
    PreparedTextPtr prepared;
  };

  mutable absl::Mutex mutex_;
  absl::flat_hash_map<std::string, Entry> texts_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_QUERY_CACHE_H_
