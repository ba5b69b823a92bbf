#include "grammar/clone.h"

#include <utility>

namespace muster::grammar {
namespace {

std::vector<ExprPtr> CloneAll(const std::vector<ExprPtr>& operands) {
  std::vector<ExprPtr> copies;
  copies.reserve(operands.size());
  for (const ExprPtr& operand : operands) copies.push_back(Clone(operand));
  return copies;
}

struct NodeCloner {
  using Node = decltype(Expr::node);
  Node operator()(const And& node) const { return And{CloneAll(node.operands)}; }
  Node operator()(const Or& node) const { return Or{CloneAll(node.operands)}; }
  Node operator()(const Not& node) const { return Not{Clone(node.operand)}; }
  Node operator()(const AtLeastOf& node) const { return AtLeastOf{node.count, CloneAll(node.operands)}; }
  Node operator()(const Has& node) const {
    Has copy;
    copy.quantity = node.quantity;
    copy.polarity = node.polarity;
    copy.polarity_span = node.polarity_span;
    copy.order = node.order;
    copy.order_span = node.order_span;
    copy.entity = node.entity;
    copy.terms = node.terms;
    copy.alias = node.alias;
    copy.with = Clone(node.with);
    copy.dates = node.dates;
    copy.dates_span = node.dates_span;
    return copy;
  }
  template <typename Leaf>
  Node operator()(const Leaf& leaf) const {
    return leaf;
  }
};

}  // namespace

ExprPtr Clone(const ExprPtr& expr) { return expr == nullptr ? nullptr : Clone(*expr); }

ExprPtr Clone(const Expr& expr) {
  auto copy = std::make_unique<Expr>();
  copy->span = expr.span;
  copy->node = std::visit(NodeCloner(), expr.node);
  return copy;
}

Count Clone(const Count& count) {
  Count copy;
  copy.entities = count.entities;
  copy.with = count.with;
  copy.where = Clone(count.where);
  copy.by = count.by;
  copy.having = count.having;
  return copy;
}

}  // namespace muster::grammar
