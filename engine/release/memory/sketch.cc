#include "engine/release/memory/sketch.h"

#include <algorithm>

namespace muster::release {
namespace {

// Elements that one of two ascending lists has and the other has not, duplicates counted.
uint64_t SymmetricDifference(const std::vector<uint32_t>& a, const std::vector<uint32_t>& b) {
  size_t i = 0;
  size_t j = 0;
  uint64_t common = 0;
  while (i < a.size() && j < b.size()) {
    if (a[i] == b[j]) {
      ++common;
      ++i;
      ++j;
    } else {
      ++(a[i] < b[j] ? i : j);
    }
  }
  return a.size() + b.size() - 2 * common;
}

}  // namespace

Sketch SketchOf(const model::QuerySet& set) {
  Sketch sketch{set.elements, set.lanes, {}};
  if (set.keys.size() == set.elements || set.keys.size() == model::kSmallestKeys) sketch.keys = set.keys;
  return sketch;
}

int64_t EstimatedDistance64(const model::Lanes& a, uint64_t n_a, const model::Lanes& b, uint64_t n_b) {
  const auto difference = static_cast<int64_t>(n_a) - static_cast<int64_t>(n_b);
  int64_t sum = 0;
  for (size_t j = 0; j < a.size(); ++j) {
    const auto lane = static_cast<int8_t>(static_cast<uint8_t>(a[j] - b[j]));
    const int64_t s = 2 * int64_t{lane} - difference;
    sum += s * s;
  }
  return sum;
}

double Distance(const Sketch& a, const Sketch& b) {
  if (a.HasKeys() && b.HasKeys()) return static_cast<double>(SymmetricDifference(a.keys, b.keys));
  return static_cast<double>(EstimatedDistance64(a.lanes, a.n, b.lanes, b.n)) / 64;
}

bool AreCompared(const Sketch& a, const Sketch& b) {
  if (std::min(a.n, b.n) >= kAlwaysCompared) return true;
  if (a.HasKeys() && b.HasKeys()) return SymmetricDifference(a.keys, b.keys) < a.n + b.n;
  const auto end_a = a.keys.begin() + static_cast<std::ptrdiff_t>(std::min(a.keys.size(), model::kSmallestKeys));
  const auto end_b = b.keys.begin() + static_cast<std::ptrdiff_t>(std::min(b.keys.size(), model::kSmallestKeys));
  return std::find_first_of(a.keys.begin(), end_a, b.keys.begin(), end_b) != end_a;
}

}  // namespace muster::release
