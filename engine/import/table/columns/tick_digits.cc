#include "engine/import/table/columns/tick_digits.h"

#include <algorithm>
#include <iterator>

#include "engine/model/schema/schema.h"
#include "engine/model/text/text.h"

namespace muster::import {

bool TickDigits::OneMayBeNo() const {
  // A 3 may be "unknown"; of 4 and more, they are how many there were.
  const bool counts =
      std::any_of(std::begin(count_) + 4, std::begin(count_) + 7, [](uint64_t count) { return count > 0; });
  return (count_[0] == 0 || pedigree_) && count_[1] > 0 && count_[2] > 0 && !counts;
}

std::string TickDigits::Values() const {
  std::string text;
  for (size_t digit = 0; digit < std::size(count_); ++digit) {
    if (count_[digit] == 0) continue;
    text.append(text.empty() ? "" : ", ")
        .append(model::Concat({"\"", std::to_string(digit), "\" (", std::to_string(count_[digit]),
                               count_[digit] == 1 ? " time)" : " times)"}));
  }
  return text;
}

std::vector<std::string> TickColumns(const MappingNode* rows) {
  std::vector<std::string> columns;
  if (rows == nullptr) return columns;
  for (const RowRule* rule : rows->rows()) {
    for (const FieldRule& field : rule->fields) {
      const bool answers =
          field.field == model::field::kConsentStatus || field.field == model::field::kDiseaseFamilyHistory;
      if (answers && !field.constant && !field.excluded && field.steps.size() == 1) columns.push_back(field.steps[0]);
    }
    const model::EntityInfo& info = model::Info(rule->entity);
    if (!info.polar || info.primary < 0) continue;
    const bool constant = std::any_of(rule->fields.begin(), rule->fields.end(), [&](const FieldRule& field) {
      return field.constant && !field.excluded && field.field == static_cast<model::FieldId>(info.primary);
    });
    if (!constant) continue;
    for (const FieldRule& field : rule->fields) {
      if (field.excluded && !field.constant && !field.by_values && field.steps.size() == 1) {
        columns.push_back(field.steps[0]);
      }
    }
    for (const Condition& condition : rule->when) {
      const bool is_field = std::any_of(rule->fields.begin(), rule->fields.end(), [&](const FieldRule& field) {
        return !field.constant && field.steps == condition.steps;
      });
      if (condition.values.empty() && condition.steps.size() == 1 && !is_field) columns.push_back(condition.steps[0]);
    }
  }
  return columns;
}

}  // namespace muster::import
