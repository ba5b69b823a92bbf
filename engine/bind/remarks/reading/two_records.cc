#include "engine/bind/remarks/reading/two_records.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "absl/strings/str_cat.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/remarks/asked/asked_people.h"
#include "engine/bind/remarks/asked/side_by_side.h"
#include "engine/bind/remarks/reading/asked_rows.h"
#include "engine/bind/remarks/records/rows_of_both.h"
#include "grammar/clone.h"
#include "grammar/rewrite.h"
#include "grammar/walk.h"

namespace muster::bind {

using grammar::And;
using grammar::Compare;
using grammar::Expr;
using grammar::ExprPtr;
using grammar::Has;
using model::Entity;

namespace {

bool Equals(const Compare& compare) { return compare.op == Compare::Op::kIs || compare.op == Compare::Op::kIn; }

// At most 5 and at least 7.
bool AreApart(const Compare& a, const Compare& b) {
  using Op = Compare::Op;
  if (a.certainty == grammar::Certainty::kPossibly || b.certainty == grammar::Certainty::kPossibly) return false;
  const bool below = a.op == Op::kLess || a.op == Op::kLessEqual;
  const bool above = b.op == Op::kGreater || b.op == Op::kGreaterEqual;
  if (!below || !above || a.values[0].kind != grammar::Literal::Kind::kNumber) return false;
  const grammar::Literal& low = a.values[0];
  const grammar::Literal& high = b.values[0];
  return high.kind == low.kind && low.unit == high.unit && low.number < high.number;
}

// A tumour sample and a blood sample are two: one record cannot be both.
bool AreTwo(const Has& a, const Has& b, Entity entity) {
  for (const Compare* of_a : ComparesOf(a)) {
    for (const Compare* of_b : ComparesOf(b)) {
      const auto field = FindField(entity, of_a->field.text);
      if (!field || field != FindField(entity, of_b->field.text)) continue;
      if (Equals(*of_a) && Equals(*of_b)) return true;
      if (AreApart(*of_a, *of_b) || AreApart(*of_b, *of_a)) return true;
    }
  }
  return false;
}

// The first of some records, and the last of the same.
bool AreFirstAndLast(const Has& a, const Has& b) {
  const bool ordered = a.order != grammar::Order::kAny && b.order != grammar::Order::kAny && a.order != b.order;
  if (!ordered || a.quantity || b.quantity || !SameTerms(a, b)) return false;
  const auto entity = FindEntity(a.entity.text);
  return entity && entity == FindEntity(b.entity.text) && a.polarity == b.polarity;
}

// `of_row` is the condition on the row of `a`, if `later` is meant to be about that row.
void Say(const Has& a, const Expr& later, ExprPtr of_row, std::string message, const std::string& name,
         Reporter* reporter) {
  grammar::Rewriting rewriting;
  rewriting[&a] = grammar::WithCriterion(a, std::move(of_row));
  rewriting[grammar::Holds(later)] = nullptr;
  const std::string statement = reporter->Rewritten(std::move(rewriting));
  std::vector<std::string> hints;
  if (!statement.empty()) hints.push_back(absl::StrCat("to ask of one ", name, ", write ", statement));
  reporter->Note(later.span, "two-records", std::move(message), std::move(hints));
}

// One record may satisfy both, unless they have names, or the later one refers to the name of the other.
void OnFirstAndLast(const Has& a, const Expr& later, const Has& b, Reporter* reporter) {
  const std::string name(model::Info(*FindEntity(a.entity.text)).name);
  const std::string only = absl::StrCat(name, b.terms.empty() ? "" : " of this term");
  if (a.alias && (b.alias || grammar::SpeaksOfNamedRows(later))) {
    reporter->Note(
        b.order_span, "first-and-last",
        absl::StrCat("the first and the last are two records here: who has only one ", only, " is not found"));
    return;
  }
  grammar::Rewriting rewriting;
  Has two;
  two.quantity = grammar::Quantity{grammar::Quantity::Kind::kAtLeast, 2, false, {}};
  two.entity = b.entity;
  two.terms = b.terms;
  And both;
  both.operands.push_back(grammar::Clone(later));
  both.operands.push_back(grammar::MakeExpr({}, std::move(two)));
  rewriting[grammar::Holds(later)] = grammar::MakeExpr({}, std::move(both));
  const std::string statement = reporter->Rewritten(std::move(rewriting));
  std::vector<std::string> hints;
  if (!statement.empty()) hints.push_back(absl::StrCat("to leave them out, write ", statement));
  reporter->Note(b.order_span, "first-and-last",
                 absl::StrCat("with only one ", only, ", this is both the first and the last"), std::move(hints));
}

// Whether one asks for terms alone, and the other for what is recorded of any: disease: melanoma; stage: IV.
bool IsOfTermsAndOfAny(const Has& a, const Has& b, Entity entity) {
  if (a.with != nullptr || a.terms.empty() || !b.terms.empty() || b.with == nullptr || IsMeasured(entity)) return false;
  const std::vector<Leaf> leaves = LeavesOf({b.with.get()});
  return std::none_of(leaves.begin(), leaves.end(), [&](const Leaf& leaf) {
    const auto* compare = std::get_if<Compare>(&leaf.criterion->node);
    const auto field = compare == nullptr ? std::nullopt : FindField(entity, compare->field.text);
    return field && model::Info(entity).primary == static_cast<int>(*field);  // of other terms than those
  });
}

bool OnSameKind(const Has& a, const Expr& later, const Has& b, Entity entity, const CatalogueView& view,
                Reporter* reporter) {
  const bool terms = b.terms.empty() || SameTerms(a, b);
  const bool with_both = a.with != nullptr && b.with != nullptr && terms;
  if ((!with_both && !IsOfTermsAndOfAny(a, b, entity)) || AreTwo(a, b, entity)) return false;
  if (!SomeRowMayMeetBoth(view, reporter, a, b, entity)) return false;
  const std::string name = EntityName(entity);
  Say(a, later, grammar::Clone(b.with), absl::StrCat("one ", name, " may meet both of these, or two may meet one each"),
      name, reporter);
  return true;
}

}  // namespace

bool RemarkOnTwoRecords(const Expr& earlier, const Expr& later, const CatalogueView& view, Reporter* reporter) {
  const auto* a = std::get_if<Has>(&earlier.node);
  const auto* b = std::get_if<Has>(&later.node);
  if (a == nullptr || b == nullptr || !reporter->ExplainsRemarks()) return false;
  if (AreFirstAndLast(*a, *b)) {
    OnFirstAndLast(*a, later, *b, reporter);
    return true;
  }
  if (!AsksForARow(*a) || !AsksForARow(*b)) return false;
  const auto of_a = FindEntity(a->entity.text);
  const auto of_b = FindEntity(b->entity.text);
  if (!of_a || !of_b || *of_a == Entity::kIndividual) return false;
  if (*of_a == *of_b) return OnSameKind(*a, later, *b, *of_a, view, reporter);
  if (!model::IsAncestorOrSelf(*of_a, *of_b) || (a->with == nullptr && a->terms.empty())) return false;
  const std::string name = EntityName(*of_a);
  Say(*a, later, grammar::Clone(later),
      absl::StrCat("this ", EntityName(*of_b), " may be of another ", name, " than the one before"), name, reporter);
  return true;
}

void RemarkOnDeniedRecord(const Expr& denied, const Expr& next, Reporter* reporter) {
  const auto* none = std::get_if<Has>(&denied.node);
  const auto* has = std::get_if<Has>(&next.node);
  if (none == nullptr || has == nullptr || !AsksForARow(*has) || !reporter->ExplainsRemarks()) return;
  const bool denies = none->quantity && none->quantity->kind == grammar::Quantity::Kind::kExactly &&
                      none->quantity->count == 0 && none->quantity->count_from.name.empty();
  // What stands in parentheses ends with them.
  if (!denies || none->with == nullptr || std::holds_alternative<And>(none->with->node)) return;
  const auto of_none = FindEntity(none->entity.text), of_has = FindEntity(has->entity.text);
  if (!of_none || !of_has || of_none == of_has || *of_none == Entity::kIndividual ||
      !model::IsAncestorOrSelf(*of_none, *of_has)) {
    return;
  }
  grammar::Rewriting rewriting;
  rewriting[none] = grammar::WithCriterion(*none, grammar::Clone(next));
  rewriting[grammar::Holds(next)] = nullptr;
  const std::string name = EntityName(*of_none);
  const std::string statement = reporter->Rewritten(std::move(rewriting));
  std::vector<std::string> hints;
  if (!statement.empty()) {
    hints.push_back(absl::StrCat("to leave out who has one ", name, " of which all this holds, write ", statement));
  }
  reporter->Note(
      next.span, "two-records",
      absl::StrCat("`no` is of the ", name, " alone: this ", EntityName(*of_has), " has to be there, of any ", name),
      std::move(hints));
}

}  // namespace muster::bind
