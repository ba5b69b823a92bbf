#include "engine/bind/remarks/reading/asked_rows.h"

#include <algorithm>
#include <variant>

#include "grammar/parse.h"

namespace muster::bind {

using grammar::And;
using grammar::Compare;
using grammar::Expr;
using grammar::ExprPtr;
using grammar::Has;

bool AsksForARow(const Has& has) {
  const bool one = !has.quantity || (has.quantity->kind == grammar::Quantity::Kind::kAtLeast &&
                                     has.quantity->count == 1 && has.quantity->count_from.name.empty());
  return one && !has.alias && !has.dates && has.order == grammar::Order::kAny &&
         has.polarity != grammar::Polarity::kExcluded;
}

std::vector<const Compare*> ComparesOf(const Has& has) {
  std::vector<const Compare*> compares;
  const auto add = [&](const Expr& expr) {
    if (const auto* compare = std::get_if<Compare>(&expr.node)) compares.push_back(compare);
  };
  if (has.with == nullptr) return compares;
  if (const auto* all = std::get_if<And>(&has.with->node)) {
    for (const ExprPtr& operand : all->operands) add(*operand);
  } else {
    add(*has.with);
  }
  return compares;
}

bool SameTerms(const Has& a, const Has& b) {
  return a.terms.size() == b.terms.size() &&
         std::equal(a.terms.begin(), a.terms.end(), b.terms.begin(),
                    [](const auto& x, const auto& y) { return grammar::Print(x) == grammar::Print(y); });
}

}  // namespace muster::bind
