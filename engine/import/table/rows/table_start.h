// What stands above the header of a table.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_ROWS_TABLE_START_H_
#define MUSTER_ENGINE_IMPORT_TABLE_ROWS_TABLE_START_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "absl/status/statusor.h"
#include "engine/import/input/window.h"

namespace muster::import {

struct TableStart {
  uint64_t line = 1;              ///< of the file, where the header is looked for
  std::optional<char> delimiter;  ///< where the file says it
};

/// Drops from `window` a byte-order mark, a spreadsheet's line "sep=;", and the lines at the start that begin with '#',
/// as cBioPortal's files have them; but none that has the column `id`, as the header of a PED file, "#FID IID", and
/// none where the name of that column begins so. InvalidArgument when the text is UTF-16.
absl::StatusOr<TableStart> DropAboveHeader(Window& window, std::string_view id);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_ROWS_TABLE_START_H_
