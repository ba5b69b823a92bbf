#include "engine/import/table/beside/columns_of_rules.h"

#include <algorithm>
#include <string>

#include "engine/import/input/json_value.h"
#include "engine/import/table/columns/table_rules.h"
#include "engine/model/schema/schema.h"

namespace muster::import {

std::vector<size_t> UnreadColumns(const Mapping& mapping, size_t table, const std::vector<size_t>& of_file,
                                  const TableHeader& header) {
  const TableRules rules(mapping, table);
  std::vector<size_t> columns;
  std::string scratch;
  for (size_t i = 0; i < header.columns().size(); ++i) {
    const HeaderColumn& column = header.columns()[i];
    if (column.used || column.left_out) continue;
    if (!rules.IsUsed(std::string(CamelCase(column.name, scratch)), of_file)) columns.push_back(i);
  }
  return columns;
}

std::vector<size_t> ColumnsOf(const Mapping& mapping, size_t table, const TableHeader& header,
                              const std::function<bool(const FieldRule&)>& wanted) {
  std::vector<size_t> columns;
  const auto add = [&](const FieldRule& rule) {
    if (rule.constant || rule.steps.empty() || !wanted(rule)) return;
    const size_t column = header.Find(rule.steps[0]);
    if (column != kNoColumn && std::find(columns.begin(), columns.end(), column) == columns.end()) {
      columns.push_back(column);
    }
  };
  for (const FieldRule& rule : mapping.individual_of(table)) add(rule);
  const TableRules rules(mapping, table);
  if (rules.node() == nullptr) return columns;
  for (const RowRule* rule : rules.node()->rows()) {
    for (const FieldRule& field : rule->fields) add(field);
  }
  return columns;
}

std::vector<size_t> ColumnsOfTimes(const Mapping& mapping, size_t table, const TableHeader& header) {
  return ColumnsOf(mapping, table, header, [](const FieldRule& rule) {
    return !rule.excluded && !rule.comparator && model::Info(rule.field).kind == model::Kind::kTime;
  });
}

}  // namespace muster::import
