#include "engine/release/memory/set_index.h"

#include <algorithm>
#include <cmath>

#include "containers/hash_table.h"

namespace muster::release {
namespace {

// The part of EstimatedDistance64 that the first lanes give. Written so that compilers make vector instructions of it.
template <size_t N>
int32_t PartOfDistance(const std::array<uint8_t, N>& a, const std::array<uint8_t, N>& b, int32_t difference) {
  int32_t sum = 0;
  for (size_t j = 0; j < N; ++j) {
    const int32_t lane = static_cast<int8_t>(static_cast<uint8_t>(a[j] - b[j]));
    const int32_t s = 2 * lane - difference;
    sum += s * s;
  }
  return sum;
}

template <size_t N>
std::array<uint8_t, N> SomeLanes(const Lanes& lanes, size_t from) {
  std::array<uint8_t, N> some;
  std::copy_n(lanes.begin() + static_cast<std::ptrdiff_t>(from), N, some.begin());
  return some;
}

}  // namespace

void SetIndex::Add(uint32_t id, const Sketch& sketch) {
  Bucket& bucket = (sketch.HasKeys() ? with_keys_ : without_keys_)[sketch.n / kBucketWidth];
  constexpr size_t kFirst = std::tuple_size_v<FirstLanes>;
  bucket.first.push_back(SomeLanes<kFirst>(sketch.lanes, 0));
  bucket.next.push_back(SomeLanes<std::tuple_size_v<NextLanes>>(sketch.lanes, kFirst));
  bucket.n.push_back(static_cast<uint32_t>(sketch.n % kBucketWidth));
  bucket.id.push_back(id);
  if (!sketch.HasKeys()) return;
  for (const uint32_t key : sketch.keys) {
    std::vector<uint32_t>& ids = by_key_[key];
    if (ids.empty() || ids.back() != id) ids.push_back(id);
  }
}

void SetIndex::VisitBuckets(const Buckets& buckets, const Sketch& sketch, int64_t k, double edge,
                            absl::FunctionRef<void(uint32_t id)> visit) {
  const auto reach = static_cast<uint64_t>(3 * k - 1);
  const uint64_t least = sketch.n > reach ? sketch.n - reach : 0;
  const uint64_t most = sketch.n + reach;
  const auto limit = static_cast<int32_t>(std::ceil(64 * edge));
  constexpr size_t kFirst = std::tuple_size_v<FirstLanes>;
  const FirstLanes first = SomeLanes<kFirst>(sketch.lanes, 0);
  const NextLanes next = SomeLanes<std::tuple_size_v<NextLanes>>(sketch.lanes, kFirst);
  for (auto at = buckets.lower_bound(least / kBucketWidth); at != buckets.end(); ++at) {
    const uint64_t begin = at->first * kBucketWidth;
    if (begin > most) break;
    const Bucket& bucket = at->second;
    const auto difference = static_cast<int32_t>(static_cast<int64_t>(sketch.n) - static_cast<int64_t>(begin));
    for (size_t i = 0; i < bucket.id.size(); ++i) {
      const int32_t apart = difference - static_cast<int32_t>(bucket.n[i]);
      if (static_cast<uint64_t>(std::abs(apart)) > reach) continue;
      const int32_t part = PartOfDistance(first, bucket.first[i], apart);
      if (part < limit && part + PartOfDistance(next, bucket.next[i], apart) < limit) visit(bucket.id[i]);
    }
  }
}

void SetIndex::VisitCandidates(const Sketch& sketch, int64_t k, double edge,
                               absl::FunctionRef<void(uint32_t id)> visit) const {
  VisitBuckets(without_keys_, sketch, k, edge, visit);
  if (!sketch.HasKeys()) return VisitBuckets(with_keys_, sketch, k, edge, visit);
  HashSet<uint32_t> visited;
  for (const uint32_t key : sketch.keys) {
    const auto found = by_key_.find(key);
    if (found == by_key_.end()) continue;
    for (const uint32_t id : found->second) {
      if (visited.insert(id).second) visit(id);
    }
  }
  // Without a common element the distance is the sum of both numbers, so only tiny sets can be near then.
  if (static_cast<double>(sketch.n) >= edge) return;
  for (const auto& [number, bucket] : with_keys_) {
    if (static_cast<double>(number * kBucketWidth + sketch.n) >= edge) break;
    for (const uint32_t id : bucket.id) {
      if (visited.insert(id).second) visit(id);
    }
  }
}

}  // namespace muster::release
