#include "engine/bind/remarks/alternatives.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "absl/strings/match.h"
#include "engine/bind/remarks/asked/side_by_side.h"
#include "grammar/clone.h"
#include "grammar/exactly.h"

namespace muster::bind {
namespace {

using grammar::And;
using grammar::Expr;
using grammar::ExprPtr;

std::vector<const Expr*> PartsOf(const Expr& alternative) {
  std::vector<const Expr*> parts;
  const auto* all = std::get_if<And>(&alternative.node);
  if (all == nullptr || grammar::ExactlyOf(*all) != nullptr) return {&alternative};
  for (const ExprPtr& operand : all->operands) parts.push_back(operand.get());
  return parts;
}

bool AreAlike(const Expr& a, const Expr& b) {
  const auto* has_a = std::get_if<grammar::Has>(&a.node);
  const auto* has_b = std::get_if<grammar::Has>(&b.node);
  if (has_a != nullptr && has_b != nullptr) {
    return has_a->with != nullptr && has_b->with != nullptr &&
           absl::EqualsIgnoreCase(has_a->entity.text, has_b->entity.text) && TermsOf(*has_a) == TermsOf(*has_b);
  }
  const auto* compare_a = std::get_if<grammar::Compare>(&a.node);
  const auto* compare_b = std::get_if<grammar::Compare>(&b.node);
  return compare_a != nullptr && compare_b != nullptr &&
         absl::EqualsIgnoreCase(compare_a->field.text, compare_b->field.text);
}

// How many parts of the first alternative stand before those that the others have as well; nullopt: they are unlike.
std::optional<size_t> SharedParts(const grammar::Or& either) {
  const std::vector<const Expr*> first = PartsOf(*either.operands.front());
  const size_t parts = PartsOf(*either.operands.back()).size();
  if (parts < 2 || parts > first.size()) return std::nullopt;
  const size_t shared = first.size() - parts;
  for (size_t i = 1; i < either.operands.size(); ++i) {
    const std::vector<const Expr*> others = PartsOf(*either.operands[i]);
    if (others.size() != parts) return std::nullopt;
    for (size_t p = shared; p < first.size(); ++p) {
      if (std::none_of(others.begin(), others.end(), [&](const Expr* other) { return AreAlike(*first[p], *other); })) {
        return std::nullopt;
      }
    }
  }
  return shared;
}

}  // namespace

Alternatives AlternativesOf(const grammar::Or& either) {
  const std::optional<size_t> shared = SharedParts(either);
  if (!shared) return Alternatives::kUnlike;
  return *shared == 0 ? Alternatives::kWhole : Alternatives::kBehindAll;
}

ExprPtr WithSharedFirst(const grammar::Or& either) {
  const std::vector<const Expr*> first = PartsOf(*either.operands.front());
  const size_t shared = SharedParts(either).value_or(0);
  And all, rest;
  for (size_t p = 0; p < first.size(); ++p) {
    (p < shared ? all : rest).operands.push_back(grammar::Clone(*first[p]));
  }
  grammar::Or alternatives;
  alternatives.operands.push_back(grammar::MakeExpr({}, std::move(rest)));
  for (size_t i = 1; i < either.operands.size(); ++i)
    alternatives.operands.push_back(grammar::Clone(either.operands[i]));
  all.operands.push_back(grammar::MakeExpr({}, std::move(alternatives)));
  return grammar::MakeExpr({}, std::move(all));
}

}  // namespace muster::bind
