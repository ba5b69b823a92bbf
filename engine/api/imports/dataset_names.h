// Private to api/: whether an import goes into the dataset that was meant.
#ifndef MUSTER_ENGINE_API_IMPORTS_DATASET_NAMES_H_
#define MUSTER_ENGINE_API_IMPORTS_DATASET_NAMES_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "muster/import.h"
#include "storage/store.h"

namespace muster::api {

/// InvalidArgument: the catalogue has the name in another spelling. Queries know no difference between "REG" and "reg",
/// and people would be there twice.
absl::Status CheckDatasetName(const std::string& dataset, const bind::CatalogueView& before);

/// Whoever forgets to name the dataset adds its people once more. Remarks on it when most of `ids`, which are new in
/// the default dataset, are in another one.
absl::Status AddOtherDatasetRemarks(const ImportOptions& options, const std::vector<std::string>& ids,
                                    const storage::Store& store, const bind::CatalogueView& before,
                                    ImportReport* report);

/// Who writes P1 in this import and P001 in the last one has each person twice. Remarks on those of the first hundreds
/// of `ids`, which are new in the dataset, that it has in another spelling.
absl::Status AddAlikeIdsRemark(const std::string& dataset, const std::vector<std::string>& ids,
                               const storage::Store& store, const bind::CatalogueView& before, ImportReport* report);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_IMPORTS_DATASET_NAMES_H_
