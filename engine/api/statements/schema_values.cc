#include "engine/api/statements/schema_values.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "engine/model/record/dictionary.h"

namespace muster::api {
namespace {

Schema::Kind KindOf(model::Kind kind) {
  switch (kind) {
    case model::Kind::kCode:
      return Schema::Kind::kCode;
    case model::Kind::kKeyword:
      return Schema::Kind::kKeyword;
    case model::Kind::kNumber:
      return Schema::Kind::kNumber;
    case model::Kind::kTime:
      return Schema::Kind::kTime;
    case model::Kind::kText:
      return Schema::Kind::kText;
  }
  return Schema::Kind::kText;
}

std::vector<std::string> NamesIn(std::string_view aliases) {
  return absl::StrSplit(std::string(aliases), '|', absl::SkipEmpty());
}

// The field in which the units of a field of numbers are.
int UnitField(model::FieldId field) {
  if (field == model::field::kMeasurementValue) return model::field::kMeasurementUnit;
  if (field == model::field::kExposureValue) return model::field::kExposureUnit;
  return -1;
}

absl::StatusOr<Schema::Field> FieldOf(const model::Field& info, const bind::CatalogueView& view) {
  Schema::Field field;
  field.name = info.name;
  field.aliases = NamesIn(info.aliases);
  field.description = info.doc;
  field.kind = KindOf(info.kind);
  field.several = info.multiple;
  field.primary = model::Info(info.entity).primary == info.id;
  const int units = UnitField(info.id);
  if (units < 0) return field;
  const auto symbols = view.FieldValues(static_cast<model::FieldId>(units));
  if (!symbols.ok()) return symbols.status();
  for (const model::Symbol symbol : **symbols) field.units.emplace_back(view.dictionary().Text(symbol));
  std::ranges::sort(field.units);
  return field;
}

Collection::Term TermOf(const model::CodeAndLabel& term) { return {term.code, term.label}; }

Collection CollectionOf(const model::Collection& from) {
  Collection collection;
  collection.kind =
      from.kind == model::Collection::Kind::kDataset ? Collection::Kind::kDataset : Collection::Kind::kCohort;
  collection.id = from.id;
  collection.name = from.name;
  collection.description = from.description;
  collection.type = from.type;
  collection.countries = from.countries;
  collection.custodian = from.custodian;
  collection.access = from.access;
  collection.version = from.version;
  collection.age_range = from.age_range;
  collection.inclusion = from.inclusion;
  collection.exclusion = from.exclusion;
  collection.declared = from.declared;
  collection.synthetic = from.synthetic;
  for (const model::DataUse& use : from.data_uses) {
    Collection::DataUse& added = collection.data_uses.emplace_back();
    added.use = TermOf(use.use);
    added.version = use.version;
    std::ranges::transform(use.modifiers, std::back_inserter(added.modifiers), TermOf);
  }
  return collection;
}

}  // namespace

absl::StatusOr<Schema> SchemaOf(const bind::CatalogueView& view) {
  Schema schema;
  for (const model::EntityInfo& info : model::Entities()) {
    Schema::Entity& entity = schema.entities.emplace_back();
    entity.name = info.name;
    entity.plural = info.plural;
    entity.aliases = NamesIn(info.aliases);
    entity.description = info.doc;
    if (info.parent != info.entity) entity.parent = model::Info(info.parent).name;
    entity.may_be_excluded = info.polar;
    for (const model::FieldId id : model::FieldsOf(info.entity)) {
      absl::StatusOr<Schema::Field> field = FieldOf(model::Info(id), view);
      if (!field.ok()) return field.status();
      entity.fields.push_back(*std::move(field));
    }
  }
  return schema;
}

absl::StatusOr<std::vector<CodePlace>> PlacesOf(std::string_view code, const bind::CatalogueView& view) {
  if (code.find(':') == std::string_view::npos) {
    return absl::InvalidArgumentError(
        absl::StrCat("'", std::string(code), "' is not a code: write it with its system, such as HP:0001250"));
  }
  const ontology::Terminology& terminology = view.terminology();
  const ontology::Concept found = terminology.Find(model::NormalizeCode(code));
  std::vector<CodePlace> places;
  if (found.source == ontology::Concept::Source::kUnknown) return places;
  const ontology::SymbolSet wanted = terminology.Follow(found, ontology::Reach::kDescendants).symbols;
  for (const model::Field& field : model::Fields()) {
    if (field.kind != model::Kind::kCode) continue;
    const auto values = view.FieldValues(field.id);
    if (!values.ok()) return values.status();
    const bool has = std::ranges::any_of(**values, [&](model::Symbol symbol) { return wanted->Contains(symbol); });
    if (!has) continue;
    const model::EntityInfo& entity = model::Info(field.entity);
    places.push_back({std::string(entity.name), std::string(field.name), entity.primary == field.id});
  }
  return places;
}

std::vector<Collection> CollectionsOf(const bind::CatalogueView& view) {
  std::vector<Collection> collections;
  std::ranges::transform(view.collections(), std::back_inserter(collections), CollectionOf);
  return collections;
}

}  // namespace muster::api
