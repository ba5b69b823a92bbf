// What stands above the header of a table.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_TABLE_START_H_
#define MUSTER_ENGINE_IMPORT_TABLE_TABLE_START_H_

#include <cstdint>
#include <optional>

#include "absl/status/statusor.h"
#include "engine/import/input/window.h"

namespace muster::import {

struct TableStart {
  uint64_t line = 1;              ///< of the file, where the header is looked for
  std::optional<char> delimiter;  ///< where the file says it
};

/// Drops from `window` a byte-order mark, a spreadsheet's line "sep=;", and with `comments` the lines at the start that
/// begin with '#', as cBioPortal's files have them. InvalidArgument when the text is UTF-16.
absl::StatusOr<TableStart> DropAboveHeader(Window& window, bool comments);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_TABLE_START_H_
