#include "engine/import/table/time_columns.h"

#include <algorithm>

#include "engine/import/record/rules/words/time_word.h"
#include "engine/model/schema/schema.h"

namespace muster::import {

void TimeColumns::Find(const Mapping& mapping, size_t table, const TableHeader& header) {
  const Table& settings = mapping.tables()[table];
  const MappingNode* node = mapping.root() == nullptr ? nullptr : mapping.root()->Child(settings.name);
  if (node != nullptr && !settings.one) node = node->Child(size_t{0});
  if (node == nullptr) return;
  const auto column_of = [&](const Steps& steps) { return steps.size() == 1 ? header.Find(steps[0]) : kNoColumn; };
  for (const RowRule* rule : node->rows()) {
    for (const FieldRule& field : rule->fields) {
      if (field.constant || field.excluded || !DeniesInPlaceOf(field.field, TimeWord::kNever)) continue;
      const size_t column = column_of(field.steps);
      if (column != kNoColumn) columns_.push_back({column, field.field});
    }
  }
  std::erase_if(columns_, [&](const Column& column) {
    return std::any_of(node->rows().begin(), node->rows().end(), [&](const RowRule* rule) {
      return std::any_of(rule->when.begin(), rule->when.end(),
                         [&](const Condition& condition) { return column_of(condition.steps) == column.column; });
    });
  });
}

bool TimeColumns::IsDenied(size_t column, std::string_view cell) const {
  return std::any_of(columns_.begin(), columns_.end(), [&](const Column& time) {
    return time.column == column && DeniesInPlaceOf(time.field, TimeWordOf(cell));
  });
}

}  // namespace muster::import
