#include "engine/import/mapping/plan_tables.h"

#include <algorithm>
#include <optional>
#include <string>

#include "absl/status/status.h"
#include "engine/import/input/json_value.h"
#include "engine/import/mapping/denying_place.h"
#include "engine/import/mapping/mapping_error.h"
#include "engine/model/schema/schema.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

// The number of the table that a pointer leads into.
std::optional<size_t> TableOf(const std::vector<Table>& tables, const Steps& steps) {
  for (size_t i = 0; i < tables.size(); ++i) {
    std::string scratch;
    if (!steps.empty() && steps[0] == CamelCase(tables[i].name, scratch)) return i;
  }
  return std::nullopt;
}

absl::Status Unordered(const Table& table, const std::string& place) {
  return MappingError(
      place, model::Concat({"the rows of the table \"", table.name, "\" have no order: its pointers begin ", "with \"/",
                            table.name, "/*\"; or say \"one\": true of the table"}));
}

// Notes the column that a pointer from the top leads to.
absl::Status Use(Table& table, const Steps& steps, const std::string& place) {
  if (!table.one && (steps.size() < 2 || steps[1] != "*")) return Unordered(table, place);
  const size_t column = table.one ? 1 : 2;
  if (steps.size() <= column)
    return MappingError(place,
                        model::Concat({"the pointer leads to the table \"", table.name, "\", not to a column of it"}));
  if (table.one && steps[1] == "*" && steps.size() > 2) {
    return MappingError(place,
                        model::Concat({"the table \"", table.name, "\" has one row for each individual: pointers to ",
                                       "its columns begin with \"/", table.name, "\" and not with \"/", table.name,
                                       "/*\"; or leave \"one\" out"}));
  }
  if (steps[column] == "*") return absl::OkStatus();
  if (std::find(table.used.begin(), table.used.end(), steps[column]) == table.used.end())
    table.used.push_back(steps[column]);
  return absl::OkStatus();
}

// Whether the mapping says what the cells of the column at `steps` mean.
bool HasValues(const Table& table, const Steps& steps) {
  std::string scratch;
  return steps.size() == 1 && std::any_of(table.columns.begin(), table.columns.end(), [&](const auto& column) {
           return !column.second.values.empty() && CamelCase(column.first, scratch) == steps[0];
         });
}

}  // namespace

absl::StatusOr<std::vector<std::vector<FieldRule>>> PlanTables(const std::vector<FieldRule>& individual,
                                                               const std::vector<std::unique_ptr<RowRule>>& rules,
                                                               std::vector<Table>& tables) {
  std::vector<std::vector<FieldRule>> individual_of(tables.size());
  for (const FieldRule& rule : individual) {
    const std::optional<size_t> number = rule.constant ? std::nullopt : TableOf(tables, rule.steps);
    if (!number.has_value()) {
      const bool wildcard = std::find(rule.steps.begin(), rule.steps.end(), "*") != rule.steps.end();
      if (rule.constant || !wildcard || model::Info(rule.field).multiple) continue;
      return MappingError(model::Concat({"/individual/", model::Info(rule.field).name}),
                          model::Concat({"the field ", Quoted(model::Info(rule.field).name),
                                         " has one value, so '*' cannot stand in its pointer"}));
    }
    Table& table = tables[*number];
    const std::string place = model::Concat({"/individual/", model::Info(rule.field).name});
    if (absl::Status used = Use(table, rule.steps, place); !used.ok()) return used;
    FieldRule& inner = individual_of[*number].emplace_back(rule);
    inner.steps.erase(inner.steps.begin(), inner.steps.begin() + (table.one ? 1 : 2));
    table.rank = std::min(table.rank, -1);
  }
  const bool all_are_women = std::any_of(individual.begin(), individual.end(), [](const FieldRule& rule) {
    return rule.constant && rule.field == model::field::kSex && rule.text == "female";
  });
  for (const auto& rule : rules) {
    const std::optional<size_t> number = TableOf(tables, rule->from);
    if (!number.has_value()) continue;
    rule->of_table = true;
    Table& table = tables[*number];
    // Of a table of mothers, what is the mothers' is the person's.
    const bool of_mothers = IsNameOfMothers(rule->denying_place) && (all_are_women || IsNameOfMothers(table.name));
    if (of_mothers || IsDenyingName(table.id, rule->entity)) rule->denying_place.clear();
    const std::string place = model::Concat({"/", model::Info(rule->entity).plural});
    const auto use = [&](const Steps& steps) {
      Steps all = rule->from;
      all.insert(all.end(), steps.begin(), steps.end());
      return all.size() > (table.one ? 1u : 2u) ? Use(table, all, place) : absl::OkStatus();
    };
    if (!table.one && (rule->from.size() < 2 || rule->from[1] != "*")) return Unordered(table, place);
    for (FieldRule& field : rule->fields) {
      if (field.constant) continue;
      if (absl::Status used = use(field.steps); !used.ok()) return used;
      field.of_cell = true;
      field.by_values = HasValues(table, field.steps);
    }
    for (const Condition& condition : rule->when) {
      if (absl::Status used = use(condition.steps); !used.ok()) return used;
    }
    if (!rule->parent_by_id) continue;
    if (absl::Status used = use(rule->parent_id); !used.ok()) return used;
    int depth = 0;
    for (model::Entity e = rule->entity; e != model::Entity::kIndividual; e = model::Info(e).parent) ++depth;
    table.rank = std::max(table.rank, depth);
  }
  return individual_of;
}

}  // namespace muster::import
