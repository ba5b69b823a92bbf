#include "engine/bind/where_binder.h"

#include <utility>

#include "engine/bind/bound/conditions.h"
#include "engine/bind/counted_binder.h"

namespace muster::bind {

using model::Entity;

ConditionPtr WhereBinder::Bind(const grammar::Expr* where, CertaintyMode mode) {
  criteria_.set_about(CriteriaAbout(counted_));
  const Counted& counted = counted_[0];
  ConditionPtr condition =
      where == nullptr ? MakeNode(Condition::Kind::kAll, counted.entity) : criteria_.Bind(*where, counted.entity, mode);
  return WithPolarity(std::move(condition), where == nullptr);
}

// Rows that count, of those that `condition` holds for.
ConditionPtr WhereBinder::WithPolarity(ConditionPtr condition, bool all) const {
  const Counted& counted = counted_[0];
  if (condition == nullptr || counted.polarity == Polarity::kAny) return condition;
  ConditionPtr polarity = MakeNode(Condition::Kind::kPolarity, counted.entity);
  polarity->polarity = counted.polarity;
  return all ? std::move(polarity) : Both(std::move(polarity), std::move(condition));
}

ConditionPtr WhereBinder::BindAgain(const grammar::Expr* where, CertaintyMode mode, About about) {
  SilentReporter silent(Reporter::Remarks::kNone);
  ConditionPtr condition =
      where == nullptr ? MakeNode(Condition::Kind::kAll, counted_[0].entity)
                       : ExpressionBinder(view_, &silent, earlier_, about).Bind(*where, counted_[0].entity, mode);
  if (!silent.status().ok()) reporter_->Fail(silent.status());
  return WithPolarity(std::move(condition), where == nullptr);
}

ConditionPtr WhereBinder::BindSome(const std::vector<const grammar::Expr*>& criteria, About about,
                                   std::vector<const grammar::Expr*>* unbound) {
  const Entity space = counted_[0].entity;
  SilentReporter silent(Reporter::Remarks::kNone);
  ConditionPtr condition = ExpressionBinder(view_, &silent, earlier_, about).BindCriteria(criteria, space, unbound);
  if (!silent.status().ok()) reporter_->Fail(silent.status());
  return WithPolarity(std::move(condition), false);
}

}  // namespace muster::bind
