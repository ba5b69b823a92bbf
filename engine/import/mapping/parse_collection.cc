#include "engine/import/mapping/parse_collection.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "engine/import/mapping/mapping_error.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

using Json = nlohmann::json;
using model::Collection;

struct TextMember {
  std::string_view name;
  std::string Collection::*text;
};
constexpr TextMember kTexts[] = {
    {"id", &Collection::id},
    {"name", &Collection::name},
    {"description", &Collection::description},
    {"type", &Collection::type},
    {"custodian", &Collection::custodian},
    {"access", &Collection::access},
    {"version", &Collection::version},
    {"ageRange", &Collection::age_range},
    {"inclusion", &Collection::inclusion},
    {"exclusion", &Collection::exclusion},
};

absl::Status ParseCode(const Json& value, const std::string& place, model::CodeAndLabel* code, model::DataUse* use) {
  if (value.is_string()) {
    code->code = model::NormalizeCode(value.get<std::string>());
    return absl::OkStatus();
  }
  if (!value.is_object())
    return MappingError(place, "a code, or an object with \"id\" and \"label\", should stand here");
  for (const auto& [name, member] : value.items()) {
    const std::string here = place + "/" + name;
    if (use != nullptr && name == "modifiers") {
      if (!member.is_array()) return MappingError(here, "an array of codes should stand here");
      for (size_t i = 0; i < member.size(); ++i) {
        model::CodeAndLabel& modifier = use->modifiers.emplace_back();
        absl::Status read = ParseCode(member[i], absl::StrCat(here, "/", i), &modifier, nullptr);
        if (!read.ok()) return read;
      }
      continue;
    }
    if (!member.is_string()) return MappingError(here, "a string should stand here");
    if (name == "id") {
      code->code = model::NormalizeCode(member.get<std::string>());
    } else if (name == "label") {
      code->label = member.get<std::string>();
    } else if (use != nullptr && name == "version") {
      use->version = member.get<std::string>();
    } else {
      return MappingError(
          here, use != nullptr ? "known here are: id, label, version, modifiers" : "known here are: id, label");
    }
  }
  return code->code.empty() ? MappingError(place, "\"id\" is missing") : absl::OkStatus();
}

absl::Status ParseMember(const std::string& name, const Json& member, const std::string& here, Collection* collection) {
  for (const TextMember& known : kTexts) {
    if (known.name != name) continue;
    if (!member.is_string()) return MappingError(here, "a string should stand here");
    collection->*known.text = member.get<std::string>();
    return absl::OkStatus();
  }
  if (name == "countries") {
    if (!member.is_array()) return MappingError(here, "an array of country codes should stand here");
    for (const Json& country : member) {
      if (!country.is_string()) return MappingError(here, "country codes are strings");
      collection->countries.push_back(country.get<std::string>());
    }
  } else if (name == "declared") {
    if (!member.is_number_unsigned()) return MappingError(here, "a number of individuals should stand here");
    collection->declared = member.get<uint64_t>();
  } else if (name == "synthetic") {
    if (!member.is_boolean()) return MappingError(here, "true or false should stand here");
    collection->synthetic = member.get<bool>();
  } else if (name == "dataUse") {
    if (!member.is_array()) return MappingError(here, "an array of DUO terms should stand here");
    for (size_t i = 0; i < member.size(); ++i) {
      model::DataUse use;
      absl::Status read = ParseCode(member[i], absl::StrCat(here, "/", i), &use.use, &use);
      if (!read.ok()) return read;
      const Json& ids = member[i].is_object() ? member[i]["id"] : member[i];
      for (model::DataUse& one : model::SplitDataUse(ids.get<std::string>(), use)) {
        collection->data_uses.push_back(std::move(one));
      }
    }
  } else {
    std::string names;
    for (const TextMember& known : kTexts) names.append(known.name).append(", ");
    return MappingError(here, model::Concat({"known here are: ", names, "countries, declared, synthetic, dataUse"}));
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<std::vector<Collection>> ParseCollections(Collection::Kind kind, const Json& value,
                                                         const std::string& place) {
  if (!value.is_array()) return MappingError(place, "an array of objects should stand here");
  std::vector<Collection> collections;
  for (size_t i = 0; i < value.size(); ++i) {
    const std::string here = absl::StrCat(place, "/", i);
    if (!value[i].is_object()) return MappingError(here, "an object should stand here");
    Collection& collection = collections.emplace_back();
    collection.kind = kind;
    for (const auto& [name, member] : value[i].items()) {
      if (absl::Status read = ParseMember(name, member, here + "/" + name, &collection); !read.ok()) return read;
    }
    if (collection.id.empty()) return MappingError(here, "\"id\" is missing");
  }
  return collections;
}

}  // namespace muster::import
