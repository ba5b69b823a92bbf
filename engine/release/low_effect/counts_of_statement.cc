#include "engine/release/low_effect/counts_of_statement.h"

#include <utility>
#include <variant>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "grammar/clone.h"
#include "grammar/parse.h"
#include "grammar/walk.h"

namespace muster::release {

using grammar::And;
using grammar::Expr;
using grammar::ExprPtr;

namespace {

void CollectCriteria(const Expr& expr, std::vector<const Expr*>* criteria) {
  if (const auto* node = std::get_if<And>(&expr.node)) {
    for (const ExprPtr& operand : node->operands) CollectCriteria(*operand, criteria);
  } else {
    criteria->push_back(&expr);
  }
}

// All of `criteria`; null for none.
ExprPtr Conjunction(const std::vector<const Expr*>& criteria) {
  if (criteria.empty()) return nullptr;
  if (criteria.size() == 1) return grammar::Clone(*criteria[0]);
  And all;
  for (const Expr* criterion : criteria) all.operands.push_back(grammar::Clone(*criterion));
  return grammar::MakeExpr({}, std::move(all));
}

std::string NameOf(const grammar::Counted& counted) {
  return absl::StrCat(counted.polarity == grammar::Polarity::kExcluded ? "excluded " : "",
                      counted.distinct ? "distinct " : "", counted.entity.text);
}

class StepCounts {
 public:
  explicit StepCounts(const grammar::Steps& steps) : steps_(steps) { CollectCriteria(*steps.where, &criteria_); }

  std::vector<LabelledCount> Funnel() {
    Add("all " + NameOf(steps_.entities[0]), {});
    for (size_t n = 1; n <= criteria_.size(); ++n) {
      Add(grammar::Print(*criteria_[n - 1]), {criteria_.begin(), criteria_.begin() + static_cast<ptrdiff_t>(n)});
    }
    return std::move(counts_);
  }

  std::vector<LabelledCount> Impact() {
    Add("nothing", criteria_);
    for (size_t i = 0; i < criteria_.size(); ++i) AddWithout(i, i);
    for (size_t i = 0; i < criteria_.size() && criteria_.size() > 2; ++i) {
      for (size_t k = i + 1; k < criteria_.size(); ++k) AddWithout(i, k);
    }
    return std::move(counts_);
  }

 private:
  void Add(std::string label, const std::vector<const Expr*>& criteria) {
    LabelledCount& added = counts_.emplace_back();
    added.label = std::move(label);
    added.count.entities = steps_.entities;
    added.count.where = Conjunction(criteria);
  }

  void AddWithout(size_t one, size_t other) {
    std::string label;
    std::vector<const Expr*> kept;
    for (size_t i = 0; i < criteria_.size(); ++i) {
      if (i != one && i != other) {
        kept.push_back(criteria_[i]);
      } else {
        absl::StrAppend(&label, label.empty() ? "" : "; ", grammar::Print(*criteria_[i]));
      }
    }
    Add(std::move(label), kept);
  }

  const grammar::Steps& steps_;
  std::vector<const Expr*> criteria_;
  std::vector<LabelledCount> counts_;
};

}  // namespace

absl::StatusOr<std::vector<LabelledCount>> CountsOf(const grammar::Steps& steps) {
  StepCounts counts(steps);
  if (!steps.impact) return counts.Funnel();
  if (grammar::SpeaksOfNamedRows(*steps.where)) {
    return absl::InvalidArgumentError("the impact of criteria that speak of named records");
  }
  return counts.Impact();
}

std::vector<LabelledCount> CountsOf(const grammar::CompareCohorts& compare) {
  std::vector<LabelledCount> counts;
  grammar::Counted individuals;
  individuals.entity.text = "individuals";
  std::vector<grammar::Dimension> by = compare.by;
  for (grammar::Dimension& dimension : by) dimension.top.reset();
  std::vector<ExprPtr> all;
  const auto add = [&](std::string label, ExprPtr where) {
    LabelledCount& added = counts.emplace_back();
    added.label = std::move(label);
    added.count.entities = {individuals};
    added.count.by = by;
    added.count.where = std::move(where);
  };
  for (const grammar::CompareCohorts::Compared& compared : compare.cohorts) {
    ExprPtr where = grammar::Clone(compared.where);
    if (!compared.counted) {
      where = grammar::MakeExpr(compared.cohort.span, grammar::InCohort{compared.cohort});
    }
    if (where != nullptr) all.push_back(grammar::Clone(where));
    add(compared.cohort.name, std::move(where));
  }
  ExprPtr in_all;
  if (all.size() == 1) in_all = std::move(all[0]);
  if (all.size() > 1) in_all = grammar::MakeExpr({}, And{std::move(all)});
  add(compare.cohorts.size() == 2 ? "in both" : "in all", std::move(in_all));
  return counts;
}

}  // namespace muster::release
