// Private to api/: the model and the descriptions of datasets, as values of include/muster/schema.h.
#ifndef MUSTER_ENGINE_API_STATEMENTS_SCHEMA_VALUES_H_
#define MUSTER_ENGINE_API_STATEMENTS_SCHEMA_VALUES_H_

#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "muster/schema.h"

namespace muster::api {

/// Of a view with listed values, only those are said.
absl::StatusOr<Schema> SchemaOf(const bind::CatalogueView& view);

/// As Catalogue::Where.
absl::StatusOr<std::vector<CodePlace>> PlacesOf(std::string_view code, const bind::CatalogueView& view);

std::vector<Collection> CollectionsOf(const bind::CatalogueView& view);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_STATEMENTS_SCHEMA_VALUES_H_
