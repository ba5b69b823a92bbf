#include "tests/property/naive/names.h"

#include <algorithm>
#include <string>

#include "absl/strings/str_cat.h"
#include "engine/model/text/text.h"
#include "tests/property/naive/naive_relation.h"

namespace muster::property {

using model::Entity;
using model::FieldId;

namespace {

void AppendAliases(std::string_view aliases, std::vector<std::string>* names) {
  while (!aliases.empty()) {
    const size_t bar = aliases.find('|');
    names->emplace_back(aliases.substr(0, bar));
    aliases = bar == aliases.npos ? std::string_view() : aliases.substr(bar + 1);
  }
}

bool Contains(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), model::ToLower(name)) != names.end();
}

}  // namespace

std::vector<std::string> NamesOf(Entity entity) {
  const model::EntityInfo& info = model::Info(entity);
  std::vector<std::string> names = {std::string(info.name), std::string(info.plural)};
  AppendAliases(info.aliases, &names);
  return names;
}

std::vector<std::string> NamesOf(FieldId field) {
  std::vector<std::string> names = {std::string(model::Info(field).name)};
  AppendAliases(model::Info(field).aliases, &names);
  return names;
}

std::optional<Entity> EntityNamed(std::string_view name) {
  for (const model::EntityInfo& info : model::Entities()) {
    if (Contains(NamesOf(info.entity), name)) return info.entity;
  }
  return std::nullopt;
}

std::optional<FieldId> FieldNamed(Entity entity, std::string_view name) {
  for (const model::Field& field : model::Fields()) {
    if (field.entity == entity && Contains(NamesOf(field.id), name)) return field.id;
  }
  return std::nullopt;
}

std::optional<FieldId> ResolveField(Entity space, std::string_view name) {
  for (Entity entity = space;; entity = model::Info(entity).parent) {
    if (const auto field = FieldNamed(entity, name)) return field;
    if (entity == Entity::kIndividual) return std::nullopt;
  }
}

std::optional<Entity> Anchor(Entity space, Entity asked) {
  for (Entity entity = space;; entity = model::Info(entity).parent) {
    if (entity != asked && model::IsAncestorOrSelf(entity, asked)) return entity;
    if (entity == Entity::kIndividual) return std::nullopt;
  }
}

bool OnOneLine(Entity a, Entity b) { return model::IsAncestorOrSelf(a, b) || model::IsAncestorOrSelf(b, a); }

std::optional<FieldId> ResolveDimension(Entity counted, std::string_view name) {
  if (const auto field = ResolveField(counted, name)) return field;
  if (const auto entity = EntityNamed(name)) {
    if (model::Info(*entity).primary < 0 || !OnOneLine(counted, *entity)) return std::nullopt;
    return static_cast<FieldId>(model::Info(*entity).primary);
  }
  for (size_t blank = name.find(' '); blank != name.npos; blank = name.find(' ', blank + 1)) {
    const auto entity = EntityNamed(name.substr(0, blank));
    if (!entity || !OnOneLine(counted, *entity)) continue;
    if (const auto field = FieldNamed(*entity, name.substr(blank + 1))) return field;
  }
  for (size_t of = name.find(" of "); of != name.npos; of = name.find(" of ", of + 1)) {  // value of measurement
    const auto entity = EntityNamed(name.substr(of + 4));
    if (!entity || !OnOneLine(counted, *entity)) continue;
    if (const auto field = FieldNamed(*entity, name.substr(0, of))) return field;
  }
  std::optional<FieldId> found;
  for (const model::EntityInfo& info : model::Entities()) {
    if (info.entity == counted || !model::IsAncestorOrSelf(counted, info.entity)) continue;
    const auto field = FieldNamed(info.entity, name);
    if (field && found) return std::nullopt;
    if (field) found = field;
  }
  return found;
}

std::optional<FieldId> ResolveTime(Entity counted, std::string_view name) {
  const auto is_time = [](FieldId field) { return model::Info(field).kind == model::Kind::kTime; };
  if (const auto field = ResolveField(counted, name); field && is_time(*field)) return field;
  std::vector<FieldId> below;
  for (const model::EntityInfo& info : model::Entities()) {
    if (info.entity == counted || !model::IsAncestorOrSelf(counted, info.entity)) continue;
    if (const auto field = FieldNamed(info.entity, name); field && is_time(*field)) below.push_back(*field);
  }
  if (below.size() == 1) return below[0];
  // The time that rows of an entity have: year of disease.
  if (const auto entity = EntityNamed(name); entity && below.empty() && OnOneLine(counted, *entity)) {
    if (const auto moment = MomentOf(*entity)) return moment;
  }
  return ResolveDimension(counted, name);
}

std::optional<OfOneRecord> SplitOrder(Entity counted, std::string_view name) {
  if (ResolveTime(counted, name)) return std::nullopt;
  const std::string spaced = absl::StrCat(" ", std::string(name), " ");
  std::optional<OfOneRecord> split;
  size_t earliest = std::string::npos;
  for (const bool last : {false, true}) {
    const std::string word = last ? " last " : " first ";
    const size_t at = spaced.find(word);
    if (at >= earliest) continue;
    earliest = at;
    const std::string rest = spaced.substr(0, at) + " " + spaced.substr(at + word.size());
    split = OfOneRecord{rest.substr(1, rest.size() - 2), last};
  }
  if (!split) return std::nullopt;
  const auto field = ResolveTime(counted, split->name);
  if (!field || model::IsAncestorOrSelf(model::Info(*field).entity, counted)) return std::nullopt;
  return split;
}

std::optional<FieldId> CompanionUnit(FieldId field) {
  switch (field) {
    case model::field::kMeasurementValue:
    case model::field::kMeasurementLow:
    case model::field::kMeasurementHigh:
      return model::field::kMeasurementUnit;
    case model::field::kExposureValue:
      return model::field::kExposureUnit;
    default:
      return std::nullopt;
  }
}

bool IsIdField(FieldId field) {
  return field == model::field::kPerson || field == model::field::kPedigreeFamily ||
         field == model::field::kPedigreeMember || field == model::field::kPedigreeMother ||
         field == model::field::kPedigreeFather;
}

std::string ComparedWord(FieldId field, std::string_view word) {
  return IsIdField(field) ? std::string(word) : model::ToLower(word);
}

std::string KeywordWithBlanks(FieldId field, std::string word) {
  if (!IsIdField(field) && field != model::field::kDataset && field != model::field::kCohort) {
    for (char& c : word) c = c == '_' || c == '-' ? ' ' : c;
  }
  return word;
}

std::string_view NativeUnit(FieldId field) {
  switch (field) {
    case model::field::kRunBreadth:
      return "%";
    case model::field::kProcedureDosage:
      return "Gy";
    case model::field::kSurvival:
    case model::field::kExposureDuration:
      return "d";
    default:
      return "";
  }
}

}  // namespace muster::property
