// Functions for the alternatives of a variant of the syntax tree, such as Expr::node, as one visitor.
#ifndef MUSTER_GRAMMAR_OVERLOADED_H_
#define MUSTER_GRAMMAR_OVERLOADED_H_

namespace muster::grammar {

/// std::visit(Overloaded{[](const And& node) { ... }, ...}, expr.node). An alternative for which there is no function
/// does not compile, so a new one is not forgotten.
template <typename... Functions>
struct Overloaded : Functions... {
  using Functions::operator()...;
};
template <typename... Functions>
Overloaded(Functions...) -> Overloaded<Functions...>;

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_OVERLOADED_H_
