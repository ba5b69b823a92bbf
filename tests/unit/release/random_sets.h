// Random sets of elements, and the sketches that the engine would make of them.
#ifndef MUSTER_TESTS_UNIT_RELEASE_RANDOM_SETS_H_
#define MUSTER_TESTS_UNIT_RELEASE_RANDOM_SETS_H_

#include <algorithm>
#include <cstdint>
#include <random>
#include <set>
#include <vector>

#include "engine/release/memory/answer_memory.h"

namespace muster::release {

/// Keys of elements.
using Elements = std::set<uint64_t>;

inline Sketch SketchOfElements(const Elements& elements, uint64_t keep_keys_below) {
  Sketch sketch;
  sketch.n = elements.size();
  for (const uint64_t key : elements) {
    for (size_t j = 0; j < 64; ++j) sketch.lanes[j] = static_cast<uint8_t>(sketch.lanes[j] + ((key >> j) & 1));
    sketch.keys.push_back(static_cast<uint32_t>(key >> 32));
  }
  std::sort(sketch.keys.begin(), sketch.keys.end());
  if (elements.size() >= keep_keys_below) sketch.keys.resize(std::min(sketch.keys.size(), model::kSmallestKeys));
  return sketch;
}

inline ComparedSet PeopleOf(const Elements& elements, uint64_t keep_keys_below = 40) {
  ComparedSet set;
  set.people = SketchOfElements(elements, keep_keys_below);
  set.sum = elements.size();
  return set;
}

/// A population of people with random keys.
class People {
 public:
  People(size_t count, uint64_t seed) : random_(seed) {
    for (size_t i = 0; i < count; ++i) keys_.push_back(random_());
  }
  /// `count` different people.
  Elements Some(size_t count) {
    Elements some;
    while (some.size() < count) some.insert(keys_[random_() % keys_.size()]);
    return some;
  }
  /// The same, with `out` of them gone and `in` others come.
  Elements Changed(Elements some, size_t out, size_t in) {
    for (size_t i = 0; i < out && !some.empty(); ++i) {
      some.erase(std::next(some.begin(), static_cast<std::ptrdiff_t>(random_() % some.size())));
    }
    for (const size_t size = some.size() + in; some.size() < size;) some.insert(keys_[random_() % keys_.size()]);
    return some;
  }
  std::mt19937_64& random() { return random_; }

 private:
  std::mt19937_64 random_;
  std::vector<uint64_t> keys_;
};

}  // namespace muster::release

#endif  // MUSTER_TESTS_UNIT_RELEASE_RANDOM_SETS_H_
