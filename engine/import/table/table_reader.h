// Reads the file of a table.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_TABLE_READER_H_
#define MUSTER_ENGINE_IMPORT_TABLE_TABLE_READER_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "absl/status/status.h"
#include "engine/import/input/window.h"
#include "engine/import/mapping/mapping.h"
#include "engine/import/record/reporter.h"
#include "engine/import/table/join/table_join.h"

namespace muster::import {

/// Reads table number `table` of `mapping`, one of those `of_file` that the file has, from `window`, which is at the
/// beginning of the file, into `join`. Rows that cannot be read are rejected by themselves; cells that cannot be read
/// are kept and reported. `tick` is called repeatedly with the bytes read so far, and ends the reading if it fails.
/// Together with the first of the tables, rows that none of them takes are reported. InvalidArgument, with file and
/// line, if the file is not a table, is truncated, or lacks a column that the mapping names.
absl::Status ReadTable(Window& window, const Mapping& mapping, size_t table, const std::vector<size_t>& of_file,
                       TableJoin& join, Reporter& reporter, const std::function<absl::Status()>& tick);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_TABLE_READER_H_
