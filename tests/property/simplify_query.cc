#include "tests/property/simplify_query.h"

#include <cstddef>
#include <utility>

#include "grammar/parse.h"
#include "grammar/syntax.h"

namespace muster::property {
namespace {

using grammar::ExprPtr;

/// Walks a statement and makes the one change whose number it was given.
class Cutter {
 public:
  explicit Cutter(size_t change) : left_(change) {}

  /// False when there are fewer possible changes.
  bool Cut(grammar::Statement& statement) {
    if (auto* count = std::get_if<grammar::Count>(&statement.query)) {
      return CutOne(count->having, 0) || CutOne(count->by, count->having.empty() ? 0 : 1) ||
             CutOne(count->entities, 1) || CutDimensions(count->by) || CutWhere(count->where);
    }
    if (auto* steps = std::get_if<grammar::Steps>(&statement.query)) {
      return CutOne(steps->entities, 1) || CutExpr(steps->where);
    }
    if (auto* summarise = std::get_if<grammar::Summarise>(&statement.query)) {
      return CutOne(summarise->measured, 1) || CutWhere(summarise->where);
    }
    if (auto* compare = std::get_if<grammar::CompareCohorts>(&statement.query)) {
      if (CutOne(compare->cohorts, 2) || CutOne(compare->by, 0) || CutDimensions(compare->by)) return true;
      for (auto& compared : compare->cohorts) {
        if (CutWhere(compared.where)) return true;
      }
      return false;
    }
    if (auto* define = std::get_if<grammar::Define>(&statement.query)) return CutWhere(define->where);
    auto& list = std::get<grammar::List>(statement.query);
    return Reset(list.limit) || CutWhere(list.where);
  }

 private:
  bool Now() { return left_-- == 0; }

  template <typename T>
  bool CutOne(std::vector<T>& items, size_t least) {
    if (items.size() <= least) return false;
    for (size_t i = 0; i < items.size(); ++i) {
      if (!Now()) continue;
      items.erase(items.begin() + static_cast<ptrdiff_t>(i));
      return true;
    }
    return false;
  }

  template <typename T>
  bool Reset(std::optional<T>& part) {
    if (!part || !Now()) return false;
    part.reset();
    return true;
  }

  bool CutDimensions(std::vector<grammar::Dimension>& by) {
    for (grammar::Dimension& dimension : by) {
      if (Reset(dimension.top) || CutOne(dimension.groups, 0) || CutOne(dimension.terms, 0)) return true;
      if (!dimension.edges.empty() && CutOne(dimension.edges, 1)) return true;
      for (auto& group : dimension.groups) {
        if (CutOne(group.values, 1)) return true;
      }
    }
    return false;
  }

  bool CutWhere(ExprPtr& where) {
    if (where == nullptr) return false;
    if (Now()) {
      where.reset();
      return true;
    }
    return CutExpr(where);
  }

  bool CutOperands(ExprPtr& expr, std::vector<ExprPtr>& operands) {
    for (ExprPtr& operand : operands) {
      if (!Now()) continue;
      ExprPtr kept = std::move(operand);
      expr = std::move(kept);
      return true;
    }
    if (CutOne(operands, 2)) return true;
    for (ExprPtr& operand : operands) {
      if (CutExpr(operand)) return true;
    }
    return false;
  }

  bool CutExpr(ExprPtr& expr) {
    auto& node = expr->node;
    if (auto* conjunction = std::get_if<grammar::And>(&node)) return CutOperands(expr, conjunction->operands);
    if (auto* disjunction = std::get_if<grammar::Or>(&node)) return CutOperands(expr, disjunction->operands);
    if (auto* at_least = std::get_if<grammar::AtLeastOf>(&node)) {
      if (at_least->count > 1 && Now()) {
        --at_least->count;
        return true;
      }
      return CutOperands(expr, at_least->operands);
    }
    if (auto* negation = std::get_if<grammar::Not>(&node)) {
      if (!Now()) return CutExpr(negation->operand);
      ExprPtr kept = std::move(negation->operand);
      expr = std::move(kept);
      return true;
    }
    if (auto* compare = std::get_if<grammar::Compare>(&node)) {
      if (compare->op == grammar::Compare::Op::kIn || compare->op == grammar::Compare::Op::kNotIn) {
        return CutOne(compare->values, 1);
      }
      if (compare->certainty == grammar::Compare::Certainty::kDefault || !Now()) return false;
      compare->certainty = grammar::Compare::Certainty::kDefault;
      return true;
    }
    if (!std::holds_alternative<grammar::Has>(node)) return false;
    auto& has = std::get<grammar::Has>(node);
    if (Reset(has.quantity) || CutOne(has.terms, 0) || Reset(has.alias) || Reset(has.dates)) return true;
    if (has.order != grammar::Order::kAny && Now()) {
      has.order = grammar::Order::kAny;
      return true;
    }
    if (has.with != nullptr && Now()) {
      has.with.reset();
      return true;
    }
    return has.with != nullptr && CutExpr(has.with);
  }

  size_t left_;
};

}  // namespace

std::vector<std::string> Simpler(const std::string& text) {
  std::vector<std::string> simpler;
  for (size_t change = 0;; ++change) {
    grammar::ParseResult parsed = grammar::Parse(text);
    if (parsed.statements.size() != 1 || !Cutter(change).Cut(parsed.statements[0])) return simpler;
    simpler.push_back(grammar::Print(parsed.statements[0]));
  }
}

}  // namespace muster::property
