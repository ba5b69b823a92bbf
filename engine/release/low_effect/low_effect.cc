#include "engine/release/low_effect/low_effect.h"

#include <algorithm>
#include <span>
#include <string>
#include <tuple>
#include <utility>

#include "absl/status/status.h"
#include "engine/release/low_effect/canonical_criteria.h"
#include "engine/release/low_effect/operands.h"
#include "grammar/clone.h"
#include "grammar/parse.h"

namespace muster::release {

using grammar::Dimension;
using grammar::Expr;
using grammar::ExprPtr;

namespace {

uint64_t DistanceBetween(uint64_t a, uint64_t b) { return a > b ? a - b : b - a; }

ExprPtr CanonicalOrNull(const Expr* expr) { return expr == nullptr ? nullptr : Canonical(*expr); }

// The criteria of one question, from round to round.
class CriteriaReducer {
 public:
  CriteriaReducer(const Expr* asked, uint64_t k, PeopleCounter& people) : asked_(asked), k_(k), people_(people) {}

  absl::StatusOr<LowEffect> Run() {
    LowEffect result;
    if (asked_ == nullptr) return result;
    if (absl::Status status = Begin(); !status.ok()) return status;
    while (present_ != nullptr) {
      absl::StatusOr<size_t> gone = Round();
      if (!gone.ok()) return gone.status();
      if (*gone == 0) break;
      result.left_out += *gone;
    }
    result.where = result.left_out == 0 ? grammar::Clone(*asked_) : std::move(present_);
    return result;
  }

 private:
  struct Candidate {
    Operand operand;
    ExprPtr criteria;
    uint64_t effect = 0;
  };

  absl::Status Begin() {
    present_ = Canonical(*asked_);
    const absl::StatusOr<bool> same = IsSame(asked_, *present_);
    if (!same.ok()) return same.status();
    // Then the question is taken as it was written.
    if (!*same) present_ = grammar::Clone(*asked_);
    return absl::OkStatus();
  }

  // Whether `canonical`, made of `expr`, is satisfied by the same rows. Imprecise times may distinguish what logic does
  // not.
  absl::StatusOr<bool> IsSame(const Expr* expr, const Expr& canonical) {
    if (grammar::Print(canonical) == grammar::Print(*expr)) return true;
    if (people_.IsLogic(*expr) && HasOnlyCriteriaOf(canonical, *expr)) return true;
    const auto differ = people_.Differ(expr, &canonical, 1);
    if (!differ.ok()) return differ.status();
    return *differ == std::optional<uint64_t>(0);
  }

  absl::StatusOr<uint64_t> CountPresent() {
    if (count_.has_value()) return *count_;
    const auto count = people_.Count(present_.get());
    if (!count.ok()) return count.status();
    if (!count->has_value()) return absl::FailedPreconditionError("the criteria are no question");
    count_ = **count;
    return *count_;
  }

  // How many people leaving out an operand decides about. Nothing where the rest is no question.
  absl::StatusOr<std::optional<uint64_t>> EffectOf(const Operand& operand, const Expr* without) {
    if (!operand.one_way || !people_.CountsPeople()) return people_.Differ(present_.get(), without, k_);
    const absl::StatusOr<uint64_t> present = CountPresent();
    if (!present.ok()) return present.status();
    const auto count = people_.Count(without);
    if (!count.ok() || !count->has_value()) return count;
    return DistanceBetween(*present, **count);
  }

  // Those of little effect, in the order of their texts.
  absl::StatusOr<std::vector<Candidate>> Candidates() {
    std::vector<Candidate> candidates;
    std::vector<Operand> operands = OperandsOf(*present_);
    const auto effects = people_.Effects(*present_, operands, k_);
    if (!effects.ok()) return effects.status();
    const std::string text = grammar::Print(*present_);
    for (size_t i = 0; i < operands.size(); ++i) {
      if (effects->has_value() && (**effects)[i] >= k_) continue;
      ExprPtr without = Without(*present_, std::span(&operands[i], 1));
      if (without != nullptr && grammar::Print(*without) == text) continue;
      std::optional<uint64_t> effect;
      if (effects->has_value()) {
        effect = (**effects)[i];
      } else {
        const auto counted = EffectOf(operands[i], without.get());
        if (!counted.ok()) return counted.status();
        effect = *counted;
      }
      if (!effect.has_value() || *effect >= k_) continue;
      candidates.push_back({std::move(operands[i]), std::move(without), *effect});
    }
    return candidates;
  }

  // Leaves out what is next; returns how many parts that were.
  absl::StatusOr<size_t> Round() {
    absl::StatusOr<std::vector<Candidate>> found = Candidates();
    if (!found.ok()) return found.status();
    std::vector<Candidate> candidates = *std::move(found);
    std::ranges::stable_sort(candidates, {}, &Candidate::effect);
    const absl::StatusOr<size_t> none = TakeAllWithoutEffect(candidates);
    if (!none.ok() || *none > 0) return none;
    for (Candidate& candidate : candidates) {
      const auto all = people_.Differ(asked_, candidate.criteria.get(), k_);
      if (!all.ok()) return all.status();
      if (!all->has_value() || **all >= k_) continue;
      if (absl::Status status = Take(std::move(candidate.criteria)); !status.ok()) return status;
      return 1;
    }
    return 0;
  }

  absl::StatusOr<size_t> TakeAllWithoutEffect(const std::vector<Candidate>& candidates) {
    std::vector<Operand> without_effect;
    for (const Candidate& candidate : candidates) {
      if (candidate.effect == 0) without_effect.push_back(candidate.operand);
    }
    if (without_effect.size() < 2) return 0;
    ExprPtr criteria = Without(*present_, without_effect);
    // Of `at least N of`, all operands stay where too few would be left.
    if (criteria != nullptr && grammar::Print(*criteria) == grammar::Print(*present_)) return 0;
    const auto together = people_.Differ(present_.get(), criteria.get(), 1);
    if (!together.ok()) return together.status();
    if (*together != std::optional<uint64_t>(0)) return 0;
    const auto all = people_.Differ(asked_, criteria.get(), k_);
    if (!all.ok()) return all.status();
    if (!all->has_value() || **all >= k_) return 0;
    if (absl::Status status = Take(std::move(criteria)); !status.ok()) return status;
    return without_effect.size();
  }

  absl::Status Take(ExprPtr criteria) {
    // Joined anew where an operand alone is left. Only where that is the same for imprecise times, too.
    ExprPtr canonical = CanonicalOrNull(criteria.get());
    if (canonical != nullptr) {
      const absl::StatusOr<bool> same = IsSame(criteria.get(), *canonical);
      if (!same.ok()) return same.status();
      if (*same) criteria = std::move(canonical);
    }
    present_ = std::move(criteria);
    count_.reset();
    return absl::OkStatus();
  }

  const Expr* const asked_;
  const uint64_t k_;
  PeopleCounter& people_;
  ExprPtr present_;
  std::optional<uint64_t> count_;  // of people who satisfy `present_`, where somebody had to know
};

// The values of one group.
class GroupReducer {
 public:
  GroupReducer(const Expr* where, Dimension* dimension, size_t group, uint64_t k, PeopleCounter& people)
      : where_(where), dimension_(*dimension), asked_(*dimension), group_(group), k_(k), people_(people) {}

  absl::StatusOr<size_t> Run() {
    size_t left_out = 0;
    while (values().size() > 1) {
      absl::StatusOr<std::vector<Candidate>> candidates = Candidates();
      if (!candidates.ok()) return candidates.status();
      if (candidates->empty()) break;
      const absl::StatusOr<std::vector<size_t>> gone = Next(*candidates);
      if (!gone.ok()) return gone.status();
      Dimension fewer = Without(*gone);
      const absl::StatusOr<uint64_t> all = Lost(asked_, fewer, k_);
      if (!all.ok()) return all.status();
      if (*all >= k_) break;
      left_out += gone->size();
      dimension_ = std::move(fewer);
    }
    return left_out;
  }

 private:
  struct Candidate {
    std::string text;
    size_t index;
    uint64_t effect;
  };

  // Values that decide about fewer than k, in the order in which they are left out.
  absl::StatusOr<std::vector<Candidate>> Candidates() {
    std::vector<Candidate> candidates;
    const auto effects = people_.EffectsInGroup(where_, dimension_, group_, k_);
    if (!effects.ok()) return effects.status();
    for (size_t i = 0; i < values().size(); ++i) {
      const absl::StatusOr<uint64_t> effect =
          effects->has_value() ? (**effects)[i] : Lost(dimension_, Without({i}), k_);
      if (!effect.ok()) return effect.status();
      if (*effect < k_) candidates.push_back({grammar::Print(values()[i]), i, *effect});
    }
    std::ranges::sort(candidates, [](const Candidate& a, const Candidate& b) {
      return std::tie(a.effect, a.text, a.index) < std::tie(b.effect, b.text, b.index);
    });
    return candidates;
  }

  // All without effect where they have none together; else the first.
  absl::StatusOr<std::vector<size_t>> Next(const std::vector<Candidate>& candidates) {
    std::vector<size_t> gone;
    for (const Candidate& candidate : candidates) {
      if (candidate.effect == 0) gone.push_back(candidate.index);
    }
    if (gone.size() == values().size()) gone.pop_back();
    if (gone.size() > 1) {
      const absl::StatusOr<uint64_t> together = Lost(dimension_, Without(gone), 1);
      if (!together.ok()) return together.status();
      if (*together == 0) return gone;
    }
    return std::vector<size_t>{candidates.front().index};
  }

  std::vector<grammar::Literal>& values() { return dimension_.groups[group_].values; }

  Dimension Without(const std::vector<size_t>& gone) const {
    Dimension fewer = dimension_;
    std::vector<grammar::Literal>& kept = fewer.groups[group_].values;
    kept.clear();
    for (size_t i = 0; i < dimension_.groups[group_].values.size(); ++i) {
      if (std::ranges::find(gone, i) == gone.end()) kept.push_back(dimension_.groups[group_].values[i]);
    }
    return fewer;
  }

  absl::StatusOr<uint64_t> Lost(const Dimension& from, const Dimension& fewer, uint64_t enough) {
    const auto lost = people_.LostInGroup(where_, from, fewer, group_, enough);
    if (!lost.ok()) return lost.status();
    if (!lost->has_value()) return absl::FailedPreconditionError("the groups are no question");
    return **lost;
  }

  const Expr* const where_;
  Dimension& dimension_;
  const Dimension asked_;
  const size_t group_;
  const uint64_t k_;
  PeopleCounter& people_;
};

}  // namespace

size_t CountOperands(const Expr* where, const std::vector<Dimension>& by) {
  size_t count = where == nullptr ? 0 : CountOperands(*Canonical(*where));
  for (const Dimension& dimension : by) {
    for (const Dimension::Group& group : dimension.groups) count += group.values.size() > 1 ? group.values.size() : 0;
  }
  return count;
}

absl::StatusOr<LowEffect> LeaveOutLowEffects(const Expr* where, const std::vector<Dimension>& by, uint64_t k,
                                             PeopleCounter& people) {
  absl::StatusOr<LowEffect> result = CriteriaReducer(where, k, people).Run();
  if (!result.ok()) return result;
  result->by = by;
  for (Dimension& dimension : result->by) {
    for (size_t g = 0; g < dimension.groups.size(); ++g) {
      const absl::StatusOr<size_t> gone = GroupReducer(result->where.get(), &dimension, g, k, people).Run();
      if (!gone.ok()) return gone.status();
      result->left_out += *gone;
    }
  }
  return result;
}

}  // namespace muster::release
