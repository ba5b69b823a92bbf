#include "engine/import/mapping/parse_fields.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "engine/import/input/json_value.h"
#include "engine/import/mapping/mapping_error.h"
#include "engine/import/mapping/words.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/text/text.h"
#include "engine/model/time/onset.h"
#include "engine/model/time/time.h"

namespace muster::import {
namespace {

using Json = nlohmann::json;

constexpr size_t kMaxSteps = 32;
constexpr size_t kMaxWildcards = 8;

std::string FieldNames(model::Entity entity) {
  std::string names;
  for (const model::Field& field : model::Fields()) {
    if (field.entity == entity) names.append(names.empty() ? "" : ", ").append(field.name);
  }
  return names;
}

bool FitsField(const FieldRule& rule) {
  if (rule.excluded) return rule.text == "true" || rule.text == "false";
  if (rule.comparator) return false;  // a constant one would make bounds of all numbers
  if (model::Trim(rule.text).empty()) return false;
  switch (model::Info(rule.field).kind) {
    case model::Kind::kNumber:
      return NumberOf(rule.text).has_value();
    case model::Kind::kTime:
      return model::ParseIsoDuration(rule.text).ok() || model::ParseIsoDate(rule.text).ok() ||
             model::OnsetBounds(model::NormalizeCode(rule.text)).has_value();
    case model::Kind::kKeyword:
      return WordRules::Standard().WordOf(rule.field, rule.text).meaning == WordRules::Meaning::kWord;
    case model::Kind::kCode:
      return !WordRules::Standard().IsMissingCode(rule.text);
    default:
      return true;
  }
}

absl::StatusOr<FieldRule> ParseField(model::Entity entity, const std::string& name, const Json& value,
                                     const std::string& place) {
  FieldRule rule;
  const model::EntityInfo& info = model::Info(entity);
  const model::Field* field = FindField(entity, name);
  if (field == nullptr && info.polar && name == "excluded") {
    rule.excluded = true;
  } else if (field == nullptr && name == "comparator" &&
             (entity == model::Entity::kMeasurement || entity == model::Entity::kExposure)) {
    rule.comparator = true;
    rule.field = entity == model::Entity::kMeasurement ? model::field::kMeasurementValue : model::field::kExposureValue;
  } else if (field == nullptr) {
    return MappingError(
        place, model::Concat({Quoted(name), " is no field of ", info.name, "; its fields are: ", FieldNames(entity)}));
  } else if (field->id == model::field::kIndividualId || field->id == model::field::kDataset) {
    return MappingError(place, "the individual's id is set by \"identity\", its dataset by the import");
  } else {
    rule.field = field->id;
  }
  if (value.is_object()) {
    if (value.size() != 1 || !value.contains("const")) {
      return MappingError(place, "a JSON pointer or {\"const\": VALUE} should stand here");
    }
    const Json& constant = value["const"];
    rule.constant = true;
    if (constant.is_string()) {
      rule.text = constant.get<std::string>();
    } else if (constant.is_number() || constant.is_boolean()) {
      rule.text = constant.dump();
    } else {
      return MappingError(place + "/const", "a string, number or boolean should stand here");
    }
    if (!FitsField(rule))
      return MappingError(place + "/const", model::Concat({Quoted(rule.text), " is no value of ", Quoted(name)}));
    return rule;
  }
  absl::StatusOr<Steps> steps = ParsePointer(value, place);
  if (!steps.ok()) return steps.status();
  rule.steps = *std::move(steps);
  const bool wildcard = std::find(rule.steps.begin(), rule.steps.end(), "*") != rule.steps.end();
  // An individual's rows of a table: the field is in one of them, as PlanTables checks.
  const bool in_rows =
      entity == model::Entity::kIndividual && rule.steps.size() == 3 && rule.steps[1] == "*" && rule.steps[2] != "*";
  if (wildcard && (rule.excluded || rule.comparator || (!model::Info(rule.field).multiple && !in_rows))) {
    return MappingError(
        place, model::Concat({"the field ", Quoted(name), " has one value, so '*' cannot stand in its pointer"}));
  }
  return rule;
}

}  // namespace

absl::StatusOr<Steps> ParsePointer(const Json& value, std::string_view place) {
  if (!value.is_string()) return MappingError(place, "a JSON pointer should stand here, as a string");
  const std::string& text = value.get_ref<const std::string&>();
  Steps steps;
  if (text.empty()) return steps;
  if (text.front() != '/')
    return MappingError(place, model::Concat({Quoted(text), " is not a JSON pointer: it should begin with '/'"}));
  size_t wildcards = 0;
  for (size_t begin = 1; begin <= text.size();) {
    const size_t end = std::min(text.find('/', begin), text.size());
    std::string step;
    for (size_t i = begin; i < end; ++i) {
      if (text[i] != '~') {
        step.push_back(text[i]);
      } else if (i + 1 < end && (text[i + 1] == '0' || text[i + 1] == '1')) {
        step.push_back(text[++i] == '0' ? '~' : '/');
      } else {
        return MappingError(place,
                            model::Concat({Quoted(text), " is not a JSON pointer: '~' should be written \"~0\""}));
      }
    }
    if (step == "*") ++wildcards;
    std::string scratch;
    steps.emplace_back(CamelCase(step, scratch));
    begin = end + 1;
  }
  if (steps.size() > kMaxSteps || wildcards > kMaxWildcards)
    return MappingError(place, "the JSON pointer has too many steps");
  return steps;
}

absl::StatusOr<std::vector<FieldRule>> ParseFields(model::Entity entity, const Json& fields, const std::string& place) {
  if (!fields.is_object()) return MappingError(place, "an object from field names to JSON pointers should stand here");
  std::vector<FieldRule> rules;
  for (const auto& [name, value] : fields.items()) {
    absl::StatusOr<FieldRule> rule = ParseField(entity, name, value, place + "/" + name);
    if (!rule.ok()) return rule.status();
    rules.push_back(*std::move(rule));
  }
  return rules;
}

}  // namespace muster::import
