// Private to api/: one import, from its files to the commit and the report.
#ifndef MUSTER_ENGINE_API_IMPORTS_RUN_IMPORT_H_
#define MUSTER_ENGINE_API_IMPORTS_RUN_IMPORT_H_

#include "absl/functional/function_ref.h"
#include "absl/status/statusor.h"
#include "engine/api/versions/live_catalogue.h"
#include "engine/import/importer.h"
#include "muster/import.h"

namespace muster::api {

/// Reads the input and passes it to a sink.
using ImportReader = absl::FunctionRef<absl::StatusOr<ImportReport>(import::Sink&)>;

/// One commit of what `read` hands over, under the bounds of `options`.
absl::StatusOr<ImportReport> RunImport(LiveCatalogue& live, const ImportOptions& options, ImportReader read);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_IMPORTS_RUN_IMPORT_H_
