// The memory of answers: sets that were asked before, and the answer of each. Near sets get the same one.
#ifndef MUSTER_ENGINE_RELEASE_MEMORY_ANSWER_MEMORY_H_
#define MUSTER_ENGINE_RELEASE_MEMORY_ANSWER_MEMORY_H_

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "containers/hash_table.h"
#include "engine/release/memory/set_index.h"
#include "engine/release/memory/sketch.h"
#include "engine/secret/siphash.h"

namespace muster::release {

/// What is counted: sets of different kinds are never compared. The entity, and 256 times how it is distinguished
/// (families, persons over all datasets).
using SetKind = uint16_t;
inline constexpr SetKind kPeopleKind = 0;  ///< individuals

using SetId = uint32_t;  ///< numbers the remembered sets from 0, oldest first

/// A number's set, as it is asked for or remembered. Where individuals are counted, people and elements are the same.
struct ComparedSet {
  SetKind kind = kPeopleKind;
  Sketch people;
  Sketch elements;       ///< not of kPeopleKind
  uint64_t sum = 0;      ///< what the number would say without noise
  uint64_t largest = 1;  ///< elements of the person with the most: the factor of the noise

  bool CountsPeople() const { return kind == kPeopleKind; }
  friend bool operator==(const ComparedSet& a, const ComparedSet& b) {
    return a.kind == b.kind && a.people == b.people && a.elements == b.elements;
  }
};

/// Bytes that are equal for equal sets, and different for others: what randomness about a set is drawn from. Frozen.
std::string IdentityOf(const ComparedSet& set);

/// How near sets are taken together: by the asking tier.
struct Nearness {
  int64_t people = 0;  ///< k
  int64_t drift = 0;   ///< how far from a label's set its answer is passed on
};

/// A remembered set that is equal or near.
struct FoundSet {
  SetId set = 0;
  SetId label = 0;  ///< the set whose number is the answer
  bool equal = false;
};

/// Not thread-safe. About 250 bytes a set, and 24 an element of the small ones.
class AnswerMemory {
 public:
  /// `key` gives each label its own edge of nearness.
  explicit AnswerMemory(const secret::SipKey& key) : key_(key) {}

  size_t size() const { return sets_.size(); }
  const ComparedSet& set(SetId id) const { return sets_[id].set; }
  SetId label_of(SetId id) const { return sets_[id].label; }
  uint64_t epoch_of(SetId id) const { return sets_[id].epoch; }

  /// The set equal to `set`; else the nearest of those that are near it, and of equally near ones the oldest.
  std::optional<FoundSet> Find(const ComparedSet& set, const Nearness& nearness) const;

  /// Whether the label's answer may be given for `asked`, which is not equal to a remembered set.
  bool IsWithinReach(const ComparedSet& asked, SetId label, const Nearness& nearness) const;

  /// Remembers a set. `label`: an earlier one, or the set itself, size().
  SetId Add(ComparedSet set, SetId label, uint64_t epoch);

  /// The stored bytes of a remembered set.
  std::string Encode(SetId id) const;
  /// Adds a set from the bytes of Encode. DataLoss: they are damaged, or its label is unknown.
  absl::Status AddEncoded(std::string_view bytes);

  /// Edge of nearness around a label, in people: from 1.4 to 2 k.
  double EdgeOf(SetId label, int64_t people) const;
  /// The same between two sets that are compared: of small ones, which can be as far apart as they are large, no more
  /// than 0.6 to 0.7 of both together, but at least k. So they have elements in common.
  double EdgeBetween(SetId label, int64_t people, const Sketch& a, const Sketch& b) const;

 private:
  struct Remembered {
    ComparedSet set;
    SetId label = 0;
    uint64_t epoch = 0;
    float edge = 0;  ///< of a label: u, in [0, 1)
  };

  secret::SipKey key_;
  std::vector<Remembered> sets_;
  HashMap<uint64_t, std::vector<SetId>> equal_;  // by fingerprint
  mutable std::map<SetKind, SetIndex> near_;     // of people
};

}  // namespace muster::release

#endif  // MUSTER_ENGINE_RELEASE_MEMORY_ANSWER_MEMORY_H_
