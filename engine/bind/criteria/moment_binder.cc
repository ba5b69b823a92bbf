#include "engine/bind/criteria/moment_binder.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "engine/bind/bound/conditions.h"
#include "engine/bind/bound/ordered_name.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/criteria/of_the_living.h"
#include "engine/bind/criteria/order_of.h"
#include "engine/bind/criteria/remarks/age_remarks.h"
#include "engine/bind/criteria/remarks/time_remarks.h"
#include "engine/bind/values/units/time_units.h"
#include "engine/model/text/text.h"
#include "engine/model/time/moment.h"

namespace muster::bind {

using grammar::Compare;
using grammar::Literal;
using model::Entity;
using Op = Compare::Op;

namespace {

bool HasDistance(Op op) {
  return op == Op::kWithin || op == Op::kWithinBefore || op == Op::kWithinAfter || op == Op::kLongBefore ||
         op == Op::kLongAfter;
}

std::optional<model::TimeRelation> RelationOf(Op op) {
  switch (op) {
    case Op::kIs:
      return model::TimeRelation::kSame;
    case Op::kWithin:
      return model::TimeRelation::kWithin;
    case Op::kWithinBefore:
      return model::TimeRelation::kWithinBefore;
    case Op::kWithinAfter:
      return model::TimeRelation::kWithinAfter;
    case Op::kLongBefore:
      return model::TimeRelation::kLongBefore;
    case Op::kLongAfter:
      return model::TimeRelation::kLongAfter;
    default:
      return OrderOf(op);
  }
}

// 48 hours, which are not 2 days; PT48H.
bool IsInHours(const Literal& literal) {
  if (literal.kind == Literal::Kind::kDuration) return literal.text.find_first_of("Hh") != std::string::npos;
  const auto in_hours = [](std::string_view word) {
    const auto unit = FindTimeUnit(word);
    return unit && unit->length < model::kDay;
  };
  if (literal.kind == Literal::Kind::kNumber) return in_hours(literal.unit);
  return std::ranges::any_of(literal.parts, [&](const Literal::Part& part) { return in_hours(part.unit); });
}

// first treatment, diagnosis: the record, with a name for it.
std::string NamedBefore(const std::string& words) {
  std::string_view rest = words;
  const auto drop = [&](std::string_view before) {
    const bool there = rest.starts_with(before);
    if (there) rest.remove_prefix(before.size());
    return there;
  };
  const std::string order = drop("first ") ? "first " : drop("last ") ? "last " : "";
  for (const std::string_view before : {"start of ", "end of ", "date of ", "the "}) drop(before);
  // age at diagnosis, disease onset: the field of a record.
  for (const model::FieldId field : FieldsCalled(rest, Entity::kIndividual)) {
    const model::Field& info = model::Info(field);
    if (info.kind != model::Kind::kTime || info.entity == Entity::kIndividual) continue;
    return absl::StrCat("has ", order, EntityName(info.entity), " ... as first_one, and write first_one.",
                        std::string(info.name), " here");
  }
  const auto entity = FindEntity(rest);
  if (!entity && rest.find(' ') != std::string_view::npos) {
    return "has disease ... as first_one, and write first_one here";
  }
  if (!entity || *entity == Entity::kIndividual) return absl::StrCat("has disease ... as ", words);
  return absl::StrCat("has ", order, EntityName(*entity), " ... as first_one, and write first_one here");
}

}  // namespace

bool MomentBinder::IsMoment(const Literal& literal, Entity space) const {
  if (literal.kind == Literal::Kind::kMoment) return true;
  return literal.kind == Literal::Kind::kWord &&
         (events_->Has(model::ToLower(literal.text)) ||
          FindFieldUpwards(space, literal.text, model::Kind::kTime).has_value());
}

bool MomentBinder::IsAboutMoments(const Compare& compare, Entity space) const {
  return HasDistance(compare.op) || std::any_of(compare.values.begin(), compare.values.end(),
                                                [&](const Literal& l) { return IsMoment(l, space); });
}

EventScope::Event* MomentBinder::FindEvent(const grammar::Name& name, std::string_view field) {
  if (EventScope::Event* event = events_->Use(name.text)) return event;
  // The entities with such a field: d.onset is that of a disease, or a phenotype.
  std::string_view entity = "treatment";
  if (!field.empty() && !FindField(Entity::kTreatment, field)) {
    const std::vector<model::FieldId> fields = FindFieldsBelow(Entity::kIndividual, field);
    if (!fields.empty()) entity = model::Info(model::Info(fields[0]).entity).name;
    if (FindField(Entity::kDisease, field)) entity = model::Info(Entity::kDisease).name;
  }
  std::vector<std::string> hints = {
      absl::StrCat("name it in a criterion before this one: has ", std::string(entity), " ... as ", name.text)};
  if (const auto meant = FindEntity(name.text); meant && *meant != Entity::kIndividual) {
    hints = {absl::StrCat("a field of a record stands behind with: write has ", EntityName(*meant), " with ",
                          field.empty() ? "FIELD" : std::string(field), " and the comparison")};
  }
  const std::vector<std::string> names = events_->Names();
  if (!names.empty()) hints = {absl::StrCat("named here: ", absl::StrJoin(names, ", "))};
  reporter_->Error(name.span, "unknown-event", absl::StrCat("no row is named '", name.text, "' here"), hints);
  return nullptr;
}

std::optional<Moment> MomentBinder::Constant(const Literal& literal) {
  Moment moment;
  moment.constant.emplace();
  if (ValueBinder::IsDate(literal)) {
    const auto date = values_->Date(literal);
    if (!date) return std::nullopt;
    moment.constant->date = *date;
  } else {
    const auto age = values_->Duration(literal);
    if (!age) return std::nullopt;
    moment.constant->age = {*age, *age};
  }
  return moment;
}

std::optional<Moment> MomentBinder::BindMoment(const Literal& literal, Entity space) {
  if (IsTimeLiteral(literal)) return Constant(literal);
  if (literal.factor != 1) {
    reporter_->Error(literal.span, "not-a-number", "numbers are multiplied, not times");
    return std::nullopt;
  }
  Moment moment;
  moment.entity = space;
  const std::string word = literal.kind == Literal::Kind::kWord ? model::ToLower(literal.text) : "";
  if (!literal.event.empty() || events_->Has(word)) {
    EventScope::Event* event = FindEvent({literal.event.empty() ? word : literal.event, literal.span},
                                         literal.event.empty() ? "" : literal.text);
    if (event == nullptr) return std::nullopt;
    moment.slot = event->slot;
    moment.entity = event->entity;
    if (literal.event.empty()) {
      const auto field = model::MomentOf(event->entity);
      if (!field) {
        reporter_->Error(
            literal.span, "no-time",
            absl::StrCat(WithArticle(std::string(model::Info(event->entity).name)),
                         " has no time of its own; its times: ", FieldsOfKind(event->entity, model::Kind::kTime)));
        return std::nullopt;
      }
      moment.field = *field;
      return moment;
    }
  }
  const auto field = FindFieldUpwards(moment.entity, literal.text, model::Kind::kTime);
  if (!field) {
    std::vector<std::string> hints = {absl::StrCat("times of ",
                                                   WithArticle(std::string(model::Info(moment.entity).name)), ": ",
                                                   FieldsOfKind(moment.entity, model::Kind::kTime))};
    const std::vector<std::string> names = events_->Names();
    if (moment.slot == kThisRow && !names.empty())
      hints.push_back(absl::StrCat("rows named here: ", absl::StrJoin(names, ", ")));
    if (moment.slot == kThisRow) {
      hints.push_back(absl::StrCat("of a record, name it in a criterion before: ", NamedBefore(literal.text)));
      hints.emplace_back(
          "of a day that the protocol names, begin with study date 2026-01-01; and write study date here");
    }
    reporter_->Error(literal.span, "unknown-event",
                     absl::StrCat("'", literal.text, "' is neither a time nor a named row"), hints);
    return std::nullopt;
  }
  moment.field = *field;
  return moment;
}

std::optional<model::Distance> MomentBinder::BindDistance(const Literal& literal) {
  const auto total = values_->Duration(literal);
  if (!total) return std::nullopt;
  if (*total < 0) {
    reporter_->Error(literal.span, "bad-duration", "a distance is not negative");
    return std::nullopt;
  }
  const auto months = values_->WholeMonths(literal);
  model::Distance distance;
  distance.months = static_cast<int>(months);
  distance.rest = *total - months * model::kMonth;
  distance.by_hours = IsInHours(literal);
  return distance;
}

ConditionPtr MomentBinder::Bind(const Compare& compare, model::FieldId field, Entity space) {
  if (compare.op == Op::kBetween) {
    std::vector<ConditionPtr> both;
    for (size_t i = 0; i < 2; ++i) {
      Compare end = compare;
      end.op = i == 0 ? Op::kGreaterEqual : Op::kLessEqual;
      end.values = {compare.values[i]};
      both.push_back(Bind(end, field, space));
    }
    if (both[0] == nullptr || both[1] == nullptr) return nullptr;
    return Both(std::move(both[0]), std::move(both[1]));
  }
  const auto relation = RelationOf(compare.op);
  if (!relation) {
    reporter_->Error(
        compare.op_span, "wrong-operator",
        "times are compared with before, after, =, <, <=, >, >=, between, within ... of, at least ... after");
    return nullptr;
  }
  const auto right = BindMoment(compare.values[0], space);
  if (!right) return nullptr;
  ConditionPtr node = MakeNode(Condition::Kind::kTimes, space);
  if (compare.distance) {
    const auto distance = BindDistance(*compare.distance);
    if (!distance) return nullptr;
    node->distance = *distance;
  }
  node->left.entity = space;
  node->left.field = field;
  node->right = *right;
  node->time_relation = *relation;
  WarnIfNotComparable(view_, reporter_, compare.field.span, node->left, node->right, certainty_->negated());
  // For other rows, the `has` that they belong to reports it.
  if (compare.distance && space == Entity::kIndividual && certainty_->AsWritten()) {
    NoteAgesOfNamed(view_, reporter_, compare, *events_);
  }
  node->possibly = certainty_->Possibly(compare.certainty);
  node->unknown = certainty_->AdmitsMissing(compare.certainty);
  if (!node->unknown) return node;
  const model::FieldId other = right->slot == kThisRow ? right->field : 0;
  return DenyToTheLiving(view_, DenyToTheLiving(view_, std::move(node), field), other);
}

ConditionPtr MomentBinder::BindOverlaps(const grammar::Overlaps& overlaps, Entity space) {
  ConditionPtr node = MakeNode(Condition::Kind::kOverlap, space);
  const auto bind = [&](const grammar::Name& name, Moment* moment) {
    EventScope::Event* event = FindEvent(name);
    if (event == nullptr) return false;
    *moment = {event->slot, event->entity, 0, std::nullopt};
    return true;
  };
  const bool left = !overlaps.left || bind(*overlaps.left, &node->left);
  const bool right = bind(overlaps.right, &node->right);
  if (!left || !right) return nullptr;
  if (!overlaps.left) node->left.entity = space;
  for (const Moment* moment : {&node->left, &node->right}) {
    if (model::PeriodOf(moment->entity)) continue;
    const grammar::Span span = moment == &node->left && overlaps.left ? overlaps.left->span : overlaps.right.span;
    reporter_->Error(span, "no-time",
                     absl::StrCat(WithArticle(std::string(model::Info(moment->entity).name)),
                                  " is not recorded with a beginning and an end"),
                     {"phenotypes, diseases and treatments are"});
    return nullptr;
  }
  node->possibly = certainty_->Possibly(overlaps.certainty);
  node->unknown = certainty_->AdmitsMissing(overlaps.certainty);
  return node;
}

}  // namespace muster::bind
