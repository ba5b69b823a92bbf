// From the text of a mapping to its rules.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "engine/import/input/json_value.h"
#include "engine/import/mapping/mapping.h"
#include "engine/import/mapping/parse_collection.h"
#include "engine/import/mapping/parse_tables.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/schema/vocabulary.h"
#include "engine/model/text/text.h"
#include "engine/model/time/onset.h"
#include "engine/model/time/time.h"

namespace muster::import {
namespace {

using Json = nlohmann::json;

constexpr size_t kMaxMappingBytes = size_t{1} << 20;
constexpr size_t kMaxSteps = 32;
constexpr size_t kMaxWildcards = 8;
constexpr size_t kMaxRules = 1000;

absl::Status Wrong(std::string_view place, std::string_view what) {
  return absl::InvalidArgumentError(model::Concat({"mapping: at ", place.empty() ? "/" : place, ": ", what}));
}

std::string Quoted(std::string_view text) { return model::Concat({"\"", text, "\""}); }

absl::StatusOr<Steps> ParsePointer(const Json& value, std::string_view place) {
  if (!value.is_string()) return Wrong(place, "a JSON pointer should stand here, as a string");
  const std::string& text = value.get_ref<const std::string&>();
  Steps steps;
  if (text.empty()) return steps;
  if (text.front() != '/')
    return Wrong(place, model::Concat({Quoted(text), " is not a JSON pointer: it should begin with '/'"}));
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
        return Wrong(place, model::Concat({Quoted(text), " is not a JSON pointer: '~' should be written \"~0\""}));
      }
    }
    if (step == "*") ++wildcards;
    std::string scratch;
    steps.emplace_back(CamelCase(step, scratch));
    begin = end + 1;
  }
  if (steps.size() > kMaxSteps || wildcards > kMaxWildcards) return Wrong(place, "the JSON pointer has too many steps");
  return steps;
}

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
    return Wrong(
        place, model::Concat({Quoted(name), " is no field of ", info.name, "; its fields are: ", FieldNames(entity)}));
  } else if (field->id == model::field::kIndividualId || field->id == model::field::kDataset) {
    return Wrong(place, "the individual's id is set by \"identity\", its dataset by the import");
  } else {
    rule.field = field->id;
  }
  if (value.is_object()) {
    if (value.size() != 1 || !value.contains("const")) {
      return Wrong(place, "a JSON pointer or {\"const\": VALUE} should stand here");
    }
    const Json& constant = value["const"];
    rule.constant = true;
    if (constant.is_string()) {
      rule.text = constant.get<std::string>();
    } else if (constant.is_number() || constant.is_boolean()) {
      rule.text = constant.dump();
    } else {
      return Wrong(place + "/const", "a string, number or boolean should stand here");
    }
    if (!FitsField(rule))
      return Wrong(place + "/const", model::Concat({Quoted(rule.text), " is no value of ", Quoted(name)}));
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
    return Wrong(place,
                 model::Concat({"the field ", Quoted(name), " has one value, so '*' cannot stand in its pointer"}));
  }
  return rule;
}

absl::StatusOr<std::vector<FieldRule>> ParseFields(model::Entity entity, const Json& fields, const std::string& place) {
  if (!fields.is_object()) return Wrong(place, "an object from field names to JSON pointers should stand here");
  std::vector<FieldRule> rules;
  for (const auto& [name, value] : fields.items()) {
    absl::StatusOr<FieldRule> rule = ParseField(entity, name, value, place + "/" + name);
    if (!rule.ok()) return rule.status();
    rules.push_back(*std::move(rule));
  }
  return rules;
}

}  // namespace

// Fills a mapping from JSON; each method says what is wrong at `place`.
struct Mapping::Parser {
  Mapping& mapping;

  absl::Status Document(const Json& json) {
    if (!json.is_object()) return Wrong("", "an object should stand here");
    for (const auto& [name, value] : json.items()) {
      const std::string place = "/" + name;
      const absl::Status read = name == "identity"                           ? Identity(value, place)
                                : name == "individual"                       ? Individual(value, place)
                                : name == "tables"                           ? Tables(value, place)
                                : name == "missing" || name == "not missing" ? Missing(name, value, place)
                                : name == "words"                            ? Words(value, place)
                                : name == "plausibility"                     ? Plausible(value, place)
                                : name == "datasets" ? Collections(model::Collection::Kind::kDataset, value, place)
                                : name == "cohorts"  ? Collections(model::Collection::Kind::kCohort, value, place)
                                                     : Rows(name, value, place);
      if (!read.ok()) return read;
    }
    return PlanTables();
  }

  absl::Status Missing(const std::string& name, const Json& value, const std::string& place) {
    const Json array = value.is_array() ? value : Json::array({value});
    for (const Json& text : array) {
      if (!text.is_string() && !text.is_number()) return Wrong(place, "texts or numbers should stand here");
      const std::string marker = text.is_string() ? text.get<std::string>() : text.dump();
      name == "missing" ? mapping.words_.AddMissing(marker) : mapping.words_.RemoveMissing(marker);
    }
    return absl::OkStatus();
  }

  // From entities to fields to what is written to the word that it means.
  absl::Status Words(const Json& value, const std::string& place) {
    constexpr std::string_view kForm =
        "an object should stand here, such as {\"individual\": {\"sex\": {\"w\": \"female\"}}}";
    if (!value.is_object()) return Wrong(place, kForm);
    for (const auto& [entity_name, fields] : value.items()) {
      const model::EntityInfo* entity = FindEntity(entity_name);
      if (entity == nullptr) return Wrong(place, model::Concat({Quoted(entity_name), " is no entity"}));
      if (!fields.is_object()) return Wrong(place, kForm);
      for (const auto& [field_name, words] : fields.items()) {
        const std::string here = model::Concat({place, "/", entity_name, "/", field_name});
        const model::Field* field = FindField(entity->entity, field_name);
        if (field == nullptr || field->kind != model::Kind::kKeyword) {
          return Wrong(here, model::Concat({Quoted(field_name), " is no field of words of ", entity->name}));
        }
        if (!words.is_object()) return Wrong(here, kForm);
        for (const auto& [written, word] : words.items()) {
          if (!word.is_string() && !word.is_null())
            return Wrong(here + "/" + written, "a word or null should stand here");
          if (absl::Status added = AddWord(field->id, written, word, here + "/" + written); !added.ok()) return added;
        }
      }
    }
    return absl::OkStatus();
  }

  absl::Status AddWord(model::FieldId field, const std::string& written, const Json& word, const std::string& place) {
    if (word.is_null()) {
      mapping.words_.AddWord(field, written, std::nullopt);
      return absl::OkStatus();
    }
    const WordRules::Word known = WordRules::Standard().WordOf(field, word.get<std::string>());
    if (known.meaning != WordRules::Meaning::kWord) {
      const model::Vocabulary* vocabulary = model::VocabularyOf(field);
      return Wrong(place, model::Concat({Quoted(word.get<std::string>()), " is no ", model::Info(field).name,
                                         vocabulary == nullptr ? "" : "; its words are: ",
                                         vocabulary == nullptr ? "" : model::WordsOf(*vocabulary)}));
    }
    mapping.words_.AddWord(field, written, known.text);
    return absl::OkStatus();
  }

  absl::Status Tables(const Json& value, const std::string& place) {
    absl::StatusOr<std::vector<Table>> tables = ParseTables(value, place);
    if (!tables.ok()) return tables.status();
    mapping.tables_ = *std::move(tables);
    return absl::OkStatus();
  }

  // The number of the table that a pointer leads into.
  std::optional<size_t> TableOf(const Steps& steps) const {
    for (size_t i = 0; i < mapping.tables_.size(); ++i) {
      std::string scratch;
      if (!steps.empty() && steps[0] == CamelCase(mapping.tables_[i].name, scratch)) return i;
    }
    return std::nullopt;
  }

  // What tables need to know of the rules: which columns are named, what is of the individual, whose rows come first.
  absl::Status PlanTables() {
    mapping.individual_of_.resize(mapping.tables_.size());
    for (const FieldRule& rule : mapping.individual_) {
      const std::optional<size_t> number = rule.constant ? std::nullopt : TableOf(rule.steps);
      if (!number.has_value()) {
        const bool wildcard = std::find(rule.steps.begin(), rule.steps.end(), "*") != rule.steps.end();
        if (rule.constant || !wildcard || model::Info(rule.field).multiple) continue;
        return Wrong(model::Concat({"/individual/", model::Info(rule.field).name}),
                     model::Concat({"the field ", Quoted(model::Info(rule.field).name),
                                    " has one value, so '*' cannot stand in its pointer"}));
      }
      Table& table = mapping.tables_[*number];
      const std::string place = model::Concat({"/individual/", model::Info(rule.field).name});
      if (absl::Status used = Use(table, rule.steps, place); !used.ok()) return used;
      FieldRule& inner = mapping.individual_of_[*number].emplace_back(rule);
      inner.steps.erase(inner.steps.begin(), inner.steps.begin() + (table.one ? 1 : 2));
      table.rank = std::min(table.rank, -1);
    }
    for (const auto& rule : mapping.rules_) {
      const std::optional<size_t> number = TableOf(rule->from);
      if (!number.has_value()) continue;
      rule->of_table = true;
      Table& table = mapping.tables_[*number];
      const std::string place = model::Concat({"/", model::Info(rule->entity).plural});
      const auto use = [&](const Steps& steps) {
        Steps all = rule->from;
        all.insert(all.end(), steps.begin(), steps.end());
        return all.size() > (table.one ? 1u : 2u) ? Use(table, all, place) : absl::OkStatus();
      };
      if (!table.one && (rule->from.size() < 2 || rule->from[1] != "*")) return Unordered(table, place);
      for (const FieldRule& field : rule->fields) {
        if (field.constant) continue;
        if (absl::Status used = use(field.steps); !used.ok()) return used;
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
    return absl::OkStatus();
  }

  static absl::Status Unordered(const Table& table, const std::string& place) {
    return Wrong(place, model::Concat({"the rows of the table \"", table.name, "\" have no order: its pointers begin ",
                                       "with \"/", table.name, "/*\"; or say \"one\": true of the table"}));
  }

  // Notes the column that a pointer from the top leads to.
  static absl::Status Use(Table& table, const Steps& steps, const std::string& place) {
    if (!table.one && (steps.size() < 2 || steps[1] != "*")) return Unordered(table, place);
    const size_t column = table.one ? 1 : 2;
    if (steps.size() <= column)
      return Wrong(place,
                   model::Concat({"the pointer leads to the table \"", table.name, "\", not to a column of it"}));
    if (table.one && steps[1] == "*" && steps.size() > 2) {
      return Wrong(place, model::Concat({"the table \"", table.name, "\" has one row for each individual: pointers to ",
                                         "its columns begin with \"/", table.name, "\" and not with \"/", table.name,
                                         "/*\"; or leave \"one\" out"}));
    }
    if (steps[column] == "*") return absl::OkStatus();
    if (std::find(table.used.begin(), table.used.end(), steps[column]) == table.used.end())
      table.used.push_back(steps[column]);
    return absl::OkStatus();
  }

  absl::Status Identity(const Json& value, const std::string& place) {
    absl::StatusOr<Steps> steps = ParsePointer(value, place);
    if (!steps.ok()) return steps.status();
    if (steps->empty() || std::find(steps->begin(), steps->end(), "*") != steps->end()) {
      return Wrong(place, "the pointer should lead to one member of the record");
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
    if (!value.is_object()) return Wrong(place, "true, false or an object of rules should stand here");
    for (const auto& [name, member] : value.items()) {
      const auto rule = std::find_if(std::begin(kRules), std::end(kRules),
                                     [&key = name](const auto& known) { return known.first == key; });
      if (rule == std::end(kRules)) {
        return Wrong(
            place, model::Concat({Quoted(name), " is no rule; the rules are: dates, ages, lifetime, numbers, labels"}));
      }
      if (!member.is_boolean()) return Wrong(place + "/" + name, "true or false should stand here");
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
      return Wrong(place, model::Concat({Quoted(name), " is no entity; a mapping may have: ", names}));
    }
    if (info->entity == model::Entity::kIndividual) return Individual(value, place);
    if (!value.is_array()) return Row(*info, value, place);
    for (size_t i = 0; i < value.size(); ++i) {
      if (absl::Status row = Row(*info, value[i], absl::StrCat(place, "/", i)); !row.ok()) return row;
    }
    return absl::OkStatus();
  }

  // A pointer to what must be there, or an object from pointers to the values that must.
  static absl::Status When(const Json& value, const std::string& place, RowRule* rule) {
    if (!value.is_object()) {
      absl::StatusOr<Steps> steps = ParsePointer(value, place);
      if (!steps.ok()) return Wrong(place, "a JSON pointer, or an object from pointers to values, should stand here");
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
          return Wrong(here, "a value, or an array of values, should stand here");
        condition.values.push_back(text.is_string() ? text.get<std::string>() : text.dump());
      }
      if (condition.values.empty()) return Wrong(here, "at least one value should stand here");
      rule->when.push_back(std::move(condition));
    }
    return absl::OkStatus();
  }

  absl::Status Row(const model::EntityInfo& info, const Json& value, const std::string& place) {
    if (!value.is_object()) return Wrong(place, "an object with \"from\" and \"fields\" should stand here");
    if (mapping.rules_.size() == kMaxRules) return Wrong(place, "the mapping has too many rules");
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
        if (absl::Status read = When(member, here, rule.get()); !read.ok()) return read;
      } else if (name == parent.name) {
        if (member.is_string() && member.get_ref<const std::string&>() == "parent") continue;
        if (parent.entity == model::Entity::kIndividual) {
          return Wrong(here, "\"parent\" should stand here: a record has one individual");
        }
        absl::StatusOr<Steps> steps = ParsePointer(member, here);
        if (!steps.ok()) return Wrong(here, "\"parent\" or a JSON pointer to the parent's id should stand here");
        rule->parent_by_id = true;
        rule->parent_id = *std::move(steps);
      } else {
        return Wrong(here,
                     model::Concat({Quoted(name), " is unknown here; known are: from, fields, when, ", parent.name}));
      }
    }
    if (!from.has_value()) return Wrong(place, "\"from\" is missing");
    if (rule->fields.empty()) return Wrong(place, "\"fields\" is missing or empty");
    for (const FieldRule& field : rule->fields) {
      rule->sets_strategy = rule->sets_strategy || field.field == model::field::kRunStrategy;
      if (!field.constant) mapping.Mark(*from, field.steps, nullptr);
    }
    for (const Condition& condition : rule->when) mapping.Mark(*from, condition.steps, nullptr);
    if (rule->parent_by_id) mapping.Mark(*from, rule->parent_id, nullptr);
    rule->from = *from;
    mapping.Mark(*from, {}, rule.get());
    mapping.rules_.push_back(std::move(rule));
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
