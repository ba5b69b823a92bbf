#include "engine/bind/dimension_binder.h"

#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "containers/hash_table.h"
#include "engine/bind/bound/ordered_name.h"
#include "engine/bind/bound/polarity.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/bound/unknown_entity.h"
#include "engine/bind/bound/unknown_field.h"
#include "engine/bind/catalogue/recorded_part.h"
#include "engine/bind/values/keyword_binder.h"
#include "engine/bind/values/meant_records.h"
#include "engine/bind/values/quantity_binder.h"
#include "engine/bind/values/remarks/shared_labels.h"
#include "engine/model/schema/keyword.h"
#include "engine/model/schema/standard_word.h"
#include "engine/model/time/moment.h"
#include "grammar/parse.h"

namespace muster::bind {

using grammar::Literal;
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
  if (written.as_of) {
    if (written.field.text != "age") {
      reporter_->Error(written.field.span, "unknown-field",
                       absl::StrCat("only an age is given as of a date, not '", written.field.text, "'"));
      return std::nullopt;
    }
    dimension.field = model::field::kBirth;
    dimension.as_of = values_->Date(*written.as_of);
    if (!dimension.as_of) return std::nullopt;
  } else {
    grammar::Name name = written.field;
    if (const auto ordered = OrderOf(name, space, written.calendar != Calendar::kNone)) {
      name.text = ordered->name;
      dimension.order = ordered->order;
    }
    const auto of_term = written.calendar == Calendar::kNone ? FindTimeOfTerm(name, space) : std::nullopt;
    const auto field = of_term                               ? of_term
                       : written.calendar == Calendar::kNone ? Find(name, space)
                                                             : FindTime(name, space);
    if (!field) return std::nullopt;
    dimension.field = *field;
    if (of_term) dimension.low_part = dimension.high_part = model::kTermPart;
  }
  const model::Field& field = model::Info(dimension.field);
  if (!BindRows(written, field, space, &dimension)) return std::nullopt;
  if (dimension.order != Order::kAny &&
      !BindOrder(written.field, field.entity, dimension.only, dimension.only_label, &dimension.moment)) {
    return std::nullopt;
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
    ReportBands(written, field, dimension.name);
    return std::nullopt;
  }
  if (bandable && !BindBand(written, field, &dimension)) return std::nullopt;
  if (!BindGroups(written, field, &dimension)) return std::nullopt;
  if (written.groups.empty()) NoteSharedLabels(view_, reporter_, written.span, field.id);
  return dimension;
}

namespace {

// by diagnosis in bands of 10 years
std::vector<std::string> TimeNamesOf(model::Entity entity) {
  const auto moment = model::MomentOf(entity);
  if (!moment) return {};
  return {absl::StrCat("write by ", std::string(model::Info(*moment).name), " in bands of 10 years")};
}

}  // namespace

void DimensionBinder::ReportBands(const grammar::Dimension& written, const model::Field& field,
                                  const std::string& name) {
  if (field.kind != model::Kind::kNumber && field.kind != model::Kind::kTime) {
    return reporter_->Error(written.span, "no-bands",
                            absl::StrCat(name, " is not a number or a time, so it has no bands"),
                            TimeNamesOf(field.entity));
  }
  std::vector<std::string> hints;
  if (field.kind == model::Kind::kTime) {
    const std::string time = name.rfind("age at ", 0) == 0 ? name.substr(7) : name;
    hints = {absl::StrCat("write by ", name, " in bands of 10 years, or by year of ", time)};
  } else if (UnitFieldOf(field.id)) {
    hints = {absl::StrCat("write a unit: by ", name, " in bands of 0.5 %, or in bands at 5.7, 6.5 %")};
  } else {
    hints = {absl::StrCat("write by ", name, " in bands of 10")};
  }
  reporter_->Error(written.span, "missing-band", absl::StrCat(name, " needs bands to be counted by"), std::move(hints));
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
  if (written.band) {
    dimension.band = 1;
    dimension.band_size = written.band->number;
    if (!IsPlainNumber(*written.band)) return std::nullopt;
    if (written.band->number <= 0 || written.band->number != std::floor(written.band->number)) {
      reporter_->Error(written.band->span, "bad-band", "a band of a number of rows is 1, 2, 3, ... wide");
      return std::nullopt;
    }
  }
  for (const Literal& edge : written.edges) {
    if (!IsPlainNumber(edge)) return std::nullopt;
    dimension.band = 1;
    dimension.edges.push_back(model::OrderedBits(edge.number));
    dimension.edge_labels.push_back(edge.number);
  }
  if (!AreAscending(written, dimension)) return std::nullopt;
  return dimension;
}

bool DimensionBinder::IsPlainNumber(const Literal& literal) {
  if (literal.kind == Literal::Kind::kNumber && literal.unit.empty() && !literal.gestation) return true;
  reporter_->Error(literal.span, "not-a-number", absl::StrCat("'", literal.text, "' is not a number of rows"));
  return false;
}

bool DimensionBinder::AreAscending(const grammar::Dimension& written, const Dimension& dimension) {
  for (size_t i = 1; i < dimension.edges.size(); ++i) {
    if (dimension.edges[i - 1] < dimension.edges[i]) continue;
    reporter_->Error(written.edges[i].span, "bad-band", "where bands begin is written in ascending order",
                     {"write in bands at 18, 40, 65 years"});
    return false;
  }
  return true;
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

// A time of this name: of the entity counted or above, of the only entity below that has it, or the time that rows of
// an entity have.
std::vector<FieldId> DimensionBinder::TimesCalled(std::string_view name, Entity space) {
  if (const auto field = FindFieldUpwards(space, name, model::Kind::kTime)) return {*field};
  std::vector<FieldId> below = FindFieldsBelow(space, name);
  std::erase_if(below, [](FieldId field) { return model::Info(field).kind != model::Kind::kTime; });
  if (below.size() == 1) return below;
  if (const auto entity = FindEntity(name); below.empty() && entity && OnOneLine(space, *entity)) {
    if (const auto moment = model::MomentOf(*entity)) return {*moment};
  }
  return {};
}

std::optional<FieldId> DimensionBinder::FindTime(const grammar::Name& name, Entity space) {
  const std::vector<FieldId> times = TimesCalled(name.text, space);
  return times.empty() ? Find(name, space) : std::optional(times[0]);
}

// by onset term: the time whose name stands before `term`, where nothing else is called so.
std::optional<FieldId> DimensionBinder::FindTimeOfTerm(const grammar::Name& name, Entity space) {
  constexpr std::string_view kTerm = " term";
  if (!name.text.ends_with(kTerm)) return std::nullopt;
  const std::string time = name.text.substr(0, name.text.size() - kTerm.size());
  if (FindEntity(time) || FindFieldUpwards(space, name.text)) return std::nullopt;
  if (const auto field = FindFieldUpwards(space, time, model::Kind::kTime)) return field;
  std::vector<FieldId> below = FindFieldsBelow(space, time);
  for (size_t blank = time.find(' '); blank != std::string::npos; blank = time.find(' ', blank + 1)) {
    const auto entity = FindEntity(time.substr(0, blank));
    if (!entity || !OnOneLine(space, *entity)) continue;
    if (const auto field = FindField(*entity, time.substr(blank + 1))) below = {*field};
  }
  std::erase_if(below, [](FieldId field) { return model::Info(field).kind != model::Kind::kTime; });
  if (below.size() > 1) {
    std::vector<std::string> names;
    for (const FieldId field : below)
      names.push_back(absl::StrCat(EntityName(model::Info(field).entity), " ", name.text));
    reporter_->Error(name.span, "ambiguous-field", absl::StrCat("'", time, "' is a field of several entities"),
                     {absl::StrCat("write ", absl::StrJoin(names, " or "))});
  }
  return below.empty() ? std::nullopt : std::optional(below[0]);
}

std::optional<Dimension> DimensionBinder::BindTimeTerm(const grammar::Dimension& written, Dimension dimension) {
  if (!written.band && written.edges.empty() && written.groups.empty()) return dimension;
  reporter_->Error(written.span, "no-bands", "terms for a time are not put into bands or groups",
                   {absl::StrCat("write by ", dimension.name, ", or by the time itself in bands of 10 years")});
  return std::nullopt;
}

// For whom values are listed: how much several groups tell of one person is not judged yet, so groups are apart.
// Whether they are is decided by the words of the question and the ontologies, never by what somebody has.
bool DimensionBinder::AreGroupsApart(const grammar::Dimension& written, const model::Field& field) {
  ontology::CodeClaims claims(view_.terminology());
  HashMap<std::string, size_t> words;
  for (size_t g = 0; g < written.groups.size(); ++g) {
    for (const Literal& value : written.groups[g].values) {
      std::optional<size_t> other;
      if (field.kind == model::Kind::kKeyword) {
        const std::string word = model::NormalizeWord(field.id, model::StandardWord(field.id, value.text));
        if (const auto [known, fresh] = words.try_emplace(word, g); known->second != g) other = known->second;
      } else {
        other = terms_->Claim(value, field.id, g, &claims);
      }
      if (!other) continue;
      reporter_->Error(value.span, "overlapping-groups",
                       absl::StrCat(grammar::Print(value), " has, or may have, values in common with the group '",
                                    written.groups[*other].name, "'"),
                       {"a group takes in what lies below its codes; write exactly CODE for a code alone"});
      return false;
    }
  }
  return true;
}

bool DimensionBinder::BindGroups(const grammar::Dimension& written, const model::Field& field, Dimension* dimension) {
  HashSet<model::Symbol> taken;
  std::vector<std::string> shared;  // what is in several groups
  for (const grammar::Dimension::Group& group : written.groups) {
    const auto match = field.kind == model::Kind::kKeyword
                           ? KeywordBinder(view_, reporter_).Bind(group.values, field.id)
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
    std::vector<model::Symbol> own;
    for (const model::Symbol symbol : *match->symbols) {
      if (taken.insert(symbol).second) {
        own.push_back(symbol);
      } else {
        shared.emplace_back(view_.dictionary().Text(symbol));
      }
    }
    const bool all = view_.listed() == nullptr || own.size() == match->symbols->size();
    // What several have all the same, by labels that stand in place of codes, the first one has.
    dimension->groups.push_back(
        {group.name, all ? match->symbols : std::make_shared<const model::SymbolList>(std::move(own))});
  }
  if (view_.listed() != nullptr) return AreGroupsApart(written, field);
  if (shared.empty()) return true;
  std::sort(shared.begin(), shared.end());
  shared.erase(std::unique(shared.begin(), shared.end()), shared.end());
  const size_t values = shared.size();
  constexpr size_t kShown = 3;
  if (values > kShown) shared.resize(kShown);
  reporter_->Note(written.span, "overlapping-groups",
                  absl::StrCat(values, values == 1 ? " value is" : " values are", " in several groups (",
                               absl::StrJoin(shared, ", "), values > kShown ? ", ..." : "",
                               "): who has one counts in each of its groups, and once in the total"));
  return true;
}

bool DimensionBinder::BindBand(const grammar::Dimension& written, const model::Field& field, Dimension* dimension) {
  if (!written.groups.empty()) {
    reporter_->Error(written.groups[0].span, "no-bands", "values are put into bands or into groups, not both");
    return false;
  }
  std::vector<Literal> numbers = written.edges;
  if (written.band) numbers = {*written.band};
  for (Literal& number : numbers) {
    if (number.kind != Literal::Kind::kNumber) {
      reporter_->Error(number.span, "bad-band", "a band is one number and a unit, such as 10 years");
      return false;
    }
    if (number.unit.empty()) number.unit = numbers.back().unit;  // at 18, 40, 65 years
    const bool age = field.kind == model::Kind::kTime && !written.edges.empty();
    if (number.unit.empty() && age) number.unit = "years";  // as behind `aged`
    if (number.unit != numbers.front().unit) {
      reporter_->Error(number.span, "bad-band", "bands have one unit", {"write in bands at 18, 40, 65 years"});
      return false;
    }
  }
  dimension->band_size = numbers.front().number;
  dimension->band_unit = numbers.front().unit;
  const bool good = field.kind == model::Kind::kTime ? BindBandOfTime(written, numbers, field, dimension)
                                                     : BindBandOfNumber(written, numbers, field, dimension);
  if (!good) return false;
  for (const Literal& number : numbers) {
    if (!written.edges.empty()) dimension->edge_labels.push_back(number.number);
  }
  if (written.edges.empty() && numbers.front().number <= 0) {
    reporter_->Error(numbers.front().span, "bad-band", "a band must be longer than 0");
    return false;
  }
  return AreAscending(written, *dimension);
}

bool DimensionBinder::BindBandOfTime(const grammar::Dimension& written, const std::vector<Literal>& numbers,
                                     const model::Field& field, Dimension* dimension) {
  for (const Literal& number : numbers) {
    const auto length = values_->Duration(number);
    if (!length) return false;
    if (!written.edges.empty()) {
      dimension->edges.push_back(*length);
      dimension->band = 1;
      continue;
    }
    if (*length <= 0 && number.number > 0) {
      reporter_->Error(number.span, "bad-band", "a band must be half an hour at least");
      return false;
    }
    dimension->band = *length;
  }
  dimension->low_part = dimension->as_of ? model::kDateLow : model::kAgeLow;
  dimension->high_part = dimension->as_of ? model::kDateHigh : model::kAgeHigh;
  if (!dimension->as_of) WarnIfAgesAreUnknown(written, field);
  return true;
}

bool DimensionBinder::BindBandOfNumber(const grammar::Dimension& written, const std::vector<Literal>& numbers,
                                       const model::Field& field, Dimension* dimension) {
  dimension->band = 1;  // band_size and edges say the rest
  if (UnitFieldOf(field.id)) {
    dimension->unit =
        values_->quantities().Target(numbers.front(), written.span, field.id, dimension->only, dimension->only_label);
    if (dimension->unit == nullptr) return false;
  }
  for (const Literal& number : numbers) {
    std::optional<double> plain = number.number;
    if (dimension->unit == nullptr) plain = values_->InUnitOf(number, field.id);
    if (!plain) return false;
    if (!written.edges.empty()) dimension->edges.push_back(model::OrderedBits(*plain));
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

std::optional<FieldId> DimensionBinder::Find(const grammar::Name& name, Entity space) {
  const std::vector<FieldId> fields = FieldsCalled(name.text, space);
  if (fields.size() == 1) return fields[0];
  if (fields.empty()) {
    std::vector<std::string> hints = WordsForOneRecord(name.text);
    if (hints.empty() && reporter_->ExplainsErrors()) hints = MeantByDimension(view_, name.text, space);
    ReportUnknownField(reporter_, name, space, std::move(hints));
    return std::nullopt;
  }
  std::vector<std::string> hints;
  for (const FieldId field : fields) {
    hints.push_back(absl::StrCat(EntityName(model::Info(field).entity), " ", name.text));
  }
  reporter_->Error(name.span, "ambiguous-field", absl::StrCat("'", name.text, "' is a field of several entities"),
                   {absl::StrCat("write ", absl::StrJoin(hints, " or "))});
  return std::nullopt;
}

// Nobody has judged how exact the first and last record of a few people are, so those for whom values are listed have
// none.
std::optional<OrderedName> DimensionBinder::OrderOf(const grammar::Name& name, Entity space, bool time) const {
  if (view_.listed() != nullptr) return std::nullopt;
  const auto called = [&](std::string_view words) {
    const std::vector<FieldId> times = time ? TimesCalled(words, space) : std::vector<FieldId>();
    return times.empty() ? FieldsCalled(words, space) : times;
  };
  auto ordered = WithoutOrder(name.text);
  if (!ordered || !called(name.text).empty()) return std::nullopt;
  const std::vector<FieldId> fields = called(ordered->name);
  if (fields.size() != 1 || model::IsAncestorOrSelf(model::Info(fields[0]).entity, space)) return std::nullopt;
  return ordered;
}

bool DimensionBinder::BindOrder(const grammar::Name& name, Entity entity, const ontology::SymbolSet& terms,
                                const std::string& label, FieldId* moment) {
  const model::EntityInfo& info = model::Info(entity);
  const auto time = model::MomentOf(entity);
  if (!time) {
    reporter_->Error(
        name.span, "no-time",
        absl::StrCat(std::string(info.plural), " have no time of their own to be told apart or ordered by"));
    return false;
  }
  *moment = *time;
  if (!reporter_->ExplainsRemarks() || (terms == nullptr && info.primary < 0)) return true;
  const auto rows = terms == nullptr ? view_.counts().Lacking(entity, model::SymbolList({model::kAnyValue}), *time)
                                     : view_.counts().Lacking(entity, *terms, *time);
  if (!rows.ok()) {
    reporter_->Fail(rows.status());
    return false;
  }
  if (*rows == 0) return true;
  const bool one = *rows == 1;
  reporter_->Note(name.span, "undated-records",
                  absl::StrCat(*rows, " ", std::string(one ? info.name : info.plural), terms == nullptr ? "" : " of ",
                               label, one ? " has no " : " have no ", std::string(model::Info(*time).name), ", and ",
                               one ? "is" : "are", " neither first nor last"));
  return true;
}

}  // namespace muster::bind
