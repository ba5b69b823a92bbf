#include "engine/bind/open_criterion.h"

#include <algorithm>
#include <memory>
#include <utility>
#include <variant>
#include <vector>

#include "engine/bind/bound/scope.h"
#include "engine/bind/remarks/asked_people.h"
#include "engine/bind/remarks/side_by_side.h"
#include "grammar/clone.h"
#include "grammar/overloaded.h"
#include "grammar/walk.h"

namespace muster::bind {
namespace {

using grammar::Expr;
using grammar::ExprPtr;

bool Compares(const Expr& expr) {
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

// Whether who has no such record may still meet what is asked of it: nobody may have looked, or whose relative is meant
// is not known. Of a disease, a treatment or a sample, that there is no record is taken as it stands, as it is of `has`
// alone.
bool IsOpenWithoutRecord(const grammar::Has& has) {
  const auto entity = FindEntity(has.entity.text);
  return !entity || *entity == model::Entity::kPhenotype || IsMeasured(*entity) || ComesOfLooking(*entity);
}

}  // namespace

bool ComparesNamedRecords(const Expr& criterion) {
  return Compares(criterion) && grammar::SpeaksOfNamedRows(criterion);
}

ExprPtr OpenCriterion(const Expr& criterion) {
  if (!Compares(criterion) || grammar::SpeaksOfNamedRows(criterion)) return nullptr;
  const auto* has = std::get_if<grammar::Has>(&criterion.node);
  const bool one =
      has != nullptr && has->with != nullptr && !has->dates && IsOpenWithoutRecord(*has) &&
      (!has->quantity || (has->quantity->kind == grammar::Quantity::Kind::kAtLeast && has->quantity->count == 1));
  if (!one) return grammar::Clone(criterion);
  ExprPtr none = grammar::Clone(criterion);
  auto& without = std::get<grammar::Has>(none->node);
  without.with = nullptr;
  without.quantity = grammar::Quantity{grammar::Quantity::Kind::kExactly, 0, false, has->entity.span};
  if (ExprPtr denied = Denied(*has, criterion.span)) {
    grammar::And silent;
    silent.operands.push_back(std::move(none));
    silent.operands.push_back(grammar::MakeExpr(criterion.span, grammar::Not{std::move(denied)}));
    none = grammar::MakeExpr(criterion.span, std::move(silent));
  }
  grammar::Or either;
  either.operands.push_back(grammar::Clone(criterion));
  either.operands.push_back(std::move(none));
  return grammar::MakeExpr(criterion.span, std::move(either));
}

}  // namespace muster::bind
