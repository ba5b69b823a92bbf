#include "engine/api/low_effect/people_counter.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "engine/bind/binder.h"
#include "engine/bind/bound/conditions.h"
#include "engine/bind/bound/polarity.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/bound/scope.h"
#include "engine/execute/differing_people.h"
#include "engine/execute/effects.h"
#include "engine/plan/plan.h"
#include "grammar/clone.h"
#include "grammar/parse.h"
#include "grammar/walk.h"
#include "muster/diagnostic.h"
#include "muster/table.h"

namespace muster::api {

using bind::Condition;
using bind::ConditionPtr;
using model::Entity;
using Part = execute::CriteriaTree::Part;
using Distinct = bind::Counted::Distinct;

namespace {

// Rows of `space` that have a value of the group: their own, that of the row above, or of a row below.
ConditionPtr IsInGroup(const bind::Dimension& dimension, const ontology::SymbolSet& symbols, Entity space) {
  const Entity entity = model::Info(dimension.field).entity;
  ConditionPtr codes = bind::MakeCodes(dimension.field, symbols, 0, "");
  if (model::IsAncestorOrSelf(entity, space)) return bind::InSpace(std::move(codes), space);
  ConditionPtr exists = bind::MakeNode(Condition::Kind::kExists, space);
  exists->child = entity;
  exists->polarity = dimension.polarity;
  exists->operands.push_back(std::move(codes));
  return exists;
}

ontology::SymbolSet LessThose(const model::SymbolList& all, const model::SymbolList& those) {
  std::vector<model::Symbol> rest;
  std::ranges::set_difference(all, those, std::back_inserter(rest));
  return std::make_shared<const model::SymbolList>(std::move(rest));
}

}  // namespace

void PeopleCounter::MakeTrees() {
  if (reading_ != Reading::kAsWritten || within_ != nullptr || counted_.distinct) return;
  bind::Counted counted;
  if (counted_.entity.text == "families" || counted_.entity.text == "family") {
    counted.entity = Entity::kPedigree;
  } else {
    const auto entity = bind::FindEntity(counted_.entity.text);
    // A panel is one measurement, by whichever of its components it is found.
    if (!entity || *entity == Entity::kMeasurement) return;
    std::vector<Diagnostic> diagnostics;
    bind::Reporter silent(&diagnostics);
    const auto polarity = bind::BindPolarity(&silent, counted_.polarity, counted_.polarity_span, *entity);
    if (!polarity) return;
    counted.entity = *entity;
    counted.polarity = *polarity;
  }
  trees_.emplace(counted, earlier_, context_);
}

bool PeopleCounter::IsLogic(const grammar::Expr& where) const {
  return trees_.has_value() && !grammar::SpeaksOfNamedRows(where);
}

absl::StatusOr<std::optional<std::vector<uint64_t>>> PeopleCounter::Effects(const grammar::Expr& where,
                                                                            std::span<const release::Operand> operands,
                                                                            uint64_t enough) {
  if (!IsLogic(where)) return std::nullopt;
  const absl::StatusOr<std::optional<CriteriaTrees::Tree>> tree = trees_->Of(&where);
  if (!tree.ok()) return tree.status();
  if (!tree->has_value()) return std::nullopt;
  std::vector<execute::Replacement> replacements;
  std::vector<size_t> places;  // of these among the operands
  for (size_t i = 0; i < operands.size(); ++i) {
    const auto replacement = trees_->LeavingOut(operands[i], **tree);
    if (!replacement.ok()) return replacement.status();
    if (!replacement->has_value()) continue;
    replacements.push_back(**replacement);
    places.push_back(i);
  }
  const auto counts = execute::CountEffects((*tree)->parts, replacements, enough, trees_->conditions());
  if (!counts.ok()) return counts.status();
  std::vector<uint64_t> effects(operands.size(), enough);
  for (size_t i = 0; i < places.size(); ++i) effects[places[i]] = (*counts)[i];
  return effects;
}

bool PeopleCounter::CountsPeople() const { return bind::FindEntity(counted_.entity.text) == Entity::kIndividual; }

absl::StatusOr<std::optional<bind::Query>> PeopleCounter::Bind(const grammar::Expr* where,
                                                               const grammar::Dimension* dimension) {
  grammar::Count count;
  count.entities = {counted_};
  if (where != nullptr) count.where = grammar::Clone(*where);
  if (dimension != nullptr) count.by = {*dimension};
  const bool certainty = reading_ != Reading::kAsWritten && dimension == nullptr;
  if (certainty) count.with = grammar::Name{"certainty", {}};
  grammar::Statement statement;
  statement.query = std::move(count);
  std::vector<Diagnostic> diagnostics;
  absl::StatusOr<std::optional<bind::Query>> query =
      bind::Bind(statement, *context_.view, &diagnostics, earlier_, bind::Reporter::Remarks::kNone);
  if (query.ok() && query->has_value() && certainty) {
    const size_t variant = static_cast<size_t>(reading_) - static_cast<size_t>(Reading::kCertainly);
    (*query)->where = std::move((*query)->variants[variant].where);
  }
  return query;
}

ConditionPtr PeopleCounter::Within(ConditionPtr where) const {
  return within_ == nullptr ? std::move(where) : bind::Both(std::move(where), bind::Clone(*within_));
}

void PeopleCounter::CountPeopleAsWell(bind::Query* query) const {
  if (CountsPeople()) return;
  bind::Counted individuals;
  individuals.entity = Entity::kIndividual;
  query->counted.push_back(std::move(individuals));
}

absl::StatusOr<std::optional<uint64_t>> PeopleCounter::CountBound(const bind::Counted& counted, ConditionPtr where) {
  where = Within(std::move(where));
  bind::Query query;
  query.counted = {counted};
  CountPeopleAsWell(&query);
  const absl::StatusOr<Table> table = execute::Execute(query, plan::MakePlan(*where), context_);
  if (!table.ok()) return table.status();
  return static_cast<uint64_t>(std::get<int64_t>(table->rows[0].back()));
}

absl::StatusOr<std::optional<uint64_t>> PeopleCounter::CountRowOfGroup(bind::Query query, size_t group) {
  query.by[0].top.reset();
  const ConditionPtr where = Within(std::move(query.where));
  CountPeopleAsWell(&query);
  const absl::StatusOr<Table> table = execute::Execute(query, plan::MakePlan(*where), context_);
  if (!table.ok()) return table.status();
  for (const std::vector<Cell>& row : table->rows) {
    if (row[0] == Cell(query.by[0].groups[group].name)) return static_cast<uint64_t>(std::get<int64_t>(row.back()));
  }
  return 0;
}

absl::StatusOr<std::optional<uint64_t>> PeopleCounter::Count(const grammar::Expr* where) {
  absl::StatusOr<std::optional<bind::Query>> query = Bind(where, nullptr);
  if (!query.ok()) return query.status();
  if (!query->has_value()) return std::nullopt;
  return CountBound((*query)->counted[0], std::move((*query)->where));
}

// A panel is one measurement, by whichever of its components it is found.
absl::StatusOr<std::optional<uint64_t>> PeopleCounter::CountDiffering(const bind::Query& one,
                                                                      const bind::Query& other) {
  const auto plan_of = [&](const bind::Query& query) { return plan::MakePlan(*Within(bind::Clone(*query.where))); };
  bind::Query query;
  query.counted = {one.counted[0]};
  const auto people = execute::CountDifferingPeople(query, plan_of(one), plan_of(other), context_);
  if (!people.ok()) return people.status();
  return *people;
}

absl::StatusOr<std::optional<uint64_t>> PeopleCounter::Differ(const grammar::Expr* a, const grammar::Expr* b,
                                                              uint64_t enough) {
  if ((a == nullptr || IsLogic(*a)) && (b == nullptr || IsLogic(*b)) && trees_.has_value()) {
    const absl::StatusOr<std::optional<CriteriaTrees::Tree>> one = trees_->Of(a);
    if (!one.ok()) return one.status();
    const absl::StatusOr<std::optional<CriteriaTrees::Tree>> other = trees_->Of(b);
    if (!other.ok()) return other.status();
    if (!one->has_value() || !other->has_value()) return std::nullopt;
    const auto people = execute::CountDiffering((*one)->parts, (*other)->parts, enough, trees_->conditions());
    if (!people.ok()) return people.status();
    return *people;
  }
  absl::StatusOr<std::optional<bind::Query>> first = Bind(a, nullptr);
  if (!first.ok()) return first.status();
  absl::StatusOr<std::optional<bind::Query>> second = Bind(b, nullptr);
  if (!second.ok()) return second.status();
  if (!first->has_value() || !second->has_value()) return std::nullopt;
  if ((*first)->counted[0].entity == Entity::kMeasurement) return CountDiffering(**first, **second);
  const Condition& one = *(*first)->where;
  const Condition& other = *(*second)->where;
  std::vector<ConditionPtr> either;
  either.push_back(bind::Both(bind::Clone(one), bind::Negate(bind::Clone(other))));
  either.push_back(bind::Both(bind::Clone(other), bind::Negate(bind::Clone(one))));
  ConditionPtr differ = bind::Combine(Condition::Kind::kOr, one.entity, std::move(either));
  return CountBound((*first)->counted[0], std::move(differ));
}

absl::StatusOr<std::optional<CriteriaTrees::Tree>> PeopleCounter::TreeOfGroup(const grammar::Expr* where,
                                                                              const grammar::Dimension& dimension,
                                                                              size_t group) {
  if (!trees_.has_value() || (where != nullptr && !IsLogic(*where))) return std::nullopt;
  absl::StatusOr<std::optional<CriteriaTrees::Tree>> tree = trees_->Of(where);
  if (!tree.ok() || !tree->has_value()) return tree;
  std::vector<Part>& parts = (*tree)->parts.parts;
  Part any{Part::Kind::kOr, 0, 0, {}};
  const size_t of_where = parts.size() - 1;
  for (const grammar::Literal& value : dimension.groups[group].values) {
    grammar::Dimension of_value = dimension;
    of_value.groups = {{dimension.groups[group].name, {value}, dimension.groups[group].span}};
    const absl::StatusOr<std::optional<bind::Query>> query = Bind(nullptr, &of_value);
    if (!query.ok()) return query.status();
    if (!query->has_value()) return std::nullopt;
    const bind::Dimension& by = (*query)->by[0];
    // A measurement is found by the codes of its panel's parts as well, but counted by its own.
    if (by.field == model::field::kMeasurementAssay) return std::nullopt;
    const bind::ConditionPtr condition = IsInGroup(by, by.groups[0].symbols, (*query)->counted[0].entity);
    const std::string text =
        absl::StrCat("by ", static_cast<int>(by.polarity), " ", by.field, " ", grammar::Print(value));
    const absl::StatusOr<size_t> number = trees_->Add(text, *condition);
    if (!number.ok()) return number.status();
    parts.push_back(Part{Part::Kind::kCondition, *number, 0, {}});
    any.operands.push_back(parts.size() - 1);
  }
  parts.push_back(std::move(any));
  parts.push_back(Part{Part::Kind::kAnd, 0, 0, {of_where, parts.size() - 1}});
  return tree;
}

absl::StatusOr<std::optional<std::vector<uint64_t>>> PeopleCounter::EffectsInGroup(const grammar::Expr* where,
                                                                                   const grammar::Dimension& asked,
                                                                                   size_t group, uint64_t enough) {
  const absl::StatusOr<std::optional<CriteriaTrees::Tree>> tree = TreeOfGroup(where, asked, group);
  if (!tree.ok()) return tree.status();
  if (!tree->has_value()) return std::nullopt;
  const execute::CriteriaTree& parts = (*tree)->parts;
  std::vector<execute::Replacement> replacements;
  for (const size_t value : parts.parts[parts.parts.size() - 2].operands) {
    replacements.push_back({value, execute::Replacement::By::kFalse, 0});
  }
  const auto counts = execute::CountEffects(parts, replacements, enough, trees_->conditions());
  if (!counts.ok()) return counts.status();
  return *counts;
}

absl::StatusOr<std::optional<uint64_t>> PeopleCounter::LostInGroup(const grammar::Expr* where,
                                                                   const grammar::Dimension& asked,
                                                                   const grammar::Dimension& fewer, size_t group,
                                                                   uint64_t enough) {
  const absl::StatusOr<std::optional<CriteriaTrees::Tree>> before = TreeOfGroup(where, asked, group);
  if (!before.ok()) return before.status();
  const absl::StatusOr<std::optional<CriteriaTrees::Tree>> after = TreeOfGroup(where, fewer, group);
  if (!after.ok()) return after.status();
  if (before->has_value() && after->has_value()) {
    const auto people = execute::CountDiffering((*before)->parts, (*after)->parts, enough, trees_->conditions());
    if (!people.ok()) return people.status();
    return *people;
  }
  absl::StatusOr<std::optional<bind::Query>> first = Bind(where, &asked);
  if (!first.ok()) return first.status();
  absl::StatusOr<std::optional<bind::Query>> second = Bind(where, &fewer);
  if (!second.ok()) return second.status();
  if (!first->has_value() || !second->has_value()) return std::nullopt;
  const bind::Counted counted = (*first)->counted[0];
  ontology::SymbolSet& symbols = (*first)->by[0].groups[group].symbols;
  const ontology::SymbolSet& kept = (*second)->by[0].groups[group].symbols;
  if ((*first)->by[0].field == model::field::kMeasurementAssay) {
    // A measurement is found by the codes of its panel's parts as well, but counted by its own.
    if (counted.entity == Entity::kMeasurement) {
      symbols = LessThose(*symbols, *kept);
      return CountRowOfGroup(*std::move(*first), group);
    }
    const auto all = CountRowOfGroup(*std::move(*first), group);
    if (!all.ok() || !all->has_value()) return all;
    const auto left = CountRowOfGroup(*std::move(*second), group);
    if (!left.ok() || !left->has_value()) return left;
    return **all - **left;
  }
  ConditionPtr lost = bind::Both(IsInGroup((*first)->by[0], symbols, counted.entity),
                                 bind::Negate(IsInGroup((*second)->by[0], kept, counted.entity)));
  return CountBound(counted, bind::Both(std::move((*first)->where), std::move(lost)));
}

}  // namespace muster::api
