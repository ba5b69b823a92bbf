#include "engine/bind/criteria/remarks/imprecise_times.h"

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "absl/strings/str_cat.h"
#include "engine/bind/bound/conditions.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/catalogue/count_ages.h"
#include "engine/bind/values/value_binder.h"
#include "grammar/parse.h"
#include "grammar/rewrite.h"

namespace muster::bind {
namespace {

using grammar::Compare;
using model::FieldId;

// The comparisons that all have to hold, by the time that they are about and whether they are with dates.
using Comparisons = std::map<std::pair<FieldId, bool>, std::vector<const Compare*>>;

void Gather(const grammar::Expr& criterion, model::Entity entity, Comparisons& found) {
  if (const auto* all = std::get_if<grammar::And>(&criterion.node)) {
    for (const grammar::ExprPtr& operand : all->operands) Gather(*operand, entity, found);
  }
  const auto* compare = std::get_if<Compare>(&criterion.node);
  if (compare == nullptr || compare->event || compare->as_of || compare->distance || compare->values.empty() ||
      !IsTimeLiteral(compare->values.back())) {
    return;
  }
  const auto field = FindField(entity, compare->field.text);
  if (!field || model::Info(*field).kind != model::Kind::kTime) return;
  found[{*field, ValueBinder::IsDate(compare->values.back())}].push_back(compare);
}

// Narrows `asked` to what the conditions that all have to hold ask of one of the two bounds of a time.
void Narrow(const Condition& condition, FieldId field, model::Part low, model::Part high, ValueRange* asked) {
  if (condition.kind == Condition::Kind::kAnd) {
    for (const ConditionPtr& operand : condition.operands) Narrow(*operand, field, low, high, asked);
  }
  if (condition.kind != Condition::Kind::kRange || condition.field != field) return;
  if (condition.part == low) asked->low = std::max(asked->low, condition.low);
  if (condition.part == high) asked->high = std::min(asked->high, condition.high);
}

bool IsAsWritten(const Compare* compare) {
  return compare->certainty == grammar::Certainty::kDefault && compare->op != Compare::Op::kIsNot;
}

// What leaves out these rows as well: the whole statement, where there is one.
std::string WithPossibly(const Reporter& reporter, const std::vector<const Compare*>& comparisons) {
  grammar::Rewriting rewriting;
  std::string criterion;
  for (const Compare* compare : comparisons) {
    Compare widened = *compare;
    widened.certainty = grammar::Certainty::kPossibly;
    grammar::ExprPtr wide = grammar::MakeExpr({}, std::move(widened));
    absl::StrAppend(&criterion, criterion.empty() ? "" : " and ", grammar::Print(*wide));
    rewriting[compare] = std::move(wide);
  }
  std::string statement = reporter.Rewritten(std::move(rewriting));
  return statement.empty() ? criterion : statement;
}

// "3 of 7 diseases of MONDO:0005148 have an onset that is known within bounds only"
std::string WithinBounds(const TimesOnTheEdge& count, const Condition& exists, FieldId field) {
  return absl::StrCat(count.on_the_edge, " of ", count.all, " ", std::string(model::Info(exists.child).plural),
                      exists.symbols == nullptr ? "" : " of ", exists.symbols == nullptr ? "" : exists.label,
                      count.on_the_edge == 1 ? " has " : " have ", WithArticle(model::Info(field).name),
                      " that is known within bounds only");
}

}  // namespace

void NoteDaysNotKnown(const CatalogueView& view, Reporter* reporter, grammar::Span span, const Condition& exists) {
  const TimeForNotes time(reporter);
  const FieldId field = exists.left.field;
  const auto count = CountTimesOfSeveralDays(view, {exists.child, exists.symbols.get(), field});
  if (!count.ok()) return reporter->Fail(count.status());
  if (count->on_the_edge == 0) return;
  reporter->Note(
      span, "imprecise-times",
      absl::StrCat(WithinBounds(*count, exists, field), ", and is another date only than times outside these"));
}

void NoteImpreciseTimes(const CatalogueView& view, Reporter* reporter, const grammar::Expr& criterion,
                        const Condition& exists) {
  if (exists.operands.empty()) return;
  Comparisons found;
  Gather(criterion, exists.child, found);
  const TimeForNotes time(reporter);
  for (const auto& [what, comparisons] : found) {
    const auto [field, dates] = what;
    if (!std::all_of(comparisons.begin(), comparisons.end(), IsAsWritten)) continue;
    ValueRange asked;
    Narrow(*exists.operands[0], field, dates ? model::kDateLow : model::kAgeLow,
           dates ? model::kDateHigh : model::kAgeHigh, &asked);
    if (asked.low == kLowest && asked.high == kHighest) continue;
    const auto count =
        CountTimesOnTheEdge(view, {exists.child, exists.symbols.get(), field}, dates, {asked.low, asked.high});
    if (!count.ok()) return reporter->Fail(count.status());
    if (count->on_the_edge == 0) continue;
    reporter->Note(comparisons.front()->field.span, "imprecise-times",
                   absl::StrCat(WithinBounds(*count, exists, field),
                                ", and that may meet this and may not: who has only such is not left out by this"),
                   {absl::StrCat("to leave them out as well, write ", WithPossibly(*reporter, comparisons))});
  }
}

}  // namespace muster::bind
