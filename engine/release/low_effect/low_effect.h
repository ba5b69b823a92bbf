// The low-effect rule: a criterion that decides about fewer than k people is left out of the question. Otherwise
// somebody who knows that it concerns one person could read the person's answer off the difference
// (docs/disclosure.md).
#ifndef MUSTER_ENGINE_RELEASE_LOW_EFFECT_LOW_EFFECT_H_
#define MUSTER_ENGINE_RELEASE_LOW_EFFECT_LOW_EFFECT_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/release/low_effect/operands.h"
#include "grammar/syntax.h"

namespace muster::release {

/// The counts that the rule needs from the catalogue, about the rows that one statement counts. Null criteria mean all
/// rows. The answer is nullopt if the criteria cannot be asked, since they refer to a row that no criterion names any
/// more. With `enough`, a number that is at least that may be replaced by any other such number.
class PeopleCounter {
 public:
  virtual ~PeopleCounter() = default;
  /// Whether the rows that are counted are people.
  virtual bool CountsPeople() const = 0;
  /// Whether `where` follows logic: its meaning is that of its criteria combined, and lists mean the same in any order.
  /// Not so with imprecise times or named rows.
  virtual bool IsLogic(const grammar::Expr& /*where*/) const { return false; }
  /// People behind the rows that satisfy `where`.
  virtual absl::StatusOr<std::optional<uint64_t>> Count(const grammar::Expr* where) = 0;
  /// People behind the rows that satisfy one of `a` and `b`, but not both.
  virtual absl::StatusOr<std::optional<uint64_t>> Differ(const grammar::Expr* a, const grammar::Expr* b,
                                                         uint64_t enough) = 0;
  /// For each of `operands` of `where`, the number of people behind the rows that satisfy `where` either with or
  /// without it, but not both; `enough` if the rest cannot be asked. Nullopt: each has to be asked for by itself.
  virtual absl::StatusOr<std::optional<std::vector<uint64_t>>> Effects(const grammar::Expr& /*where*/,
                                                                       std::span<const Operand> /*operands*/,
                                                                       uint64_t /*enough*/) {
    return std::nullopt;
  }
  /// People behind the rows that satisfy `where`, are in that group of `asked`, and not in that of `fewer`, which has
  /// some of its values.
  virtual absl::StatusOr<std::optional<uint64_t>> LostInGroup(const grammar::Expr* where,
                                                              const grammar::Dimension& asked,
                                                              const grammar::Dimension& fewer, size_t group,
                                                              uint64_t enough) = 0;
  /// The same for each value of the group of `asked`, where `fewer` lacks that one. Nothing: each has to be asked for
  /// by itself.
  virtual absl::StatusOr<std::optional<std::vector<uint64_t>>> EffectsInGroup(const grammar::Expr* /*where*/,
                                                                              const grammar::Dimension& /*asked*/,
                                                                              size_t /*group*/, uint64_t /*enough*/) {
    return std::nullopt;
  }
};

/// A question without what has little effect.
struct LowEffect {
  grammar::ExprPtr where;              ///< null for all rows
  std::vector<grammar::Dimension> by;  ///< with fewer values in groups
  size_t left_out = 0;                 ///< parts; 0: the question is the one that was asked, as it was written
};

/// How many parts could be left out of a question. Seen from its text alone, with cohorts expanded.
size_t CountOperands(const grammar::Expr* where, const std::vector<grammar::Dimension>& by);

/// Leaves out what decides about fewer than `k` people: while a part can be left out with an effect below k on the
/// result, and all that is left out changes fewer than k together, that of the least effect; of equal effects the first
/// by its text; parts without effect all at once where they have none together. Values of groups each on the rows of
/// their group; what is left out of a group is in "other".
/// `where` has its cohorts expanded (ExpandCohorts) and may be null. FailedPrecondition when it is not a question.
absl::StatusOr<LowEffect> LeaveOutLowEffects(const grammar::Expr* where, const std::vector<grammar::Dimension>& by,
                                             uint64_t k, PeopleCounter& people);

}  // namespace muster::release

#endif  // MUSTER_ENGINE_RELEASE_LOW_EFFECT_LOW_EFFECT_H_
