// Counts of people by dataset, for remarks on datasets that differ from the others.
#ifndef MUSTER_ENGINE_BIND_CATALOGUE_DATASETS_PEOPLE_BY_DATASET_H_
#define MUSTER_ENGINE_BIND_CATALOGUE_DATASETS_PEOPLE_BY_DATASET_H_

#include <cstdint>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/statusor.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/catalogue/people_counts.h"
#include "engine/model/schema/schema.h"

namespace muster::bind {

/// Datasets of fewer people are not compared with others.
inline constexpr uint64_t kFewestOfDataset = 5;

struct PeopleOfDataset {
  model::Symbol dataset = model::kNoSymbol;
  uint64_t found = 0;      ///< of its people, those whom `find` finds
  uint64_t with_rows = 0;  ///< those with an observed row of the entity
};

/// All datasets of the catalogue; none if there is one only, or more than 200.
absl::StatusOr<std::vector<model::Symbol>> DatasetsToCompare(const CatalogueView& view);

/// Those of `datasets` of which `is_wanted` returns true for the number of their people whom `find` finds, and `key`
/// identifies. Each number is counted once for a version.
absl::StatusOr<std::vector<PeopleOfDataset>> CountByDataset(const CatalogueView& view,
                                                            const std::vector<model::Symbol>& datasets,
                                                            model::Entity entity, const PeopleKey& key, FindPeople find,
                                                            absl::FunctionRef<bool(uint64_t found)> is_wanted);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CATALOGUE_DATASETS_PEOPLE_BY_DATASET_H_
