#include "engine/bind/dimensions/band_binder.h"

#include <cmath>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/catalogue/recorded_part.h"
#include "engine/bind/values/quantity_binder.h"
#include "engine/model/time/moment.h"

namespace muster::bind {

using grammar::Literal;

namespace {

// by diagnosis in bands of 10 years
std::vector<std::string> TimeNamesOf(model::Entity entity) {
  const auto moment = model::MomentOf(entity);
  if (!moment) return {};
  return {absl::StrCat("write by ", std::string(model::Info(*moment).name), " in bands of 10 years")};
}

}  // namespace

bool BandBinder::Bind(const grammar::Dimension& written, const model::Field& field, Dimension* dimension) {
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
  const bool good = field.kind == model::Kind::kTime ? BindOfTime(written, numbers, field, dimension)
                                                     : BindOfNumber(written, numbers, field, dimension);
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

bool BandBinder::BindOfTime(const grammar::Dimension& written, const std::vector<Literal>& numbers,
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

bool BandBinder::BindOfNumber(const grammar::Dimension& written, const std::vector<Literal>& numbers,
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

bool BandBinder::BindOfRows(const grammar::Dimension& written, Dimension* dimension) {
  if (written.band) {
    dimension->band = 1;
    dimension->band_size = written.band->number;
    if (!IsPlainNumber(*written.band)) return false;
    if (written.band->number <= 0 || written.band->number != std::floor(written.band->number)) {
      reporter_->Error(written.band->span, "bad-band", "a band of a number of rows is 1, 2, 3, ... wide");
      return false;
    }
  }
  for (const Literal& edge : written.edges) {
    if (!IsPlainNumber(edge)) return false;
    dimension->band = 1;
    dimension->edges.push_back(model::OrderedBits(edge.number));
    dimension->edge_labels.push_back(edge.number);
  }
  return AreAscending(written, *dimension);
}

bool BandBinder::IsPlainNumber(const Literal& literal) {
  if (literal.kind == Literal::Kind::kNumber && literal.unit.empty() && !literal.gestation) return true;
  reporter_->Error(literal.span, "not-a-number", absl::StrCat("'", literal.text, "' is not a number of rows"));
  return false;
}

bool BandBinder::AreAscending(const grammar::Dimension& written, const Dimension& dimension) {
  for (size_t i = 1; i < dimension.edges.size(); ++i) {
    if (dimension.edges[i - 1] < dimension.edges[i]) continue;
    reporter_->Error(written.edges[i].span, "bad-band", "where bands begin is written in ascending order",
                     {"write in bands at 18, 40, 65 years"});
    return false;
  }
  return true;
}

void BandBinder::Report(const grammar::Dimension& written, const model::Field& field, const std::string& name) {
  if (field.kind != model::Kind::kNumber && field.kind != model::Kind::kTime) {
    if (FindFieldUpwards(field.entity, absl::StrCat("age at ", name))) {  // by diagnosis: its term, and a time
      return reporter_->Error(written.span, "no-bands",
                              absl::StrCat(name, " is not a number or a time, so it has no bands"),
                              {absl::StrCat("write by age at ", name, " in bands of 10 years, or by year of ", name)});
    }
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

// Dates of people whose birth date is unknown all end in the row of missing values, which looks as if there were none.
void BandBinder::WarnIfAgesAreUnknown(const grammar::Dimension& written, const model::Field& field) {
  const absl::StatusOr<bool> ages = IsRecorded(view_, field.id, model::kAgeLow);
  const absl::StatusOr<bool> dates = ages.ok() && !*ages ? IsRecorded(view_, field.id, model::kDateLow) : ages;
  if (!dates.ok()) {
    reporter_->Fail(dates.status());
    return;
  }
  if (*ages || !*dates) return;
  reporter_->Warn(written.span, "no-ages",
                  absl::StrCat("bands of a time are bands of age, and no ", std::string(field.name), " of ",
                               WithArticle(EntityName(field.entity)), " has one: all are dates without a birth date"),
                  {absl::StrCat("dates can be asked for: where ", std::string(field.name), " between 2020 and 2021")});
}

}  // namespace muster::bind
