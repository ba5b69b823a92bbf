#include "engine/bind/criteria/remarks/row_times.h"

#include <cstdint>
#include <variant>

#include "absl/strings/str_cat.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/criteria/remarks/age_remarks.h"
#include "engine/bind/criteria/remarks/imprecise_pairs.h"
#include "engine/bind/criteria/remarks/imprecise_times.h"
#include "engine/bind/criteria/remarks/time_remarks.h"
#include "engine/bind/values/remarks/order_not_known.h"
#include "engine/bind/values/value_binder.h"
#include "engine/model/text/text.h"

namespace muster::bind {

using grammar::Has;

namespace {

bool IsTermLiteral(const grammar::Literal& literal) {
  return literal.kind == grammar::Literal::Kind::kCode || literal.kind == grammar::Literal::Kind::kQuoted;
}

}  // namespace

void RowTimes::OnHas(const Has& has, const Condition& exists) {
  if (exists.polarity == Polarity::kExcluded) return;
  ordered_by_.reset();
  if (exists.order != Order::kAny) {
    NoteLacking(has.order_span, exists, exists.left.field, "neither first nor last");
    if (reporter_->HasReported("undated-records", has.order_span)) ordered_by_ = exists.left.field;
    NoteOrder(has, exists);
  }
  if (exists.dates > 0) {
    NoteLacking(has.dates_span, exists, exists.left.field, "on no day that is known");
    NoteDaysNotKnown(view_, reporter_, has.dates_span, exists);
  }
  if (has.with == nullptr) return;
  told_.clear();
  NoteAges(*has.with, exists);
  const bool few = exists.count.kind != Count::Kind::kAtLeast;
  if (!certainty_.AsWritten()) return;  // the mode already distinguishes people without a time, or with a span
  if (few != certainty_.negated()) {
    NoteTimesOf(*has.with, exists);
    // not at least 3 is at most 2.
    const int most = few ? exists.count.count : exists.count.count - 1;
    const bool told = few ? exists.count.kind == Count::Kind::kAtMost || exists.count.count == 0 : exists.dates == 0;
    if (told) NoteImprecisePairs(view_, reporter_, has.with->span, exists, events_, most);
  } else {
    NoteLeftOutBy(*has.with, exists);
  }
  NoteImpreciseTimes(view_, reporter_, *has.with, exists, few != certainty_.negated());
}

// Where only one is asked for, and nothing of it, it is the same which.
void RowTimes::NoteOrder(const Has& has, const Condition& exists) {
  const bool none = exists.count.kind == Count::Kind::kAtMost && exists.count.count == 0;
  const bool any = (exists.count.kind == Count::Kind::kAtLeast && exists.count.count == 1) || none;
  if (any && exists.operands.empty() && !has.alias) return;
  const bool by_criterion = any && !has.alias;
  NoteOrderNotKnown(view_, reporter_, has.order_span,
                    {exists.child, exists.symbols.get(), exists.symbols == nullptr ? "" : exists.label,
                     exists.left.field, exists.order == Order::kLast, exists.entity},
                    by_criterion ? exists.operands[0].get() : nullptr);
}

// Of comparisons with an onset term, or with a window of days, that all have to hold.
void RowTimes::NoteAges(const grammar::Expr& criterion, const Condition& exists) {
  if (const auto* all = std::get_if<grammar::And>(&criterion.node)) {
    for (const grammar::ExprPtr& operand : all->operands) NoteAges(*operand, exists);
  }
  const auto* compare = std::get_if<grammar::Compare>(&criterion.node);
  if (compare == nullptr || compare->event || compare->as_of || compare->values.empty()) return;
  const auto field = FindField(exists.child, compare->field.text);
  if (!field || model::Info(*field).kind != model::Kind::kTime) return;
  const TimesOf times = {exists.child, exists.symbols.get(), *field};
  if (compare->distance) {
    if (NoteAgesToTheMonth(view_, reporter_, *compare, times, exists.label)) return;
    NoteAgesOfNamed(view_, reporter_, *compare, events_);
  } else if (IsTermLiteral(compare->values.back())) {
    NoteAgesBesideTerms(view_, reporter_, *compare, times, exists.label);
  }
}

// Whether nothing is said yet of a time of these rows that is compared with a date, or with an age: two bounds of one
// time leave out the same rows.
bool RowTimes::IsNew(model::FieldId field, const grammar::Compare& compare) {
  return told_.insert({field, ValueBinder::IsDate(compare.values.back())}).second;
}

// Whether it is said that rows without this time are neither first nor last, and no rows have it only in another way
// than it is compared: then there is nothing more to say of the comparison.
bool RowTimes::SaidByOrder(model::FieldId field, const grammar::Compare& compare) const {
  if (ordered_by_ != field || compare.values.empty()) return false;
  if (!IsTimeLiteral(compare.values.back())) return true;
  const model::Part part = ValueBinder::IsDate(compare.values.back()) ? model::kDateLow : model::kAgeLow;
  const auto some = view_.counts().SomeLackPart(field, part);
  if (!some.ok()) reporter_->Fail(some.status());
  return some.ok() && !*some;
}

// For comparisons with a date, an age or another time that must be true: records without such a time do not count.
void RowTimes::NoteLeftOutBy(const grammar::Expr& criterion, const Condition& exists) {
  if (const auto* all = std::get_if<grammar::And>(&criterion.node)) {
    for (const grammar::ExprPtr& operand : all->operands) NoteLeftOutBy(*operand, exists);
  }
  const auto* compare = std::get_if<grammar::Compare>(&criterion.node);
  if (compare == nullptr || compare->event || compare->as_of || compare->values.empty()) return;
  const auto field = FindField(exists.child, compare->field.text);
  if (!field || model::Info(*field).kind != model::Kind::kTime) return;
  const bool said = SaidByOrder(*field, *compare);
  if (IsTimeLiteral(compare->values.back())) {
    if (!IsNew(*field, *compare) || said) return;
    NoteLeftOut(view_, reporter_, compare->field.span, exists.child, exists.symbols.get(), exists.label, *field,
                ValueBinder::IsDate(compare->values.back()));
  } else {
    if (!said) {
      NoteWithoutTime(view_, reporter_, compare->field.span, exists.child, exists.symbols.get(), exists.label, *field);
    }
    if (!IsTermLiteral(compare->values.back())) NoteOtherTime(*compare, exists, *field, /*none=*/false);
  }
}

// Of a time that is compared with that of a row with a name, or of the person.
void RowTimes::NoteOtherTime(const grammar::Compare& compare, const Condition& exists, model::FieldId field,
                             bool none) {
  const grammar::Literal& other = compare.values.front();
  TimesOfRows right;
  const EventScope::Event* event = events_.Find(other.event.empty() ? model::ToLower(other.text) : other.event);
  if (event != nullptr) {
    right = {event->entity, event->exists->symbols.get(), event->exists->label, 0};
    const auto time = other.event.empty() ? model::MomentOf(event->entity) : FindField(event->entity, other.text);
    if (!time) return;
    right.field = *time;
  } else {
    const auto time = FindField(model::Entity::kIndividual, other.text);
    if (!other.event.empty() || !time || model::Info(*time).kind != model::Kind::kTime) return;
    right.field = *time;
  }
  NoteIncomparable(view_, reporter_, compare.field.span, {exists.child, exists.symbols.get(), exists.label, field},
                   right, none);
}

// Of comparisons that all have to hold.
void RowTimes::NoteTimesOf(const grammar::Expr& criterion, const Condition& exists) {
  if (const auto* all = std::get_if<grammar::And>(&criterion.node)) {
    for (const grammar::ExprPtr& operand : all->operands) NoteTimesOf(*operand, exists);
  }
  const auto* compare = std::get_if<grammar::Compare>(&criterion.node);
  if (compare == nullptr || compare->event || compare->op == grammar::Compare::Op::kIsMissing ||
      compare->op == grammar::Compare::Op::kIsRecorded) {
    return;
  }
  const auto field = FindField(exists.child, compare->field.text);
  if (!field || model::Info(*field).kind != model::Kind::kTime) return;
  const bool dated = !compare->as_of && !compare->values.empty() && IsTimeLiteral(compare->values.back());
  if (dated && !IsNew(*field, *compare)) return;
  const bool said = SaidByOrder(*field, *compare);
  if (dated && said) return;
  if (dated) return NoteWithoutPart(compare->field.span, exists, *field, ValueBinder::IsDate(compare->values.back()));
  const bool of_other = !dated && !compare->as_of && !compare->values.empty() && !IsTermLiteral(compare->values.back());
  if (of_other) NoteOtherTime(*compare, exists, *field, /*none=*/true);
  if (!said) NoteLacking(compare->field.span, exists, *field, "");
}

// For a comparison with a date (or else with an age) that excludes rows: rows without one stay, also those with an age
// (or a date) instead.
void RowTimes::NoteWithoutPart(grammar::Span span, const Condition& exists, model::FieldId field, bool date) {
  if (reporter_->HasReported("not-recorded", span)) return;  // of all
  const model::Part part = date ? model::kDateLow : model::kAgeLow;
  const auto some = view_.counts().SomeLackPart(field, part);
  if (!some.ok()) return reporter_->Fail(some.status());
  if (!*some) return NoteLacking(span, exists, field, "");
  const auto untimed = view_.counts().WithoutTime(exists.child, exists.symbols.get(), field, part);
  if (!untimed.ok()) return reporter_->Fail(untimed.status());
  if (untimed->otherwise == 0) return NoteLacking(span, exists, field, "");
  const uint64_t rows = untimed->lacking + untimed->otherwise;
  const model::EntityInfo& info = model::Info(exists.child);
  reporter_->Note(
      span, "undated-records",
      absl::StrCat(rows, " of ", untimed->all, " ", std::string(info.plural), exists.symbols == nullptr ? "" : " of ",
                   exists.symbols == nullptr ? "" : exists.label, rows == 1 ? " has no " : " have no ",
                   std::string(model::Info(field).name), date ? " as a date (" : " as an age (", untimed->otherwise,
                   untimed->otherwise == 1 ? " has " : " have ",
                   date ? "an age or a term)" : "a date without a birth date, or a term)",
                   ", and who has only such is not left out by this"));
}

void RowTimes::NoteLacking(grammar::Span span, const Condition& exists, model::FieldId field, const std::string& so) {
  if (exists.symbols == nullptr && model::Info(exists.child).primary < 0) return;
  const auto rows = view_.counts().Lacking(exists.child, exists.symbols.get(), field);
  if (!rows.ok()) return reporter_->Fail(rows.status());
  if (*rows == 0) return;
  const bool one = *rows == 1;
  const bool goes_on = field == model::field::kTreatmentEnd && so.empty();
  reporter_->Note(span, "undated-records",
                  absl::StrCat(RowsInWords(*rows, exists.child, exists.label), one ? " has no " : " have no ",
                               std::string(model::Info(field).name),
                               so.empty() ? absl::StrCat(goes_on ? " and may go on" : "",
                                                         ", and who has only such is not left out by this")
                                          : absl::StrCat(", and ", one ? "is " : "are ", so)));
}

void RowTimes::WarnOfTimes(const grammar::Expr& criterion, const Condition& exists, bool by_not) {
  const auto all = [&](const std::vector<grammar::ExprPtr>& operands) {
    for (const grammar::ExprPtr& operand : operands) WarnOfTimes(*operand, exists, by_not);
  };
  if (const auto* node = std::get_if<grammar::And>(&criterion.node)) return all(node->operands);
  if (const auto* node = std::get_if<grammar::Or>(&criterion.node)) return all(node->operands);
  if (const auto* node = std::get_if<grammar::Not>(&criterion.node))
    return WarnOfTimes(*node->operand, exists, !by_not);
  const auto* compare = std::get_if<grammar::Compare>(&criterion.node);
  if (compare == nullptr || compare->event || compare->as_of || compare->values.empty() ||
      !IsTimeLiteral(compare->values.back())) {
    return;
  }
  const auto field = FindField(exists.child, compare->field.text);
  if (!field || model::Info(*field).kind != model::Kind::kTime) return;
  // What goes on has no end: `not end before 2026-01-01` holds for it, as is meant.
  const bool ends = field == model::field::kTreatmentEnd || field == model::field::kPhenotypeResolution ||
                    field == model::field::kDiseaseResolution;
  if (ends && by_not) return;
  const bool none = (exists.count.kind != Count::Kind::kAtLeast) != certainty_.negated();
  WarnIfNoneOfTerms(view_, reporter_, compare->field.span, exists, *field, ValueBinder::IsDate(compare->values.back()),
                    none != by_not);
}

}  // namespace muster::bind
