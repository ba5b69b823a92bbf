#include "engine/bind/bound/scope.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "engine/model/text/text.h"
#include "grammar/text/edit_distance.h"

namespace muster::bind {
namespace {

using model::Entity;
using model::FieldId;

// The parts of a list of the model, whose texts are constants.
std::vector<std::string_view> Split(std::string_view names) {
  std::vector<std::string_view> parts;
  while (!names.empty()) {
    const std::string_view part = names.substr(0, names.find('|'));
    if (!part.empty()) parts.push_back(part);
    names.remove_prefix(std::min(names.size(), part.size() + 1));
  }
  return parts;
}

// Of the names of a model, the length and three characters tell nearly all apart.
size_t HashOf(std::string_view name) {
  const auto at = [&](size_t i) { return uint64_t{static_cast<unsigned char>(name[i])}; };
  const uint64_t mixed =
      (name.size() << 24 | at(0) << 16 | at(name.size() / 2) << 8 | at(name.size() - 1)) * uint64_t{0x9E3779B97F4A7C15};
  return mixed ^ mixed >> 32;
}

// Names are short: a call would take longer than they do.
bool AreSame(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  const auto eight = [](std::string_view text, size_t at) {
    uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    return bytes;
  };
  constexpr size_t kEight = sizeof(uint64_t);
  if (a.size() < kEight) return std::equal(a.begin(), a.end(), b.begin());
  for (size_t at = 0; at + kEight < a.size(); at += kEight) {
    if (eight(a, at) != eight(b, at)) return false;
  }
  return eight(a, a.size() - kEight) == eight(b, a.size() - kEight);
}

// Names of the model. They are looked up by views, many times for each criterion: a table that is at most half full and
// never changes takes a third of what a general one does.
template <typename Value>
class ByName {
 public:
  using Names = std::vector<std::pair<std::string_view, Value>>;

  // Of equal names, the first counts.
  explicit ByName(const Names& names) : slots_(std::bit_ceil(2 * names.size() + 2)), mask_(slots_.size() - 1) {
    for (const auto& [name, value] : names) {
      Slot& slot = slots_[PlaceOf(name)];
      if (slot.name.empty()) slot = {name, value};
    }
  }

  std::optional<Value> Find(std::string_view name) const {
    if (name.empty()) return std::nullopt;
    const Slot& slot = slots_[PlaceOf(name)];
    return slot.name.empty() ? std::nullopt : std::optional(slot.value);
  }

 private:
  struct Slot {
    std::string_view name;  // empty: free
    Value value{};
  };

  // Where the name is, or else where it would be.
  size_t PlaceOf(std::string_view name) const {
    size_t at = HashOf(name) & mask_;
    while (!slots_[at].name.empty() && !AreSame(slots_[at].name, name)) at = (at + 1) & mask_;
    return at;
  }

  std::vector<Slot> slots_;
  size_t mask_;
};

const ByName<Entity>& EntitiesByName() {
  static const auto* map = [] {
    ByName<Entity>::Names names;
    for (const model::EntityInfo& info : model::Entities()) {
      names.emplace_back(info.name, info.entity);
      names.emplace_back(info.plural, info.entity);
      for (const std::string_view alias : Split(info.aliases)) names.emplace_back(alias, info.entity);
    }
    return new ByName<Entity>(names);
  }();
  return *map;
}

const ByName<FieldId>& FieldsByName(Entity entity) {
  static const auto* maps = [] {
    std::vector<ByName<FieldId>::Names> names(model::kEntityCount);
    for (const model::Field& f : model::Fields()) names[static_cast<size_t>(f.entity)].emplace_back(f.name, f.id);
    for (const model::Field& f : model::Fields()) {  // a name goes before another field's alias
      for (const std::string_view alias : Split(f.aliases)) {
        names[static_cast<size_t>(f.entity)].emplace_back(alias, f.id);
      }
    }
    return new std::vector<ByName<FieldId>>(names.begin(), names.end());
  }();
  return (*maps)[static_cast<size_t>(entity)];
}

}  // namespace

std::optional<Entity> FindEntity(std::string_view name) { return EntitiesByName().Find(name); }

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

std::optional<FieldId> FindField(Entity entity, std::string_view name) { return FieldsByName(entity).Find(name); }

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
    std::vector<std::string_view> names = Split(f.aliases);
    names.insert(names.begin(), f.name);
    const auto age =
        std::find_if(names.begin(), names.end(), [](std::string_view n) { return n.starts_with("age at "); });
    if (age == names.end()) continue;
    std::string& anchor = anchors.emplace_back(*age);
    if (f.entity != Entity::kIndividual) anchor += " (of " + WithArticle(model::Info(f.entity).name) + ")";
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
    for (const std::string_view alias : Split(info.aliases)) names.emplace_back(alias);
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
