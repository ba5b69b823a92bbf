#include "engine/import/watch/turned_pairs.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <limits>
#include <string_view>
#include <utility>
#include <variant>

#include "engine/model/schema/schema.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

constexpr RemarkKind kPressures{
    ImportProblem::Kind::kNote, "systolic pressures below the diastolic ones: the two may be exchanged",
    "see which column is which, and correct the rules; until then they are compared as they stand",
    RemarkPlace::kFirst};

constexpr RemarkKind kSizes{
    ImportProblem::Kind::kNote,
    "heights and weights of a body mass index that nobody has: the two may be exchanged, or in other units",
    "see which column is which and what its unit is, and correct the rules; until then they are compared as they stand",
    RemarkPlace::kFirst};

constexpr uint64_t kFewest = 3;
// In kilograms for each square metre.
constexpr double kMostOfBodyMass = 100;

std::string NumberText(double number) {
  char text[40];
  std::snprintf(text, sizeof text, "%.6g", number);
  return text;
}

model::Symbol SymbolOf(const model::Row& row, model::FieldId field) {
  const model::Value* value = row.Find(field);
  const auto* symbol = value == nullptr ? nullptr : std::get_if<model::Symbol>(value);
  return symbol == nullptr ? model::kNoSymbol : *symbol;
}

// The values of a person in the unit in which they were met first.
struct Values {
  model::Symbol unit = model::kNoSymbol;
  bool in_units = false;  // in several
  double low = std::numeric_limits<double>::infinity();
  double high = -std::numeric_limits<double>::infinity();

  void Add(double number, model::Symbol in) {
    if (unit == model::kNoSymbol) unit = in;
    in_units = in_units || unit != in;
    low = std::min(low, number);
    high = std::max(high, number);
  }
  bool Are(std::string_view in, const model::Dictionary& dictionary) const {
    if (unit == model::kNoSymbol || in_units) return false;
    std::string_view text = dictionary.Text(unit);
    model::ConsumePrefix(text, "UCUM:");
    return text == in;
  }
};

}  // namespace

TurnedPairs::Measured TurnedPairs::MeasuredBy(model::Symbol assay, const model::Dictionary& dictionary) {
  constexpr std::pair<std::string_view, Measured> kCodes[] = {
      {"LOINC:8480-6", Measured::kSystolic},  {"SNOMED:271649006", Measured::kSystolic},
      {"LOINC:8462-4", Measured::kDiastolic}, {"SNOMED:271650006", Measured::kDiastolic},
      {"LOINC:8302-2", Measured::kHeight},    {"SNOMED:50373000", Measured::kHeight},
      {"LOINC:29463-7", Measured::kWeight},   {"LOINC:3141-9", Measured::kWeight},
      {"SNOMED:27113001", Measured::kWeight},
  };
  if (assay >= known_.size()) known_.resize(assay + size_t{1024});
  uint8_t& known = known_[assay];
  if (known == 0) {
    Measured measured = Measured::kOther;
    for (const auto& [code, of] : kCodes) {
      if (dictionary.Text(assay) == code) measured = of;
    }
    known = static_cast<uint8_t>(1 + static_cast<int>(measured));
  }
  return static_cast<Measured>(known - 1);
}

void TurnedPairs::Add(People& people, bool turned, double first, double second, const std::string& id) {
  ++people.all;
  if (!turned || people.turned++ > 0) return;
  people.id = id;
  people.first = first;
  people.second = second;
}

void TurnedPairs::Look(const model::Record& record, const model::Dictionary& dictionary) {
  std::array<Values, 5> values;
  bool any = false;
  for (const model::Row& row : record.rows) {
    if (row.entity != model::Entity::kMeasurement || row.excluded) continue;
    const model::Value* value = row.Find(model::field::kMeasurementValue);
    const double* number = value == nullptr ? nullptr : std::get_if<double>(value);
    if (number == nullptr || *number <= 0) continue;
    model::Symbol assay = SymbolOf(row, model::field::kMeasurementComponent);
    if (assay == model::kNoSymbol) assay = SymbolOf(row, model::field::kMeasurementAssay);
    const model::Symbol unit = SymbolOf(row, model::field::kMeasurementUnit);
    if (assay == model::kNoSymbol || unit == model::kNoSymbol) continue;
    const Measured measured = MeasuredBy(assay, dictionary);
    if (measured == Measured::kOther) continue;
    values[static_cast<size_t>(measured)].Add(*number, unit);
    any = true;
  }
  if (!any) return;
  const auto of = [&](Measured measured) -> const Values& { return values[static_cast<size_t>(measured)]; };
  const Values& systolic = of(Measured::kSystolic);
  const Values& diastolic = of(Measured::kDiastolic);
  if (systolic.Are("mm[Hg]", dictionary) && diastolic.Are("mm[Hg]", dictionary)) {
    Add(pressures_, systolic.high < diastolic.low, systolic.high, diastolic.low, record.id);
  }
  const Values& height = of(Measured::kHeight);
  const Values& weight = of(Measured::kWeight);
  if (height.Are("cm", dictionary) && weight.Are("kg", dictionary)) {
    const double metres = height.high / 100;
    Add(sizes_, weight.low > kMostOfBodyMass * metres * metres, height.high, weight.low, record.id);
  }
}

void TurnedPairs::Report(Reporter& reporter) const {
  reporter.ReturnTo({}, 0);
  const auto report = [&](const RemarkKind& kind, const People& people, std::string_view first, std::string_view second,
                          std::string_view what) {
    reporter.SetId(people.id);
    reporter.Report(
        kind, "/measurement/value", model::Concat({NumberText(people.first), " and ", NumberText(people.second)}),
        model::Concat({std::to_string(people.turned), " of ", std::to_string(people.all), " individuals have ", what,
                       ", such as \"", Shown(people.id, 40), "\": ", NumberText(people.first), first, " and ",
                       NumberText(people.second), second}));
  };
  // A few are mistakes of a day.
  if (pressures_.turned >= kFewest && pressures_.turned * 10 > pressures_.all) {
    report(kPressures, pressures_, "", " mm[Hg]", "systolic pressures below their diastolic ones");
  }
  if (sizes_.turned >= kFewest && sizes_.turned * 2 > sizes_.all) {
    report(kSizes, sizes_, " cm", " kg", "a body mass index above 100");
  }
}

}  // namespace muster::import
