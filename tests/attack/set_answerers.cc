#include "tests/attack/set_answerers.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <random>

namespace muster::attack {
namespace {

constexpr uint64_t kKeysBelow = 80;

std::vector<release::PerturbationTable> TablesOfTiers() {
  std::vector<release::MicroVariance> variances;
  for (const char* preset : {"public", "registered", "controlled"}) {
    variances.push_back(release::PresetTier(preset)->protection.variance);
  }
  std::vector<release::PerturbationTable> tables;
  for (const release::NoiseStep& step : release::StepsBetween(variances)) {
    tables.push_back(release::MakePerturbationTable(step));
  }
  return tables;
}

}  // namespace

ShippedDoor::ShippedDoor(uint64_t seed)
    : noise({seed, seed * 31 + 7}, TablesOfTiers()), memory({seed * 17 + 3, seed * 5 + 11}) {}

std::optional<int64_t> ReleasedSets::Answer(const Elements& people) {
  release::NumberDoor door(tier_, 20, door_.noise, 1, &door_.memory);
  const release::ComparedSet set = release::PeopleOf(people, kKeysBelow);
  const release::Decided decided = door.Decide(set, set);
  was_near_ = door.was_near();
  if (!decided.shown) return std::nullopt;
  return decided.value;
}

std::optional<int64_t> CellKeySets::Answer(const Elements& people) {
  if (people.size() < k_) return std::nullopt;
  uint64_t key = seed_;
  for (const uint64_t person : people) key ^= person * 0x9E3779B97F4A7C15u;
  std::mt19937_64 random(key);
  return static_cast<int64_t>(people.size()) + std::llround(std::normal_distribution<double>(0, 3)(random));
}

std::optional<int64_t> SharpEdge::Answer(const Elements& people) {
  for (const auto& [first, answer] : first_) {
    const uint64_t apart = release::Apart(first.size(), people.size());
    const uint64_t differing = Differing(first, people);
    if (apart < k_ && differing < 2 * k_) return differing >= 2 * k_ - 2 ? std::nullopt : answer;
  }
  first_.emplace_back(people, noise_.Answer(people));
  return first_.back().second;
}

std::optional<int64_t> ChainedAnswers::Answer(const Elements& people) {
  size_t first = asked_.size();
  uint64_t nearest = k_;
  for (const auto& [set, label] : asked_) {
    const uint64_t differing = Differing(set, people);
    if (differing >= nearest) continue;
    nearest = differing;
    first = label;
  }
  asked_.emplace_back(people, first);
  if (Differing(asked_[first].first, people) >= 2 * k_) return std::nullopt;
  return noise_.Answer(asked_[first].first);
}

uint64_t Differing(const Elements& a, const Elements& b) {
  std::vector<uint64_t> differing;
  std::set_symmetric_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(differing));
  return differing.size();
}

}  // namespace muster::attack
