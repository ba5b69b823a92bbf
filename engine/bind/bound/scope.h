// Resolves names of entities and fields (singular, plural, aliases) in the space of one entity.
#ifndef MUSTER_ENGINE_BIND_BOUND_SCOPE_H_
#define MUSTER_ENGINE_BIND_BOUND_SCOPE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/bind/bound/bound.h"
#include "engine/model/schema/schema.h"

namespace muster::bind {

/// The entity named `name` (singular, plural or alias).
std::optional<model::Entity> FindEntity(std::string_view name);

/// The relation named `name` (singular or plural): mother, siblings.
std::optional<Relation> FindRelation(std::string_view name);
/// The names of all relations.
std::vector<std::string> RelationNames();

/// Whether one of the two lies above the other, at any distance.
bool OnOneLine(model::Entity a, model::Entity b);

/// The field of `entity` itself that has the name.
std::optional<model::FieldId> FindField(model::Entity entity, std::string_view name);
/// The field of `entity` or, failing that, of the nearest entity above that has the name.
std::optional<model::FieldId> FindFieldUpwards(model::Entity entity, std::string_view name);
/// The same, if that field is of `kind`; `name` in upper or lower case.
std::optional<model::FieldId> FindFieldUpwards(model::Entity entity, std::string_view name, model::Kind kind);
/// Fields of this name in entities below `entity` (at any distance).
std::vector<model::FieldId> FindFieldsBelow(model::Entity entity, std::string_view name);

/// Every age of a person, as written in a query: for the error on `age >= 18`, which does not say which.
std::vector<std::string> AgeAnchors();

/// "phenotype"
std::string EntityName(model::Entity entity);

/// The names of entities that `has` could mean from `entity`, and of the fields of `entity`; for suggestions.
std::vector<std::string> EntityNames(model::Entity entity);
std::vector<std::string> FieldNames(model::Entity entity);
/// The names of the fields of `entity` that are of `kind`, for an error: "age at onset, age at resolution", or "none".
std::string FieldsOfKind(model::Entity entity, model::Kind kind);
/// Every name of every entity, plurals and aliases included.
std::vector<std::string> AllEntityNames();
/// "1 disease", "3 diseases of MONDO:0005148", where `of` is what their terms are called.
std::string RowsInWords(uint64_t rows, model::Entity entity, std::string_view of = "");
/// "a sample", "an individual".
std::string WithArticle(std::string_view name);

/// At most three of `names` that are similar to `name`, most similar first.
std::vector<std::string> NearestNames(std::string_view name, const std::vector<std::string>& names);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_BOUND_SCOPE_H_
