// Private to api/: a cache of guests' texts: parsed, bound and counted, before the door decides.
#ifndef MUSTER_ENGINE_API_GUEST_KNOWN_KNOWN_TEXTS_H_
#define MUSTER_ENGINE_API_GUEST_KNOWN_KNOWN_TEXTS_H_

#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "containers/hash_table.h"
#include "engine/api/guest/questions/counted_sets.h"
#include "engine/api/guest/questions/guest_statement.h"
#include "engine/api/pipeline/prepared_text.h"
#include "muster/diagnostic.h"
#include "muster/query.h"

namespace muster::api {

/// The part of an answer that depends only on the text and on what its guest sees, so that it is the same for all
/// guests who see the same. What a guest may ask, and what is shown of the people behind a number, is decided each
/// time.
struct KnownText {
  struct Words {
    std::string printed;   ///< canonical
    std::string redacted;  ///< as the ledger keeps it
    std::string shape;
    uint64_t units = 0;
  };
  PreparedText parsed;
  std::vector<Words> words;                     ///< of each statement, as all that follows
  std::vector<GuestStatement> taken;            ///< judged by its words
  std::vector<std::vector<Diagnostic>> said;    ///< when it was bound
  std::vector<std::vector<CountedSets>> found;  ///< behind its questions
};
using KnownTextPtr = std::shared_ptr<const KnownText>;

/// About how much memory it takes.
size_t SizeInBytes(const KnownText& text);

/// To read a text and to count the people behind it takes longer than to decide its numbers, and the same texts come
/// again: from pages that all look at, and in the service with each reload. Thread-safe; bounded by memory: those asked
/// least lately go first.
class KnownTexts {
 public:
  static constexpr size_t kMaxBytes = size_t{16} << 20;

  explicit KnownTexts(size_t max_bytes = kMaxBytes) : max_bytes_(max_bytes) {}

  /// Null: not asked before of what has the number `view`, or forgotten.
  KnownTextPtr Find(uint64_t view, std::string_view text, const QueryOptions& options);
  void Insert(uint64_t view, std::string_view text, const QueryOptions& options, KnownTextPtr known);
  /// Forgets all.
  void Clear();

 private:
  struct Entry {
    std::string key;
    KnownTextPtr known;
    size_t bytes = 0;
  };
  using Entries = std::list<Entry>;

  const size_t max_bytes_;
  absl::Mutex mutex_;
  Entries entries_ ABSL_GUARDED_BY(mutex_);                                      // the one asked last comes first
  HashMap<std::string_view, Entries::iterator> places_ ABSL_GUARDED_BY(mutex_);  // by Entry::key
  size_t bytes_ ABSL_GUARDED_BY(mutex_) = 0;
};

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_GUEST_KNOWN_KNOWN_TEXTS_H_
