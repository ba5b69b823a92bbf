#include "tests/property/naive/naive_evaluator.h"

#include <algorithm>
#include <optional>
#include <string>

#include "engine/model/schema/keyword.h"
#include "engine/model/text/text.h"
#include "grammar/exactly.h"
#include "grammar/parse.h"
#include "tests/property/naive/naive_names.h"
#include "tests/property/naive/names.h"

namespace muster::property {

using grammar::Compare;
using grammar::Has;
using model::Entity;

namespace {

// Whether one of the criteria names a row of the entity.
bool NamesA(const grammar::Expr& expr, std::optional<Entity> entity) {
  const auto all = [&](const std::vector<grammar::ExprPtr>& operands) {
    return std::any_of(operands.begin(), operands.end(),
                       [&](const grammar::ExprPtr& operand) { return NamesA(*operand, entity); });
  };
  if (const auto* has = std::get_if<Has>(&expr.node)) {
    if (has->alias && EntityNamed(has->entity.text) == entity) return true;
    return has->with != nullptr && NamesA(*has->with, entity);
  }
  if (const auto* conjunction = std::get_if<grammar::And>(&expr.node)) return all(conjunction->operands);
  if (const auto* disjunction = std::get_if<grammar::Or>(&expr.node)) return all(disjunction->operands);
  if (const auto* some = std::get_if<grammar::AtLeastOf>(&expr.node)) return all(some->operands);
  if (const auto* negation = std::get_if<grammar::Not>(&expr.node)) return NamesA(*negation->operand, entity);
  return false;
}

}  // namespace

void Flatten(const grammar::Expr& expr, std::vector<const grammar::Expr*>* criteria) {
  const auto* conjunction = std::get_if<grammar::And>(&expr.node);
  if (conjunction != nullptr && grammar::ExactlyOf(*conjunction) == nullptr) {
    for (const grammar::ExprPtr& operand : conjunction->operands) Flatten(*operand, criteria);
  } else {
    criteria->push_back(&expr);
  }
}

NaiveEvaluator::Place NaiveEvaluator::Place::Turned() const {
  Place turned = *this;
  turned.negative = !negative;
  turned.silence = false;
  return turned;
}

NaiveEvaluator::Place NaiveEvaluator::Place::With(const grammar::Name& name, RowRef row) const {
  Place with = *this;
  with.named.emplace_back(model::ToLower(name.text), row);
  return with;
}

std::optional<RowRef> NaiveEvaluator::Place::Find(const std::string& name) const {
  for (const auto& [known, row] : named) {
    if (known == model::ToLower(name)) return row;
  }
  return std::nullopt;
}

bool NaiveEvaluator::Place::admits_missing() const {
  switch (reading) {
    case Reading::kAsWritten:
      return false;
    case Reading::kOpen:
      return !negative;
    default:
      return negative;
  }
}

RowRef NaiveEvaluator::Above(Entity entity, RowRef ref) const {
  while (RowAt(ref).entity != entity) ref.row = RowAt(ref).parent;
  return ref;
}

std::vector<RowRef> NaiveEvaluator::Below(Entity entity, RowRef ref) const {
  std::vector<RowRef> below;
  const Entity own = RowAt(ref).entity;
  for (uint32_t row = 0; row < world_.records[ref.record].rows.size(); ++row) {
    const RowRef other{ref.record, row};
    if (RowAt(other).entity == entity && Above(own, other) == ref) below.push_back(other);
  }
  return below;
}

absl::StatusOr<int> NaiveEvaluator::HowMany(const std::vector<grammar::ExprPtr>& operands, Entity space, RowRef ref,
                                            const Place& place) const {
  int holding = 0;
  for (const grammar::ExprPtr& operand : operands) {
    const Result holds = Holds(*operand, space, ref, place);
    if (!holds.ok()) return holds.status();
    if (*holds) ++holding;
  }
  return holding;
}

std::vector<RowRef> NaiveEvaluator::RecordsOf(RowRef ref, const Place& place) const {
  const RowRef own = Above(Entity::kIndividual, ref);
  const model::Value* person = RowAt(own).Find(model::field::kPerson);
  if (!place.persons || person == nullptr) return {own};
  std::vector<RowRef> records;
  for (size_t record = 0; record < world_.records.size(); ++record) {
    const model::Value* other = RowAt({record, 0}).Find(model::field::kPerson);
    if (other != nullptr && *other == *person) records.push_back({record, 0});
  }
  return records;
}

bool NaiveEvaluator::IsAboutNamed(const grammar::Expr* expr, const Place& place) const {
  if (expr == nullptr) return false;
  std::set<std::string> spoken_of;
  SpokenOf(*expr, &spoken_of);
  return std::any_of(place.named.begin(), place.named.end(), [&](const auto& named) {
    // A row that gets a name is another row than those of its entity that have one already.
    return spoken_of.contains(named.first) || NamesA(*expr, RowAt(named.second).entity);
  });
}

// Whether anything behind the criterion has to do with the row that it names. (What it says of the row itself, it says
// of each of its rows.)
bool NaiveEvaluator::IsSpokenOf(const Criteria& criteria, size_t at, const Place& place) const {
  const auto& has = std::get<Has>(criteria[at]->node);
  const std::optional<Entity> entity = EntityNamed(has.entity.text);
  for (const auto& [name, row] : place.named) {
    if (RowAt(row).entity == entity) return true;  // it is another row than that
  }
  for (size_t i = at + 1; i < criteria.size(); ++i) {
    std::set<std::string> spoken_of;
    SpokenOf(*criteria[i], &spoken_of);
    if (spoken_of.contains(model::ToLower(has.alias->text)) || NamesA(*criteria[i], entity)) return true;
  }
  return has.with != nullptr && IsAboutNamed(has.with.get(), place);
}

NaiveEvaluator::Result NaiveEvaluator::AllHold(const Criteria& criteria, size_t next, Entity space, RowRef ref,
                                               const Place& place) const {
  if (next == 0 && place.reading != Reading::kAsWritten && !AllowsOneTime(criteria, space, ref, place)) return false;
  if (next == criteria.size()) return true;
  const auto* has = std::get_if<Has>(&criteria[next]->node);
  if (has == nullptr || !has->alias || !IsSpokenOf(criteria, next, place)) {
    const Result holds = Holds(*criteria[next], space, ref, place);
    if (!holds.ok() || !*holds) return holds;
    return AllHold(criteria, next + 1, space, ref, place);
  }
  Place own = place;
  own.one_record = true;
  const absl::StatusOr<std::vector<RowRef>> rows = RowsOf(*has, space, ref, own);
  if (!rows.ok()) return rows.status();
  for (const RowRef row : *rows) {
    const Result holds = AllHold(criteria, next + 1, space, ref, place.With(*has->alias, row));
    if (!holds.ok() || *holds) return holds;
  }
  return false;
}

NaiveEvaluator::Result NaiveEvaluator::Holds(const grammar::Expr& expr, Entity space, RowRef ref,
                                             const Place& place) const {
  if (const auto* has = std::get_if<Has>(&expr.node)) return Holds(*has, space, ref, place);
  if (const auto* compare = std::get_if<Compare>(&expr.node)) return Holds(*compare, space, ref, place);
  if (const auto* overlaps = std::get_if<grammar::Overlaps>(&expr.node)) return Holds(*overlaps, ref, place);
  if (const auto* in = std::get_if<grammar::InCohort>(&expr.node)) {
    return OfAnyRecord(ref, place, [&](RowRef record) { return InCohort(in->cohort.name, record, place); });
  }
  if (const auto* usable = std::get_if<grammar::Usable>(&expr.node)) {
    return OfAnyRecord(ref, place, [&](RowRef record) { return MayBeUsed(*usable, record); });
  }
  if (const auto* negation = std::get_if<grammar::Not>(&expr.node)) {
    const Result holds = Holds(*negation->operand, space, ref, place.Turned());
    if (!holds.ok()) return holds;
    return !*holds;
  }
  if (const auto* conjunction = std::get_if<grammar::And>(&expr.node)) {
    Criteria criteria;
    for (const grammar::ExprPtr& operand : conjunction->operands) Flatten(*operand, &criteria);
    // Rows with names are of one record.
    if (!place.persons || space != Entity::kIndividual || IsAboutNamed(&expr, place)) {
      return AllHold(criteria, 0, space, ref, place);
    }
    return OfAnyRecord(ref, place, [&](RowRef record) { return AllHold(criteria, 0, space, record, place); });
  }
  const std::vector<grammar::ExprPtr>* operands;
  size_t needed;
  if (const auto* disjunction = std::get_if<grammar::Or>(&expr.node)) {
    operands = &disjunction->operands;
    needed = 1;
  } else if (const auto* at_least = std::get_if<grammar::AtLeastOf>(&expr.node)) {
    operands = &at_least->operands;
    needed = static_cast<size_t>(at_least->count);
    if (needed < 1 || needed > operands->size()) return Meaningless("at least N of fewer");
  } else {
    return Meaningless("an unknown criterion");
  }
  const absl::StatusOr<int> holding = HowMany(*operands, space, ref, place);
  if (!holding.ok()) return holding.status();
  if (static_cast<size_t>(*holding) >= needed) return true;
  return std::holds_alternative<grammar::Or>(expr.node) && place.reading != Reading::kAsWritten &&
         CoversAllTimes(*operands, space, ref, place);
}

NaiveEvaluator::Result NaiveEvaluator::InCohort(const std::string& name, RowRef individual, const Place& place) const {
  const std::string key = model::ToLower(name);
  if (const auto saved = world_.cohorts.find(key); saved != world_.cohorts.end()) {
    if (std::find(place.cohorts.begin(), place.cohorts.end(), key) != place.cohorts.end()) {
      return Meaningless("a cohort of itself");
    }
    auto& definition = definitions_[key];
    if (definition == nullptr) {
      grammar::ParseResult parsed = grammar::Parse(saved->second);
      if (parsed.statements.size() != 1) return Meaningless("no definition");
      definition = std::make_shared<const grammar::Statement>(std::move(parsed.statements[0]));
    }
    const auto& define = std::get<grammar::Define>(definition->query);
    Place inside = place;
    inside.named.clear();
    inside.silence = false;
    inside.cohorts.push_back(key);
    return define.where == nullptr ? true : Holds(*define.where, Entity::kIndividual, individual, inside);
  }
  const auto symbol = world_.dictionary.Find(model::NormalizeKeyword(name));
  const auto is_in = [&](RowRef person) {
    const std::vector<model::FieldValue>& values = RowAt(person).values;
    return symbol &&
           std::find(values.begin(), values.end(), model::FieldValue{model::field::kCohort, *symbol}) != values.end();
  };
  bool any = false;
  for (size_t record = 0; record < world_.records.size(); ++record) any = any || is_in({record, 0});
  if (!any) return Meaningless("unknown cohort");
  return is_in(individual);
}

}  // namespace muster::property
