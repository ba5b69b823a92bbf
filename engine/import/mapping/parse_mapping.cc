// From the text of a mapping to its rules.
#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "engine/import/mapping/denying_place.h"
#include "engine/import/mapping/mapping.h"
#include "engine/import/mapping/mapping_error.h"
#include "engine/import/mapping/parse_collection.h"
#include "engine/import/mapping/parse_fields.h"
#include "engine/import/mapping/parse_rows.h"
#include "engine/import/mapping/parse_tables.h"
#include "engine/import/mapping/parse_words.h"
#include "engine/import/mapping/plan_tables.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

using Json = nlohmann::json;

constexpr size_t kMaxMappingBytes = size_t{1} << 20;
constexpr size_t kMaxRules = 1000;

}  // namespace

// Fills a mapping from JSON; each method says what is wrong at `place`.
struct Mapping::Parser {
  Mapping& mapping;

  absl::Status Document(const Json& json) {
    if (!json.is_object()) return MappingError("", "an object should stand here");
    for (const auto& [name, value] : json.items()) {
      const std::string place = "/" + name;
      const absl::Status read = name == "identity"     ? Identity(value, place)
                                : name == "individual" ? Individual(value, place)
                                : name == "tables"     ? Tables(value, place)
                                : name == "missing" || name == "not missing"
                                    ? ParseMissing(value, place, name == "missing", mapping.words_)
                                : name == "words"        ? ParseWords(value, place, mapping.words_)
                                : name == "plausibility" ? Plausible(value, place)
                                : name == "datasets"     ? Collections(model::Collection::Kind::kDataset, value, place)
                                : name == "cohorts"      ? Collections(model::Collection::Kind::kCohort, value, place)
                                                         : Rows(name, value, place);
      if (!read.ok()) return read;
    }
    absl::StatusOr<std::vector<std::vector<FieldRule>>> of_tables =
        PlanTables(mapping.individual_, mapping.rules_, mapping.tables_);
    if (!of_tables.ok()) return of_tables.status();
    mapping.individual_of_ = *std::move(of_tables);
    // Where the record is the mother's, so is what is called hers.
    for (const auto& rule : mapping.rules_) {
      const auto is_denying = [&](const std::string& step) { return IsDenyingName(step, rule->entity); };
      if (!rule->of_table && std::any_of(mapping.identity_.begin(), mapping.identity_.end(), is_denying)) {
        rule->denying_place.clear();
      }
    }
    return absl::OkStatus();
  }

  absl::Status Tables(const Json& value, const std::string& place) {
    absl::StatusOr<std::vector<Table>> tables = ParseTables(value, place);
    if (!tables.ok()) return tables.status();
    mapping.tables_ = *std::move(tables);
    return absl::OkStatus();
  }

  absl::Status Identity(const Json& value, const std::string& place) {
    absl::StatusOr<Steps> steps = ParsePointer(value, place);
    if (!steps.ok()) return steps.status();
    if (steps->empty() || std::find(steps->begin(), steps->end(), "*") != steps->end()) {
      return MappingError(place, "the pointer should lead to one member of the record");
    }
    mapping.identity_ = *std::move(steps);
    if (mapping.identity_ != Steps{"id"}) mapping.Mark({}, mapping.identity_, nullptr);
    return absl::OkStatus();
  }

  absl::Status Collections(model::Collection::Kind kind, const Json& value, const std::string& place) {
    absl::StatusOr<std::vector<model::Collection>> parsed = ParseCollections(kind, value, place);
    if (!parsed.ok()) return parsed.status();
    for (model::Collection& collection : *parsed) mapping.collections_.push_back(std::move(collection));
    return absl::OkStatus();
  }

  // false switches all rules off; an object, some.
  absl::Status Plausible(const Json& value, const std::string& place) {
    constexpr std::pair<std::string_view, bool model::Plausibility::*> kRules[] = {
        {"dates", &model::Plausibility::dates},
        {"ages", &model::Plausibility::ages},
        {"lifetime", &model::Plausibility::lifetime},
        {"numbers", &model::Plausibility::numbers},
        {"labels", &model::Plausibility::labels}};
    if (value.is_boolean()) {
      for (const auto& [name, rule] : kRules) mapping.plausibility_.*rule = value.get<bool>();
      return absl::OkStatus();
    }
    if (!value.is_object()) return MappingError(place, "true, false or an object of rules should stand here");
    for (const auto& [name, member] : value.items()) {
      const auto rule = std::find_if(std::begin(kRules), std::end(kRules),
                                     [&key = name](const auto& known) { return known.first == key; });
      if (rule == std::end(kRules)) {
        return MappingError(
            place, model::Concat({Quoted(name), " is no rule; the rules are: dates, ages, lifetime, numbers, labels"}));
      }
      if (!member.is_boolean()) return MappingError(place + "/" + name, "true or false should stand here");
      mapping.plausibility_.*rule->second = member.get<bool>();
    }
    return absl::OkStatus();
  }

  absl::Status Individual(const Json& value, const std::string& place) {
    absl::StatusOr<std::vector<FieldRule>> fields = ParseFields(model::Entity::kIndividual, value, place);
    if (!fields.ok()) return fields.status();
    mapping.individual_ = *std::move(fields);
    for (const FieldRule& field : mapping.individual_) {
      if (!field.constant) mapping.Mark({}, field.steps, nullptr);
    }
    return absl::OkStatus();
  }

  absl::Status Rows(const std::string& name, const Json& value, const std::string& place) {
    const model::EntityInfo* info = FindEntity(name);
    if (info == nullptr) {
      std::string names = "identity, tables, datasets, cohorts, missing, not missing, words, plausibility";
      for (const model::EntityInfo& known : model::Entities()) names.append(", ").append(known.plural);
      return MappingError(place, model::Concat({Quoted(name), " is no entity; a mapping may have: ", names}));
    }
    if (info->entity == model::Entity::kIndividual) return Individual(value, place);
    if (!value.is_array()) return Row(*info, value, place);
    for (size_t i = 0; i < value.size(); ++i) {
      if (absl::Status row = Row(*info, value[i], absl::StrCat(place, "/", i)); !row.ok()) return row;
    }
    return absl::OkStatus();
  }

  absl::Status Row(const model::EntityInfo& info, const Json& value, const std::string& place) {
    if (mapping.rules_.size() == kMaxRules) return MappingError(place, "the mapping has too many rules");
    absl::StatusOr<std::unique_ptr<RowRule>> parsed = ParseRow(info, value, place);
    if (!parsed.ok()) return parsed.status();
    const RowRule& rule = *mapping.rules_.emplace_back(*std::move(parsed));
    for (const FieldRule& field : rule.fields) {
      if (!field.constant) mapping.Mark(rule.from, field.steps, nullptr);
    }
    for (const Condition& condition : rule.when) mapping.Mark(rule.from, condition.steps, nullptr);
    if (rule.parent_by_id) mapping.Mark(rule.from, rule.parent_id, nullptr);
    mapping.Mark(rule.from, {}, &rule);
    return absl::OkStatus();
  }
};

absl::StatusOr<Mapping> Mapping::Parse(std::string_view json) {
  Mapping mapping;
  if (model::Trim(json).empty()) return mapping;
  if (json.size() > kMaxMappingBytes) return absl::InvalidArgumentError("mapping: longer than 1 MiB");
  const Json document = Json::parse(json.begin(), json.end(), /*cb=*/nullptr, /*allow_exceptions=*/false);
  if (document.is_discarded()) return absl::InvalidArgumentError("mapping: not valid JSON");
  if (absl::Status read = Parser{mapping}.Document(document); !read.ok()) return read;
  return mapping;
}

}  // namespace muster::import
