#include "engine/bind/remarks/missing/named_rows.h"

#include <algorithm>
#include <string>
#include <variant>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/criteria/remarks/time_remarks.h"
#include "engine/bind/values/term_binder.h"
#include "engine/model/time/moment.h"

namespace muster::bind {

using grammar::Compare;
using grammar::Has;
using grammar::Literal;
using model::Entity;
using model::FieldId;

namespace {

// Whether rows are counted by their codes.
bool HasCodes(Entity entity) { return model::Info(entity).primary >= 0; }

// Whether rows have the time: something is asked of it that has to hold.
bool AsksForTime(const grammar::Expr& criterion, Entity entity, FieldId field) {
  if (const auto* all = std::get_if<grammar::And>(&criterion.node)) {
    return std::any_of(all->operands.begin(), all->operands.end(),
                       [&](const grammar::ExprPtr& operand) { return AsksForTime(*operand, entity, field); });
  }
  const auto* compare = std::get_if<Compare>(&criterion.node);
  return compare != nullptr && compare->op != Compare::Op::kIsMissing && !compare->event && !compare->as_of &&
         FindField(entity, compare->field.text) == field;
}

}  // namespace

const Has* NamedRows::By(const std::string& name) const {
  for (const grammar::Expr* criterion : criteria_) {
    const auto* has = std::get_if<Has>(&criterion->node);
    if (has != nullptr && has->alias && absl::EqualsIgnoreCase(has->alias->text, name)) return has;
  }
  return nullptr;
}

std::optional<NamedRows::Time> NamedRows::TimeOf(const Literal& value) const {
  if (value.kind != Literal::Kind::kMoment && value.kind != Literal::Kind::kWord) return std::nullopt;
  const Has* named = By(value.event.empty() ? value.text : value.event);
  const auto entity = named == nullptr ? std::nullopt : FindEntity(named->entity.text);
  if (!entity || !HasCodes(*entity)) return std::nullopt;
  const auto field = value.event.empty() ? model::MomentOf(*entity) : FindField(*entity, value.text);
  if (!field) return std::nullopt;
  return Time{named, *entity, *field};
}

// Whether rows without the time are among those that have the name. A first or last one has the time by which it is.
bool NamedRows::MayLack(const Time& time) {
  const Has& named = *time.named;
  if (named.order != grammar::Order::kAny && time.field == model::MomentOf(time.entity)) return false;
  return named.polarity != grammar::Polarity::kExcluded &&
         (named.with == nullptr || !AsksForTime(*named.with, time.entity, time.field));
}

void NamedRows::OnCompared(const Compare& compare) {
  const Has* named = By(compare.event->text);
  const auto entity = named == nullptr ? std::nullopt : FindEntity(named->entity.text);
  if (!entity || named->polarity == grammar::Polarity::kExcluded) return;
  const auto field = FindField(*entity, compare.field.text);
  if (!field || model::Info(*field).kind != model::Kind::kTime || compare.values.empty()) return;
  const Literal::Kind kind = compare.values.back().kind;
  if (kind == Literal::Kind::kCode || kind == Literal::Kind::kQuoted) return;  // its term
  const std::optional<TermMatch> match = criteria_.MatchOrAny(*named);
  if (!match) return;
  NoteWithoutTime(view_, reporter_, compare.field.span, *entity, match->symbols.get(), match->label, *field);
  NoteOtherRow(compare, {*entity, match->symbols.get(), match->label, *field});
}

void NamedRows::OnWithoutTime(const Literal& value, std::optional<FieldId> said) {
  const auto time = TimeOf(value);
  if (time && said == time->field && time->named->terms.empty()) return;
  if (!time || !MayLack(*time) || time->named->order != grammar::Order::kAny) return;
  const std::optional<TermMatch> match = criteria_.MatchOrAny(*time->named);
  if (!match) return;
  NoteWithoutTime(view_, reporter_, value.span, time->entity, match->symbols.get(), match->label, time->field);
}

void NamedRows::NoteOtherRow(const Compare& compare, const TimesOfRows& left) {
  const Literal& value = compare.values.front();
  OnWithoutTime(value, left.terms == nullptr ? std::optional(left.field) : std::nullopt);
  const auto time = TimeOf(value);
  if (!time) return;
  const std::optional<TermMatch> match = criteria_.MatchOrAny(*time->named);
  if (!match) return;
  NoteIncomparable(view_, reporter_, compare.field.span, left,
                   {time->entity, match->symbols.get(), match->label, time->field},
                   /*none=*/false);
}

void NamedRows::SayMissing(const Literal& value) {
  if (const auto time = TimeOf(value)) SayMissing(value.span, *time);
}

void NamedRows::SayMissingOf(const Compare& compare) {
  const Has* named = By(compare.event->text);
  const auto entity = named == nullptr ? std::nullopt : FindEntity(named->entity.text);
  const auto field = entity ? FindField(*entity, compare.field.text) : std::nullopt;
  if (!field || !HasCodes(*entity) || model::Info(*field).kind != model::Kind::kTime) return;
  SayMissing(compare.field.span, {named, *entity, *field});
}

void NamedRows::SayMissing(grammar::Span span, const Time& time) {
  if (!MayLack(time)) return;
  const std::optional<TermMatch> match = criteria_.MatchOrAny(*time.named);
  if (!match) return;
  const auto rows = view_.counts().Lacking(time.entity, match->symbols.get(), time.field);
  if (!rows.ok()) return reporter_->Fail(rows.status());
  if (*rows == 0) return;
  const std::string name(model::Info(time.field).name);
  reporter_->Note(
      span, "missing-counts",
      absl::StrCat(RowsInWords(*rows, time.entity, match->label), *rows == 1 ? " has" : " have", " no ", name,
                   ", so that this also holds for who has one of these"),
      {absl::StrCat("to leave them out, write with ", name, " is recorded before as ", time.named->alias->text)});
}

}  // namespace muster::bind
