#include "engine/bind/open_criterion.h"

#include <algorithm>
#include <memory>
#include <utility>
#include <variant>
#include <vector>

#include "engine/bind/bound/scope.h"
#include "engine/bind/remarks/asked/side_by_side.h"
#include "grammar/clone.h"
#include "grammar/overloaded.h"
#include "grammar/walk.h"

namespace muster::bind {
namespace {

using grammar::Expr;
using grammar::ExprPtr;

bool IsComparison(const Expr& expr) {
  using Op = grammar::Compare::Op;
  return grammar::AnyCriterion(
      expr,
      grammar::Overloaded{
          [](const grammar::Has&) { return false; },
          [](const grammar::Compare& compare) { return compare.op != Op::kIsMissing && compare.op != Op::kIsRecorded; },
          [](const grammar::InCohort&) { return false; }, [](const grammar::Usable&) { return false; },
          [](const grammar::Overlaps&) { return false; }});
}

// That records say the opposite of each term of a `has`: excluded of what should be observed, or the other way around.
// Null where nothing can say so.
ExprPtr Denied(const grammar::Has& has, grammar::Span span) {
  const auto entity = FindEntity(has.entity.text);
  if (!entity || !model::Info(*entity).polar) return nullptr;
  grammar::And each;
  for (const grammar::Literal& term : has.terms) {
    grammar::Has opposite;
    opposite.entity = has.entity;
    opposite.polarity =
        has.polarity == grammar::Polarity::kExcluded ? grammar::Polarity::kObserved : grammar::Polarity::kExcluded;
    opposite.terms = {term};
    opposite.terms[0].exactly = false;  // what is excluded is excluded of everything below it
    each.operands.push_back(grammar::MakeExpr(span, std::move(opposite)));
  }
  if (each.operands.size() < 2) return each.operands.empty() ? nullptr : std::move(each.operands[0]);
  return grammar::MakeExpr(span, std::move(each));
}

// Whether people without such a record may still satisfy the criterion. A relative may be unknown.
bool IsOpen(const grammar::Has& has) {
  const auto entity = FindEntity(has.entity.text);
  return !entity || IsOpenWithoutRecord(*entity);
}

bool IsAnyNumber(const grammar::Has& has) {
  return !has.quantity || has.quantity->kind == grammar::Quantity::Kind::kAtLeast;
}

// That a consent has a status or none: a refusal is a record as well, which `has no consent` does not look at.
ExprPtr WhateverStatus(grammar::Span span) {
  grammar::Or either;
  for (const auto op : {grammar::Compare::Op::kIsRecorded, grammar::Compare::Op::kIsMissing}) {
    grammar::Compare status;
    status.field = {"status", span};
    status.op = op;
    either.operands.push_back(grammar::MakeExpr(span, std::move(status)));
  }
  return grammar::MakeExpr(span, std::move(either));
}

// The criterion that there is no record of the terms of `has`, and none that says the opposite.
ExprPtr NothingSaid(const grammar::Has& has, grammar::Span span) {
  grammar::Has without = grammar::Clone(has);
  without.with = FindEntity(has.entity.text) == model::Entity::kConsent ? WhateverStatus(span) : nullptr;
  without.quantity = grammar::Quantity{grammar::Quantity::Kind::kExactly, 0, false, has.entity.span};
  ExprPtr none = grammar::MakeExpr(span, std::move(without));
  ExprPtr denied = Denied(has, span);
  if (denied == nullptr) return none;
  grammar::And silent;
  silent.operands.push_back(std::move(none));
  silent.operands.push_back(grammar::MakeExpr(span, grammar::Not{std::move(denied)}));
  return grammar::MakeExpr(span, std::move(silent));
}

// Makes each `has` in `expr` also true for people without such a record: also within the criteria of a sample, or of a
// mother. Under `not`, and for `at most N`, people without records satisfy it already.
void Open(ExprPtr& expr) {
  if (std::holds_alternative<grammar::Not>(expr->node)) return;
  auto* has = std::get_if<grammar::Has>(&expr->node);
  if (has != nullptr && (!IsAnyNumber(*has) || has->with == nullptr || !IsComparison(*has->with))) return;
  ExprPtr none;
  if (has != nullptr && !has->dates && IsOpen(*has) && (!has->quantity || has->quantity->count == 1)) {
    none = NothingSaid(*has, expr->span);
  }
  grammar::ForEachChild(*expr, Open);
  if (none == nullptr) return;
  const grammar::Span span = expr->span;
  grammar::Or either;
  either.operands.push_back(std::move(expr));
  either.operands.push_back(std::move(none));
  expr = grammar::MakeExpr(span, std::move(either));
}

}  // namespace

bool ComparesNamedRecords(const Expr& criterion) {
  return IsComparison(criterion) && grammar::SpeaksOfNamedRows(criterion);
}

ExprPtr OpenCriterion(const Expr& criterion) {
  if (!IsComparison(criterion) || grammar::SpeaksOfNamedRows(criterion)) return nullptr;
  ExprPtr open = grammar::Clone(criterion);
  Open(open);
  return open;
}

}  // namespace muster::bind
