#include "engine/bind/bound/scope.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "containers/hash_table.h"
#include "engine/model/text/text.h"
#include "grammar/text/edit_distance.h"

namespace muster::bind {
namespace {

using model::Entity;
using model::FieldId;

std::vector<std::string> Split(std::string_view names) {
  return absl::StrSplit(std::string(names), '|', absl::SkipEmpty());
}

// Looked up by views, many times for each criterion. Of the names of a model, the length and three characters tell
// nearly all apart.
struct NameHash {
  using is_transparent = void;
  size_t operator()(std::string_view name) const {
    if (name.empty()) return 0;
    const auto at = [&](size_t i) { return uint64_t{static_cast<unsigned char>(name[i])}; };
    const uint64_t mixed = (name.size() << 24 | at(0) << 16 | at(name.size() / 2) << 8 | at(name.size() - 1)) *
                           uint64_t{0x9E3779B97F4A7C15};
    return mixed ^ mixed >> 32;
  }
};
struct NameEqual {
  using is_transparent = void;
  bool operator()(std::string_view a, std::string_view b) const { return a == b; }
};
template <typename Value>
using ByName = HashMap<std::string, Value, NameHash, NameEqual>;

const ByName<Entity>& EntitiesByName() {
  static const auto* map = [] {
    auto* m = new ByName<Entity>;
    for (const model::EntityInfo& info : model::Entities()) {
      m->emplace(info.name, info.entity);
      m->emplace(info.plural, info.entity);
      for (std::string& alias : Split(info.aliases)) m->emplace(std::move(alias), info.entity);
    }
    return m;
  }();
  return *map;
}

const ByName<FieldId>& FieldsByName(Entity entity) {
  static const auto* maps = [] {
    auto* all = new std::vector<ByName<FieldId>>(model::kEntityCount);
    for (const model::Field& f : model::Fields()) (*all)[static_cast<size_t>(f.entity)].emplace(f.name, f.id);
    for (const model::Field& f : model::Fields()) {  // a name goes before another field's alias
      for (std::string& alias : Split(f.aliases)) (*all)[static_cast<size_t>(f.entity)].emplace(std::move(alias), f.id);
    }
    return all;
  }();
  return (*maps)[static_cast<size_t>(entity)];
}

}  // namespace

std::optional<Entity> FindEntity(std::string_view name) {
  const auto& entities = EntitiesByName();
  const auto it = entities.find(name);
  return it == entities.end() ? std::nullopt : std::optional(it->second);
}

namespace {
constexpr std::pair<std::string_view, Relation> kRelations[] = {
    {"mother", Relation::kMother},        {"father", Relation::kFather},         {"parent", Relation::kParent},
    {"parents", Relation::kParent},       {"child", Relation::kChild},           {"children", Relation::kChild},
    {"sibling", Relation::kSibling},      {"siblings", Relation::kSibling},      {"relative", Relation::kRelative},
    {"relatives", Relation::kRelative},   {"member", Relation::kMember},         {"members", Relation::kMember},
    {"family member", Relation::kMember}, {"family members", Relation::kMember},
};
}  // namespace

std::optional<Relation> FindRelation(std::string_view name) {
  for (const auto& [known, relation] : kRelations) {
    if (known == name) return relation;
  }
  return std::nullopt;
}

std::vector<std::string> RelationNames() {
  std::vector<std::string> names;
  for (const auto& [name, relation] : kRelations) names.emplace_back(name);
  return names;
}

bool OnOneLine(Entity a, Entity b) { return model::IsAncestorOrSelf(a, b) || model::IsAncestorOrSelf(b, a); }

std::optional<FieldId> FindField(Entity entity, std::string_view name) {
  const auto& fields = FieldsByName(entity);
  const auto it = fields.find(name);
  return it == fields.end() ? std::nullopt : std::optional(it->second);
}

std::optional<FieldId> FindFieldUpwards(Entity entity, std::string_view name) {
  while (true) {
    if (const auto field = FindField(entity, name)) return field;
    if (entity == Entity::kIndividual) return std::nullopt;
    entity = model::Info(entity).parent;
  }
}

std::optional<FieldId> FindFieldUpwards(Entity entity, std::string_view name, model::Kind kind) {
  const auto field = FindFieldUpwards(entity, model::ToLower(name));
  return field && model::Info(*field).kind == kind ? field : std::nullopt;
}

std::vector<FieldId> FindFieldsBelow(Entity entity, std::string_view name) {
  std::vector<FieldId> found;
  for (const model::EntityInfo& info : model::Entities()) {
    if (info.entity == entity || !model::IsAncestorOrSelf(entity, info.entity)) continue;
    if (const auto field = FindField(info.entity, name)) found.push_back(*field);
  }
  return found;
}

std::vector<std::string> AgeAnchors() {
  std::vector<std::string> anchors;
  for (const model::Field& f : model::Fields()) {
    std::vector<std::string> names = Split(f.aliases);
    names.emplace(names.begin(), f.name);
    const auto age =
        std::find_if(names.begin(), names.end(), [](const std::string& n) { return n.rfind("age at ", 0) == 0; });
    if (age == names.end()) continue;
    anchors.push_back(f.entity == Entity::kIndividual ? *age
                                                      : *age + " (of " + WithArticle(model::Info(f.entity).name) + ")");
  }
  anchors.emplace_back("age at study date");
  anchors.emplace_back("age as of 2025-01-01");
  return anchors;
}

std::vector<std::string> EntityNames(Entity entity) {
  std::vector<std::string> names;
  for (const model::EntityInfo& info : model::Entities()) {
    if (info.entity != entity && model::IsAncestorOrSelf(entity, info.entity)) names.emplace_back(info.name);
  }
  return names;
}

std::vector<std::string> FieldNames(Entity entity) {
  std::vector<std::string> names;
  for (const FieldId field : model::FieldsOf(entity)) names.emplace_back(model::Info(field).name);
  return names;
}

std::string FieldsOfKind(Entity entity, model::Kind kind) {
  std::vector<std::string> names;
  for (const FieldId field : model::FieldsOf(entity)) {
    if (model::Info(field).kind == kind) names.emplace_back(model::Info(field).name);
  }
  return names.empty() ? "none" : absl::StrJoin(names, ", ");
}

std::vector<std::string> AllEntityNames() {
  std::vector<std::string> names;
  for (const model::EntityInfo& info : model::Entities()) {
    names.emplace_back(info.name);
    names.emplace_back(info.plural);
    for (std::string& alias : Split(info.aliases)) names.push_back(std::move(alias));
  }
  return names;
}

std::string EntityName(model::Entity entity) { return std::string(model::Info(entity).name); }

std::string RowsInWords(uint64_t rows, Entity entity, std::string_view of) {
  const model::EntityInfo& info = model::Info(entity);
  return absl::StrCat(rows, " ", std::string(rows == 1 ? info.name : info.plural), of.empty() ? "" : " of ",
                      std::string(of));
}

std::string WithArticle(std::string_view name) {
  const bool vowel = !name.empty() && std::string_view("aeiou").find(name[0]) != std::string_view::npos;
  return (vowel ? "an " : "a ") + std::string(name);
}

std::vector<std::string> NearestNames(std::string_view name, const std::vector<std::string>& names) {
  const size_t limit = name.size() <= 3 ? 1 : name.size() <= 8 ? 2 : 3;
  std::vector<std::pair<size_t, std::string>> near;
  for (const std::string& candidate : names) {
    const size_t distance = grammar::EditDistance(name, candidate, limit);
    if (distance <= limit) near.emplace_back(distance, candidate);
  }
  std::sort(near.begin(), near.end());
  std::vector<std::string> out;
  for (size_t i = 0; i < near.size() && i < 3; ++i) out.push_back(near[i].second);
  return out;
}

}  // namespace muster::bind
