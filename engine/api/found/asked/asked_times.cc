#include "engine/api/found/asked/asked_times.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "engine/bind/bound/scope.h"
#include "engine/bind/remarks/asked/occurrences.h"
#include "engine/bind/values/value_binder.h"
#include "engine/model/text/text.h"
#include "engine/model/time/moment.h"
#include "engine/model/units/quantity.h"
#include "grammar/exactly.h"
#include "grammar/walk.h"

namespace muster::api {
namespace {

using grammar::Compare;
using grammar::Has;
using grammar::Literal;
using model::Entity;
using model::FieldId;
using Op = Compare::Op;

bool OrdersTimes(Op op) {
  switch (op) {
    case Op::kLess:
    case Op::kLessEqual:
    case Op::kGreater:
    case Op::kGreaterEqual:
    case Op::kBetween:
    case Op::kAged:
    case Op::kWithin:
    case Op::kWithinBefore:
    case Op::kWithinAfter:
    case Op::kLongBefore:
    case Op::kLongAfter:
      return true;
    case Op::kIs:
    case Op::kIsNot:
    case Op::kIn:
    case Op::kNotIn:
    case Op::kStartsWith:
    case Op::kIsMissing:
    case Op::kIsRecorded:
      return false;
  }
  return false;
}

// A number may be known to be equal, too: of 1 to 4 it is not known whether it is 3.
bool OrdersNumbers(Op op) {
  switch (op) {
    case Op::kIs:
    case Op::kIsNot:
    case Op::kLess:
    case Op::kLessEqual:
    case Op::kGreater:
    case Op::kGreaterEqual:
    case Op::kBetween:
      return true;
    default:
      return false;
  }
}

std::optional<FieldId> TimeIn(Entity entity, const std::string& name) {
  const auto field = bind::FindField(entity, name);
  return field && model::Info(*field).kind == model::Kind::kTime ? field : std::nullopt;
}

// Those that may have bounds in place of a number.
std::optional<FieldId> NumberIn(Entity entity, const std::string& name) {
  const auto field = bind::FindField(entity, name);
  return field && model::Info(*field).kind == model::Kind::kNumber && model::UnitFieldOf(*field) ? field : std::nullopt;
}

// The comparisons of `criterion` that make it truer where they are true more often, and whether it needs each.
void AddCompares(const grammar::Expr& criterion, bool needed, std::vector<std::pair<const Compare*, bool>>* found) {
  if (std::holds_alternative<grammar::Not>(criterion.node) || std::holds_alternative<Has>(criterion.node)) return;
  if (const auto* compare = std::get_if<Compare>(&criterion.node)) found->push_back({compare, needed});
  const auto* both = std::get_if<grammar::And>(&criterion.node);
  if (both != nullptr && grammar::ExactlyOf(*both)) return;
  grammar::ForEachChild(criterion,
                        [&](const grammar::ExprPtr& child) { AddCompares(*child, needed && both != nullptr, found); });
}

class AskedTimes {
 public:
  AskedTimes(const bind::SideBySide& criteria, Entity counted) : counted_(counted) {
    for (const bind::Leaf& leaf : criteria.leaves()) {
      const auto* has = std::get_if<Has>(&leaf.criterion->node);
      if (has == nullptr || !has->alias) continue;
      if (const auto entity = bind::FindEntity(has->entity.text)) named_[model::ToLower(has->alias->text)] = *entity;
    }
    for (const bind::Leaf& leaf : criteria.leaves()) {
      const auto* has = std::get_if<Has>(&leaf.criterion->node);
      const auto entity = has == nullptr ? std::nullopt : bind::FindEntity(has->entity.text);
      if (entity && has->quantity && has->quantity->count > 1) several_.push_back(*entity);
    }
    for (const bind::Leaf& leaf : criteria.leaves()) {
      const auto* compare = leaf.negated ? nullptr : std::get_if<Compare>(&leaf.criterion->node);
      if (compare != nullptr) OnCompare(*compare, nullptr, true, counted == Entity::kIndividual);
    }
    for (const bind::Occurrence& one : bind::OccurrencesIn(criteria)) {
      if (!one.negated) OnHas(*one.has, one.alone, counted);
    }
  }

  std::vector<AskedTime> Take() { return std::move(asked_); }

 private:
  void OnHas(const Has& has, bool conjunct, Entity counted) {
    if (has.with == nullptr || has.polarity == grammar::Polarity::kExcluded || bind::HoldsWithoutRows(has) ||
        !bind::FindEntity(has.entity.text)) {
      return;
    }
    const auto entity = bind::FindEntity(has.entity.text);
    const std::vector<bind::Leaf> leaves = bind::LeavesOf({has.with.get()});
    const bool all = std::all_of(leaves.begin(), leaves.end(), [&](const bind::Leaf& leaf) {
      const auto* compare = leaf.negated ? nullptr : std::get_if<Compare>(&leaf.criterion->node);
      return compare != nullptr && !compare->event && TimeIn(*entity, compare->field.text);
    });
    const bool plain = conjunct && all && counted == Entity::kIndividual && !has.quantity && !has.dates && !has.alias &&
                       std::find(several_.begin(), several_.end(), *entity) == several_.end();
    std::vector<std::pair<const Compare*, bool>> compares;
    AddCompares(*has.with, true, &compares);
    for (const auto& [compare, needed] : compares) OnCompare(*compare, &has, conjunct && needed, plain);
  }

  void OnCompare(const Compare& compare, const Has* has, bool conjunct, bool plain) {
    if (compare.as_of || compare.certainty != grammar::Certainty::kDefault || compare.values.empty()) return;
    if (compare.event) has = nullptr;
    const auto entity = compare.event    ? Named(compare.event->text)
                        : has == nullptr ? std::optional(counted_)
                                         : bind::FindEntity(has->entity.text);
    if (!entity) return;
    if (const auto number = NumberIn(*entity, compare.field.text)) {
      OnNumber({&compare, *number, has, {}, conjunct, /*plain=*/false}, *entity);
      return;
    }
    const auto field = OrdersTimes(compare.op) ? TimeIn(*entity, compare.field.text) : std::nullopt;
    if (!field) return;
    AskedTime asked{&compare, *field, has, {}, conjunct, plain};
    for (const Literal& value : compare.values) {
      if (bind::IsTimeLiteral(value)) continue;
      const std::optional<FieldId> other = FieldOf(value, *entity);
      if (!other) return;  // an onset term
      asked.with.push_back(*other);
    }
    asked_.push_back(std::move(asked));
  }

  void OnNumber(AskedTime asked, Entity entity) {
    if (!OrdersNumbers(asked.compare->op)) return;
    for (const Literal& value : asked.compare->values) {
      if (value.kind == Literal::Kind::kNumber) continue;
      const auto row = value.event.empty() ? std::optional(entity) : Named(value.event);
      const auto other = row ? bind::FindField(*row, value.text) : std::nullopt;
      if (!other) return;
      asked.with.push_back(*other);
    }
    asked_.push_back(std::move(asked));
  }

  std::optional<FieldId> FieldOf(const Literal& value, Entity entity) const {
    if (value.kind != Literal::Kind::kMoment && value.kind != Literal::Kind::kWord) return std::nullopt;
    if (!value.event.empty()) {
      const auto row = Named(value.event);
      return row ? TimeIn(*row, value.text) : std::nullopt;
    }
    if (const auto row = Named(value.text)) {
      const auto moment = model::MomentOf(*row);
      return moment ? std::optional<FieldId>(*moment) : std::nullopt;
    }
    if (const auto same = TimeIn(entity, value.text)) return same;
    return TimeIn(Entity::kIndividual, value.text);
  }

  std::optional<Entity> Named(const std::string& name) const {
    if (named_.empty()) return std::nullopt;
    const auto found = named_.find(model::ToLower(name));
    return found == named_.end() ? std::nullopt : std::optional(found->second);
  }

  const Entity counted_;
  std::map<std::string, Entity> named_;
  std::vector<Entity> several_;  // rows of which are asked for, as by `another`: the binder leaves out their times
  std::vector<AskedTime> asked_;
};

}  // namespace

std::vector<AskedTime> AskedTimesIn(const bind::SideBySide& criteria, Entity counted) {
  return AskedTimes(criteria, counted).Take();
}

}  // namespace muster::api
