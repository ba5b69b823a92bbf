// Which files of an import are tables of its mapping.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_FILES_OF_TABLES_H_
#define MUSTER_ENGINE_IMPORT_TABLE_FILES_OF_TABLES_H_

#include <cstddef>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/import/input/paths.h"
#include "engine/import/mapping/mapping.h"
#include "engine/import/record/reporter.h"

namespace muster::import {

/// The numbers of the tables of the mapping that the file is: a file may have rows of several kinds, as those of
/// REDCap. InvalidArgument for a file named like a table that is none of the mapping's, and for standard input if it
/// could be several.
absl::StatusOr<std::vector<size_t>> TablesOf(const Mapping& mapping, const InputFile& file);

/// Reports the tables of the mapping without a file in `files`, since their values are missing for everybody. Returns
/// their names.
std::vector<std::string> ReportTablesWithoutFile(const Mapping& mapping, const std::vector<InputFile>& files,
                                                 Reporter& reporter);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_FILES_OF_TABLES_H_
