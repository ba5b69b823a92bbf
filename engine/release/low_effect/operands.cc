#include "engine/release/low_effect/operands.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "grammar/clone.h"
#include "grammar/overloaded.h"
#include "grammar/parse.h"
#include "grammar/walk.h"

namespace muster::release {

using grammar::And;
using grammar::AtLeastOf;
using grammar::Compare;
using grammar::Expr;
using grammar::ExprPtr;
using grammar::Has;
using grammar::InCohort;
using grammar::Literal;
using grammar::MakeExpr;
using grammar::Not;
using grammar::Or;
using grammar::Overlaps;
using grammar::Usable;

namespace {

bool IsList(const Compare& compare) {
  return (compare.op == Compare::Op::kIn || compare.op == Compare::Op::kNotIn) && compare.values.size() > 1;
}

// More rows may make it true and yet more rows false, or another row be the first.
bool IsOneWay(const Has& has) {
  const bool exactly = has.quantity && has.quantity->kind == grammar::Quantity::Kind::kExactly;
  return (!exactly || has.quantity->count == 0) && has.order == grammar::Order::kAny;
}

class OperandFinder {
 public:
  std::vector<Operand> Of(const Expr& expr) {
    const bool one_way = !grammar::SpeaksOfNamedRows(expr);
    // All criteria are an `and` of one where there is no other.
    if (!std::holds_alternative<And>(expr.node)) {
      found_.push_back({Operand::Kind::kWhole, nullptr, 0, grammar::Print(expr), one_way});
    }
    Find(expr, one_way);
    std::ranges::stable_sort(found_, {}, &Operand::text);
    return std::move(found_);
  }

 private:
  void Find(const Expr& expr, bool one_way) {
    std::visit(grammar::Overloaded{[&](const And& node) { FindIn(expr, node.operands, one_way); },
                                   [&](const Or& node) { FindIn(expr, node.operands, one_way); },
                                   [&](const Not& node) { Find(*node.operand, one_way); },
                                   [&](const AtLeastOf& node) { FindInAtLeast(expr, node, one_way); },
                                   [&](const Has& node) { FindInHas(expr, node, one_way); },
                                   [&](const Compare& node) {
                                     if (IsList(node)) FindValues(Operand::Kind::kValue, expr, node.values, one_way);
                                   },
                                   // Each is left out as a whole, by what it is an operand of.
                                   [](const InCohort&) {}, [](const Usable&) {}, [](const Overlaps&) {}},
               expr.node);
  }

  void FindIn(const Expr& owner, const std::vector<ExprPtr>& operands, bool one_way) {
    for (size_t i = 0; i < operands.size(); ++i) {
      found_.push_back({Operand::Kind::kOperand, &owner, i, grammar::Print(*operands[i]), one_way});
      Find(*operands[i], one_way);
    }
  }

  void FindInAtLeast(const Expr& owner, const AtLeastOf& node, bool one_way) {
    for (size_t i = 0; i < node.operands.size(); ++i) {
      const std::string text = grammar::Print(*node.operands[i]);
      found_.push_back({Operand::Kind::kAtLeastFalse, &owner, i, text, one_way});
      found_.push_back({Operand::Kind::kAtLeastTrue, &owner, i, text, one_way});
      Find(*node.operands[i], one_way);
    }
  }

  void FindInHas(const Expr& owner, const Has& has, bool one_way) {
    one_way = one_way && IsOneWay(has);
    if (has.terms.size() > 1) FindValues(Operand::Kind::kTerm, owner, has.terms, one_way);
    if (has.with == nullptr) return;
    if (!std::holds_alternative<And>(has.with->node)) {
      found_.push_back({Operand::Kind::kWith, &owner, 0, grammar::Print(*has.with), one_way});
    }
    Find(*has.with, one_way);
  }

  void FindValues(Operand::Kind kind, const Expr& owner, const std::vector<Literal>& values, bool one_way) {
    for (size_t i = 0; i < values.size(); ++i) {
      found_.push_back({kind, &owner, i, grammar::Print(values[i]), one_way});
    }
  }

  std::vector<Operand> found_;
};

class Remover {
 public:
  explicit Remover(std::span<const Operand> left_out) : left_out_(left_out) {}

  // Null where an `and` has no operand left, which `may_be_empty`.
  ExprPtr Of(const Expr& expr, bool may_be_empty) const {
    return std::visit(
        grammar::Overloaded{[&](const And& node) -> ExprPtr {
                              std::vector<ExprPtr> operands = OfAll(expr, node.operands, may_be_empty);
                              return operands.empty() ? nullptr : MakeExpr(expr.span, And{std::move(operands)});
                            },
                            [&](const Or& node) { return MakeExpr(expr.span, Or{OfAll(expr, node.operands, false)}); },
                            [&](const Not& node) { return MakeExpr(expr.span, Not{Of(*node.operand, false)}); },
                            [&](const AtLeastOf& node) { return OfAtLeast(node, expr); },
                            [&](const Has& node) { return OfHas(node, expr); },
                            [&](const Compare&) {
                              ExprPtr copy = grammar::Clone(expr);
                              Remove(Operand::Kind::kValue, expr, &std::get<Compare>(copy->node).values);
                              return copy;
                            },
                            [&](const InCohort&) { return grammar::Clone(expr); },
                            [&](const Usable&) { return grammar::Clone(expr); },
                            [&](const Overlaps&) { return grammar::Clone(expr); }},
        expr.node);
  }

 private:
  ExprPtr OfHas(const Has& node, const Expr& expr) const {
    ExprPtr copy = grammar::Clone(expr);
    Has& has = std::get<Has>(copy->node);
    Remove(Operand::Kind::kTerm, expr, &has.terms);
    if (node.with != nullptr) {
      has.with = IsLeftOut(Operand::Kind::kWith, &expr, 0) ? nullptr : Of(*node.with, /*may_be_empty=*/true);
    }
    return copy;
  }

  bool IsLeftOut(Operand::Kind kind, const Expr* owner, size_t index) const {
    return std::ranges::any_of(left_out_, [&](const Operand& operand) {
      return operand.kind == kind && operand.owner == owner && operand.index == index;
    });
  }

  std::vector<ExprPtr> OfAll(const Expr& owner, const std::vector<ExprPtr>& operands, bool may_be_empty) const {
    std::vector<ExprPtr> kept;
    for (size_t i = 0; i < operands.size(); ++i) {
      const bool last = i + 1 == operands.size() && kept.empty() && !may_be_empty;
      if (last || !IsLeftOut(Operand::Kind::kOperand, &owner, i)) kept.push_back(Of(*operands[i], false));
    }
    return kept;
  }

  ExprPtr OfAtLeast(const AtLeastOf& node, const Expr& expr) const {
    AtLeastOf kept;
    kept.count = node.count;
    for (size_t i = 0; i < node.operands.size(); ++i) {
      // Of both ways for one operand, the first counts.
      if (IsLeftOut(Operand::Kind::kAtLeastFalse, &expr, i)) continue;
      if (IsLeftOut(Operand::Kind::kAtLeastTrue, &expr, i)) {
        --kept.count;
      } else {
        kept.operands.push_back(Of(*node.operands[i], false));
      }
    }
    // Enough are true, or there are not enough: neither can be written, so all stay.
    if (kept.count < 1 || kept.count > static_cast<int>(kept.operands.size())) {
      kept = {};
      kept.count = node.count;
      for (const ExprPtr& operand : node.operands) kept.operands.push_back(Of(*operand, false));
    }
    return MakeExpr(expr.span, std::move(kept));
  }

  void Remove(Operand::Kind kind, const Expr& owner, std::vector<Literal>* values) const {
    std::vector<Literal> kept;
    for (size_t i = 0; i < values->size(); ++i) {
      const bool last = i + 1 == values->size() && kept.empty();
      if (last || !IsLeftOut(kind, &owner, i)) kept.push_back(std::move((*values)[i]));
    }
    *values = std::move(kept);
  }

  std::span<const Operand> left_out_;
};

}  // namespace

std::vector<Operand> OperandsOf(const Expr& expr) { return OperandFinder().Of(expr); }

size_t CountOperands(const Expr& expr) { return OperandsOf(expr).size(); }

ExprPtr Without(const Expr& expr, std::span<const Operand> left_out) {
  for (const Operand& operand : left_out) {
    if (operand.kind == Operand::Kind::kWhole) return nullptr;
  }
  return Remover(left_out).Of(expr, /*may_be_empty=*/true);
}

}  // namespace muster::release
