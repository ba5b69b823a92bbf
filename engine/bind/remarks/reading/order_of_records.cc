#include "engine/bind/remarks/reading/order_of_records.h"

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/remarks/reading/asked_rows.h"
#include "engine/model/time/moment.h"
#include "grammar/clone.h"
#include "grammar/rewrite.h"

namespace muster::bind {

using grammar::Compare;
using grammar::Has;

namespace {

// Of the last: before a time; of the first: after one.
bool IsAgainst(grammar::Order order, Compare::Op op) {
  using Op = Compare::Op;
  if (op == Op::kWithin || op == Op::kBetween) return true;
  if (order == grammar::Order::kLast) {
    return op == Op::kLess || op == Op::kLessEqual || op == Op::kWithinBefore || op == Op::kLongBefore;
  }
  return op == Op::kGreater || op == Op::kGreaterEqual || op == Op::kWithinAfter || op == Op::kLongAfter;
}

// has last measurement X with (value >= 7 % and time before enrolment): the last of all has to be before enrolment.
void OnOrderByTime(const Has& has, Reporter* reporter) {
  const auto entity = FindEntity(has.entity.text);
  const auto moment = entity ? model::MomentOf(*entity) : std::nullopt;
  if (!moment) return;
  const std::vector<const Compare*> compares = ComparesOf(has);
  if (compares.size() < 2) return;  // the time alone is what is asked of the first
  for (const Compare* compare : compares) {
    if (compare->event || compare->as_of || FindField(*entity, compare->field.text) != moment) continue;
    if (!IsAgainst(has.order, compare->op)) continue;
    const std::string which = has.order == grammar::Order::kFirst ? "first" : "last";
    return reporter->Note(
        has.order_span, "order-of-records",
        absl::StrCat("`", which, "` is the ", which, " of all ", std::string(model::Info(*entity).plural),
                     has.terms.empty() ? "" : " of this term", ", and its ", std::string(model::Info(*moment).name),
                     " is compared after that: who has one that meets this, and then ",
                     which == "last" ? "a later" : "an earlier", " one that does not, is not found"),
        {absl::StrCat("leave out ", which, " to find whoever has any that meets it")});
  }
}

}  // namespace

void RemarkOnOrder(grammar::Span span, const Has& has, Reporter* reporter) {
  if (has.order != grammar::Order::kAny && has.with != nullptr && reporter->ExplainsRemarks())
    OnOrderByTime(has, reporter);
  if (has.order == grammar::Order::kAny || has.terms.empty() || has.with != nullptr || has.alias || has.quantity ||
      has.dates || !reporter->ExplainsRemarks()) {
    return;
  }
  const auto entity = FindEntity(has.entity.text);
  if (!entity) return;
  const model::EntityInfo& info = model::Info(*entity);
  const std::string which = has.order == grammar::Order::kFirst ? "first" : "last";
  const std::string field(model::Info(static_cast<model::FieldId>(info.primary)).name);
  Compare is_term;
  is_term.field = {field, has.entity.span};
  is_term.op = has.terms.size() == 1 ? Compare::Op::kIs : Compare::Op::kIn;
  is_term.values = has.terms;
  Has of_all = grammar::Clone(has);
  of_all.terms.clear();
  of_all.with = grammar::MakeExpr(span, std::move(is_term));
  grammar::Rewriting rewriting;
  rewriting[&has] = grammar::MakeExpr(span, std::move(of_all));
  const std::string other = reporter->Rewritten(std::move(rewriting));
  std::vector<std::string> hints;
  if (!other.empty()) {
    hints.push_back(absl::StrCat("of whose ", which, " ", std::string(info.name), " of all it is, write ", other));
  }
  reporter->Note(has.order_span, "order-of-records",
                 absl::StrCat("`", which, "` is among the ", std::string(info.plural),
                              " of this term alone: whoever has one with a time is found"),
                 std::move(hints));
}

}  // namespace muster::bind
