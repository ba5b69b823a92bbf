// From files to a sink: finds out what each file is, reads it, reports.
#ifndef MUSTER_ENGINE_IMPORT_IMPORTER_H_
#define MUSTER_ENGINE_IMPORT_IMPORTER_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/import/record/sink.h"
#include "muster/import.h"

namespace muster::import {

/// Reads `paths` (see Catalogue::Import) into `sink`. Returns the report, without `seconds` and `catalogue_version`.
/// Errors: NotFound (a path does not exist), InvalidArgument (the mapping, or a file that is truncated or of no known
/// kind), Cancelled (by the progress callback), those of the thread's allowance when it is used up, and those of the
/// sink.
absl::StatusOr<ImportReport> ReadFiles(const std::vector<std::string>& paths, const ImportOptions& options, Sink& sink);

/// The same for one file that is in memory (see Catalogue::ImportText).
absl::StatusOr<ImportReport> ReadText(std::string_view text, const ImportOptions& options, Sink& sink);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_IMPORTER_H_
