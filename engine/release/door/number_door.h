// One number at the door: from the people behind it, as asked and as far as all criteria have an effect, to what may be
// shown.
#ifndef MUSTER_ENGINE_RELEASE_DOOR_NUMBER_DOOR_H_
#define MUSTER_ENGINE_RELEASE_DOOR_NUMBER_DOOR_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/release/memory/answer_memory.h"
#include "engine/release/memory/noise.h"
#include "engine/release/policy/policy.h"
#include "muster/table.h"

namespace muster::release {

/// What came of a number. Everything that a guest gets is worked out from this, never from the sets.
struct Decided {
  bool shown = false;
  int64_t value = 0;  ///< where shown: noisy and rounded
};

/// Decides numbers of one statement in their order: each sees what those before it have written to the memory. Not
/// thread-safe.
class NumberDoor {
 public:
  /// `widest_people`: the greatest `people` under which sets were ever remembered; bounds depend on it. All outlive the
  /// door. The noise has the tier's variance.
  NumberDoor(const Tier& tier, int64_t widest_people, const Noise& noise, uint64_t epoch, AnswerMemory* memory)
      : tier_(tier), widest_people_(widest_people), noise_(noise), epoch_(epoch), memory_(memory) {}

  /// `effective`: what the low-effect rule leaves of `asked`, of the same kind.
  Decided Decide(const ComparedSet& asked, const ComparedSet& effective);

  /// A number of people as a guest gets it, with its bounds.
  Number ShowPeople(const Decided& decided) const;
  /// A number of what people have several of, which has no bounds.
  Number ShowOthers(const Decided& decided) const;

  /// Whether a number came from a set that was near, not equal.
  bool was_near() const { return was_near_; }

 private:
  // Where the answer comes from; remembers what is new. Nothing: too few people.
  std::optional<SetId> LabelOf(const ComparedSet& asked, const ComparedSet& effective);
  std::optional<SetId> Known(const ComparedSet& set, const ComparedSet& asked);
  Number::Kind KindOfShown() const;

  const Tier& tier_;
  const int64_t widest_people_;
  const Noise& noise_;
  const uint64_t epoch_;
  AnswerMemory* const memory_;
  bool was_near_ = false;
};

/// To the nearest multiple of `step`, half up; `number` is not negative.
int64_t Rounded(int64_t number, int64_t step);

}  // namespace muster::release

#endif  // MUSTER_ENGINE_RELEASE_DOOR_NUMBER_DOOR_H_
