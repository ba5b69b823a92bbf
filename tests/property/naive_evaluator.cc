#include "tests/property/naive_evaluator.h"

#include <string>

#include "tests/property/naive_breakdown.h"
#include "tests/property/names.h"

namespace muster::property {

using grammar::Has;
using model::Entity;

namespace {

absl::Status Meaningless(const char* what) { return absl::InvalidArgumentError(what); }

// Rows are meant as observed unless the query says excluded; rows of entities that are not polar never are.
bool Admits(grammar::Polarity polarity, const model::Row& row) {
  return (polarity == grammar::Polarity::kExcluded) == row.excluded;
}

}  // namespace

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

int64_t NaiveEvaluator::CountOf(Counted what, const RowSet& rows) const {
  RowSet counted;
  for (const RowRef ref : rows) {
    if (model::IsAncestorOrSelf(what.entity, RowAt(ref).entity)) {
      const RowRef above = Above(what.entity, ref);
      if (Admits(what.polarity, RowAt(above))) counted.insert(above);
    } else {
      for (const RowRef below : Below(what.entity, ref)) {
        if (Admits(what.polarity, RowAt(below))) counted.insert(below);
      }
    }
  }
  return static_cast<int64_t>(counted.size());
}

absl::StatusOr<int> NaiveEvaluator::HowMany(const std::vector<grammar::ExprPtr>& operands, Entity space,
                                            RowRef ref) const {
  int holding = 0;
  for (const grammar::ExprPtr& operand : operands) {
    const absl::StatusOr<bool> holds = Holds(*operand, space, ref);
    if (!holds.ok()) return holds.status();
    if (*holds) ++holding;
  }
  return holding;
}

absl::StatusOr<bool> NaiveEvaluator::Holds(const grammar::Expr& expr, Entity space, RowRef ref) const {
  if (const auto* has = std::get_if<Has>(&expr.node)) return Holds(*has, space, ref);
  if (const auto* compare = std::get_if<grammar::Compare>(&expr.node)) return Holds(*compare, space, ref);
  if (const auto* negation = std::get_if<grammar::Not>(&expr.node)) {
    const absl::StatusOr<bool> holds = Holds(*negation->operand, space, ref);
    if (!holds.ok()) return holds;
    return !*holds;
  }
  const std::vector<grammar::ExprPtr>* operands;
  size_t needed;
  if (const auto* conjunction = std::get_if<grammar::And>(&expr.node)) {
    operands = &conjunction->operands;
    needed = operands->size();
  } else if (const auto* disjunction = std::get_if<grammar::Or>(&expr.node)) {
    operands = &disjunction->operands;
    needed = 1;
  } else {
    const auto& at_least = std::get<grammar::AtLeastOf>(expr.node);
    operands = &at_least.operands;
    needed = static_cast<size_t>(at_least.count);
    if (needed < 1 || needed > operands->size()) return Meaningless("at least N of fewer");
  }
  const absl::StatusOr<int> holding = HowMany(*operands, space, ref);
  if (!holding.ok()) return holding.status();
  return static_cast<size_t>(*holding) >= needed;
}

absl::StatusOr<bool> NaiveEvaluator::Holds(const Has& has, Entity space, RowRef ref) const {
  const std::optional<Entity> entity = EntityNamed(has.entity.text);
  if (!entity) return Meaningless("unknown entity");
  const std::optional<Entity> anchor = Anchor(space, *entity);
  if (!anchor) return Meaningless("nothing has individuals");
  const model::EntityInfo& info = model::Info(*entity);
  if (!info.polar && has.polarity != grammar::Polarity::kDefault) return Meaningless("no polarity");
  if (info.primary < 0 && !has.terms.empty()) return Meaningless("no terms");
  const bool excluded = has.polarity == grammar::Polarity::kExcluded;

  int rows = 0;
  std::set<model::Symbol> codes;
  for (const RowRef below : Below(*entity, Above(*anchor, ref))) {
    const model::Row& row = RowAt(below);
    bool matches = Admits(has.polarity, row);
    if (!has.terms.empty()) {
      const absl::StatusOr<bool> has_term = comparer_.HasTerm(has.terms, excluded, row);
      if (!has_term.ok()) return has_term;
      matches = matches && *has_term;
    }
    if (has.with != nullptr) {
      const absl::StatusOr<bool> with = Holds(*has.with, *entity, below);
      if (!with.ok()) return with;
      matches = matches && *with;
    }
    if (!matches) continue;
    ++rows;
    const model::Value* code = info.primary < 0 ? nullptr : row.Find(static_cast<model::FieldId>(info.primary));
    if (code != nullptr) codes.insert(std::get<model::Symbol>(*code));
  }
  if (!has.quantity) return rows >= 1;
  const int counted = has.quantity->distinct ? static_cast<int>(codes.size()) : rows;
  switch (has.quantity->kind) {
    case grammar::Quantity::Kind::kAtLeast:
      if (has.quantity->count == 0) return Meaningless("at least 0");
      return counted >= has.quantity->count;
    case grammar::Quantity::Kind::kAtMost:
      return counted <= has.quantity->count;
    case grammar::Quantity::Kind::kExactly:
      return counted == has.quantity->count;
  }
  return Meaningless("quantity");
}

absl::StatusOr<bool> NaiveEvaluator::Holds(const grammar::Compare& compare, Entity space, RowRef ref) const {
  if (compare.as_of) return comparer_.AgeHolds(compare, RowAt(Above(Entity::kIndividual, ref)));
  const std::optional<model::FieldId> field = ResolveField(space, compare.field.text);
  if (!field) return Meaningless("unknown field");
  return comparer_.Holds(compare, *field, RowAt(Above(model::Info(*field).entity, ref)));
}

absl::StatusOr<RowSet> NaiveEvaluator::Matches(Counted what, const grammar::Expr* where) const {
  RowSet matching;
  for (size_t record = 0; record < world_.records.size(); ++record) {
    for (const RowRef ref : Below(what.entity, {record, 0})) {
      if (!Admits(what.polarity, RowAt(ref))) continue;
      const absl::StatusOr<bool> holds = where == nullptr ? true : Holds(*where, what.entity, ref);
      if (!holds.ok()) return holds.status();
      if (*holds) matching.insert(ref);
    }
  }
  return matching;
}

absl::StatusOr<Counted> NaiveEvaluator::Resolve(const grammar::Counted& written) {
  const std::optional<Entity> entity = EntityNamed(written.entity.text);
  if (!entity) return Meaningless("unknown entity");
  if (!model::Info(*entity).polar && written.polarity != grammar::Polarity::kDefault) return Meaningless("no polarity");
  return Counted{*entity, written.polarity};
}

absl::StatusOr<NaiveAnswer> NaiveEvaluator::AnswerCount(const grammar::Count& count) const {
  std::vector<Counted> counted;
  for (const grammar::Counted& written : count.entities) {
    const absl::StatusOr<Counted> what = Resolve(written);
    if (!what.ok()) return what.status();
    counted.push_back(*what);
    if (!OnOneLine(counted[0].entity, what->entity)) return Meaningless("entities side by side");
  }
  const absl::StatusOr<RowSet> matching = Matches(counted[0], count.where.get());
  if (!matching.ok()) return matching.status();
  if (!count.by.empty()) return BreakDown(*this, counted, count.by, *matching);
  NaiveAnswer answer;
  answer.rows.emplace_back();
  for (const Counted& what : counted) answer.rows[0].push_back(CountOf(what, *matching));
  return answer;
}

Cell NaiveEvaluator::NameOf(const model::Row& row) const {
  if (const std::optional<model::FieldId> id = FieldNamed(row.entity, "id")) {
    const model::Value* value = row.Find(*id);
    if (value != nullptr) return std::get<std::string>(*value);
    return std::monostate();
  }
  const model::Value* code = row.Find(static_cast<model::FieldId>(model::Info(row.entity).primary));
  if (code != nullptr) return std::string(world_.dictionary.Text(std::get<model::Symbol>(*code)));
  return std::monostate();
}

absl::StatusOr<NaiveAnswer> NaiveEvaluator::AnswerList(const grammar::List& list) const {
  const absl::StatusOr<Counted> what = Resolve(list.entity);
  if (!what.ok()) return what.status();
  const absl::StatusOr<RowSet> matching = Matches(*what, list.where.get());
  if (!matching.ok()) return matching.status();
  NaiveAnswer answer;
  answer.limit = list.limit;
  for (const RowRef ref : *matching) {
    const model::Record& record = world_.records[ref.record];
    std::vector<Cell>& row = answer.rows.emplace_back();
    if (what->entity != Entity::kIndividual) row.push_back(NameOf(RowAt(ref)));
    row.push_back(record.id);
    row.push_back(record.dataset);
  }
  return answer;
}

absl::StatusOr<NaiveAnswer> NaiveEvaluator::Answer(const grammar::Statement& statement) const {
  if (const auto* count = std::get_if<grammar::Count>(&statement.query)) return AnswerCount(*count);
  return AnswerList(std::get<grammar::List>(statement.query));
}

}  // namespace muster::property
