#include "engine/import/record/kept_values.h"

namespace muster::import {
namespace {

constexpr std::string_view kOthers = "(others)";
constexpr size_t kMostWords = 8;
constexpr size_t kMostBytes = 30;  // of a word: free text is longer

}  // namespace

void KeptValues::AddWord(std::string_view value, uint64_t times, Place& place) {
  if (!place.few) return;
  for (auto& [word, count] : place.words) {
    if (word != value) continue;
    count += times;
    return;
  }
  if (place.words.size() == kMostWords || value.size() > kMostBytes) {
    place.few = false;
    place.words = {};
  } else {
    place.words.emplace_back(value, times);
  }
}

KeptValues::Place& KeptValues::Find(std::string_view path, uint64_t times, size_t most) {
  auto found = index_.find(path);
  if (found == index_.end()) {
    const bool others = places_.size() >= most;
    if (others) {
      path = kOthers;
      found = index_.find(path);
    }
    if (found == index_.end()) {
      found = index_.emplace(path, places_.size()).first;
      places_.push_back({.path = std::string(path), .few = !others});
    }
  }
  Place& place = places_[found->second];
  place.times += times;
  return place;
}

void KeptValues::Add(std::string_view path, std::string_view value, size_t most) {
  AddWord(value, 1, Find(path, 1, most));
}

void KeptValues::Absorb(const KeptValues& part, size_t most) {
  for (const Place& other : part.places_) {
    Place& place = Find(other.path, other.times, most);
    if (!other.few) {
      place.few = false;
      place.words = {};
    }
    for (const auto& [word, times] : other.words) AddWord(word, times, place);
  }
}

}  // namespace muster::import
