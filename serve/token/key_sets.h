// The public keys of issuers, fetched from configured addresses alone.
#ifndef MUSTER_SERVE_TOKEN_KEY_SETS_H_
#define MUSTER_SERVE_TOKEN_KEY_SETS_H_

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "absl/base/thread_annotations.h"
#include "absl/status/statusor.h"
#include "absl/synchronization/mutex.h"
#include "serve/json/json.h"

namespace muster::serve {

/// Thread-safe. Waits for the network.
class KeySets {
 public:
  /// The body at a URL.
  using Fetch = std::function<absl::StatusOr<std::string>(const std::string& url)>;
  using Clock = std::function<std::chrono::steady_clock::time_point()>;

  KeySets(Fetch fetch, Clock clock) : fetch_(std::move(fetch)), clock_(std::move(clock)) {}

  /// The key with id `kid` of the set at `url`. A set is kept for an hour, fetched anew for an id that it does not
  /// have, at most once a minute, and serves on when it cannot be fetched. Unauthenticated: there is no such key.
  /// Unavailable: there is no set at all.
  absl::StatusOr<Json> Find(const std::string& url, const std::string& kid);

 private:
  struct KeySet {
    absl::Mutex mutex;
    bool fetched ABSL_GUARDED_BY(mutex) = false;  ///< ever
    std::map<std::string, Json> keys ABSL_GUARDED_BY(mutex);
    std::chrono::steady_clock::time_point tried ABSL_GUARDED_BY(mutex) = {};
    std::chrono::steady_clock::time_point renewed ABSL_GUARDED_BY(mutex) = {};
  };

  void Renew(const std::string& url, KeySet& set) ABSL_EXCLUSIVE_LOCKS_REQUIRED(set.mutex);

  const Fetch fetch_;
  const Clock clock_;
  absl::Mutex mutex_;
  std::map<std::string, std::unique_ptr<KeySet>> sets_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace muster::serve

#endif  // MUSTER_SERVE_TOKEN_KEY_SETS_H_
