#include "engine/import/table/columns/table_rules.h"

#include <algorithm>
#include <span>

#include "engine/import/input/json_value.h"
#include "engine/import/record/polarity_word.h"
#include "engine/import/record/rules/certainty_member.h"
#include "engine/import/record/rules/scale_of_none.h"
#include "engine/model/record/dictionary.h"

namespace muster::import {
namespace {

// Assays of which nobody has a value in the thousands: INR, pH of blood and urine, specific gravity of urine.
bool IsOfSmallNumbers(std::string_view assay, std::string_view unit) {
  constexpr std::string_view kAssays[] = {
      "LOINC:6301-6",  "LOINC:34714-6", "LOINC:46418-0", "LOINC:38875-1", "LOINC:52129-4",
      "LOINC:2744-1",  "LOINC:2745-8",  "LOINC:2746-6",  "LOINC:2753-2",  "LOINC:11558-4",
      "LOINC:11559-2", "LOINC:33254-4", "LOINC:2756-5",  "LOINC:5803-2",  "LOINC:2965-2",
      "LOINC:2964-5",  "LOINC:5810-7",  "LOINC:5811-5",  "LOINC:50562-8", "LOINC:53326-5",
  };
  constexpr std::string_view kUnits[] = {"{INR}", "[pH]", "pH", "{pH}", "INR", "{s.g.}"};
  return IsIn(kAssays, assay) || IsIn(kUnits, unit);
}

}  // namespace

TableRules::TableRules(const Mapping& mapping, size_t table) : mapping_(mapping), number_(table) {
  const MappingNode* root = mapping.root();
  const MappingNode* node = root == nullptr ? nullptr : root->Child(this->table().name);
  node_ = node == nullptr || this->table().one ? node : node->Child(size_t{0});
}

bool TableRules::HasPolarity() const {
  if (node_ == nullptr) return false;
  const auto is_polar = [](const RowRule* rule) { return model::Info(rule->entity).polar; };
  return std::any_of(node_->rows().begin(), node_->rows().end(), is_polar) || node_->AnyRuleOfTexts(is_polar);
}

bool TableRules::MayHaveScale(std::string_view name) const {
  const ScaleName scale = ScaleNameOf(name);
  if (scale == ScaleName::kNone || table().one || !HasPolarity()) return false;
  const std::vector<const RowRule*>& rules = node_->rows();
  return std::any_of(rules.begin(), rules.end(), [&](const RowRule* rule) {
    const model::EntityInfo& info = model::Info(rule->entity);
    if (!info.polar) return false;
    if (rule->entity == model::Entity::kPhenotype) return true;
    if (rule->entity != model::Entity::kDisease) return scale == ScaleName::kOfFrequency;
    return std::any_of(rule->fields.begin(), rule->fields.end(), [&](const FieldRule& field) {
      return field.constant && field.field == model::field::kDiseaseTerm;
    });
  });
}

bool TableRules::IsUsed(const std::string& column, const std::vector<size_t>& of_file) const {
  std::string scratch;
  return std::any_of(of_file.begin(), of_file.end(), [&](size_t other) {
    const Table& table = mapping_.tables()[other];
    const auto is_it = [&](std::string_view named) { return CamelCase(named, scratch) == column; };
    return is_it(table.id) || (!table.latest.empty() && is_it(table.latest)) ||
           std::any_of(table.id_begins.begin(), table.id_begins.end(), is_it) ||
           std::any_of(table.used.begin(), table.used.end(), is_it) ||
           std::any_of(table.when.begin(), table.when.end(), [&](const auto& when) { return is_it(when.first); });
  });
}

bool TableRules::ReadsPolarityFrom(std::string_view name) const {
  const AssertionKind kind = AssertionKindOf(name);
  if (kind == AssertionKind::kNone || node_ == nullptr) return false;
  const bool of_any = kind == AssertionKind::kExclusion || kind == AssertionKind::kPresence ||
                      kind == AssertionKind::kModifiers || kind == AssertionKind::kPerson;
  const auto looks = [&](const RowRule* rule) {
    const model::EntityInfo& info = model::Info(rule->entity);
    if (!info.polar || info.primary < 0) return false;
    const bool known = std::any_of(rule->fields.begin(), rule->fields.end(), [&](const FieldRule& field) {
      return field.excluded || (field.constant && field.field == static_cast<model::FieldId>(info.primary));
    });
    if (known) return false;
    const bool of_finding = rule->entity == model::Entity::kPhenotype || rule->entity == model::Entity::kDisease;
    if (of_finding) return of_any || !table().one;
    return of_any || kind == AssertionKind::kStatus;
  };
  return std::any_of(node_->rows().begin(), node_->rows().end(), looks) || node_->AnyRuleOfTexts(looks);
}

bool TableRules::Makes(model::Entity entity) const {
  return node_ != nullptr && std::any_of(node_->rows().begin(), node_->rows().end(),
                                         [&](const RowRule* rule) { return rule->entity == entity; });
}

bool TableRules::TakesConstantAssays(bool of_tests) const {
  return node_ != nullptr && std::any_of(node_->rows().begin(), node_->rows().end(), [&](const RowRule* rule) {
           const bool asks = std::any_of(rule->when.begin(), rule->when.end(),
                                         [](const Condition& condition) { return !condition.values.empty(); });
           return asks == of_tests && std::any_of(rule->fields.begin(), rule->fields.end(), [](const FieldRule& field) {
                    return field.constant && field.field == model::field::kMeasurementAssay;
                  });
         });
}

bool TableRules::TakesOneAssay() const { return TakesConstantAssays(/*of_tests=*/false); }

bool TableRules::TakesAssaysOfTests() const { return TakesConstantAssays(/*of_tests=*/true); }

std::vector<std::string> TableRules::ColumnsOfDeath() const {
  std::vector<std::string> columns;
  const bool status = std::any_of(mapping_.individual().begin(), mapping_.individual().end(),
                                  [](const FieldRule& rule) { return rule.field == model::field::kVitalStatus; });
  if (status || !table().when.empty()) return columns;
  for (const FieldRule& rule : mapping_.individual_of(number_)) {
    if (rule.field == model::field::kDeath && !rule.constant && rule.steps.size() == 1) {
      columns.push_back(rule.steps[0]);
    }
  }
  return columns;
}

std::vector<size_t> TableRules::ColumnsOfAssays(const TableHeader& header) const {
  std::vector<size_t> columns;
  const auto add = [&](const std::vector<std::string>& steps) {
    const size_t column = steps.size() == 1 ? header.Find(steps[0]) : kNoColumn;
    if (column != kNoColumn && std::find(columns.begin(), columns.end(), column) == columns.end()) {
      columns.push_back(column);
    }
  };
  for (const RowRule* rule : node_->rows()) {
    if (rule->entity != model::Entity::kMeasurement) continue;
    for (const FieldRule& field : rule->fields) {
      if (!field.constant && field.field == model::field::kMeasurementAssay) add(field.steps);
    }
    for (const Condition& condition : rule->when) {
      if (!condition.values.empty()) add(condition.steps);
    }
  }
  return columns;
}

bool TableRules::HasFewerUnitsThanValues() const {
  std::vector<std::string> values;
  std::vector<std::string> units;
  for (const RowRule* rule : node_->rows()) {
    for (const FieldRule& field : rule->fields) {
      if (field.constant || field.comparator || field.excluded || field.steps.empty()) continue;
      if (field.field == model::field::kMeasurementValue) values.push_back(field.steps[0]);
      if (field.field == model::field::kMeasurementUnit) units.push_back(field.steps[0]);
    }
  }
  const auto different = [](std::vector<std::string>& names) {
    std::sort(names.begin(), names.end());
    return std::unique(names.begin(), names.end()) - names.begin();
  };
  return units.empty() || different(units) < different(values);
}

bool TableRules::HasCodesOfIcd() const {
  const TextMap<TableColumn>& columns = table().columns;
  return std::any_of(columns.begin(), columns.end(),
                     [](const auto& column) { return column.second.prefix.find("ICD") != std::string::npos; });
}

bool TableRules::ReadsBirthFrom(const TableHeader& header, size_t column) const {
  const std::vector<FieldRule>& rules = mapping_.individual_of(number_);
  return std::any_of(rules.begin(), rules.end(), [&](const FieldRule& rule) {
    return rule.field == model::field::kBirth && rule.steps.size() == 1 && header.Find(rule.steps[0]) == column;
  });
}

bool TableRules::ReadsSmallNumbersFrom(const TableHeader& header, size_t column) const {
  bool small = false;
  for (const RowRule* rule : node_ == nullptr ? std::span<const RowRule* const>() : std::span(node_->rows())) {
    const FieldRule* assay = nullptr;
    const FieldRule* unit = nullptr;
    bool reads = false;
    for (const FieldRule& field : rule->fields) {
      if (field.comparator || field.excluded) continue;
      if (field.constant && field.field == model::field::kMeasurementAssay) assay = &field;
      if (field.constant && field.field == model::field::kMeasurementUnit) unit = &field;
      const bool is_value = field.field == model::field::kMeasurementValue && !field.constant;
      reads = reads || (is_value && field.steps.size() == 1 && header.Find(field.steps[0]) == column);
    }
    if (!reads) continue;
    small = IsOfSmallNumbers(assay == nullptr ? "" : model::NormalizeCode(assay->text),
                             unit == nullptr ? std::string_view() : std::string_view(unit->text));
    if (!small) return false;
  }
  return small;
}

}  // namespace muster::import
