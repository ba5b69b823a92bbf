#include "engine/bind/criteria/remarks/imprecise_times.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "allowance/allowance.h"
#include "engine/bind/bound/conditions.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/catalogue/count_ages.h"
#include "engine/bind/catalogue/live_values.h"
#include "engine/bind/values/remarks/rows_that_meet.h"
#include "engine/bind/values/value_binder.h"
#include "grammar/parse.h"
#include "grammar/rewrite.h"

namespace muster::bind {
namespace {

using grammar::Compare;
using model::FieldId;

// The comparisons that all have to hold, by the value that they are about and whether they are with dates.
using Comparisons = std::map<std::pair<FieldId, bool>, std::vector<const Compare*>>;

bool IsAsWritten(const Compare* compare) {
  return compare->certainty == grammar::Certainty::kDefault && compare->op != Compare::Op::kIsNot;
}

// Whether it compares a value of the row itself, which may be known within bounds, with times or numbers.
std::optional<FieldId> FieldCompared(const Compare& compare, model::Entity entity) {
  if (compare.event || compare.as_of || compare.distance || compare.values.empty()) return std::nullopt;
  const auto field = FindField(entity, compare.field.text);
  if (!field) return std::nullopt;
  const bool time = model::Info(*field).kind == model::Kind::kTime && IsTimeLiteral(compare.values.back());
  const bool number = model::Info(*field).kind == model::Kind::kNumber && IsOrdered(compare.op) &&
                      std::all_of(compare.values.begin(), compare.values.end(), [](const grammar::Literal& value) {
                        return value.kind == grammar::Literal::Kind::kNumber;
                      });
  return time || number ? field : std::nullopt;
}

void Gather(const grammar::Expr& criterion, model::Entity entity, Comparisons& found) {
  if (const auto* all = std::get_if<grammar::And>(&criterion.node)) {
    for (const grammar::ExprPtr& operand : all->operands) Gather(*operand, entity, found);
  }
  const auto* compare = std::get_if<Compare>(&criterion.node);
  const auto field = compare == nullptr ? std::nullopt : FieldCompared(*compare, entity);
  if (!field) return;
  const bool dates = model::Info(*field).kind == model::Kind::kTime && ValueBinder::IsDate(compare->values.back());
  found[{*field, dates}].push_back(compare);
}

// Whether any record has a number within bounds ("<0.5") in place of an exact one.
absl::StatusOr<bool> HasBounds(const CatalogueView& view, FieldId field, bool dates) {
  if (model::Info(field).kind == model::Kind::kNumber) return view.HasNumberBounds(field);
  return view.RecordsPart(field, dates ? model::kDateHigh : model::kAgeHigh);
}

// The comparisons once more, certainly or possibly; null where that cannot be.
ConditionPtr BindAs(const CatalogueView& view, const std::vector<const Compare*>& comparisons, FieldId field,
                    const ontology::SymbolSet& assays, grammar::Certainty certainty) {
  SilentReporter silent;
  ValueBinder values(view, &silent);
  values.set_assays(assays);
  std::vector<ConditionPtr> all;
  for (const Compare* compare : comparisons) {
    Compare as = *compare;
    as.certainty = certainty;
    all.push_back(as.as_of                                          ? values.BindAgeAsOf(as)
                  : model::Info(field).kind == model::Kind::kNumber ? values.BindNumber(as, field)
                                                                    : values.BindTime(as, field));
    if (all.back() == nullptr) return nullptr;
  }
  return Combine(Condition::Kind::kAnd, model::Info(field).entity, std::move(all));
}

// Rows that may meet the comparisons and may not.
absl::StatusOr<TimesOnTheEdge> CountOnTheEdge(const CatalogueView& view, const TimesOf& rows, const Condition& certain,
                                              const Condition& possible) {
  TimesOnTheEdge count;
  for (const storage::SegmentReaderPtr& segment : view.snapshot().segments) {
    if (absl::Status check = CheckStop(); !check.ok()) return check;
    const auto live = LiveRowsOf(*segment, rows.entity, rows.terms);
    if (!live.ok()) return live.status();
    count.all += live->Cardinality();
    const auto may = RowsThatMeet(*segment, possible);
    if (!may.ok()) return may.status();
    const auto must = RowsThatMeet(*segment, certain);
    if (!must.ok()) return must.status();
    if (!*may || !*must) continue;
    count.on_the_edge += storage::Bitmap::AndCount(*live, storage::Bitmap::AndNot(**may, **must));
  }
  return count;
}

// The statement that also excludes these rows, if it can be written.
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
  reporter->Note(span, "imprecise-times",
                 absl::StrCat(WithinBounds(*count, exists, field),
                              ", and counts as another date only beside times that do not overlap it"));
}

namespace {

// For one `has`: comparisons behind `no` or `not` anywhere in its criterion.
class ImpreciseValues {
 public:
  ImpreciseValues(const CatalogueView& view, Reporter* reporter, const Condition& exists)
      : view_(view), reporter_(reporter), exists_(exists) {}

  // `by_not`: the innermost negation is a `not` in the criterion itself.
  void Look(const grammar::Expr& criterion, bool denied, bool by_not) {
    const auto each = [&](const std::vector<grammar::ExprPtr>& operands) {
      for (const grammar::ExprPtr& operand : operands) Look(*operand, denied, by_not);
    };
    if (const auto* node = std::get_if<grammar::Not>(&criterion.node)) return Look(*node->operand, !denied, true);
    if (const auto* node = std::get_if<grammar::Or>(&criterion.node)) return each(node->operands);
    if (const auto* node = std::get_if<grammar::AtLeastOf>(&criterion.node)) return each(node->operands);
    if (denied) Together(criterion, by_not);
    Others(criterion, denied, by_not);
  }

 private:
  // Comparisons that belong together have already been checked.
  void Others(const grammar::Expr& criterion, bool denied, bool by_not) {
    const auto* all = std::get_if<grammar::And>(&criterion.node);
    if (all == nullptr) return;
    for (const grammar::ExprPtr& operand : all->operands) {
      std::holds_alternative<grammar::And>(operand->node) ? Others(*operand, denied, by_not)
                                                          : LookBehind(*operand, denied, by_not);
    }
  }
  void LookBehind(const grammar::Expr& operand, bool denied, bool by_not) {
    if (!std::holds_alternative<Compare>(operand.node)) Look(operand, denied, by_not);
  }

  void Together(const grammar::Expr& criterion, bool by_not) {
    Comparisons found;
    Gather(criterion, exists_.child, found);
    for (const auto& [what, comparisons] : found) {
      const auto [field, dates] = what;
      if (!std::all_of(comparisons.begin(), comparisons.end(), IsAsWritten)) continue;
      const auto bounds = HasBounds(view_, field, dates);
      if (!bounds.ok()) return reporter_->Fail(bounds.status());
      if (!*bounds) continue;
      const ConditionPtr certain = BindAs(view_, comparisons, field, exists_.symbols, grammar::Certainty::kCertainly);
      const ConditionPtr possible = BindAs(view_, comparisons, field, exists_.symbols, grammar::Certainty::kPossibly);
      if (certain == nullptr || possible == nullptr) continue;
      const auto count = CountOnTheEdge(view_, {exists_.child, exists_.symbols.get(), field}, *certain, *possible);
      if (!count.ok()) return reporter_->Fail(count.status());
      if (count->on_the_edge == 0) continue;
      Say(comparisons, *count, field, by_not);
    }
  }

  void Say(const std::vector<const Compare*>& comparisons, const TimesOnTheEdge& count, FieldId field, bool by_not) {
    const std::string so = !by_not                  ? ": who has only such is not left out by this"
                           : count.on_the_edge == 1 ? ": `not` holds for it as well"
                                                    : ": `not` holds for them as well";
    reporter_->Note(comparisons.front()->field.span, "imprecise-times",
                    absl::StrCat(WithinBounds(count, exists_, field), ", and that may meet this and may not", so),
                    {absl::StrCat("to leave them out as well, write ", WithPossibly(*reporter_, comparisons))});
  }

  const CatalogueView& view_;
  Reporter* reporter_;
  const Condition& exists_;
};

}  // namespace

void NoteImpreciseTimes(const CatalogueView& view, Reporter* reporter, const grammar::Expr& criterion,
                        const Condition& exists, bool denied) {
  const TimeForNotes time(reporter);
  ImpreciseValues(view, reporter, exists).Look(criterion, denied, /*by_not=*/false);
}

void NoteImpreciseOfPerson(const CatalogueView& view, Reporter* reporter, const Compare& compare, FieldId field) {
  if (view.listed() != nullptr || !reporter->ExplainsRemarks() || !IsAsWritten(&compare)) return;
  const bool dates = compare.as_of || ValueBinder::IsDate(compare.values.back());
  const auto bounds = HasBounds(view, field, dates);
  if (!bounds.ok()) return reporter->Fail(bounds.status());
  if (!*bounds) return;
  const TimeForNotes time(reporter);
  const ConditionPtr certain = BindAs(view, {&compare}, field, nullptr, grammar::Certainty::kCertainly);
  const ConditionPtr possible = BindAs(view, {&compare}, field, nullptr, grammar::Certainty::kPossibly);
  if (certain == nullptr || possible == nullptr) return;
  const auto count = CountOnTheEdge(view, {model::Entity::kIndividual, nullptr, field}, *certain, *possible);
  if (!count.ok()) return reporter->Fail(count.status());
  if (count->on_the_edge == 0) return;
  const bool one = count->on_the_edge == 1;
  reporter->Note(compare.field.span, "imprecise-times",
                 absl::StrCat(count->on_the_edge, " of ", count->all, " individuals ", one ? "has " : "have ",
                              WithArticle(model::Info(field).name),
                              " that is known within bounds only, and that may meet this and may not: `not` holds for ",
                              one ? "it" : "them", " as well"),
                 {absl::StrCat("to leave them out as well, write ", WithPossibly(*reporter, {&compare}))});
}

}  // namespace muster::bind
