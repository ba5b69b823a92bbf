#include "serve/token/key_sets.h"

#include <utility>

namespace muster::serve {
namespace {

constexpr std::chrono::hours kKept{1};
constexpr std::chrono::hours kServesUnseen{2};
constexpr std::chrono::minutes kBetweenFetches{1};
constexpr std::chrono::seconds kBetweenFirstFetches{5};
constexpr size_t kMaxKeys = 100;
constexpr size_t kMaxWaitingForASet = 64;

}  // namespace

KeySets::KeySet& KeySets::SetAt(const std::string& url) {
  absl::MutexLock lock(&mutex_);
  std::unique_ptr<KeySet>& place = sets_[url];
  if (place == nullptr) place = std::make_unique<KeySet>();
  return *place;
}

bool KeySets::BeginsFetch(KeySet& set, const std::string& kid) {
  absl::MutexLock lock(&set.mutex);
  if (set.fetching) return false;
  const TimePoint now = clock_();
  const bool never = set.tried == TimePoint();
  const bool wanted = now - set.renewed >= kKept || !set.keys.contains(kid);
  const auto pause = set.fetched ? std::chrono::seconds(kBetweenFetches) : kBetweenFirstFetches;
  if (!never && (!wanted || now - set.tried < pause)) return false;
  set.fetching = true;
  return true;
}

std::optional<absl::StatusOr<Json>> KeySets::Find(const std::string& url, const std::string& kid) {
  KeySet& set = SetAt(url);
  if (BeginsFetch(set, kid)) {
    // Not under the lock: the body may come at once.
    fetch_(url, [this, url, &set](const Body& body) { Take(url, set, body); });
  }
  absl::MutexLock lock(&set.mutex);
  // If the issuer answered last time, wait for its new set, so that a key that it has withdrawn is not accepted. If it
  // did not, the old set is the only one.
  const bool unseen = set.fetching && set.tried == set.renewed && clock_() - set.renewed >= kServesUnseen;
  const auto found = set.keys.find(kid);
  if (found != set.keys.end() && !unseen) return found->second;
  if (set.fetching) return std::nullopt;
  if (!set.fetched) return absl::UnavailableError("the keys of its issuer cannot be fetched now");
  return absl::UnauthenticatedError("its issuer has no such key");
}

bool KeySets::WhenFetched(const std::string& url, std::function<void()> then) {
  KeySet& set = SetAt(url);
  {
    absl::MutexLock lock(&set.mutex);
    if (set.fetching) {
      if (set.waiting.size() >= kMaxWaitingForASet) return false;
      set.waiting.push_back(std::move(then));
      return true;
    }
  }
  then();
  return true;
}

void KeySets::Take(const std::string& url, KeySet& set, const Body& body) {
  std::vector<std::function<void()>> waiting;
  bool renewed = false;
  {
    absl::MutexLock lock(&set.mutex);
    set.tried = clock_();
    set.fetching = false;
    renewed = ReadKeys(set, body);
    waiting.swap(set.waiting);
  }
  if (renewed && renewed_ != nullptr) renewed_(url);
  for (const std::function<void()>& then : waiting) then();
}

bool KeySets::ReadKeys(KeySet& set, const Body& body) {
  if (!body.ok()) return false;
  absl::StatusOr<Json> json = ParseJson(*body);
  const Json* keys = json.ok() ? Member(*json, "keys") : nullptr;
  if (keys == nullptr || !keys->is_array() || keys->size() > kMaxKeys) return false;
  set.keys.clear();
  for (const Json& key : *keys) {
    const std::string kid = TextMember(key, "kid");
    // Of two keys with one id, neither says which is meant.
    if (!kid.empty() && !set.keys.try_emplace(kid, key).second) set.keys[kid] = Json::object();
  }
  set.fetched = true;
  set.renewed = set.tried;
  return true;
}

}  // namespace muster::serve
