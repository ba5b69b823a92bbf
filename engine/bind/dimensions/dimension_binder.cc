#include "engine/bind/dimensions/dimension_binder.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "engine/bind/bound/ordered_name.h"
#include "engine/bind/bound/polarity.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/bound/unknown_entity.h"
#include "engine/bind/catalogue/recorded_part.h"
#include "engine/bind/dimensions/age_bands.h"
#include "engine/bind/dimensions/group_binder.h"
#include "engine/bind/values/remarks/shared_labels.h"
#include "grammar/parse.h"

namespace muster::bind {

using model::Entity;
using model::FieldId;

namespace {

std::string FieldName(FieldId field) { return std::string(model::Info(field).name); }

// The dimension as its column is called: without bands.
std::string DimensionName(const grammar::Dimension& written) {
  using Calendar = grammar::Dimension::Calendar;
  return absl::StrCat(written.polarity == grammar::Polarity::kExcluded ? "excluded " : "",
                      written.number_of                      ? "number of "
                      : written.calendar == Calendar::kYear  ? "year of "
                      : written.calendar == Calendar::kMonth ? "month of "
                                                             : "",
                      written.field.text, written.as_of ? absl::StrCat(" as of ", grammar::Print(*written.as_of)) : "");
}

}  // namespace

std::optional<Dimension> DimensionBinder::Bind(const grammar::Dimension& written, Entity space) {
  using Calendar = grammar::Dimension::Calendar;
  Dimension dimension;
  dimension.name = DimensionName(written);
  dimension.top = written.top;
  if (written.top && *written.top < 1) reporter_->Error(written.span, "bad-number", "top 0 leaves nothing");
  if (written.number_of) return BindNumberOf(written, space, std::move(dimension));
  if (!BindField(written, space, &dimension)) return std::nullopt;
  const model::Field& field = model::Info(dimension.field);
  if (!BindRows(written, field, space, &dimension)) return std::nullopt;
  if (dimension.order != Order::kAny) {
    const PickedRows picked = {
        field.entity, dimension.only.get(), dimension.only_label, 0, dimension.order == Order::kLast, space};
    if (!fields_->BindOrder(written.field, picked, dimension.polarity, &dimension.moment)) return std::nullopt;
  }
  if (field.kind == model::Kind::kText) {
    reporter_->Error(
        written.field.span, "not-searchable",
        absl::StrCat(FieldName(field.id), " is kept in the records and is not indexed, so it cannot be counted by"));
    return std::nullopt;
  }
  if (written.calendar != Calendar::kNone) return BindCalendar(written, field, std::move(dimension));
  if (dimension.low_part == model::kTermPart) return BindTimeTerm(written, std::move(dimension));
  if (field.id == model::field::kBirth && !dimension.as_of) {
    reporter_->Error(written.span, "no-bands", "bands of a time are bands of age, and a birth date has none",
                     {"write by age as of 2025-01-01 in bands of 10 years, or by an age such as age at last contact",
                      "or by year of birth date"});
    return std::nullopt;
  }
  const bool bandable = field.kind == model::Kind::kNumber || field.kind == model::Kind::kTime;
  if (bandable != (written.band.has_value() || !written.edges.empty())) {
    bands_.Report(written, field, dimension.name);
    return std::nullopt;
  }
  if (bandable && !bands_.Bind(written, field, &dimension)) return std::nullopt;
  if (field.kind == model::Kind::kTime) SayBandsAreOfAge(view_, reporter_, written, field, &dimension);
  if (!GroupBinder(view_, reporter_, terms_).Bind(written, field, &dimension)) return std::nullopt;
  if (written.groups.empty()) NoteSharedLabels(view_, reporter_, written.span, field.id);
  return dimension;
}

// What rows are counted by: an age as of a date, or a field, which may be that of a first or last record.
bool DimensionBinder::BindField(const grammar::Dimension& written, Entity space, Dimension* dimension) {
  using Calendar = grammar::Dimension::Calendar;
  if (written.as_of) {
    if (written.field.text != "age") {
      reporter_->Error(written.field.span, "unknown-field",
                       absl::StrCat("only an age is given as of a date, not '", written.field.text, "'"));
      return false;
    }
    dimension->field = model::field::kBirth;
    dimension->as_of = values_->Date(*written.as_of);
    return dimension->as_of.has_value();
  }
  grammar::Name name = written.field;
  if (const auto ordered = fields_->OrderOf(name, space, written.calendar != Calendar::kNone)) {
    name.text = ordered->name;
    dimension->order = ordered->order;
  }
  const auto of_term = written.calendar == Calendar::kNone ? fields_->FindTimeOfTerm(name, space) : std::nullopt;
  const auto field = of_term                               ? of_term
                     : written.calendar == Calendar::kNone ? fields_->Find(name, space)
                                                           : fields_->FindTime(name, space);
  if (!field) return false;
  dimension->field = *field;
  if (of_term) dimension->low_part = dimension->high_part = model::kTermPart;
  return true;
}

// Which rows count of an entity below the one counted: observed or excluded ones, or those of some terms only.
bool DimensionBinder::BindRows(const grammar::Dimension& written, const model::Field& field, Entity space,
                               Dimension* dimension) {
  const model::EntityInfo& info = model::Info(field.entity);
  const bool below = !model::IsAncestorOrSelf(field.entity, space);
  const auto polarity = BindPolarity(reporter_, written.polarity, written.polarity_span, field.entity);
  if (!polarity) return false;
  if (written.polarity != grammar::Polarity::kDefault && !below) {
    reporter_->Error(written.polarity_span, "no-polarity",
                     absl::StrCat("which ", std::string(info.plural), " are counted is said once, before `by`"),
                     {absl::StrCat("write count excluded ", std::string(info.plural))});
    return false;
  }
  dimension->polarity = *polarity;
  if (written.terms.empty()) return true;
  if (info.primary < 0 || !below) {
    reporter_->Error(written.terms[0].span, "no-term",
                     below ? absl::StrCat(WithArticle(info.name), " has no term")
                           : absl::StrCat("which ", std::string(info.plural), " are counted is said behind `where`"));
    return false;
  }
  auto match = terms_->Bind(written.terms, static_cast<FieldId>(info.primary), ontology::Reach::kDescendants);
  if (!match) return false;
  dimension->only = match->symbols;
  dimension->only_label = match->label;
  dimension->name += absl::StrCat(" ", match->label);
  return true;
}

// by number of samples: those below each row.
std::optional<Dimension> DimensionBinder::BindNumberOf(const grammar::Dimension& written, Entity space,
                                                       Dimension dimension) {
  const auto entity = FindEntity(written.field.text);
  if (!entity) {
    ReportUnknownEntity(reporter_, written.field);
    return std::nullopt;
  }
  if (*entity == space || !model::IsAncestorOrSelf(space, *entity)) {
    reporter_->Error(written.field.span, "not-below",
                     absl::StrCat(WithArticle(EntityName(space)), " has no ", std::string(model::Info(*entity).plural)),
                     {"count what they belong to, such as individuals"});
    return std::nullopt;
  }
  if (written.as_of || !written.groups.empty() || !written.terms.empty()) {
    reporter_->Error(written.span, "no-bands", "a number of rows is counted by as it is, or in bands",
                     {absl::StrCat("write by number of ", written.field.text, " in bands at 1, 3, 10")});
    return std::nullopt;
  }
  const auto polarity = BindPolarity(reporter_, written.polarity, written.polarity_span, *entity);
  if (!polarity) return std::nullopt;
  dimension.polarity = *polarity;
  dimension.number_of = *entity;
  dimension.field = model::FieldsOf(space)[0];
  if (!bands_.BindOfRows(written, &dimension)) return std::nullopt;
  return dimension;
}

// by year of diagnosis: dates, by the calendar.
std::optional<Dimension> DimensionBinder::BindCalendar(const grammar::Dimension& written, const model::Field& field,
                                                       Dimension dimension) {
  if (field.kind != model::Kind::kTime) {
    reporter_->Error(written.field.span, "not-a-time",
                     absl::StrCat(FieldName(field.id), " is not a time, so it has no years and months"));
    return std::nullopt;
  }
  if (written.band || !written.edges.empty() || !written.groups.empty()) {
    reporter_->Error(written.span, "no-bands", "years and months of the calendar are not put into bands or groups",
                     {absl::StrCat("write by ", dimension.name)});
    return std::nullopt;
  }
  dimension.calendar = written.calendar;
  dimension.low_part = model::kDateLow;
  dimension.high_part = model::kDateHigh;
  const absl::StatusOr<bool> dates = IsRecorded(view_, field.id, model::kDateLow);
  const absl::StatusOr<bool> ages = dates.ok() && !*dates ? IsRecorded(view_, field.id, model::kAgeLow) : dates;
  if (!ages.ok()) {
    reporter_->Fail(ages.status());
    return std::nullopt;
  }
  if (!*dates && *ages) {
    reporter_->Warn(written.span, "not-recorded",
                    absl::StrCat("no ", FieldName(field.id), " of ", WithArticle(EntityName(field.entity)),
                                 " is recorded as a date, so none has a year"),
                    {"count by its age in bands of 10 years"});
  }
  return dimension;
}

std::optional<Dimension> DimensionBinder::BindTimeTerm(const grammar::Dimension& written, Dimension dimension) {
  if (!written.band && written.edges.empty() && written.groups.empty()) return dimension;
  reporter_->Error(written.span, "no-bands", "terms for a time are not put into bands or groups",
                   {absl::StrCat("write by ", dimension.name, ", or by the time itself in bands of 10 years")});
  return std::nullopt;
}

}  // namespace muster::bind
