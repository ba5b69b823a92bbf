// Private to api/: what the low-effect rule asks, answered by the catalogue.
#ifndef MUSTER_ENGINE_API_LOW_EFFECT_PEOPLE_COUNTER_H_
#define MUSTER_ENGINE_API_LOW_EFFECT_PEOPLE_COUNTER_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/api/low_effect/criteria_trees.h"
#include "engine/bind/bound/bound.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/criteria/cohort_binder.h"
#include "engine/execute/execute.h"
#include "engine/release/low_effect/low_effect.h"
#include "engine/release/low_effect/operands.h"
#include "grammar/syntax.h"

namespace muster::api {

/// Counts the people behind rows that satisfy some criteria: of criteria that are put together by logic alone from the
/// rows of each, found once; of others by binding, planning and executing them as a whole. Not thread-safe.
class PeopleCounter final : public release::PeopleCounter {
 public:
  /// What of a count `with certainty` is meant, in the order of its numbers; each includes the one before.
  enum class Reading { kAsWritten, kCertainly, kPossibly, kUnknown };

  /// For statements that count `counted`. `within` is about the rows that are counted, too, and holds of all of them:
  /// the datasets that are seen; null for all. `earlier` are definitions of cohorts, see bind::Bind; it may be null.
  /// All outlive the counter.
  PeopleCounter(const grammar::Counted& counted, Reading reading, const bind::Condition* within,
                const bind::SavedTexts* earlier, const execute::Context& context)
      : counted_(counted), reading_(reading), within_(within), earlier_(earlier), context_(context) {
    MakeTrees();
  }

  bool CountsPeople() const override;
  bool IsLogic(const grammar::Expr& where) const override;
  absl::StatusOr<std::optional<uint64_t>> Count(const grammar::Expr* where) override;
  absl::StatusOr<std::optional<uint64_t>> Differ(const grammar::Expr* a, const grammar::Expr* b,
                                                 uint64_t enough) override;
  absl::StatusOr<std::optional<std::vector<uint64_t>>> Effects(const grammar::Expr& where,
                                                               std::span<const release::Operand> operands,
                                                               uint64_t enough) override;
  absl::StatusOr<std::optional<uint64_t>> LostInGroup(const grammar::Expr* where, const grammar::Dimension& asked,
                                                      const grammar::Dimension& fewer, size_t group,
                                                      uint64_t enough) override;
  absl::StatusOr<std::optional<std::vector<uint64_t>>> EffectsInGroup(const grammar::Expr* where,
                                                                      const grammar::Dimension& asked, size_t group,
                                                                      uint64_t enough) override;

 private:
  // Where the rows of single criteria can be put together.
  void MakeTrees();
  // Adds the rows that satisfy `where` and have one of the values of a group, as the last parts of the tree: an `and`
  // whose last operand is an `or` of the values. Nullopt if that is not possible.
  absl::StatusOr<std::optional<CriteriaTrees::Tree>> TreeOfGroup(const grammar::Expr* where,
                                                                 const grammar::Dimension& dimension, size_t group);
  // `where`, of what is seen.
  bind::ConditionPtr Within(bind::ConditionPtr where) const;
  // Where rows are counted, their people as the last number.
  void CountPeopleAsWell(bind::Query* query) const;
  absl::StatusOr<std::optional<bind::Query>> Bind(const grammar::Expr* where, const grammar::Dimension* dimension);
  // People behind the rows of the first counted entity that satisfy `where`.
  absl::StatusOr<std::optional<uint64_t>> CountBound(const bind::Counted& counted, bind::ConditionPtr where);
  // People whose rows the one counts and the other does not.
  absl::StatusOr<std::optional<uint64_t>> CountDiffering(const bind::Query& one, const bind::Query& other);
  // The same by counting by the group's dimension.
  absl::StatusOr<std::optional<uint64_t>> CountRowOfGroup(bind::Query query, size_t group);

  const grammar::Counted& counted_;
  const Reading reading_;
  const bind::Condition* const within_;
  const bind::SavedTexts* const earlier_;
  const execute::Context& context_;
  std::optional<CriteriaTrees> trees_;
};

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_LOW_EFFECT_PEOPLE_COUNTER_H_
