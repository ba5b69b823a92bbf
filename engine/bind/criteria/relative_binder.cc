#include "engine/bind/criteria/relative_binder.h"

#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "engine/bind/bound/conditions.h"
#include "engine/bind/criteria/expression_binder.h"

namespace muster::bind {

using grammar::Has;
using model::Entity;

ConditionPtr RelativeBinder::Bind(const Has& has, Relation relation, Entity space) {
  if (!CheckForm(has)) return nullptr;
  Count count;
  if (has.quantity) count = {static_cast<Count::Kind>(has.quantity->kind), has.quantity->count, false};
  ConditionPtr condition;
  if (count.kind == Count::Kind::kAtLeast) {
    condition = AtLeast(count.count, has, relation, space, /*negated=*/false);
  } else if (count.kind == Count::Kind::kAtMost || count.count == 0) {
    condition = AtMost(count.count, has, relation, space);
  } else {
    ConditionPtr least = AtLeast(count.count, has, relation, space, /*negated=*/false);
    ConditionPtr most = AtMost(count.count, has, relation, space);
    if (least != nullptr && most != nullptr) condition = Both(std::move(least), std::move(most));
  }
  return InSpace(std::move(condition), space);
}

bool RelativeBinder::CheckForm(const Has& has) {
  if (!has.terms.empty() || has.alias || has.dates || has.order != grammar::Order::kAny ||
      has.polarity != grammar::Polarity::kDefault || (has.quantity && has.quantity->distinct)) {
    reporter_->Error(has.entity.span, "only-with",
                     absl::StrCat("of ", has.entity.text, " only `with` and a number can be said"),
                     {absl::StrCat("write has ", has.entity.text, " with (affected is affected and has disease ...)")});
    return false;
  }
  if (has.quantity && has.quantity->kind == grammar::Quantity::Kind::kAtLeast && has.quantity->count == 0) {
    reporter_->Error(has.quantity->span, "bad-number", "at least 0 is always true");
    return false;
  }
  return true;
}

// About places in families where `space` is these, otherwise about individuals.
ConditionPtr RelativeBinder::AtLeast(int least, const Has& has, Relation relation, Entity space, bool negated) {
  ConditionPtr relative = MakeNode(Condition::Kind::kRelative, Entity::kPedigree);
  relative->relation = relation;
  relative->label = has.entity.text;
  relative->at_least = least;
  if (has.with != nullptr) {
    std::vector<EventScope::Event> hidden = events_->Hide();
    ConditionPtr with = expressions_->BindNested(*has.with, Entity::kPedigree, negated);
    events_->Restore(std::move(hidden));
    if (with == nullptr) return nullptr;
    relative->operands.push_back(std::move(with));
  }
  if (space == Entity::kPedigree) return relative;
  ConditionPtr exists = MakeNode(Condition::Kind::kExists, Entity::kIndividual);
  exists->child = Entity::kPedigree;
  exists->operands.push_back(std::move(relative));
  return exists;
}

ConditionPtr RelativeBinder::AtMost(int most, const Has& has, Relation relation, Entity space) {
  ConditionPtr more = AtLeast(most + 1, has, relation, space, /*negated=*/true);
  return more == nullptr ? nullptr : Negate(std::move(more));
}

}  // namespace muster::bind
