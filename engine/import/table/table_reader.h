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

/// Reads table number `table` of `mapping`, one of those `of_file` that the file is, from `window`, which stands at the
/// beginning of the file, into `join`. Rows that cannot be read are rejected alone, cells are kept and reported. `tick`
/// gets the bytes taken so far, now and then, and ends the reading when it fails. InvalidArgument, with file and line,
/// when the file is no table, is cut off, or lacks a column that the mapping names. With the first of the tables, rows
/// that none of them takes are reported.
absl::Status ReadTable(Window& window, const Mapping& mapping, size_t table, const std::vector<size_t>& of_file,
                       TableJoin& join, Reporter& reporter, const std::function<absl::Status()>& tick);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_TABLE_READER_H_
