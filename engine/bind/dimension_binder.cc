#include "engine/bind/dimension_binder.h"

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "containers/hash_table.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/bound/unknown_name.h"
#include "engine/bind/catalogue/recorded_part.h"
#include "engine/bind/values/quantity_binder.h"
#include "grammar/parse.h"

namespace muster::bind {

using grammar::Literal;
using model::Entity;
using model::FieldId;

namespace {

std::string FieldName(FieldId field) { return std::string(model::Info(field).name); }

}  // namespace

std::optional<Dimension> DimensionBinder::Bind(const grammar::Dimension& written, Entity space) {
  Dimension dimension;
  dimension.name = written.field.text;
  dimension.top = written.top;
  if (written.top && *written.top < 1) reporter_->Error(written.span, "bad-number", "top 0 leaves nothing");
  if (written.as_of) {
    if (written.field.text != "age") {
      reporter_->Error(written.field.span, "unknown-field",
                       absl::StrCat("only an age is given as of a date, not '", written.field.text, "'"));
      return std::nullopt;
    }
    dimension.field = model::field::kBirth;
    dimension.as_of = values_->Date(*written.as_of);
    if (!dimension.as_of) return std::nullopt;
    absl::StrAppend(&dimension.name, " as of ", grammar::Print(*written.as_of));
  } else {
    const auto field = Find(written.field, space);
    if (!field) return std::nullopt;
    dimension.field = *field;
  }
  const model::Field& field = model::Info(dimension.field);
  if (model::Info(field.entity).polar) dimension.polarity = Polarity::kObserved;
  if (field.kind == model::Kind::kText) {
    reporter_->Error(
        written.field.span, "not-searchable",
        absl::StrCat(FieldName(field.id), " is kept in the records and is not indexed, so it cannot be counted by"));
    return std::nullopt;
  }
  if (field.id == model::field::kBirth && !dimension.as_of) {
    reporter_->Error(written.span, "no-bands", "bands of a time are bands of age, and a birth date has none",
                     {"write by age as of 2025-01-01 in bands of 10 years, or by an age such as age at last contact"});
    return std::nullopt;
  }
  const bool bandable = field.kind == model::Kind::kNumber || field.kind == model::Kind::kTime;
  if (bandable != written.band.has_value()) {
    reporter_->Error(written.span, bandable ? "missing-band" : "no-bands",
                     absl::StrCat(dimension.name, bandable ? " needs bands to be counted by"
                                                           : " is not a number or a time, so it has no bands"),
                     bandable ? std::vector<std::string>{absl::StrCat(
                                    "write by ", dimension.name,
                                    field.kind == model::Kind::kTime ? " in bands of 10 years" : " in bands of 10")}
                              : std::vector<std::string>{});
    return std::nullopt;
  }
  if (bandable && !BindBand(written, field, &dimension)) return std::nullopt;
  if (!BindGroups(written, field, &dimension)) return std::nullopt;
  return dimension;
}

bool DimensionBinder::BindGroups(const grammar::Dimension& written, const model::Field& field, Dimension* dimension) {
  HashMap<model::Symbol, std::string> taken;  // by which group
  for (const grammar::Dimension::Group& group : written.groups) {
    const auto match = field.kind == model::Kind::kKeyword
                           ? terms_->BindKeywords(group.values, field.id)
                           : terms_->Bind(group.values, field.id, ontology::Reach::kDescendants);
    if (!match) return false;
    if (group.name == "other") {
      reporter_->Error(group.span, "overlapping-groups", "'other' is what is in no group");
      return false;
    }
    for (const Dimension::Group& other : dimension->groups) {
      if (other.name != group.name) continue;
      reporter_->Error(group.span, "overlapping-groups", absl::StrCat("there is a group '", group.name, "' already"));
      return false;
    }
    for (const model::Symbol symbol : *match->symbols) {
      const auto [known, fresh] = taken.try_emplace(symbol, group.name);
      if (fresh) continue;
      reporter_->Error(
          group.span, "overlapping-groups",
          absl::StrCat(std::string(view_.dictionary().Text(symbol)), " is in the group '", known->second, "' already"),
          {"a group takes in what lies below its codes; write exactly CODE for a code alone"});
      return false;
    }
    dimension->groups.push_back({group.name, match->symbols});
  }
  return true;
}

bool DimensionBinder::BindBand(const grammar::Dimension& written, const model::Field& field, Dimension* dimension) {
  const Literal& band = *written.band;
  dimension->band_size = band.number;
  dimension->band_unit = band.unit;
  if (field.kind == model::Kind::kTime) {
    const auto length = values_->Duration(band);
    if (!length) return false;
    if (*length <= 0 && band.number > 0) {
      reporter_->Error(band.span, "bad-band", "a band must be half an hour at least");
      return false;
    }
    dimension->band = *length;
    dimension->low_part = dimension->as_of ? model::kDateLow : model::kAgeLow;
    dimension->high_part = dimension->as_of ? model::kDateHigh : model::kAgeHigh;
    if (band.kind != Literal::Kind::kNumber) {
      reporter_->Error(band.span, "bad-band", "a band is one number and a unit, such as 10 years");
      return false;
    }
    if (!dimension->as_of) WarnIfAgesAreUnknown(written, field);
  } else {
    if (UnitFieldOf(field.id)) {
      reporter_->Error(
          written.span, "mixed-units",
          absl::StrCat(FieldName(field.id), " is in the unit of each record and cannot be put into bands"));
      return false;
    }
    if (!values_->InUnitOf(band, field.id)) return false;
    dimension->band = 1;  // band_size says the rest
  }
  if (band.number <= 0) {
    reporter_->Error(band.span, "bad-band", "a band must be longer than 0");
    return false;
  }
  return true;
}

// Dates of people whose birth date is unknown all end in the row of missing values, which looks as if there were none.
void DimensionBinder::WarnIfAgesAreUnknown(const grammar::Dimension& written, const model::Field& field) {
  const absl::StatusOr<bool> ages = IsRecorded(view_, field.id, model::kAgeLow);
  const absl::StatusOr<bool> dates = ages.ok() && !*ages ? IsRecorded(view_, field.id, model::kDateLow) : ages;
  if (!dates.ok()) {
    reporter_->Fail(dates.status());
    return;
  }
  if (*ages || !*dates) return;
  reporter_->Warn(written.span, "no-ages",
                  absl::StrCat("bands of a time are bands of age, and no ", FieldName(field.id), " of ",
                               WithArticle(EntityName(field.entity)), " has one: all are dates without a birth date"),
                  {absl::StrCat("dates can be asked for: where ", FieldName(field.id), " between 2020 and 2021")});
}

// A field of the entity counted, of one above it, or, when it is the only one of its name, of one below it;
// `disease` is the term of diseases; `sample stage` says whose stage.
std::optional<FieldId> DimensionBinder::Find(const grammar::Name& name, Entity space) {
  if (const auto field = FindFieldUpwards(space, name.text)) return field;
  if (const auto entity = FindEntity(name.text)) {
    const int primary = model::Info(*entity).primary;
    if (primary >= 0 && OnOneLine(space, *entity)) return static_cast<FieldId>(primary);
  }
  for (size_t blank = name.text.find(' '); blank != std::string::npos; blank = name.text.find(' ', blank + 1)) {
    const auto entity = FindEntity(name.text.substr(0, blank));
    if (!entity || !OnOneLine(space, *entity)) continue;
    if (const auto field = FindField(*entity, name.text.substr(blank + 1))) return field;
  }
  const std::vector<FieldId> below = FindFieldsBelow(space, name.text);
  if (below.size() == 1) return below[0];
  if (below.empty()) {
    ReportUnknownField(reporter_, name, space);
    return std::nullopt;
  }
  std::vector<std::string> hints;
  for (const FieldId field : below)
    hints.push_back(absl::StrCat(EntityName(model::Info(field).entity), " ", name.text));
  reporter_->Error(name.span, "ambiguous-field", absl::StrCat("'", name.text, "' is a field of several entities"),
                   {absl::StrCat("write ", absl::StrJoin(hints, " or "))});
  return std::nullopt;
}

}  // namespace muster::bind
