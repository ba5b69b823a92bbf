#include "engine/import/mapping/parse_rows.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "engine/import/mapping/denying_place.h"
#include "engine/import/mapping/mapping_error.h"
#include "engine/import/mapping/parse_fields.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

using Json = nlohmann::json;

// A pointer to what must be there, or an object from pointers to the values that must.
absl::Status ParseConditions(const Json& value, const std::string& place, RowRule* rule) {
  if (!value.is_object()) {
    absl::StatusOr<Steps> steps = ParsePointer(value, place);
    if (!steps.ok())
      return MappingError(place, "a JSON pointer, or an object from pointers to values, should stand here");
    rule->when.push_back({*std::move(steps), {}});
    return absl::OkStatus();
  }
  for (const auto& [pointer, values] : value.items()) {
    const std::string here = place + "/" + pointer;
    absl::StatusOr<Steps> steps = ParsePointer(Json(pointer), here);
    if (!steps.ok()) return steps.status();
    Condition condition{*std::move(steps), {}};
    const Json array = values.is_array() ? values : Json::array({values});
    for (const Json& text : array) {
      if (!text.is_string() && !text.is_number() && !text.is_boolean())
        return MappingError(here, "a value, or an array of values, should stand here");
      condition.values.push_back(text.is_string() ? text.get<std::string>() : text.dump());
    }
    if (condition.values.empty()) return MappingError(here, "at least one value should stand here");
    rule->when.push_back(std::move(condition));
  }
  return absl::OkStatus();
}

// Whether the rule itself says whether what it reads was observed: by "excluded", by a status, or by what "when" asks
// for. That something stands where it reads its code says nothing.
bool SaysWhetherObserved(const RowRule& rule) {
  return std::any_of(rule.fields.begin(), rule.fields.end(),
                     [](const FieldRule& field) {
                       return field.excluded || field.field == model::field::kDiseaseStatus ||
                              field.field == model::field::kTreatmentStatus;
                     }) ||
         std::any_of(rule.when.begin(), rule.when.end(), [&](const Condition& condition) {
           return !condition.values.empty() ||
                  std::none_of(rule.fields.begin(), rule.fields.end(), [&](const FieldRule& field) {
                    return !field.constant && field.steps == condition.steps;
                  });
         });
}

// Where `rule`, which stands in `json`, reads its codes, if that place is called as what was not observed.
std::string DenyingPlaceOf(const RowRule& rule, const Json& json) {
  const model::EntityInfo& info = model::Info(rule.entity);
  if (!info.polar || info.primary < 0 || SaysWhetherObserved(rule)) return {};
  for (const auto& [name, pointer] : json["fields"].items()) {
    const model::Field* field = FindField(rule.entity, name);
    if (field == nullptr || field->id != static_cast<model::FieldId>(info.primary) || !pointer.is_string()) continue;
    std::string step = DenyingStep(pointer.get_ref<const std::string&>(), rule.entity);
    return step.empty() ? DenyingStep(json["from"].get_ref<const std::string&>(), rule.entity) : step;
  }
  return {};
}

}  // namespace

absl::StatusOr<std::unique_ptr<RowRule>> ParseRow(const model::EntityInfo& info, const Json& value,
                                                  const std::string& place) {
  if (!value.is_object()) return MappingError(place, "an object with \"from\" and \"fields\" should stand here");
  auto rule = std::make_unique<RowRule>();
  rule->entity = info.entity;
  const model::EntityInfo& parent = model::Info(info.parent);
  std::optional<Steps> from;
  for (const auto& [name, member] : value.items()) {
    const std::string here = place + "/" + name;
    if (name == "from") {
      absl::StatusOr<Steps> steps = ParsePointer(member, here);
      if (!steps.ok()) return steps.status();
      from = *std::move(steps);
    } else if (name == "fields") {
      absl::StatusOr<std::vector<FieldRule>> fields = ParseFields(info.entity, member, here);
      if (!fields.ok()) return fields.status();
      rule->fields = *std::move(fields);
    } else if (name == "when") {
      if (absl::Status read = ParseConditions(member, here, rule.get()); !read.ok()) return read;
    } else if (name == parent.name) {
      if (member.is_string() && member.get_ref<const std::string&>() == "parent") continue;
      if (parent.entity == model::Entity::kIndividual) {
        return MappingError(here, "\"parent\" should stand here: a record has one individual");
      }
      absl::StatusOr<Steps> steps = ParsePointer(member, here);
      if (!steps.ok()) return MappingError(here, "\"parent\" or a JSON pointer to the parent's id should stand here");
      rule->parent_by_id = true;
      rule->parent_id = *std::move(steps);
    } else {
      return MappingError(
          here, model::Concat({Quoted(name), " is unknown here; known are: from, fields, when, ", parent.name}));
    }
  }
  if (!from.has_value()) return MappingError(place, "\"from\" is missing");
  if (rule->fields.empty()) return MappingError(place, "\"fields\" is missing or empty");
  for (const FieldRule& field : rule->fields) {
    rule->sets_strategy = rule->sets_strategy || field.field == model::field::kRunStrategy;
  }
  rule->from = *std::move(from);
  rule->denying_place = DenyingPlaceOf(*rule, value);
  return rule;
}

}  // namespace muster::import
