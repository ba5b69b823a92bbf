#include "engine/import/mapping/parse_words.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>

#include "engine/import/mapping/mapping.h"
#include "engine/import/mapping/mapping_error.h"
#include "engine/model/schema/schema.h"
#include "engine/model/schema/vocabulary.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

using Json = nlohmann::json;

absl::Status AddWord(model::FieldId field, const std::string& written, const Json& word, const std::string& place,
                     WordRules& rules) {
  if (word.is_null()) {
    rules.AddWord(field, written, std::nullopt);
    return absl::OkStatus();
  }
  const WordRules::Word known = WordRules::Standard().WordOf(field, word.get<std::string>());
  if (known.meaning != WordRules::Meaning::kWord) {
    const model::Vocabulary* vocabulary = model::VocabularyOf(field);
    const std::string words = vocabulary == nullptr ? "" : model::WordsOf(*vocabulary);
    return MappingError(place, model::Concat({Quoted(word.get<std::string>()), " is no ", model::Info(field).name,
                                              words.empty() ? "" : "; its words are: ", words}));
  }
  rules.AddWord(field, written, known.text);
  return absl::OkStatus();
}

}  // namespace

absl::Status ParseMissing(const Json& value, const std::string& place, bool missing, WordRules& rules) {
  const Json array = value.is_array() ? value : Json::array({value});
  for (const Json& text : array) {
    if (!text.is_string() && !text.is_number()) return MappingError(place, "texts or numbers should stand here");
    const std::string marker = text.is_string() ? text.get<std::string>() : text.dump();
    missing ? rules.AddMissing(marker) : rules.RemoveMissing(marker);
  }
  return absl::OkStatus();
}

absl::Status ParseWords(const Json& value, const std::string& place, WordRules& rules) {
  constexpr std::string_view kForm =
      "an object should stand here, such as {\"individual\": {\"sex\": {\"w\": \"female\"}}}";
  if (!value.is_object()) return MappingError(place, kForm);
  for (const auto& [entity_name, fields] : value.items()) {
    const model::EntityInfo* entity = FindEntity(entity_name);
    if (entity == nullptr) return MappingError(place, model::Concat({Quoted(entity_name), " is no entity"}));
    if (!fields.is_object()) return MappingError(place, kForm);
    for (const auto& [field_name, words] : fields.items()) {
      const std::string here = model::Concat({place, "/", entity_name, "/", field_name});
      const model::Field* field = FindField(entity->entity, field_name);
      if (field == nullptr || field->kind != model::Kind::kKeyword) {
        return MappingError(here, model::Concat({Quoted(field_name), " is no field of words of ", entity->name}));
      }
      if (!words.is_object()) return MappingError(here, kForm);
      for (const auto& [written, word] : words.items()) {
        if (!word.is_string() && !word.is_null())
          return MappingError(here + "/" + written, "a word or null should stand here");
        if (absl::Status added = AddWord(field->id, written, word, here + "/" + written, rules); !added.ok())
          return added;
      }
    }
  }
  return absl::OkStatus();
}

}  // namespace muster::import
