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

/// `has` with one more criterion on its row.
ExprPtr WithCriterion(const Has& has, ExprPtr criterion);

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

/// The node of an expression (its And, Has, Compare, ...), which is the key of a `Rewriting`.
const void* Holds(const Expr& expression);

/// The replacement of each node; null leaves the node out of its `and` or `or`.
using Rewriting = std::map<const void*, ExprPtr>;

/// The canonical form of the rewritten statement; of a long one, in which one of several criteria is another, that
/// criterion alone. Empty if a key of `rewriting` is not in the statement, if nothing would be left, or if the text
/// would be too long to be parsed.
std::string Rewritten(const Statement& statement, Rewriting rewriting);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_REWRITE_H_
