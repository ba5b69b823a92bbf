#include "grammar/clone.h"

#include <utility>
#include <variant>

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
  Node operator()(const Or& node) const { return Or{CloneAll(node.operands), node.beside_and}; }
  Node operator()(const Not& node) const { return Not{Clone(node.operand)}; }
  Node operator()(const AtLeastOf& node) const {
    return AtLeastOf{node.count, CloneAll(node.operands), node.count_from, node.kind};
  }
  Node operator()(const Has& node) const { return Clone(node); }
  template <typename Leaf>
  Node operator()(const Leaf& leaf) const {
    return leaf;
  }
};

struct QueryCloner {
  using Query = decltype(Statement::query);
  Query operator()(const Count& count) const { return Clone(count); }
  Query operator()(const List& list) const { return List{list.entity, Clone(list.where), list.limit, list.limit_from}; }
  Query operator()(const Steps& steps) const { return Steps{steps.impact, steps.entities, Clone(steps.where)}; }
  Query operator()(const CompareCohorts& compare) const {
    CompareCohorts copy;
    for (const CompareCohorts::Compared& one : compare.cohorts) {
      copy.cohorts.push_back({one.cohort, one.counted, Clone(one.where)});
    }
    copy.by = compare.by;
    return copy;
  }
  Query operator()(const Define& define) const {
    return Define{define.kind, define.cohort, define.counted, Clone(define.where)};
  }
  Query operator()(const Summarise& summarise) const {
    return Summarise{summarise.entity, summarise.measured, Clone(summarise.where)};
  }
  template <typename WithoutCriteria>
  Query operator()(const WithoutCriteria& query) const {
    return query;
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

Has Clone(const Has& has) {
  Has copy;
  copy.quantity = has.quantity;
  copy.polarity = has.polarity;
  copy.polarity_span = has.polarity_span;
  copy.order = has.order;
  copy.order_span = has.order_span;
  copy.entity = has.entity;
  copy.terms = has.terms;
  copy.alias = has.alias;
  copy.with = Clone(has.with);
  copy.dates = has.dates;
  copy.dates_span = has.dates_span;
  copy.dates_from = has.dates_from;
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

Statement Clone(const Statement& statement) {
  return {statement.explain, statement.span, std::visit(QueryCloner(), statement.query)};
}

}  // namespace muster::grammar
