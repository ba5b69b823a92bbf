#include "engine/import/watch/unlikely_values.h"

#include <algorithm>
#include <cstdio>
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

std::string NumberText(double number) {
  char text[40];
  std::snprintf(text, sizeof text, "%.6g", number);
  return text;
}

model::Symbol SymbolOf(const model::Row& row, model::FieldId field) {
  const model::Value* value = row.Find(field);
  return value == nullptr ? model::kNoSymbol : std::get<model::Symbol>(*value);
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
    }
    Values& values = found->second;
    if (!values.range.has_value()) continue;
    ++values.all;
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

void UnlikelyValues::Report(const model::Dictionary& dictionary, Reporter& reporter) const {
  std::vector<std::pair<uint64_t, const Values*>> ordered;
  for (const auto& [key, values] : values_) {
    if (values.unlikely.count > 0 || values.rare.count > 0) ordered.emplace_back(key, &values);
  }
  std::sort(ordered.begin(), ordered.end());
  reporter.ReturnTo({}, 0);
  ReportBreadths(reporter);
  for (const auto& [key, values] : ordered) {
    const UnlikelyNumbers outside = Reported(*values);
    if (outside.count == 0) continue;
    const std::string_view assay = dictionary.Text(static_cast<model::Symbol>(key >> 32));
    std::string examples;
    for (const UnlikelyNumbers::Example& example : outside.examples) {
      examples.append(examples.empty() ? ": " : ", ")
          .append(model::Concat({NumberText(example.number), " of \"", Shown(example.id, 40), "\""}));
    }
    reporter.SetId(outside.examples.front().id);
    reporter.Report(
        kUnlikely, "/measurement/value", model::Concat({assay, " in ", values->range->unit}),
        model::Concat({std::to_string(outside.count), " of ", std::to_string(values->all), " values of ", assay, " in ",
                       values->range->unit, outside.count == 1 ? " is" : " are", " not between ",
                       NumberText(values->range->low), " and ", NumberText(values->range->high), examples}));
  }
}

}  // namespace muster::import
