#include "engine/bind/remarks/reading/undated_rows.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/catalogue/live_values.h"
#include "engine/bind/remarks/asked/asked_people.h"
#include "engine/bind/values/value_binder.h"
#include "engine/model/schema/schema.h"
#include "engine/model/time/moment.h"

namespace muster::bind {
namespace {

using grammar::Compare;
using grammar::Has;
using grammar::Quantity;
using model::Entity;
using model::FieldId;
using storage::Bitmap;
using Segment = storage::SegmentReader;

constexpr char kCode[] = "undated-records";

// The rows that a `has` asks for, and one of their times.
struct TimeOfRows {
  Entity entity;
  const model::SymbolList* terms;  // null: any
  FieldId field;
  std::optional<model::Part> part;  // in which it is compared, where some have it in another way alone
};

absl::StatusOr<Bitmap> RowsWithTime(const Segment& segment, const TimeOfRows& of) {
  const auto number = static_cast<uint8_t>(of.entity);
  if (!of.part) {
    const auto rows = segment.Posting(
        {static_cast<uint8_t>(model::PostingKind::kRows), number, of.field, model::kAnyValue}, segment.rows(number));
    if (!rows.ok()) return rows.status();
    return **rows;
  }
  const auto column = segment.GetColumn({number, of.field, *of.part});
  if (absl::IsNotFound(column.status())) return Bitmap();
  if (!column.ok()) return column.status();
  std::vector<uint32_t> rows;
  (*column)->FindRange(storage::kNull + 1, INT64_MAX).AppendRows(&rows);
  return Bitmap::FromSorted(rows);
}

struct Undated {
  Bitmap some;  // people with a row without the time
  Bitmap only;  // and with no other row
};

absl::StatusOr<Undated> PeopleUndated(const Segment& segment, const TimeOfRows& of) {
  const auto rows = LiveRowsOf(segment, of.entity, of.terms);
  if (!rows.ok()) return rows.status();
  const auto with_time = RowsWithTime(segment, of);
  if (!with_time.ok()) return with_time.status();
  auto some = IndividualsOf(segment, of.entity, Bitmap::AndNot(*rows, *with_time));
  if (!some.ok()) return some.status();
  const auto others = IndividualsOf(segment, of.entity, Bitmap::And(*rows, *with_time));
  if (!others.ok()) return others.status();
  Bitmap only = Bitmap::AndNot(*some, *others);
  return Undated{*std::move(some), std::move(only)};
}

class UndatedRows {
 public:
  UndatedRows(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria)
      : view_(view), reporter_(reporter), criteria_(criteria) {}

  void OnHas(const Has& has, bool negated) const {
    if (has.with == nullptr && has.order == grammar::Order::kAny && !has.dates) return;
    const auto entity = FindEntity(has.entity.text);
    if (!entity || *entity == Entity::kIndividual || has.polarity == grammar::Polarity::kExcluded) return;
    const auto moment = model::MomentOf(*entity);
    if (moment && has.order != grammar::Order::kAny) {
      Restate(has, has.order_span, *entity, *moment, std::nullopt, "these are neither first nor last");
    }
    if (moment && has.dates)
      Restate(has, has.dates_span, *entity, *moment, std::nullopt, "these are on no day that is known");
    if (has.with == nullptr) return;
    const bool few = has.quantity && has.quantity->kind != Quantity::Kind::kAtLeast;
    for (const Leaf& leaf : LeavesOf({has.with.get()})) {
      const auto* compare = std::get_if<Compare>(&leaf.criterion->node);
      if (compare != nullptr) OnCompare(has, *entity, *compare, few != negated, leaf.negated);
    }
  }

 private:
  // `denied`: of rows that shall not be; `negated`: the comparison itself is.
  void OnCompare(const Has& has, Entity entity, const Compare& compare, bool denied, bool negated) const {
    if (compare.event || compare.as_of || compare.values.empty()) return;
    const auto field = FindField(entity, compare.field.text);
    if (!field || model::Info(*field).kind != model::Kind::kTime) return;
    if (!reporter_->HasReported(kCode, compare.field.span)) return;
    const model::Part part = ValueBinder::IsDate(compare.values.back()) ? model::kDateLow : model::kAgeLow;
    const auto in_another_way = view_.counts().SomeLackPart(*field, part);
    if (!in_another_way.ok()) return reporter_->Fail(in_another_way.status());
    if (*in_another_way && (denied || negated)) return;
    Restate(has, compare.field.span, entity, *field, *in_another_way ? std::optional(part) : std::nullopt,
            !denied                                 ? "these are not found by this"
            : *field == model::field::kTreatmentEnd ? "these may go on, and leave out nobody"
                                                    : "these leave out nobody");
  }

  void Restate(const Has& has, grammar::Span span, Entity entity, FieldId field, std::optional<model::Part> part,
               const char* so) const {
    if (!reporter_->HasReported(kCode, span)) return;
    const std::optional<TermMatch> match = criteria_.MatchOrAny(has);
    if (!match) return;
    const TimeOfRows of = {entity, match->symbols.get(), field, part};
    const auto count = [&](const char* name, Bitmap Undated::*which) {
      return CountAmongOthers(view_, reporter_, criteria_, has,
                              PeopleKey(name).Add({entity, of.terms}).Add(field).Add(part ? *part + 1 : 0),
                              [&](const Segment& segment) -> absl::StatusOr<Bitmap> {
                                auto undated = PeopleUndated(segment, of);
                                if (!undated.ok()) return undated.status();
                                return std::move((*undated).*which);
                              });
    };
    const auto some = count("undated", &Undated::some);
    if (!some || some->others.empty()) return;
    if (some->with == 0) return reporter_->ReplaceMessage(kCode, span, "");
    const auto only = count("only undated", &Undated::only);
    if (!only) return;
    const std::string others = only->with == 0            ? ""
                               : only->with == some->with ? ", and no others"
                                                          : absl::StrCat(", ", only->with, " of them no others");
    reporter_->ReplaceMessage(kCode, span,
                              absl::StrCat(OutOf(some->with, *some), HasOrHave(some->with),
                                           std::string(model::Info(entity).plural), match->label.empty() ? "" : " of ",
                                           match->label, " without ", WithArticle(model::Info(field).name),
                                           !part                      ? ""
                                           : *part == model::kDateLow ? " that is a date"
                                                                      : " that is an age",
                                           others, ": ", so));
  }

  const CatalogueView& view_;
  Reporter* reporter_;
  const SideBySide& criteria_;
};

}  // namespace

void RestateUndatedRows(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria) {
  if (view.listed() != nullptr) return;
  const UndatedRows rows(view, reporter, criteria);
  for (const Leaf& leaf : criteria.leaves()) {
    const auto* has = std::get_if<Has>(&leaf.criterion->node);
    if (has != nullptr) rows.OnHas(*has, leaf.negated);
  }
}

}  // namespace muster::bind
