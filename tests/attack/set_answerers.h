// Who answers an attacker that can ask for any set of people: worst cases that no criteria may ever reach.
#ifndef MUSTER_TESTS_ATTACK_SET_ANSWERERS_H_
#define MUSTER_TESTS_ATTACK_SET_ANSWERERS_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/release/door/number_door.h"
#include "tests/unit/release/random_sets.h"

namespace muster::attack {

using release::Elements;

class SetAnswerer {
 public:
  virtual ~SetAnswerer() = default;
  /// Nothing: no number is shown.
  virtual std::optional<int64_t> Answer(const Elements& people) = 0;
};

/// The memory and the noise that are shipped, with the secret keys drawn from `seed`, for the three tiers together.
struct ShippedDoor {
  explicit ShippedDoor(uint64_t seed);
  release::Noise noise;
  release::AnswerMemory memory;
};

/// A tier's view of it. The door outlives it.
class ReleasedSets final : public SetAnswerer {
 public:
  ReleasedSets(const std::string& preset, ShippedDoor* door) : tier_(*release::PresetTier(preset)), door_(*door) {}
  std::optional<int64_t> Answer(const Elements& people) override;
  const release::Tier& tier() const { return tier_; }
  bool was_near() const { return was_near_; }

 private:
  const release::Tier tier_;
  ShippedDoor& door_;
  bool was_near_ = false;
};

/// E: exact, fewer than k hidden.
class ExactSets final : public SetAnswerer {
 public:
  explicit ExactSets(uint64_t k) : k_(k) {}
  std::optional<int64_t> Answer(const Elements& people) override {
    if (people.size() < k_) return std::nullopt;
    return static_cast<int64_t>(people.size());
  }

 private:
  const uint64_t k_;
};

/// C: noise of variance 9 that depends on the set alone.
class CellKeySets final : public SetAnswerer {
 public:
  CellKeySets(uint64_t k, uint64_t seed) : k_(k), seed_(seed) {}
  std::optional<int64_t> Answer(const Elements& people) override;

 private:
  const uint64_t k_;
  const uint64_t seed_;
};

/// S: the rules as they were once specified. Sets are near when their numbers are less than k apart, whatever was asked
/// is not remembered where it was near, and a set that is too far from its first has no number.
class SharpEdge final : public SetAnswerer {
 public:
  SharpEdge(uint64_t k, uint64_t seed) : k_(k), noise_(k, seed) {}
  std::optional<int64_t> Answer(const Elements& people) override;

 private:
  const uint64_t k_;
  CellKeySets noise_;
  std::vector<std::pair<Elements, std::optional<int64_t>>> first_;
};

/// Copies answers from set to set, and gives none beyond a distance from the first: a set that is withheld once stays
/// withheld for everybody.
class ChainedAnswers final : public SetAnswerer {
 public:
  ChainedAnswers(uint64_t k, uint64_t seed) : k_(k), noise_(k, seed) {}
  std::optional<int64_t> Answer(const Elements& people) override;

 private:
  const uint64_t k_;
  CellKeySets noise_;
  std::vector<std::pair<Elements, size_t>> asked_;  // and where its answer comes from
};

/// How many are in one of both, but not in the other.
uint64_t Differing(const Elements& a, const Elements& b);

}  // namespace muster::attack

#endif  // MUSTER_TESTS_ATTACK_SET_ANSWERERS_H_
