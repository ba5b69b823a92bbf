// Private to api/: individuals of a dataset whom a new state of it does not have any more.
#ifndef MUSTER_ENGINE_API_IMPORTS_ABSENT_PEOPLE_H_
#define MUSTER_ENGINE_API_IMPORTS_ABSENT_PEOPLE_H_

#include <cstdint>

#include "absl/status/status.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/index/catalogue_writer.h"
#include "muster/import.h"

namespace muster::api {

/// With ImportOptions::replace_dataset deletes the individuals of the dataset whom the import does not have, and says
/// how many; `imported` is how many of the dataset it has. Otherwise notes them, where it has most of the others again.
/// InvalidArgument: it is not known who is absent, as records were rejected or the import has nobody of the dataset.
absl::Status JudgeAbsentPeople(const ImportOptions& options, uint64_t imported, const bind::CatalogueView& before,
                               index::CatalogueWriter& writer, ImportReport* report);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_IMPORTS_ABSENT_PEOPLE_H_
