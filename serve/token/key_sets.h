// The public keys of issuers, fetched from configured addresses alone.
#ifndef MUSTER_SERVE_TOKEN_KEY_SETS_H_
#define MUSTER_SERVE_TOKEN_KEY_SETS_H_

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/status/statusor.h"
#include "absl/synchronization/mutex.h"
#include "serve/json/json.h"

namespace muster::serve {

/// Thread-safe. Never blocks on the network: an issuer that does not answer delays only those who need its keys.
class KeySets {
 public:
  using Body = absl::StatusOr<std::string>;
  /// Fetches the body at a URL, and calls `done` once, at once or later, on any thread.
  using Fetch = std::function<void(const std::string& url, std::function<void(Body)> done)>;
  using Clock = std::function<std::chrono::steady_clock::time_point()>;
  /// Told of each set that was fetched, by its URL, on any thread.
  using Renewed = std::function<void(const std::string& url)>;

  KeySets(Fetch fetch, Clock clock, Renewed renewed = nullptr)
      : fetch_(std::move(fetch)), clock_(std::move(clock)), renewed_(std::move(renewed)) {}

  /// The key with id `kid` of the set at `url`. A set is cached for an hour, and fetched again for an unknown id, at
  /// most once a minute; the old set is used while it is fetched or if that fails, unless it was not refreshed for two
  /// hours. Unauthenticated: there is no such key. Unavailable: there is no set. Nullopt: the set is being fetched, and
  /// will decide; see WhenFetched.
  std::optional<absl::StatusOr<Json>> Find(const std::string& url, const std::string& kid);

  /// Calls `then` once, when what is being fetched at `url` has come or failed, on any thread; at once where nothing
  /// is. False: too many wait for it already, and `then` is not called.
  bool WhenFetched(const std::string& url, std::function<void()> then);

 private:
  using TimePoint = std::chrono::steady_clock::time_point;

  struct KeySet {
    absl::Mutex mutex;
    bool fetched ABSL_GUARDED_BY(mutex) = false;   ///< ever
    bool fetching ABSL_GUARDED_BY(mutex) = false;  ///< now
    std::map<std::string, Json> keys ABSL_GUARDED_BY(mutex);
    TimePoint tried ABSL_GUARDED_BY(mutex) = {};
    TimePoint renewed ABSL_GUARDED_BY(mutex) = {};
    std::vector<std::function<void()>> waiting ABSL_GUARDED_BY(mutex);
  };

  KeySet& SetAt(const std::string& url);
  /// Whether the set has to be fetched for `kid` now. Says so once.
  bool BeginsFetch(KeySet& set, const std::string& kid);
  void Take(const std::string& url, KeySet& set, const Body& body);
  /// Whether the body is a set; else the old one stays.
  static bool ReadKeys(KeySet& set, const Body& body) ABSL_EXCLUSIVE_LOCKS_REQUIRED(set.mutex);

  const Fetch fetch_;
  const Clock clock_;
  const Renewed renewed_;
  absl::Mutex mutex_;
  std::map<std::string, std::unique_ptr<KeySet>> sets_ ABSL_GUARDED_BY(mutex_);  ///< none is ever taken out
};

}  // namespace muster::serve

#endif  // MUSTER_SERVE_TOKEN_KEY_SETS_H_
