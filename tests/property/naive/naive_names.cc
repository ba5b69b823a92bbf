#include "tests/property/naive/naive_names.h"

#include <algorithm>
#include <set>
#include <string>

#include "engine/model/text/text.h"
#include "tests/property/naive/naive_families.h"

namespace muster::property {
namespace {

using Names = std::set<std::string>;

/// The names that criteria side by side give to rows.
Names NamesIn(const std::vector<const grammar::Expr*>& criteria) {
  Names names;
  for (const grammar::Expr* criterion : criteria) {
    const auto* has = std::get_if<grammar::Has>(&criterion->node);
    if (has != nullptr && has->alias) names.insert(model::ToLower(has->alias->text));
  }
  return names;
}

bool DoesWithout(const grammar::Expr& expr, const Names& lost);

bool AllDoWithout(const std::vector<grammar::ExprPtr>& operands, const Names& lost) {
  return std::all_of(operands.begin(), operands.end(),
                     [&](const grammar::ExprPtr& operand) { return DoesWithout(*operand, lost); });
}

bool DoesWithout(const grammar::Compare& compare, const Names& lost) {
  if (compare.event && lost.contains(model::ToLower(compare.event->text))) return false;
  for (const grammar::Literal& value : compare.values) {
    const std::string event = model::ToLower(value.event);
    const std::string text = model::ToLower(value.text);
    if (lost.contains(event) || (value.kind == grammar::Literal::Kind::kWord && lost.contains(text))) return false;
  }
  return true;
}

/// Whether nothing in `expr` speaks of a row with one of these names.
bool DoesWithout(const grammar::Expr& expr, const Names& lost) {
  if (const auto* compare = std::get_if<grammar::Compare>(&expr.node)) return DoesWithout(*compare, lost);
  if (const auto* overlaps = std::get_if<grammar::Overlaps>(&expr.node)) {
    return !(overlaps->left && lost.contains(model::ToLower(overlaps->left->text))) &&
           !lost.contains(model::ToLower(overlaps->right.text));
  }
  if (const auto* has = std::get_if<grammar::Has>(&expr.node)) {
    return has->with == nullptr || DoesWithout(*has->with, lost);
  }
  if (const auto* conjunction = std::get_if<grammar::And>(&expr.node)) return AllDoWithout(conjunction->operands, lost);
  if (const auto* disjunction = std::get_if<grammar::Or>(&expr.node)) return AllDoWithout(disjunction->operands, lost);
  if (const auto* some = std::get_if<grammar::AtLeastOf>(&expr.node)) return AllDoWithout(some->operands, lost);
  if (const auto* negation = std::get_if<grammar::Not>(&expr.node)) return DoesWithout(*negation->operand, lost);
  return true;
}

}  // namespace

void SpokenOf(const grammar::Expr& expr, std::set<std::string>* names) {
  const auto add = [&](const std::string& name) {
    if (!name.empty()) names->insert(model::ToLower(name));
  };
  const auto add_all = [&](const std::vector<grammar::ExprPtr>& operands) {
    for (const grammar::ExprPtr& operand : operands) SpokenOf(*operand, names);
  };
  if (const auto* compare = std::get_if<grammar::Compare>(&expr.node)) {
    if (compare->event) add(compare->event->text);
    for (const grammar::Literal& value : compare->values) {
      add(value.event);
      // A word may be a name, and is then one: no record is called as a value that has nothing to do with it.
      if (value.kind == grammar::Literal::Kind::kWord && value.event.empty()) add(value.text);
    }
  } else if (const auto* overlaps = std::get_if<grammar::Overlaps>(&expr.node)) {
    if (overlaps->left) add(overlaps->left->text);
    add(overlaps->right.text);
  } else if (const auto* has = std::get_if<grammar::Has>(&expr.node)) {
    if (has->with != nullptr && !KinNamed(has->entity.text)) SpokenOf(*has->with, names);
  } else if (const auto* conjunction = std::get_if<grammar::And>(&expr.node)) {
    add_all(conjunction->operands);
  } else if (const auto* disjunction = std::get_if<grammar::Or>(&expr.node)) {
    add_all(disjunction->operands);
  } else if (const auto* some = std::get_if<grammar::AtLeastOf>(&expr.node)) {
    add_all(some->operands);
  } else if (const auto* negation = std::get_if<grammar::Not>(&expr.node)) {
    SpokenOf(*negation->operand, names);
  }
}

std::vector<const grammar::Expr*> Without(const std::vector<const grammar::Expr*>& criteria,
                                          const std::set<const grammar::Expr*>& left_out) {
  std::vector<const grammar::Expr*> kept, gone;
  for (const grammar::Expr* criterion : criteria) {
    const bool keep = !left_out.contains(criterion) && DoesWithout(*criterion, NamesIn(gone));
    (keep ? kept : gone).push_back(criterion);
  }
  return kept;
}

}  // namespace muster::property
