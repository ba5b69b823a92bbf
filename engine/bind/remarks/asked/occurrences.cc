#include "engine/bind/remarks/asked/occurrences.h"

#include <algorithm>
#include <string>
#include <variant>

#include "absl/strings/match.h"
#include "grammar/exactly.h"
#include "grammar/overloaded.h"
#include "grammar/walk.h"

namespace muster::bind {
namespace {

using grammar::Compare;
using grammar::Expr;
using grammar::ExprPtr;
using grammar::Has;

void AddIn(const SideBySide& criteria, const Expr& criterion, bool negated, std::vector<Occurrence>* found) {
  if (const auto* node = std::get_if<grammar::Not>(&criterion.node)) {
    return AddIn(criteria, *node->operand, !negated, found);
  }
  if (const auto* has = std::get_if<Has>(&criterion.node)) {
    const bool alone = std::any_of(criteria.leaves().begin(), criteria.leaves().end(),
                                   [&](const Leaf& leaf) { return leaf.criterion == &criterion; });
    return found->push_back({&criterion, has, negated, alone});
  }
  if (const auto* both = std::get_if<grammar::And>(&criterion.node); both != nullptr && grammar::ExactlyOf(*both))
    return;
  grammar::ForEachChild(criterion, [&](const ExprPtr& child) { AddIn(criteria, *child, negated, found); });
}

}  // namespace

std::vector<Occurrence> OccurrencesIn(const SideBySide& criteria) {
  std::vector<Occurrence> found;
  for (const Expr* criterion : criteria) AddIn(criteria, *criterion, false, &found);
  return found;
}

bool IsSpokenOf(const SideBySide& criteria, const Has& has) {
  if (!has.alias) return false;
  const std::string& name = has.alias->text;
  const auto speaks = grammar::Overloaded{
      [&](const Compare& compare) {
        return (compare.event && absl::EqualsIgnoreCase(compare.event->text, name)) ||
               std::any_of(compare.values.begin(), compare.values.end(), [&](const grammar::Literal& value) {
                 const bool word =
                     value.kind == grammar::Literal::Kind::kWord || value.kind == grammar::Literal::Kind::kMoment;
                 return word && (absl::EqualsIgnoreCase(value.event, name) || absl::EqualsIgnoreCase(value.text, name));
               });
      },
      [](const grammar::Overlaps&) { return true; }, [](const auto&) { return false; }};
  return std::any_of(criteria.begin(), criteria.end(),
                     [&](const Expr* criterion) { return grammar::AnyCriterion(*criterion, speaks); });
}

bool AsksForAnyRow(const Has& has) {
  if (has.polarity == grammar::Polarity::kExcluded || has.dates || has.order != grammar::Order::kAny) return false;
  return !has.quantity || (has.quantity->kind == grammar::Quantity::Kind::kAtLeast && has.quantity->count == 1);
}

}  // namespace muster::bind
