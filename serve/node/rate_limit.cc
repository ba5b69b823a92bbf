#include "serve/node/rate_limit.h"

#include <algorithm>
#include <cmath>

namespace muster::serve {
namespace {

constexpr size_t kMaxBuckets = 100'000;
constexpr int64_t kMinute = 60;

}  // namespace

bool RateLimit::HasRoom(std::chrono::steady_clock::time_point now) {
  if (buckets_.size() < kMaxBuckets) return true;
  if (now - swept_ < std::chrono::seconds(1)) return false;
  swept_ = now;
  // Those that have been full again for a while are as good as new ones.
  std::erase_if(buckets_, [now](const auto& entry) { return now - entry.second.since > std::chrono::minutes(1); });
  return buckets_.size() < kMaxBuckets;
}

int64_t RateLimit::Take(const std::string& principal, std::chrono::steady_clock::time_point now) {
  if (per_minute_ == 0) return 0;
  absl::MutexLock lock(&mutex_);
  auto place = buckets_.find(principal);
  if (place == buckets_.end()) {
    if (!HasRoom(now)) return kMinute;
    place = buckets_.try_emplace(principal, Bucket{static_cast<double>(per_minute_), now}).first;
  }
  Bucket& bucket = place->second;
  const double minutes = std::chrono::duration<double, std::ratio<60>>(now - bucket.since).count();
  bucket.left = std::min<double>(per_minute_, bucket.left + minutes * per_minute_);
  bucket.since = now;
  if (bucket.left < 1) return static_cast<int64_t>(std::ceil((1 - bucket.left) * kMinute / per_minute_));
  bucket.left -= 1;
  return 0;
}

}  // namespace muster::serve
