// Which number a set of people gets, a second time: sets of keys as they are, every remembered one looked at, noise
// from its definition. Section by section as docs/disclosure.md and decisions 0021 and 0070 have it.
#ifndef MUSTER_TESTS_PROPERTY_DOOR_PLAIN_MEMORY_H_
#define MUSTER_TESTS_PROPERTY_DOOR_PLAIN_MEMORY_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/secret/siphash.h"

namespace muster::property {

using Keys = std::set<uint64_t>;

/// What is behind a number.
struct PlainSet {
  uint16_t kind = 0;  ///< the entity; of individuals 0
  Keys people;        ///< their record keys
  Keys rows;          ///< where others are counted: a key for each person who has some
  int64_t sum = 0;    ///< of the rows, or people
  int64_t largest = 1;
  friend bool operator==(const PlainSet& a, const PlainSet& b) {
    return a.kind == b.kind && a.people == b.people && a.rows == b.rows;
  }
};

/// Of a tier of a policy, as far as it decides numbers.
struct PlainTier {
  std::string name;
  int64_t people = 0;      ///< k
  int64_t shown_from = 0;  ///< t
  int64_t variance = 0;    ///< V, people²
  int64_t round = 0;       ///< b
  int64_t drift() const { return 2 * people; }
};

/// One for all tiers.
class PlainMemory {
 public:
  /// `variances`: of all tiers, ascending. `small`: of sets of fewer elements all keys are known.
  PlainMemory(const secret::SipKey& noise_key, std::vector<int64_t> variances, size_t small)
      : key_(noise_key), variances_(std::move(variances)), small_(small) {}

  /// What is shown; nothing where that is too small.
  std::optional<int64_t> Decide(const PlainSet& asked, const PlainSet& effective, const PlainTier& tier);

  /// The most by which noise of this variance is off.
  int64_t Reach(int64_t variance) const;

  size_t size() const { return sets_.size(); }
  size_t near() const { return near_; }  ///< answers of sets that were near

 private:
  using Lanes = std::array<int64_t, 64>;
  struct Remembered {
    PlainSet set;
    Lanes people{}, rows{};
    size_t label = 0;
    double u = 0;  ///< of a label
  };

  static Remembered Sketched(const PlainSet& set);
  std::string IdentityOf(const Remembered& of) const;
  double Distance(const Keys& a, const Lanes& a_lanes, const Keys& b, const Lanes& b_lanes) const;
  bool AreCompared(const Keys& a, const Keys& b) const;
  /// Which answer is that of an equal set, or of the nearest, if it may be passed on to `asked`.
  std::optional<size_t> Known(const Remembered& set, bool is_asked, const Remembered& asked, const PlainTier& tier);
  size_t Add(Remembered set, std::optional<size_t> label);
  int64_t NoiseOf(const Remembered& label, int64_t variance) const;

  const secret::SipKey key_;
  const std::vector<int64_t> variances_;
  const size_t small_;
  std::vector<Remembered> sets_;
  size_t near_ = 0;
};

}  // namespace muster::property

#endif  // MUSTER_TESTS_PROPERTY_DOOR_PLAIN_MEMORY_H_
