#include "grammar/criteria_count.h"

#include <algorithm>
#include <variant>
#include <vector>

#include "grammar/overloaded.h"
#include "grammar/walk.h"

namespace muster::grammar {
namespace {

constexpr size_t kDimension = 10;
constexpr size_t kAboutCatalogue = 20;
constexpr size_t kTermsLike = 50;
constexpr size_t kAskedAsOne = 5;

size_t CountIn(const ExprPtr& expr) { return expr == nullptr ? 0 : CountCriteria(*expr); }

// The criteria that stand side by side, through which a funnel goes.
size_t SideBySide(const Expr& expr) {
  const auto* node = std::get_if<And>(&expr.node);
  if (node == nullptr) return 1;
  size_t sum = 0;
  for (const ExprPtr& operand : node->operands) sum += SideBySide(*operand);
  return sum;
}

size_t Product(size_t a, size_t b) { return a != 0 && b > SIZE_MAX / a ? SIZE_MAX : a * b; }

size_t CostOf(const Count& count) { return CountIn(count.where) + kDimension * count.by.size(); }
size_t CostOf(const List& list) { return CountIn(list.where); }
size_t CostOf(const Define& define) { return CountIn(define.where); }
// Each field is a question of its own, with all criteria.
size_t CostOf(const Summarise& summarise) {
  return Product(CountIn(summarise.where) + kDimension, 1 + summarise.measured.size());
}
size_t CostOf(const Drop&) { return 0; }
size_t CostOf(const Describe&) { return kAboutCatalogue; }
size_t CostOf(const Show&) { return kAboutCatalogue; }
size_t CostOf(const Terms&) { return kTermsLike; }

size_t CostOf(const Steps& steps) {
  const size_t criteria = CountCriteria(*steps.where);
  const size_t n = SideBySide(*steps.where);
  // A funnel asks with 1, 2, ... n of the criteria; impact without each, and without each two.
  const size_t rows = steps.impact ? 1 + n + Product(n, n - 1) / 2 : (n + 1) / 2;
  return std::max(criteria, Product(criteria, rows) / kAskedAsOne);
}

size_t CostOf(const CompareCohorts& compare) {
  size_t sum = Product(kDimension * compare.by.size(), compare.cohorts.size() + 1);
  for (const CompareCohorts::Compared& compared : compare.cohorts) sum += 1 + CountIn(compared.where);
  return sum;
}

}  // namespace

size_t CountCriteria(const Expr& expr) {
  size_t inside = 0;
  ForEachChild(expr, [&](const ExprPtr& child) { inside += CountCriteria(*child); });
  return std::visit(Overloaded{[&](const And&) { return inside; }, [&](const Or&) { return inside; },
                               [&](const Not&) { return inside; },
                               [&](const AtLeastOf& node) {
                                 // `exactly $n of` asks twice, once $n is a number: see MakeSomeOf.
                                 return node.kind == Quantity::Kind::kExactly ? 2 * inside : inside;
                               },
                               [&](const Has&) { return 1 + inside; }, [](const Compare&) { return size_t{1}; },
                               [](const InCohort&) { return size_t{1}; }, [](const Usable&) { return size_t{1}; },
                               [](const Overlaps&) { return size_t{1}; }},
                    expr.node);
}

size_t CostInCriteria(const Statement& statement) {
  return 1 + std::visit([](const auto& query) { return CostOf(query); }, statement.query);
}

}  // namespace muster::grammar
