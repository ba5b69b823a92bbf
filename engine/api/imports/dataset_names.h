// Private to api/: whether an import goes into the dataset that was meant.
#ifndef MUSTER_ENGINE_API_IMPORTS_DATASET_NAMES_H_
#define MUSTER_ENGINE_API_IMPORTS_DATASET_NAMES_H_

#include <string>

#include "absl/status/status.h"
#include "engine/api/imports/new_people.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "muster/import.h"
#include "storage/store.h"

namespace muster::api {

/// InvalidArgument: the catalogue has the name in another spelling. Queries know no difference between "REG" and "reg",
/// and people would be there twice.
absl::Status CheckDatasetName(const std::string& dataset, const bind::CatalogueView& before);

/// Whoever forgets to name the dataset, or misspells its name, adds its people once more. Remarks on it when many of
/// `people` have ids that another dataset has, and seem to be the same: where no dataset is named, most ids are enough.
absl::Status AddOtherDatasetRemarks(const ImportOptions& options, const NewPeople& people, const storage::Store& store,
                                    const bind::CatalogueView& before, ImportReport* report);

/// Who writes P1 in this import and P001 in the last one has each person twice. Remarks on those of some hundreds of
/// `people` whose ids the dataset has in another spelling.
absl::Status AddAlikeIdsRemark(const std::string& dataset, const NewPeople& people, const storage::Store& store,
                               const bind::CatalogueView& before, ImportReport* report);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_IMPORTS_DATASET_NAMES_H_
