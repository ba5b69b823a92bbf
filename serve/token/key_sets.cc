#include "serve/token/key_sets.h"

namespace muster::serve {
namespace {

constexpr std::chrono::hours kKept{1};
constexpr std::chrono::minutes kBetweenFetches{1};
constexpr size_t kMaxKeys = 100;

}  // namespace

absl::StatusOr<Json> KeySets::Find(const std::string& url, const std::string& kid) {
  KeySet* set = nullptr;
  {
    absl::MutexLock lock(&mutex_);
    std::unique_ptr<KeySet>& place = sets_[url];
    if (place == nullptr) place = std::make_unique<KeySet>();
    set = place.get();
  }
  absl::MutexLock lock(&set->mutex);
  const auto now = clock_();
  const bool never = set->tried == std::chrono::steady_clock::time_point();
  const bool old = now - set->renewed >= kKept;
  if (never || ((old || !set->keys.contains(kid)) && now - set->tried >= kBetweenFetches)) {
    set->tried = now;
    Renew(url, *set);
  }
  if (!set->fetched) return absl::UnavailableError("the keys of its issuer cannot be fetched now");
  const auto found = set->keys.find(kid);
  if (found == set->keys.end()) return absl::UnauthenticatedError("its issuer has no such key");
  return found->second;
}

void KeySets::Renew(const std::string& url, KeySet& set) {
  absl::StatusOr<std::string> body = fetch_(url);
  if (!body.ok()) return;
  absl::StatusOr<Json> json = ParseJson(*body);
  const Json* keys = json.ok() ? Member(*json, "keys") : nullptr;
  if (keys == nullptr || !keys->is_array() || keys->size() > kMaxKeys) return;
  set.keys.clear();
  for (const Json& key : *keys) {
    const std::string kid = TextMember(key, "kid");
    // Of two keys with one id, neither says which is meant.
    if (!kid.empty() && !set.keys.try_emplace(kid, key).second) set.keys[kid] = Json::object();
  }
  set.fetched = true;
  set.renewed = set.tried;
}

}  // namespace muster::serve
