// A statement with other criteria in place of some of its own, as a hint writes it out.
#ifndef MUSTER_GRAMMAR_REWRITE_H_
#define MUSTER_GRAMMAR_REWRITE_H_

#include <map>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "grammar/syntax.h"

namespace muster::grammar {

/// `has`, of whose row `also` has to hold besides.
ExprPtr WithAlso(const Has& has, ExprPtr also);

/// The criteria of a statement, of which few have several; null where none are written.
template <typename AnyStatement>
auto CriteriaOf(AnyStatement* statement) {
  using Criteria = std::conditional_t<std::is_const_v<AnyStatement>, const ExprPtr, ExprPtr>;
  std::vector<Criteria*> criteria;
  std::visit(
      [&](auto& query) {
        if constexpr (requires { query.where; }) criteria.push_back(&query.where);
        if constexpr (requires { query.cohorts; }) {
          for (auto& one : query.cohorts) criteria.push_back(&one.where);
        }
      },
      statement->query);
  return criteria;
}

/// What an expression holds: its And, Has, Compare, ... by which criteria are known in a `Rewriting`.
const void* Holds(const Expr& expression);

/// By what an expression holds: the one to stand in its place; null leaves it out of the `and` or `or` that it is in.
using Rewriting = std::map<const void*, ExprPtr>;

/// The canonical form of the statement so rewritten. Empty where a criterion of `rewriting` is none of the statement's,
/// where nothing would be left, or where the text is too long to be read.
std::string Rewritten(const Statement& statement, Rewriting rewriting);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_REWRITE_H_
