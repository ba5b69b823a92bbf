#include "engine/release/low_effect/canonical_criteria.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>
#include <variant>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
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
using grammar::SpeaksOfNamedRows;
using grammar::Usable;

namespace {

// Of one statement, all that cohorts lead to.
constexpr int kMaxDefinitions = 1000;
constexpr int kMaxCohortDepth = 32;

bool AnySpeaksOfNamedRows(const std::vector<ExprPtr>& operands) {
  return std::ranges::any_of(operands, [](const ExprPtr& operand) { return SpeaksOfNamedRows(*operand); });
}

bool HasList(const Compare& compare) { return compare.op == Compare::Op::kIn || compare.op == Compare::Op::kNotIn; }

void SortValues(std::vector<Literal>* values) {
  std::vector<std::pair<std::string, Literal>> printed;
  printed.reserve(values->size());
  for (Literal& value : *values) printed.emplace_back(grammar::Print(value), std::move(value));
  std::ranges::stable_sort(printed, {}, &std::pair<std::string, Literal>::first);
  values->clear();
  for (size_t i = 0; i < printed.size(); ++i) {
    if (i == 0 || printed[i].first != printed[i - 1].first) values->push_back(std::move(printed[i].second));
  }
}

// The operands of an `and` or `or`, those of a nested one of the same kind in its place.
template <typename Node>
std::vector<ExprPtr> Joined(std::vector<ExprPtr> operands) {
  std::vector<ExprPtr> joined;
  for (ExprPtr& operand : operands) {
    if (auto* inner = std::get_if<Node>(&operand->node)) {
      std::ranges::move(inner->operands, std::back_inserter(joined));
    } else {
      joined.push_back(std::move(operand));
    }
  }
  return joined;
}

template <typename Node>
ExprPtr Combined(std::vector<ExprPtr> operands, const Expr& from) {
  operands = Joined<Node>(std::move(operands));
  if (!AnySpeaksOfNamedRows(operands)) {
    std::vector<std::pair<std::string, ExprPtr>> printed;
    for (ExprPtr& operand : operands) printed.emplace_back(grammar::Print(*operand), std::move(operand));
    std::ranges::stable_sort(printed, {}, &std::pair<std::string, ExprPtr>::first);
    operands.clear();
    for (size_t i = 0; i < printed.size(); ++i) {
      if (i == 0 || printed[i].first != printed[i - 1].first) operands.push_back(std::move(printed[i].second));
    }
  }
  if (operands.size() == 1) return std::move(operands[0]);
  return MakeExpr(from.span, Node{std::move(operands)});
}

class Canonicaliser {
 public:
  ExprPtr Of(const Expr& expr, bool negated) const {
    return std::visit(grammar::Overloaded{[&](const And& node) { return OfAnd(node.operands, expr, negated); },
                                          [&](const Or& node) { return OfOr(node.operands, expr, negated); },
                                          [&](const Not& node) { return OfNot(*node.operand, expr, negated); },
                                          [&](const AtLeastOf& node) { return OfAtLeast(node, expr, negated); },
                                          [&](const Has&) { return Leaf(expr, negated); },
                                          [&](const Compare&) { return Leaf(expr, negated); },
                                          [&](const InCohort&) { return Leaf(expr, negated); },
                                          [&](const Usable&) { return Leaf(expr, negated); },
                                          [&](const Overlaps&) { return Leaf(expr, negated); }},
                      expr.node);
  }

 private:
  std::vector<ExprPtr> OfAll(const std::vector<ExprPtr>& operands, bool negated) const {
    std::vector<ExprPtr> all;
    for (const ExprPtr& operand : operands) all.push_back(Of(*operand, negated));
    return all;
  }

  ExprPtr OfAnd(const std::vector<ExprPtr>& operands, const Expr& expr, bool negated) const {
    if (negated && AnySpeaksOfNamedRows(operands)) return Leaf(expr, negated);
    std::vector<ExprPtr> all = OfAll(operands, negated);
    return negated ? Combined<Or>(std::move(all), expr) : Combined<And>(std::move(all), expr);
  }

  ExprPtr OfOr(const std::vector<ExprPtr>& operands, const Expr& expr, bool negated) const {
    if (negated && AnySpeaksOfNamedRows(operands)) return Leaf(expr, negated);
    std::vector<ExprPtr> all = OfAll(operands, negated);
    return negated ? Combined<And>(std::move(all), expr) : Combined<Or>(std::move(all), expr);
  }

  // Rows that are named under a `not` are named for all of what stands there.
  ExprPtr OfNot(const Expr& operand, const Expr& expr, bool negated) const {
    return SpeaksOfNamedRows(operand) ? Leaf(expr, negated) : Of(operand, !negated);
  }

  // Not at least N of M: at least M - N + 1 are not so.
  ExprPtr OfAtLeast(const AtLeastOf& node, const Expr& expr, bool negated) const {
    if (AnySpeaksOfNamedRows(node.operands)) return Leaf(expr, negated);
    const auto size = static_cast<int>(node.operands.size());
    const int count = negated ? size - node.count + 1 : node.count;
    std::vector<ExprPtr> operands = OfAll(node.operands, negated);
    if (count == 1) return Combined<Or>(std::move(operands), expr);
    if (count == size) return Combined<And>(std::move(operands), expr);
    // Equal ones count twice here.
    std::ranges::stable_sort(operands, {}, [](const ExprPtr& operand) { return grammar::Print(*operand); });
    return MakeExpr(expr.span, AtLeastOf{count, std::move(operands)});
  }

  // One criterion, with what it says of its rows.
  ExprPtr Leaf(const Expr& expr, bool negated) const {
    ExprPtr copy = grammar::Clone(expr);
    std::visit(grammar::Overloaded{[&](Has& has) {
                                     SortValues(&has.terms);
                                     if (has.with != nullptr) has.with = Of(*has.with, false);
                                   },
                                   [&](Compare& compare) {
                                     if (HasList(compare)) SortValues(&compare.values);
                                   },
                                   // Whose rows have names stay as they are written.
                                   [](And&) {}, [](Or&) {}, [](Not&) {}, [](AtLeastOf&) {},  //
                                   [](InCohort&) {}, [](Usable&) {}, [](Overlaps&) {}},
               copy->node);
    return negated ? MakeExpr(expr.span, Not{std::move(copy)}) : std::move(copy);
  }
};

// Single criteria, each with the values of a list in order.
void AddTexts(const Expr& expr, std::set<std::string>* texts) {
  const auto add = [&](ExprPtr criterion) { texts->insert(grammar::Print(*criterion)); };
  std::visit(
      grammar::Overloaded{
          [&](const Has&) {
            ExprPtr copy = grammar::Clone(expr);
            SortValues(&std::get<Has>(copy->node).terms);
            add(std::move(copy));
          },
          [&](const Compare& compare) {
            ExprPtr copy = grammar::Clone(expr);
            if (HasList(compare)) SortValues(&std::get<Compare>(copy->node).values);
            add(std::move(copy));
          },
          [&](const InCohort&) { add(grammar::Clone(expr)); }, [&](const Usable&) { add(grammar::Clone(expr)); },
          [&](const Overlaps&) { add(grammar::Clone(expr)); },
          [&](const auto&) { grammar::ForEachChild(expr, [&](const ExprPtr& child) { AddTexts(*child, texts); }); }},
      expr.node);
}

class CohortExpander {
 public:
  explicit CohortExpander(DefinitionOf definition_of) : definition_of_(definition_of) {}

  absl::StatusOr<ExprPtr> Of(const Expr& expr) {
    using Expanded = absl::StatusOr<ExprPtr>;
    return std::visit(
        grammar::Overloaded{
            [&](const And& node) {
              return OfAll(node.operands, [&](auto all) { return MakeExpr(expr.span, And{std::move(all)}); });
            },
            [&](const Or& node) {
              return OfAll(node.operands, [&](auto all) { return MakeExpr(expr.span, Or{std::move(all)}); });
            },
            [&](const AtLeastOf& node) {
              return OfAll(node.operands, [&](auto all) {
                return MakeExpr(expr.span, AtLeastOf{node.count, std::move(all)});
              });
            },
            [&](const Not& node) -> Expanded {
              Expanded operand = Of(*node.operand);
              if (!operand.ok()) return operand;
              return MakeExpr(expr.span, Not{*std::move(operand)});
            },
            [&](const InCohort& in) { return OfCohort(in, expr); },
            [&](const Has& has) -> Expanded {
              const absl::Status saved = has.with == nullptr ? absl::OkStatus() : RefuseSaved(*has.with);
              return saved.ok() ? Expanded(grammar::Clone(expr)) : saved;
            },
            [&](const Compare&) -> Expanded { return grammar::Clone(expr); },
            [&](const Usable&) -> Expanded { return grammar::Clone(expr); },
            [&](const Overlaps&) -> Expanded { return grammar::Clone(expr); }},
        expr.node);
  }

 private:
  template <typename F>
  absl::StatusOr<ExprPtr> OfAll(const std::vector<ExprPtr>& operands, const F& make) {
    std::vector<ExprPtr> all;
    for (const ExprPtr& operand : operands) {
      absl::StatusOr<ExprPtr> one = Of(*operand);
      if (!one.ok()) return one;
      all.push_back(*std::move(one));
    }
    return make(std::move(all));
  }

  absl::StatusOr<ExprPtr> OfCohort(const InCohort& in, const Expr& expr) {
    const std::optional<std::string> text = definition_of_(in.cohort);
    if (!text) return grammar::Clone(expr);
    if (++definitions_ > kMaxDefinitions || depth_ >= kMaxCohortDepth) {
      return absl::InvalidArgumentError("cohorts that are defined by each other too often");
    }
    const grammar::ParseResult parsed = grammar::Parse(*text);
    const auto* define =
        parsed.statements.size() == 1 ? std::get_if<grammar::Define>(&parsed.statements[0].query) : nullptr;
    if (define == nullptr) {
      return absl::DataLossError(absl::StrCat("the definition of cohort ", in.cohort.name, " cannot be read"));
    }
    if (define->where == nullptr) return grammar::Clone(expr);  // everybody: no criteria to put in its place
    ++depth_;
    absl::StatusOr<ExprPtr> expanded = Of(*define->where);
    --depth_;
    return expanded;
  }

  absl::Status RefuseSaved(const Expr& expr) const {
    const grammar::CohortRef* saved = nullptr;
    grammar::AnyCriterion(
        expr, grammar::Overloaded{[](const Has&) { return false; }, [](const Compare&) { return false; },
                                  [&](const InCohort& in) {
                                    if (definition_of_(in.cohort)) saved = &in.cohort;
                                    return saved != nullptr;
                                  },
                                  [](const Usable&) { return false; }, [](const Overlaps&) { return false; }});
    if (saved == nullptr) return absl::OkStatus();
    return absl::InvalidArgumentError(
        absl::StrCat("cohort '", saved->name, "' is asked for in the condition of a row"));
  }

  DefinitionOf definition_of_;
  int definitions_ = 0;
  int depth_ = 0;
};

}  // namespace

ExprPtr Canonical(const Expr& expr) { return Canonicaliser().Of(expr, false); }

bool HasOnlyCriteriaOf(const Expr& canonical, const Expr& expr) {
  std::set<std::string> of_canonical, of_expr;
  AddTexts(canonical, &of_canonical);
  AddTexts(expr, &of_expr);
  return std::ranges::includes(of_expr, of_canonical);
}

absl::StatusOr<ExprPtr> ExpandCohorts(const Expr& expr, DefinitionOf definition_of) {
  return CohortExpander(definition_of).Of(expr);
}

}  // namespace muster::release
