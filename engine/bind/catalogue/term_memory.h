// A cache of terms that were bound in a field, for one version of the catalogue.
#ifndef MUSTER_ENGINE_BIND_CATALOGUE_TERM_MEMORY_H_
#define MUSTER_ENGINE_BIND_CATALOGUE_TERM_MEMORY_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "absl/base/thread_annotations.h"
#include "absl/hash/hash.h"
#include "absl/strings/string_view.h"
#include "containers/hash_table.h"
#include "containers/quick_mutex.h"
#include "engine/model/schema/schema.h"

namespace muster::bind {

/// Keyed by field, text, and `how` the term is meant (a number that the binder chooses). Holds some thousand entries,
/// at most 1 MiB together. Thread-safe.
template <typename Found>
class TermMemory {
 public:
  std::optional<Found> Find(model::FieldId field, uint32_t how, std::string_view text) const {
    const QuickLock lock(&mutex_);
    const auto it = found_.find(Key<std::string_view>{field, how, text});
    return it == found_.end() ? std::nullopt : std::optional<Found>(it->second);
  }
  /// `bytes`: what `found` refers to. Large entries are not cached: they rarely recur, and would stay as long as the
  /// version.
  void Insert(model::FieldId field, uint32_t how, std::string_view text, Found found, size_t bytes) const {
    const size_t size = text.size() + bytes;
    if (size > kMaxBytesOfOne) return;
    const QuickLock lock(&mutex_);
    if (found_.size() >= kMaxRemembered || bytes_ + size > kMaxBytes) {
      found_.clear();
      bytes_ = 0;
    }
    if (found_.try_emplace(Key<std::string>{field, how, std::string(text)}, std::move(found)).second) bytes_ += size;
  }

 private:
  static constexpr size_t kMaxRemembered = 1 << 12;
  static constexpr size_t kMaxBytes = 1 << 20, kMaxBytesOfOne = 1 << 14;

  template <typename Text>
  struct Key {
    model::FieldId field;
    uint32_t how;
    Text text;
  };
  // Allows a lookup without copying the text.
  struct Hash {
    using is_transparent = void;
    template <typename Text>
    size_t operator()(const Key<Text>& key) const {
      return absl::HashOf(key.field, key.how, absl::string_view(key.text.data(), key.text.size()));
    }
  };
  struct Equal {
    using is_transparent = void;
    template <typename A, typename B>
    bool operator()(const Key<A>& a, const Key<B>& b) const {
      return a.field == b.field && a.how == b.how && std::string_view(a.text) == std::string_view(b.text);
    }
  };

  mutable QuickMutex mutex_;
  mutable HashMap<Key<std::string>, Found, Hash, Equal> found_ ABSL_GUARDED_BY(mutex_);
  mutable size_t bytes_ ABSL_GUARDED_BY(mutex_) = 0;  // of all that is found
};

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CATALOGUE_TERM_MEMORY_H_
