#include "engine/api/found/asked_times.h"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "engine/bind/bound/scope.h"
#include "engine/bind/values/value_binder.h"
#include "engine/model/text/text.h"
#include "engine/model/time/moment.h"

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

std::optional<FieldId> TimeIn(Entity entity, const std::string& name) {
  const auto field = bind::FindField(entity, name);
  return field && model::Info(*field).kind == model::Kind::kTime ? field : std::nullopt;
}

class AskedTimes {
 public:
  explicit AskedTimes(const bind::SideBySide& criteria) {
    for (const bind::Leaf& leaf : criteria.leaves()) {
      const auto* has = std::get_if<Has>(&leaf.criterion->node);
      if (has == nullptr || !has->alias) continue;
      if (const auto entity = bind::FindEntity(has->entity.text)) named_[model::ToLower(has->alias->text)] = *entity;
    }
    for (const bind::Leaf& leaf : criteria.leaves()) {
      if (!leaf.negated) Look(*leaf.criterion);
    }
  }

  std::vector<AskedTime> Take() { return std::move(asked_); }

 private:
  void Look(const grammar::Expr& criterion) {
    if (const auto* compare = std::get_if<Compare>(&criterion.node)) return OnCompare(*compare, nullptr);
    const auto* has = std::get_if<Has>(&criterion.node);
    if (has == nullptr || has->with == nullptr || has->polarity == grammar::Polarity::kExcluded ||
        bind::HoldsWithoutRows(*has) || !bind::FindEntity(has->entity.text)) {
      return;
    }
    for (const bind::Leaf& leaf : bind::LeavesOf({has->with.get()})) {
      const auto* compare = leaf.negated ? nullptr : std::get_if<Compare>(&leaf.criterion->node);
      if (compare != nullptr) OnCompare(*compare, has);
    }
  }

  void OnCompare(const Compare& compare, const Has* has) {
    if (compare.as_of || compare.certainty != grammar::Certainty::kDefault || compare.values.empty() ||
        !OrdersTimes(compare.op)) {
      return;
    }
    if (compare.event) has = nullptr;
    const auto entity = compare.event    ? Named(compare.event->text)
                        : has == nullptr ? std::optional(Entity::kIndividual)
                                         : bind::FindEntity(has->entity.text);
    const auto field = entity ? TimeIn(*entity, compare.field.text) : std::nullopt;
    if (!field) return;
    AskedTime asked{&compare, *field, has, {}};
    for (const Literal& value : compare.values) {
      if (bind::IsTimeLiteral(value)) continue;
      const std::optional<FieldId> other = FieldOf(value, *entity);
      if (!other) return;  // an onset term
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

  std::map<std::string, Entity> named_;
  std::vector<AskedTime> asked_;
};

}  // namespace

std::vector<AskedTime> AskedTimesIn(const bind::SideBySide& criteria) { return AskedTimes(criteria).Take(); }

}  // namespace muster::api
