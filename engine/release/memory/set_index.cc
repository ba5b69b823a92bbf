#include "engine/release/memory/set_index.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

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
std::array<uint8_t, N> SomeLanes(const model::Lanes& lanes, size_t from) {
  std::array<uint8_t, N> some;
  std::copy_n(lanes.begin() + static_cast<std::ptrdiff_t>(from), N, some.begin());
  return some;
}

// Keys by which a set is found in `by_smallest_`: sets of like number together.
constexpr uint64_t kNumberStep = 64;
uint64_t SmallestKey(uint64_t step, uint32_t key) { return step << 32 | key; }

std::span<const uint32_t> SmallestOf(const Sketch& sketch) {
  return {sketch.keys.data(), std::min(sketch.keys.size(), model::kSmallestKeys)};
}

// Each different key once.
template <typename F>
void ForEachKey(std::span<const uint32_t> ascending, F f) {
  for (size_t i = 0; i < ascending.size(); ++i) {
    if (i == 0 || ascending[i] != ascending[i - 1]) f(ascending[i]);
  }
}

bool IsFoundBySmallest(uint64_t n) { return n < 2 * kAlwaysCompared; }

}  // namespace

void SetIndex::Add(uint32_t id, const Sketch& sketch) {
  if (number_of_small_.size() <= id) number_of_small_.resize(id + 1);
  if (sketch.HasKeys()) {
    number_of_small_[id] = static_cast<uint32_t>(sketch.n);
    ForEachKey(sketch.keys, [&](uint32_t key) { by_key_[key].push_back(id); });
  }
  if (IsFoundBySmallest(sketch.n)) {
    ForEachKey(SmallestOf(sketch),
               [&](uint32_t key) { by_smallest_[SmallestKey(sketch.n / kNumberStep, key)].push_back(id); });
  }
  if (sketch.n < kAlwaysCompared) return;
  Bucket& bucket = large_[sketch.n / kBucketWidth];
  constexpr size_t kFirst = std::tuple_size_v<FirstLanes>;
  bucket.first.push_back(SomeLanes<kFirst>(sketch.lanes, 0));
  bucket.next.push_back(SomeLanes<std::tuple_size_v<NextLanes>>(sketch.lanes, kFirst));
  bucket.n.push_back(static_cast<uint32_t>(sketch.n % kBucketWidth));
  bucket.id.push_back(id);
}

void SetIndex::VisitBuckets(const Sketch& sketch, int64_t k, double edge,
                            absl::FunctionRef<void(uint32_t id)> visit) const {
  const auto reach = static_cast<uint64_t>(3 * k - 1);
  const uint64_t least = sketch.n > reach ? sketch.n - reach : 0;
  const uint64_t most = sketch.n + reach;
  const auto limit = static_cast<int32_t>(std::ceil(64 * edge));
  constexpr size_t kFirst = std::tuple_size_v<FirstLanes>;
  const FirstLanes first = SomeLanes<kFirst>(sketch.lanes, 0);
  const NextLanes next = SomeLanes<std::tuple_size_v<NextLanes>>(sketch.lanes, kFirst);
  for (auto at = large_.lower_bound(least / kBucketWidth); at != large_.end(); ++at) {
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

void SetIndex::Meet(const Ids& ids) {
  for (const uint32_t id : ids) {
    if (times_[id]++ == 0) met_.push_back(id);
  }
}

void SetIndex::VisitCandidates(const Sketch& sketch, int64_t k, double edge,
                               absl::FunctionRef<void(uint32_t id)> visit) {
  times_.resize(number_of_small_.size());
  const auto visit_met = [&](auto wanted) {
    for (const uint32_t id : met_) {
      const uint16_t times = std::exchange(times_[id], uint16_t{0});
      if (wanted(id, times)) visit(id);
    }
    met_.clear();
  };
  if (sketch.HasKeys()) {
    ForEachKey(sketch.keys, [&](uint32_t key) {
      if (const auto found = by_key_.find(key); found != by_key_.end()) Meet(found->second);
    });
    // Keys that are equal by chance make a distance seem greater by counting once, so one more is allowed for.
    visit_met([&](uint32_t id, uint16_t times) {
      const auto sum = static_cast<double>(sketch.n + number_of_small_[id]);
      return sum - 2 * (static_cast<double>(times) + 1) < edge;
    });
  }
  const auto reach = static_cast<uint64_t>(3 * k - 1);
  const uint64_t least = sketch.n > reach ? sketch.n - reach : 0;
  if (least < kAlwaysCompared) {
    for (uint64_t step = least / kNumberStep; step <= (sketch.n + reach) / kNumberStep; ++step) {
      ForEachKey(SmallestOf(sketch), [&](uint32_t key) {
        const auto found = by_smallest_.find(SmallestKey(step, key));
        if (found != by_smallest_.end()) Meet(found->second);
      });
    }
    // Those that were found above are not visited again, nor those that are below.
    visit_met([&](uint32_t id, uint16_t) { return !sketch.HasKeys() || number_of_small_[id] == 0; });
  }
  if (sketch.n >= kAlwaysCompared) VisitBuckets(sketch, k, edge, visit);
}

}  // namespace muster::release
