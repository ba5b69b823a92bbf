// Datasets whose records are all coded in systems that a term has no part in.
#ifndef MUSTER_ENGINE_BIND_CATALOGUE_DATASETS_DATASETS_OUT_OF_REACH_H_
#define MUSTER_ENGINE_BIND_CATALOGUE_DATASETS_DATASETS_OUT_OF_REACH_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/catalogue/people_counts.h"
#include "engine/model/schema/schema.h"

namespace muster::bind {

/// Of several datasets those whose people have no other records of `entity` than those of the people whom `people_of`
/// finds, which `key` identifies, but for one in twenty: a site that codes in another way, however small its share.
/// Each is counted once for a version.
absl::StatusOr<std::vector<model::Symbol>> DatasetsOutOfReach(const CatalogueView& view, model::Entity entity,
                                                              const PeopleKey& key, FindPeople people_of);

/// The dataset as its description writes it, not as a keyword.
std::string DatasetAsWritten(const CatalogueView& view, model::Symbol dataset);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CATALOGUE_DATASETS_DATASETS_OUT_OF_REACH_H_
