// What names can mean: entities and fields by every name they have, in the space of one entity.
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

/// The entity that `name` (singular, plural or alias) means.
std::optional<model::Entity> FindEntity(std::string_view name);

/// The relatives that `name` (singular or plural) means.
std::optional<Relation> FindRelation(std::string_view name);
/// Names of all relatives.
std::vector<std::string> RelationNames();

/// True when one of the two belongs to the other, at any distance.
bool OnOneLine(model::Entity a, model::Entity b);

/// The field of `entity` itself that `name` means.
std::optional<model::FieldId> FindField(model::Entity entity, std::string_view name);
/// The field of `entity` or, failing that, of the nearest entity above that has the name.
std::optional<model::FieldId> FindFieldUpwards(model::Entity entity, std::string_view name);
/// The same, when that field is of `kind`; `name` in any case.
std::optional<model::FieldId> FindFieldUpwards(model::Entity entity, std::string_view name, model::Kind kind);
/// Fields of this name in entities below `entity` (at any distance).
std::vector<model::FieldId> FindFieldsBelow(model::Entity entity, std::string_view name);

/// Every age that a person has, as written in a query: for the error that `age >= 18` is.
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

/// Up to three of `names` that are near to `name`, nearest first.
std::vector<std::string> NearestNames(std::string_view name, const std::vector<std::string>& names);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_BOUND_SCOPE_H_
