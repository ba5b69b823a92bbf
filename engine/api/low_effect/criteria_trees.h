// Private to api/: criteria of guests as conditions that are bound each by itself, and what can be left out of them.
#ifndef MUSTER_ENGINE_API_LOW_EFFECT_CRITERIA_TREES_H_
#define MUSTER_ENGINE_API_LOW_EFFECT_CRITERIA_TREES_H_

#include <cstddef>
#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "containers/hash_table.h"
#include "engine/bind/bound/bound.h"
#include "engine/bind/criteria/cohort_binder.h"
#include "engine/execute/effects.h"
#include "engine/execute/execute.h"
#include "engine/execute/separate_conditions.h"
#include "engine/release/low_effect/operands.h"
#include "grammar/syntax.h"

namespace muster::api {

/// Makes trees of criteria about the rows that are counted. What they have in common is bound and planned once. Only
/// for criteria that are put together by logic alone: with no named rows, and as they are written, not `with
/// certainty`. Not thread-safe.
class CriteriaTrees {
 public:
  struct Tree {
    execute::CriteriaTree parts;
    HashMap<const grammar::Expr*, size_t> part_of;              ///< of the list of a criterion: an `or` of its values
    HashMap<const grammar::Expr*, const grammar::Expr*> owner;  ///< of what a criterion says of its rows
  };

  /// `earlier` as of bind::Bind. All outlive this.
  CriteriaTrees(const bind::Counted& counted, const bind::SavedTexts* earlier, const execute::Context& context)
      : space_(counted.entity), earlier_(earlier), context_(context), conditions_(counted, context) {}

  const execute::SeparateConditions& conditions() const { return conditions_; }

  /// The tree of `where` (null: all rows), which must outlive it. Nullopt if a criterion cannot be asked by itself.
  absl::StatusOr<std::optional<Tree>> Of(const grammar::Expr* where);
  /// The replacement that leaving out `operand`, one of the criteria of `tree`, means. Nullopt if the rest cannot be
  /// asked.
  absl::StatusOr<std::optional<execute::Replacement>> LeavingOut(const release::Operand& operand, const Tree& tree);
  /// A condition about the rows as one of a tree's parts. `text` is its own.
  absl::StatusOr<size_t> Add(std::string text, const bind::Condition& condition);

 private:
  // The number of the part for `expr`.
  absl::StatusOr<std::optional<size_t>> AddPart(const grammar::Expr& expr, Tree* tree);
  absl::StatusOr<std::optional<size_t>> AddValues(const grammar::Expr& expr, Tree* tree);
  // The number of the condition for one criterion.
  absl::StatusOr<std::optional<size_t>> ConditionOf(const grammar::Expr& expr);

  const model::Entity space_;
  const bind::SavedTexts* const earlier_;
  const execute::Context& context_;
  execute::SeparateConditions conditions_;
  HashMap<std::string, size_t> numbers_;  // of conditions, by their texts
};

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_LOW_EFFECT_CRITERIA_TREES_H_
