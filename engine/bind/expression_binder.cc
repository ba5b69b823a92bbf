#include "engine/bind/expression_binder.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "engine/bind/conditions.h"
#include "engine/bind/scope.h"
#include "engine/bind/unknown_name.h"
#include "engine/model/keyword.h"
#include "engine/model/units.h"

namespace muster::bind {

using grammar::Compare;
using grammar::Has;
using grammar::Literal;
using model::Entity;
using model::FieldId;
using ontology::Reach;

namespace {

std::string EntityName(Entity entity) { return std::string(model::Info(entity).name); }
std::string FieldName(FieldId field) { return std::string(model::Info(field).name); }

// Wraps a condition about `condition->entity`, which is `space` or above it, as a condition about `space`.
ConditionPtr InSpace(ConditionPtr condition, Entity space) {
  if (condition == nullptr || condition->entity == space) return condition;
  ConditionPtr node = MakeNode(Condition::Kind::kAncestor, space);
  node->child = condition->entity;
  node->operands.push_back(std::move(condition));
  return node;
}

std::string SearchableField(Entity entity) {
  for (const FieldId field : model::FieldsOf(entity)) {
    if (model::Info(field).kind != model::Kind::kText) return FieldName(field);
  }
  return "FIELD";
}

// a and (b and c) is a and b and c: what b names, c may speak of.
void Flatten(const grammar::And& node, std::vector<const grammar::Expr*>* operands) {
  for (const grammar::ExprPtr& operand : node.operands) {
    if (const auto* inner = std::get_if<grammar::And>(&operand->node)) {
      Flatten(*inner, operands);
    } else {
      operands->push_back(operand.get());
    }
  }
}

}  // namespace

ConditionPtr ExpressionBinder::Bind(const grammar::Expr& expr, Entity space, Bound bound) {
  bound_ = bound;
  negative_ = false;
  return BindScoped(expr, space);
}

// Rows that are named in `expr` are known in it only.
ConditionPtr ExpressionBinder::BindScoped(const grammar::Expr& expr, Entity space) {
  if (const auto* conjunction = std::get_if<grammar::And>(&expr.node)) return BindAnd(*conjunction, space);
  const size_t first = events_.size();
  ConditionPtr condition = BindExpression(expr, space);
  const bool spoken_of = condition != nullptr ? events_.Close(first) : (events_.Forget(first), false);
  if (!spoken_of) return condition;
  ConditionPtr events = MakeNode(Condition::Kind::kEvents, space);
  events->operands.push_back(std::move(condition));
  return events;
}

// Null after an error. `space` is the entity whose rows the expression is about.
ConditionPtr ExpressionBinder::BindExpression(const grammar::Expr& expr, Entity space) {
  if (const auto* node = std::get_if<grammar::And>(&expr.node)) return BindAnd(*node, space);
  if (const auto* node = std::get_if<grammar::Or>(&expr.node)) {
    return BindOperands(node->operands, Condition::Kind::kOr, space);
  }
  if (const auto* node = std::get_if<grammar::Not>(&expr.node)) return BindNot(*node, space);
  if (const auto* node = std::get_if<grammar::AtLeastOf>(&expr.node)) return BindAtLeast(*node, expr.span, space);
  if (const auto* has = std::get_if<Has>(&expr.node)) return BindHas(*has, space);
  if (const auto* in = std::get_if<grammar::InCohort>(&expr.node)) return BindInCohort(*in, space);
  if (const auto* usable = std::get_if<grammar::Usable>(&expr.node)) return BindUsable(*usable, expr.span, space);
  if (const auto* overlaps = std::get_if<grammar::Overlaps>(&expr.node)) return BindOverlaps(*overlaps, space);
  return BindCompare(std::get<Compare>(expr.node), space);
}

ConditionPtr ExpressionBinder::BindCriteria(const std::vector<const grammar::Expr*>& criteria, Entity space) {
  const size_t first = events_.size();
  ConditionPtr conjunction = MakeNode(Condition::Kind::kAnd, space);
  for (const grammar::Expr* criterion : criteria) {
    const size_t named = events_.size();
    ConditionPtr condition = BindExpression(*criterion, space);
    if (condition == nullptr) {
      events_.Forget(named);
    } else {
      conjunction->operands.push_back(std::move(condition));
    }
  }
  if (events_.Close(first)) conjunction->kind = Condition::Kind::kEvents;
  return conjunction;
}

ConditionPtr ExpressionBinder::BindAnd(const grammar::And& node, Entity space) {
  std::vector<const grammar::Expr*> operands;
  Flatten(node, &operands);
  const size_t first = events_.size();
  ConditionPtr conjunction = MakeNode(Condition::Kind::kAnd, space);
  bool good = true;
  for (const grammar::Expr* operand : operands) {
    conjunction->operands.push_back(BindExpression(*operand, space));
    good = good && conjunction->operands.back() != nullptr;
  }
  if (!good) {
    events_.Forget(first);
    return nullptr;
  }
  if (events_.Close(first)) conjunction->kind = Condition::Kind::kEvents;
  return conjunction;
}

ConditionPtr ExpressionBinder::BindNot(const grammar::Not& node, Entity space) {
  negative_ = !negative_;
  ConditionPtr operand = BindScoped(*node.operand, space);
  negative_ = !negative_;
  return operand == nullptr ? nullptr : Negate(std::move(operand));
}

ConditionPtr ExpressionBinder::BindAtLeast(const grammar::AtLeastOf& node, grammar::Span span, Entity space) {
  ConditionPtr bound = BindOperands(node.operands, Condition::Kind::kAtLeast, space);
  if (node.count < 1 || static_cast<size_t>(node.count) > node.operands.size()) {
    reporter_->Error(span, "bad-number",
                     absl::StrCat("at least ", node.count, " of ", node.operands.size(),
                                  node.operands.size() == 1 ? " criterion" : " criteria",
                                  node.count < 1 ? " is always true" : " can never be true"));
    return nullptr;
  }
  if (bound != nullptr) bound->at_least = node.count;
  return bound;
}

ConditionPtr ExpressionBinder::BindOperands(const std::vector<grammar::ExprPtr>& operands, Condition::Kind kind,
                                            Entity space) {
  ConditionPtr node = MakeNode(kind, space);
  bool good = true;
  for (const grammar::ExprPtr& operand : operands) {
    node->operands.push_back(BindScoped(*operand, space));
    good = good && node->operands.back() != nullptr;
  }
  return good ? std::move(node) : nullptr;
}

std::optional<Polarity> ExpressionBinder::BindPolarity(grammar::Polarity written, grammar::Span span, Entity entity) {
  const model::EntityInfo& info = model::Info(entity);
  if (!info.polar && written != grammar::Polarity::kDefault) {
    reporter_->Error(span, "no-polarity",
                     absl::StrCat(std::string(info.plural), " are not recorded as observed or excluded"));
    return std::nullopt;
  }
  if (!info.polar) return Polarity::kAny;
  return written == grammar::Polarity::kExcluded ? Polarity::kExcluded : Polarity::kObserved;
}

// ---- has ----

ConditionPtr ExpressionBinder::BindHas(const Has& has, Entity space) {
  if (const auto relation = FindRelation(has.entity.text)) return BindRelative(has, *relation, space);
  const auto entity = FindEntity(has.entity.text);
  if (!entity) {
    ReportUnknownEntity(reporter_, has.entity, space);
    return nullptr;
  }
  Entity from = space;  // the nearest entity at or above `space` that the rows belong to
  while (from != Entity::kIndividual && !model::IsAncestorOrSelf(from, *entity)) from = model::Info(from).parent;
  if (*entity == from) {
    reporter_->Error(has.entity.span, "not-below",
                     *entity == space
                         ? absl::StrCat("the criteria here are already about ", WithArticle(EntityName(*entity)))
                         : absl::StrCat(WithArticle(EntityName(space)), " belongs to one ", EntityName(*entity)),
                     {absl::StrCat("write its criteria directly: ", SearchableField(*entity), " is ...")});
    return nullptr;
  }
  const bool exactly = has.quantity && has.quantity->kind == grammar::Quantity::Kind::kExactly;
  if (bound_ == Bound::kAsWritten || !exactly) return InSpace(BindExists(has, from, *entity), space);
  // Of `exactly`, more rows and fewer rows are the two ends: each is bound by itself.
  const int count = has.quantity->count;
  ConditionPtr least = BindExists(has, from, *entity, Count{Count::Kind::kAtLeast, count, has.quantity->distinct});
  ConditionPtr most = BindExists(has, from, *entity, Count{Count::Kind::kAtMost, count, has.quantity->distinct});
  if (least == nullptr || most == nullptr) return nullptr;
  return InSpace(count == 0 ? std::move(most) : Both(std::move(least), std::move(most)), space);
}

ConditionPtr ExpressionBinder::BindExists(const Has& has, Entity from, Entity entity, std::optional<Count> count) {
  const model::EntityInfo& info = model::Info(entity);
  ConditionPtr exists = MakeNode(Condition::Kind::kExists, from);
  exists->child = entity;
  const auto polarity = BindPolarity(has.polarity, has.polarity_span, entity);
  if (!polarity) return nullptr;
  exists->polarity = *polarity;
  if (!BindQuantity(has, info, exists.get())) return nullptr;
  if (count) exists->count = *count;
  bool good = has.terms.empty() || BindTermsOfHas(has, info, exists.get());
  good = BindTimesOfHas(has, info, exists.get()) && good;
  if (has.alias) {
    if (exists->count.kind != Count::Kind::kAtLeast || exists->count.count != 1 || exists->dates > 0) {
      reporter_->Error(has.alias->span, "named-many", "only one row can be named, not several or none",
                       {"leave out the number, or the name"});
      return nullptr;
    }
    if (events_.Has(has.alias->text)) {
      reporter_->Error(has.alias->span, "named-twice", absl::StrCat("a row is named '", has.alias->text, "' already"));
      return nullptr;
    }
    exists->slot = events_.Add(has.alias->text, exists.get());
  }
  if (has.with != nullptr) {
    values_.unconverted().clear();
    // What is said of rows of which there are at most so many is said under a `not`.
    const bool flip = exists->count.kind != Count::Kind::kAtLeast;
    negative_ = negative_ != flip;
    if (entity == Entity::kMeasurement) values_.set_assays(exists->symbols);
    exists->operands.push_back(BindScoped(*has.with, entity));
    values_.set_assays(nullptr);
    negative_ = negative_ != flip;
    good = good && exists->operands.back() != nullptr;
    if (good && exists->symbols != nullptr) WarnOfUnits(*exists);
  }
  return good ? std::move(exists) : nullptr;
}

bool ExpressionBinder::BindQuantity(const Has& has, const model::EntityInfo& info, Condition* exists) {
  if (!has.quantity) return true;
  exists->count = {static_cast<Count::Kind>(has.quantity->kind), has.quantity->count, has.quantity->distinct};
  if (has.quantity->kind == grammar::Quantity::Kind::kAtLeast && has.quantity->count == 0) {
    reporter_->Error(has.quantity->span, "bad-number", "at least 0 is always true");
    return false;
  }
  if (has.quantity->distinct && info.primary < 0) {
    reporter_->Error(has.quantity->span, "no-term",
                     absl::StrCat(std::string(info.plural), " have no term, so none are distinct"));
    return false;
  }
  return true;
}

// first, last, on distinct dates: by the time that rows of the entity have.
bool ExpressionBinder::BindTimesOfHas(const Has& has, const model::EntityInfo& info, Condition* exists) {
  if (has.order == grammar::Order::kAny && !has.dates) return true;
  const auto moment = model::MomentOf(info.entity);
  if (!moment) {
    reporter_->Error(
        has.dates ? has.dates_span : has.order_span, "no-time",
        absl::StrCat(std::string(info.plural), " have no time of their own to be told apart or ordered by"));
    return false;
  }
  exists->left.entity = info.entity;
  exists->left.field = *moment;
  exists->order = static_cast<Order>(has.order);
  if (has.dates) {
    exists->dates = *has.dates;
    if (*has.dates < 1) {
      reporter_->Error(has.dates_span, "bad-number", "at least 0 dates is always true");
      return false;
    }
    if (has.quantity) {
      reporter_->Error(has.quantity->span, "named-many",
                       "either a number of rows or a number of dates can be asked for",
                       {"join two criteria with `and` to ask for both"});
      return false;
    }
  }
  return true;
}

// Persons of the same family. The criteria are about their place in it, and so about themselves as well.
ConditionPtr ExpressionBinder::BindRelative(const Has& has, Relation relation, Entity space) {
  if (!has.terms.empty() || has.alias || has.dates || has.order != grammar::Order::kAny ||
      has.polarity != grammar::Polarity::kDefault || (has.quantity && has.quantity->distinct)) {
    reporter_->Error(has.entity.span, "only-with",
                     absl::StrCat("of ", has.entity.text, " only `with` and a number can be said"),
                     {absl::StrCat("write has ", has.entity.text, " with (affected is affected and has disease ...)")});
    return nullptr;
  }
  Count count;
  if (has.quantity) {
    count = {static_cast<Count::Kind>(has.quantity->kind), has.quantity->count, false};
    if (count.kind == Count::Kind::kAtLeast && count.count == 0) {
      reporter_->Error(has.quantity->span, "bad-number", "at least 0 is always true");
      return nullptr;
    }
  }
  const bool of_place = space == Entity::kPedigree;
  const auto at_least = [&](int least, bool flip) -> ConditionPtr {
    ConditionPtr relative = MakeNode(Condition::Kind::kRelative, Entity::kPedigree);
    relative->relation = relation;
    relative->label = has.entity.text;
    relative->at_least = least;
    if (has.with != nullptr) {
      std::vector<EventScope::Event> hidden = events_.Hide();
      negative_ = negative_ != flip;
      ConditionPtr with = BindScoped(*has.with, Entity::kPedigree);
      negative_ = negative_ != flip;
      events_.Restore(std::move(hidden));
      if (with == nullptr) return nullptr;
      relative->operands.push_back(std::move(with));
    }
    if (of_place) return relative;
    ConditionPtr exists = MakeNode(Condition::Kind::kExists, Entity::kIndividual);
    exists->child = Entity::kPedigree;
    exists->operands.push_back(std::move(relative));
    return exists;
  };
  const auto at_most = [&](int most) -> ConditionPtr {
    ConditionPtr more = at_least(most + 1, true);
    return more == nullptr ? nullptr : Negate(std::move(more));
  };
  ConditionPtr condition;
  if (count.kind == Count::Kind::kAtLeast) {
    condition = at_least(count.count, false);
  } else if (count.kind == Count::Kind::kAtMost || count.count == 0) {
    condition = at_most(count.count);
  } else {
    ConditionPtr least = at_least(count.count, false);
    ConditionPtr most = at_most(count.count);
    if (least != nullptr && most != nullptr) condition = Both(std::move(least), std::move(most));
  }
  return of_place ? std::move(condition) : InSpace(std::move(condition), space);
}

// Says how many records of the assay are in units that the comparison cannot be converted to: they are not counted.
void ExpressionBinder::WarnOfUnits(const Condition& exists) {
  for (const Unconverted& left_out : values_.unconverted()) {
    if (model::Info(left_out.unit_field).entity != exists.child) continue;
    const auto in_unit = [&](model::Symbol unit) {
      return view_.CountObserved(exists.child, *exists.symbols, left_out.unit_field, unit);
    };
    // Mostly none are left out. The units that are converted tell, and the query reads their postings anyway.
    const auto recorded = view_.FieldUnits(left_out.unit_field);
    if (!recorded.ok()) return reporter_->Fail(recorded.status());
    auto others = in_unit(model::kAnyValue);
    for (const RecordedUnit& unit : **recorded) {
      if (!others.ok() || *others == 0 || std::ranges::count(left_out.units, unit.symbol) != 0) continue;
      const auto converted = in_unit(unit.symbol);
      if (!converted.ok()) return reporter_->Fail(converted.status());
      others = *others - std::min(*others, *converted);
    }
    if (!others.ok()) return reporter_->Fail(others.status());
    if (*others == 0) continue;
    uint64_t rows = 0;
    std::vector<std::string> units;
    for (const model::Symbol unit : left_out.units) {
      auto of_unit = in_unit(unit);
      if (!of_unit.ok()) return reporter_->Fail(of_unit.status());
      if (*of_unit > 0) units.push_back(model::UnitLabel(view_.dictionary().Text(unit)));
      rows += *of_unit;
    }
    if (rows == 0) continue;
    const model::EntityInfo& info = model::Info(exists.child);
    reporter_->Warn(left_out.span, "unconverted-units",
                    absl::StrCat(rows, " ", std::string(rows == 1 ? info.name : info.plural), " of ", exists.label,
                                 rows == 1 ? " is" : " are", " in a unit that ", left_out.unit,
                                 " cannot be converted to, and not counted"),
                    {absl::StrCat("units left out: ", absl::StrJoin(units, ", "))});
  }
}

bool ExpressionBinder::BindTermsOfHas(const grammar::Has& has, const model::EntityInfo& info, Condition* exists) {
  if (info.primary < 0) {
    reporter_->Error(has.terms[0].span, "no-term", absl::StrCat(WithArticle(info.name), " has no term"),
                     {absl::StrCat("write has ", std::string(info.name),
                                   " with (FIELD is VALUE); fields: ", absl::StrJoin(FieldNames(info.entity), ", "))});
    return false;
  }
  // What is observed is observed of everything above it; what is excluded is excluded of everything below it.
  const Reach reach = exists->polarity == Polarity::kExcluded ? Reach::kAncestors : Reach::kDescendants;
  auto match = terms_.Bind(has.terms, static_cast<FieldId>(info.primary), reach);
  if (!match) return false;
  exists->symbols = match->symbols;
  exists->terms = match->terms;
  exists->label = match->label;
  return true;
}

// ---- comparisons ----

// therapy.start before 2020: what is said of the row is bound as if it stood behind its `with`.
ConditionPtr ExpressionBinder::BindCompare(const Compare& compare, Entity space) {
  if (!compare.event) return BindOwnCompare(compare, space);
  EventScope::Event* event = moments_.FindEvent(*compare.event);
  if (event == nullptr) return nullptr;
  ConditionPtr named = MakeNode(Condition::Kind::kNamed, space);
  named->slot = event->slot;
  named->child = event->entity;
  named->label = event->name;
  ConditionPtr condition = BindOwnCompare(compare, named->child);
  if (condition == nullptr) return nullptr;
  named->operands.push_back(std::move(condition));
  return named;
}

ConditionPtr ExpressionBinder::BindOwnCompare(const Compare& compare, Entity space) {
  if (compare.as_of) {
    if (compare.field.text != "age") {
      reporter_->Error(compare.field.span, "unknown-field",
                       absl::StrCat("only an age is given as of a date, not '", compare.field.text, "'"));
      return nullptr;
    }
    return InSpace(WithinBound(compare, model::field::kBirth), space);
  }
  const auto field = FindFieldUpwards(space, compare.field.text);
  if (!field) {
    ReportUnknownField(reporter_, compare.field, space);
    return nullptr;
  }
  if (model::Info(*field).kind == model::Kind::kTime && moments_.IsAboutMoments(compare, space)) {
    const bool by_bound = compare.certainty == grammar::Certainty::kDefault;
    return moments_.Bind(compare, *field, space, by_bound ? Wide() : compare.certainty == grammar::Certainty::kPossibly,
                         by_bound && AdmitsMissing());
  }
  if (compare.distance) {
    reporter_->Error(compare.field.span, "not-a-time", absl::StrCat(FieldName(*field), " is not a time"));
    return nullptr;
  }
  return InSpace(WithinBound(compare, *field), space);
}

// The bound of a comparison that is asked for; see Bound.
ConditionPtr ExpressionBinder::WithinBound(const Compare& compare, FieldId id) {
  const auto bind = [&](const Compare& written) {
    return written.as_of ? values_.BindAgeAsOf(written) : BindFieldCompare(written, id);
  };
  const bool fixed = compare.op == Compare::Op::kIsMissing || compare.op == Compare::Op::kIsRecorded ||
                     compare.certainty != grammar::Certainty::kDefault;
  if (bound_ == Bound::kAsWritten || fixed) return bind(compare);
  Compare written = compare;
  const bool time =
      model::Info(id).kind == model::Kind::kTime && !compare.values.empty() && IsTimeLiteral(compare.values[0]);
  if (time) written.certainty = Wide() ? grammar::Certainty::kPossibly : grammar::Certainty::kCertainly;
  ConditionPtr condition = bind(written);
  // Rows of which nothing is known, or not what the comparison needs.
  if (condition == nullptr || !AdmitsMissing()) return condition;
  ConditionPtr known = Known(id);
  if (time) {
    const bool dates = compare.as_of || ValueBinder::IsDate(compare.values.back());
    known = MakeRange(id, dates ? model::kDateLow : model::kAgeLow, kLowest, kHighest);
  }
  if (known == nullptr) return nullptr;
  const Entity entity = condition->entity;
  std::vector<ConditionPtr> either;
  either.push_back(std::move(condition));
  either.push_back(Negate(std::move(known)));
  return Combine(Condition::Kind::kOr, entity, std::move(either));
}

ConditionPtr ExpressionBinder::BindFieldCompare(const Compare& compare, FieldId id) {
  const model::Field& field = model::Info(id);
  if (field.kind == model::Kind::kText) {
    reporter_->Error(
        compare.field.span, "not-searchable",
        absl::StrCat(FieldName(id), " is kept in the records and is not indexed, so it cannot be asked for"));
    return nullptr;
  }
  if (compare.certainty != Compare::Certainty::kDefault && field.kind != model::Kind::kTime) {
    reporter_->Error(compare.field.span, "not-a-time",
                     absl::StrCat("`certainly` and `possibly` are about times, and ", FieldName(id), " is not a time"));
    return nullptr;
  }
  if (compare.op == Compare::Op::kIsRecorded) return Known(id);
  if (compare.op == Compare::Op::kIsMissing) return Negate(Known(id));
  switch (field.kind) {
    case model::Kind::kNumber:
      return values_.BindNumber(compare, id);
    case model::Kind::kTime:
      if (IsTimeLiteral(compare.values[0])) return values_.BindTime(compare, id);
      return BindSymbols(compare, id);
    default:
      return BindSymbols(compare, id);
  }
}

// Codes, keywords, and the terms of times.
ConditionPtr ExpressionBinder::BindSymbols(const Compare& compare, FieldId id) {
  using Op = Compare::Op;
  const bool negated = compare.op == Op::kIsNot || compare.op == Op::kNotIn;
  std::optional<TermMatch> match;
  if (compare.op == Op::kStartsWith) {
    match = terms_.BindPrefix(compare.values[0], id);
  } else if (negated || compare.op == Op::kIs || compare.op == Op::kIn) {
    match = model::Info(id).kind == model::Kind::kKeyword ? terms_.BindKeywords(compare.values, id)
                                                          : terms_.Bind(compare.values, id, Reach::kDescendants);
  } else {
    reporter_->Error(compare.op_span, "wrong-operator",
                     absl::StrCat(FieldName(id), " is compared with is, is not, in or starts with"));
  }
  if (!match) return nullptr;
  ConditionPtr codes = MakeCodes(id, match->symbols, match->terms, match->label);
  // A missing value satisfies neither `is` nor `is not`.
  return negated ? RecordedButNot(Known(id), std::move(codes)) : std::move(codes);
}

// The field has a value, and not one that says that nothing is known.
ConditionPtr ExpressionBinder::Known(FieldId id) {
  ConditionPtr recorded = Recorded(id);
  if (model::Info(id).kind != model::Kind::kKeyword) return recorded;
  auto values = view_.FieldValues(id);
  if (!values.ok()) {
    reporter_->Fail(values.status());
    return nullptr;
  }
  std::vector<model::Symbol> flavours;
  for (const model::Symbol symbol : **values) {
    if (model::IsNullFlavour(view_.dictionary().Text(symbol))) flavours.push_back(symbol);
  }
  if (flavours.empty()) return recorded;
  return RecordedButNot(
      std::move(recorded),
      MakeCodes(id, std::make_shared<const std::vector<model::Symbol>>(std::move(flavours)), 0, "null flavours"));
}

// Periods are of rows: of this one and a named one, or of two named ones.
ConditionPtr ExpressionBinder::BindOverlaps(const grammar::Overlaps& overlaps, Entity space) {
  ConditionPtr node = MakeNode(Condition::Kind::kOverlap, space);
  const auto bind = [&](const grammar::Name& name, Moment* moment) {
    EventScope::Event* event = moments_.FindEvent(name);
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
    reporter_->Error(
        span, "no-time",
        absl::StrCat(WithArticle(EntityName(moment->entity)), " is not recorded with a beginning and an end"),
        {"phenotypes, diseases and treatments are"});
    return nullptr;
  }
  const bool by_bound = overlaps.certainty == grammar::Certainty::kDefault;
  node->possibly = by_bound ? Wide() : overlaps.certainty == grammar::Certainty::kPossibly;
  node->unknown = by_bound && AdmitsMissing();
  return node;
}

}  // namespace muster::bind
