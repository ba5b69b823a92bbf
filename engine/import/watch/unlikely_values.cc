#include "engine/import/watch/unlikely_values.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <iterator>
#include <utility>
#include <variant>

#include "engine/model/schema/schema.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

constexpr RemarkKind kUnlikely{
    ImportProblem::Kind::kNote,
    "measurement with values that hardly anybody has in its unit: another unit, or mistakes",
    "where a column has several units, let the rule read the unit of each row: \"unit\": \"/unit\", or make a rule of "
    "each with \"when\"; where all are in another one, correct the rule's; until then they are compared as they stand"};

constexpr RemarkKind kFractions{
    ImportProblem::Kind::kNote, "breadths of coverage that are all 1 at most: fractions in place of percentages",
    "nothing, if hardly anything was covered; else multiply them by 100 in the source: breadth is asked for in per "
    "cent, and 0.95 is less than one",
    RemarkPlace::kFirst};

constexpr RemarkKind kCentigray{
    ImportProblem::Kind::kNote, "doses of radiation that nobody gets in Gy: they may be in cGy",
    "divide them by 100 in the source: \"dosage\" is in Gy, and 6000 is more than 60; nothing, if they are of "
    "another kind, such as an activity in MBq: these do not belong there",
    RemarkPlace::kFirst};

constexpr RemarkKind kNegative{
    ImportProblem::Kind::kNote, "concentrations below zero, which there are none of: they are less than all limits",
    "find out what they stand for: where it is a result below the limit of detection, write \"<5\" in their place; "
    "codes for missing values are named in the mapping: \"missing\": [\"-3\"] of the column"};

// Amounts, cells and activities in a volume. A base excess is in mmol/L, and mostly below zero in the ill.
bool IsConcentration(std::string_view unit) {
  constexpr std::string_view kVolumes[] = {"/L", "/dL", "/mL", "/uL", "/nL", "/pL", "/fL", "/cL"};
  constexpr std::string_view kOfDifferences[] = {"mmol/L", "mol/L", "meq/L", "mosm/L", "eq/L"};
  const size_t stroke = unit.find('/');
  if (stroke == unit.npos) return false;
  const auto is = [](std::string_view one) { return [one](std::string_view other) { return one == other; }; };
  return std::any_of(std::begin(kVolumes), std::end(kVolumes), is(unit.substr(stroke))) &&
         std::none_of(std::begin(kOfDifferences), std::end(kOfDifferences), is(unit));
}

// What MissingNumbers looks at: codes such as -9 and -99, and among many others whole numbers of two digits.
bool IsCodeOfMissing(double number, uint64_t all) {
  constexpr uint64_t kMany = 20;
  if (number != std::floor(number)) return false;
  return number == -1 || (number <= -7 && number >= -9) || number <= -77 || all > kMany;
}

std::string NumberText(double number) {
  char text[40];
  std::snprintf(text, sizeof text, "%.6g", number);
  return text;
}

model::Symbol SymbolOf(const model::Row& row, model::FieldId field) {
  const model::Value* value = row.Find(field);
  return value == nullptr ? model::kNoSymbol : std::get<model::Symbol>(*value);
}

std::string ExamplesOf(const UnlikelyNumbers& numbers) {
  std::string examples;
  for (const UnlikelyNumbers::Example& example : numbers.examples) {
    examples.append(examples.empty() ? ": " : ", ")
        .append(model::Concat({NumberText(example.number), " of \"", Shown(example.id, 40), "\""}));
  }
  return examples;
}

// One rare value in this many is plausible.
constexpr uint64_t kOneOf = 100;

}  // namespace

void UnlikelyNumbers::Add(double number, const std::string& id) {
  ++count;
  const bool told =
      std::any_of(examples.begin(), examples.end(), [&](const Example& example) { return example.number == number; });
  if (!told && examples.size() < kMostExamples) examples.push_back({number, id});
}

UnlikelyNumbers UnlikelyValues::Reported(const Values& values) {
  UnlikelyNumbers told = values.unlikely;
  if (values.rare.count * kOneOf <= values.all) return told;
  told.count += values.rare.count;
  for (const UnlikelyNumbers::Example& example : values.rare.examples) {
    if (told.examples.size() < UnlikelyNumbers::kMostExamples) told.examples.push_back(example);
  }
  return told;
}

void UnlikelyValues::Look(const model::Record& record, const model::Dictionary& dictionary) {
  for (const model::Row& row : record.rows) {
    if (row.entity == model::Entity::kRun) LookAtRun(row, record.id);
    if (row.entity == model::Entity::kProcedure && !row.excluded) LookAtDose(row, record.id);
    if (row.entity != model::Entity::kMeasurement) continue;
    const model::Value* value = row.Find(model::field::kMeasurementValue);
    const double* number = value == nullptr ? nullptr : std::get_if<double>(value);
    const model::Symbol unit = number == nullptr ? model::kNoSymbol : SymbolOf(row, model::field::kMeasurementUnit);
    if (unit == model::kNoSymbol) continue;
    model::Symbol assay = SymbolOf(row, model::field::kMeasurementComponent);
    if (assay == model::kNoSymbol) assay = SymbolOf(row, model::field::kMeasurementAssay);
    if (assay == model::kNoSymbol) continue;
    const uint64_t key = (uint64_t{assay} << 32) | unit;
    auto found = values_.find(key);
    if (found == values_.end()) {
      found = values_.emplace(key, Values()).first;
      found->second.range = model::HumanRangeOf(dictionary.Text(assay), dictionary.Text(unit));
      found->second.concentration = IsConcentration(dictionary.Text(unit));
    }
    Values& values = found->second;
    ++values.all;
    if (!values.range.has_value()) {
      if (values.concentration && *number < 0) values.negative.Add(*number, record.id);
      continue;
    }
    if (*number >= values.range->low && *number <= values.range->high) continue;
    const bool rare = *number < values.range->low && values.range->some_are_below;
    (rare ? values.rare : values.unlikely).Add(*number, record.id);
  }
}

void UnlikelyValues::LookAtRun(const model::Row& run, const std::string& id) {
  const model::Value* value = run.Find(model::field::kRunBreadth);
  const double* number = value == nullptr ? nullptr : std::get_if<double>(value);
  if (number == nullptr) return;
  ++breadths_;
  widest_ = std::max(widest_, *number);
  if (*number > 0 && *number <= 1) narrow_.Add(*number, id);
}

void UnlikelyValues::ReportBreadths(Reporter& reporter) const {
  if (narrow_.count == 0 || widest_ > 1) return;
  const UnlikelyNumbers::Example& first = narrow_.examples.front();
  reporter.SetId(first.id);
  reporter.Report(kFractions, "/run/breadth", NumberText(first.number),
                  model::Concat({std::to_string(narrow_.count), " of ", std::to_string(breadths_),
                                 " breadths lie between 0 and 1, such as ", NumberText(first.number), " of \"",
                                 Shown(first.id, 40), "\", and none above"}));
}

// Nobody gets 400 Gy, not by seeds or spheres either, nor 50 Gy at a time.
void UnlikelyValues::LookAtDose(const model::Row& procedure, const std::string& id) {
  constexpr double kMost = 400;
  constexpr double kMostAtOnce = 50;
  const auto number_of = [&](model::FieldId field) {
    const model::Value* value = procedure.Find(field);
    return value == nullptr ? nullptr : std::get_if<double>(value);
  };
  const double* dose = number_of(model::field::kProcedureDosage);
  if (dose == nullptr) return;
  ++doses_;
  const double* fractions = number_of(model::field::kProcedureFractions);
  const bool at_once = fractions != nullptr && *fractions > 1 && *dose > kMostAtOnce * *fractions;
  if (*dose > kMost || at_once) high_.Add(*dose, id);
}

void UnlikelyValues::ReportDoses(Reporter& reporter) const {
  if (high_.count == 0) return;
  reporter.SetId(high_.examples.front().id);
  reporter.Report(kCentigray, "/procedure/dosage", NumberText(high_.examples.front().number),
                  model::Concat({std::to_string(high_.count), " of ", std::to_string(doses_),
                                 " doses are above what can be given in Gy", ExamplesOf(high_)}));
}

void UnlikelyValues::ReportNegatives(const Values& values, std::string_view assay, std::string_view unit,
                                     Reporter& reporter) {
  const UnlikelyNumbers& negative = values.negative;
  const auto is_code = [&](const UnlikelyNumbers::Example& example) {
    return IsCodeOfMissing(example.number, values.all);
  };
  if (std::all_of(negative.examples.begin(), negative.examples.end(), is_code)) return;
  reporter.SetId(negative.examples.front().id);
  reporter.Report(
      kNegative, "/measurement/value", model::Concat({assay, " in ", unit}),
      model::Concat({std::to_string(negative.count), " of ", std::to_string(values.all), " values of ", assay, " in ",
                     unit, negative.count == 1 ? " is" : " are", " below zero", ExamplesOf(negative)}));
}

void UnlikelyValues::Report(const model::Dictionary& dictionary, Reporter& reporter) const {
  std::vector<std::pair<uint64_t, const Values*>> ordered;
  for (const auto& [key, values] : values_) {
    if (values.unlikely.count > 0 || values.rare.count > 0 || values.negative.count > 0)
      ordered.emplace_back(key, &values);
  }
  std::sort(ordered.begin(), ordered.end());
  reporter.ReturnTo({}, 0);
  ReportBreadths(reporter);
  ReportDoses(reporter);
  for (const auto& [key, values] : ordered) {
    ReportNegatives(*values, dictionary.Text(static_cast<model::Symbol>(key >> 32)),
                    dictionary.Text(static_cast<model::Symbol>(key)), reporter);
    const UnlikelyNumbers outside = Reported(*values);
    if (outside.count == 0) continue;
    const std::string_view assay = dictionary.Text(static_cast<model::Symbol>(key >> 32));
    reporter.SetId(outside.examples.front().id);
    reporter.Report(
        kUnlikely, "/measurement/value", model::Concat({assay, " in ", values->range->unit}),
        model::Concat({std::to_string(outside.count), " of ", std::to_string(values->all), " values of ", assay, " in ",
                       values->range->unit, outside.count == 1 ? " is" : " are", " not between ",
                       NumberText(values->range->low), " and ", NumberText(values->range->high), ExamplesOf(outside)}));
  }
}

}  // namespace muster::import
