#include "engine/api/low_effect/criteria_trees.h"

#include <span>
#include <utility>
#include <variant>
#include <vector>

#include "engine/bind/bound/reporter.h"
#include "engine/bind/criteria/expression_binder.h"
#include "grammar/clone.h"
#include "grammar/parse.h"
#include "grammar/walk.h"
#include "muster/diagnostic.h"

namespace muster::api {

using execute::Replacement;
using grammar::Expr;
using grammar::ExprPtr;
using grammar::Has;
using release::Operand;
using Part = execute::CriteriaTree::Part;

namespace {

using Number = absl::StatusOr<std::optional<size_t>>;

size_t Append(Part part, CriteriaTrees::Tree* tree) {
  tree->parts.parts.push_back(std::move(part));
  return tree->parts.parts.size() - 1;
}

// The values of a criterion that is met by whatever meets it with one of them; null for others.
std::vector<grammar::Literal>* ValuesApart(Expr& expr) {
  if (auto* has = std::get_if<Has>(&expr.node)) {
    const bool any = !has->quantity && !has->dates && has->order == grammar::Order::kAny && has->with == nullptr;
    return any && has->terms.size() > 1 ? &has->terms : nullptr;
  }
  auto* compare = std::get_if<grammar::Compare>(&expr.node);
  const bool list = compare != nullptr && compare->op == grammar::Compare::Op::kIn && compare->values.size() > 1;
  return list ? &compare->values : nullptr;
}

// The operands of `expr`, and how it joins them; nullopt for a single criterion.
std::optional<Part> Composed(const Expr& expr, std::vector<const Expr*>* operands) {
  Part part;
  const auto add = [&](Part::Kind kind, const std::vector<ExprPtr>& of) {
    part.kind = kind;
    for (const ExprPtr& operand : of) operands->push_back(operand.get());
  };
  if (const auto* all = std::get_if<grammar::And>(&expr.node)) {
    add(Part::Kind::kAnd, all->operands);
  } else if (const auto* any = std::get_if<grammar::Or>(&expr.node)) {
    add(Part::Kind::kOr, any->operands);
  } else if (const auto* some = std::get_if<grammar::AtLeastOf>(&expr.node)) {
    add(Part::Kind::kAtLeast, some->operands);
    part.at_least = some->count;
  } else if (const auto* negated = std::get_if<grammar::Not>(&expr.node)) {
    part.kind = Part::Kind::kNot;
    operands->push_back(negated->operand.get());
  } else {
    return std::nullopt;
  }
  return part;
}

void AddOwned(const Expr& expr, const Expr* owner, CriteriaTrees::Tree* tree) {
  grammar::ForEachChild(expr, [&](const ExprPtr& child) {
    tree->owner[child.get()] = owner;
    AddOwned(*child, owner, tree);
  });
}

}  // namespace

absl::StatusOr<std::optional<CriteriaTrees::Tree>> CriteriaTrees::Of(const Expr* where) {
  Tree tree;
  if (where == nullptr) {
    Append(Part(), &tree);
    return tree;
  }
  const Number whole = AddPart(*where, &tree);
  if (!whole.ok()) return whole.status();
  if (!whole->has_value()) return std::nullopt;
  return tree;
}

Number CriteriaTrees::AddPart(const Expr& expr, Tree* tree) {
  std::vector<const Expr*> operands;
  std::optional<Part> part = Composed(expr, &operands);
  if (!part.has_value()) {
    AddOwned(expr, &expr, tree);
    const Number values = AddValues(expr, tree);
    if (!values.ok() || values->has_value()) return values;
    const Number condition = ConditionOf(expr);
    if (!condition.ok() || !condition->has_value()) return condition;
    part = Part{Part::Kind::kCondition, **condition, 0, {}};
  }
  for (const Expr* operand : operands) {
    const Number number = AddPart(*operand, tree);
    if (!number.ok() || !number->has_value()) return number;
    part->operands.push_back(**number);
  }
  return tree->part_of[&expr] = Append(*std::move(part), tree);
}

// A criterion with a list of values, as an `or` of its values. Nullopt for others.
Number CriteriaTrees::AddValues(const Expr& expr, Tree* tree) {
  const ExprPtr one = grammar::Clone(expr);
  std::vector<grammar::Literal>* const values = ValuesApart(*one);
  if (values == nullptr) return std::nullopt;
  Part any;
  any.kind = Part::Kind::kOr;
  for (grammar::Literal& value : std::exchange(*values, {})) {
    *values = {std::move(value)};
    const Number condition = ConditionOf(*one);
    // A value that cannot be asked by itself may be possible together with the others.
    if (!condition.ok() || !condition->has_value()) return condition;
    any.operands.push_back(Append(Part{Part::Kind::kCondition, **condition, 0, {}}, tree));
  }
  return tree->part_of[&expr] = Append(std::move(any), tree);
}

Number CriteriaTrees::ConditionOf(const Expr& expr) {
  std::string text = grammar::Print(expr);
  if (const auto known = numbers_.find(text); known != numbers_.end()) return known->second;
  std::vector<Diagnostic> diagnostics;
  bind::Reporter silent(&diagnostics);
  const bind::ConditionPtr condition = bind::ExpressionBinder(*context_.view, &silent, earlier_).Bind(expr, space_);
  if (!silent.status().ok()) return silent.status();
  if (condition == nullptr || silent.errors() > 0) return std::nullopt;
  const absl::StatusOr<size_t> number = Add(std::move(text), *condition);
  if (!number.ok()) return number.status();
  return *number;
}

absl::StatusOr<size_t> CriteriaTrees::Add(std::string text, const bind::Condition& condition) {
  if (const auto known = numbers_.find(text); known != numbers_.end()) return known->second;
  const absl::StatusOr<size_t> number = conditions_.Add(condition);
  if (number.ok()) numbers_.emplace(std::move(text), *number);
  return number;
}

absl::StatusOr<std::optional<Replacement>> CriteriaTrees::LeavingOut(const Operand& operand, const Tree& tree) {
  const std::vector<Part>& parts = tree.parts.parts;
  if (operand.kind == Operand::Kind::kWhole) return Replacement{parts.size() - 1, Replacement::By::kTrue, 0};
  const auto owner = tree.owner.find(operand.owner);
  const Expr* const criterion = owner == tree.owner.end() ? operand.owner : owner->second;
  const size_t of = tree.part_of.at(criterion);
  if (parts[of].kind != Part::Kind::kCondition) {
    const bool as_true = operand.kind == Operand::Kind::kAtLeastTrue ||
                         (operand.kind == Operand::Kind::kOperand && parts[of].kind == Part::Kind::kAnd);
    const Replacement::By by = as_true ? Replacement::By::kTrue : Replacement::By::kFalse;
    return Replacement{parts[of].operands[operand.index], by, 0};
  }
  // Something that the criterion says of its rows, or a value that does not stand by itself.
  const ExprPtr rest = release::Without(*criterion, std::span(&operand, 1));
  const Number condition = ConditionOf(*rest);
  if (!condition.ok()) return condition.status();
  if (!condition->has_value()) return std::nullopt;
  return Replacement{of, Replacement::By::kCondition, **condition};
}

}  // namespace muster::api
