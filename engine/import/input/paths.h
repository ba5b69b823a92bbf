// Which files an import reads.
#ifndef MUSTER_ENGINE_IMPORT_INPUT_PATHS_H_
#define MUSTER_ENGINE_IMPORT_INPUT_PATHS_H_

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

namespace muster::import {

struct InputFile {
  std::string path;   ///< "-" is standard input
  uint64_t size = 0;  ///< as stored; 0 when it cannot be known (standard input, a pipe)
  /// What the file would have, when it is in memory; `path` is then empty.
  std::optional<std::string_view> text = std::nullopt;
  /// For messages.
  std::string name() const { return text.has_value() ? "the text" : path == "-" ? "standard input" : path; }
};

/// Files as given; directories with everything below that is called *.json, *.jsonl, *.ndjson or *.obo, also with .gz
/// or .zst behind, or that `is_table` (may be empty) takes by its path, in the order of their names. NotFound when a
/// path does not exist, or a directory has no such file. Links to directories are followed, and each directory is
/// taken once. A file of such a name that cannot be one is an error: NotFound, a link that leads nowhere;
/// InvalidArgument, a pipe, a socket or a device.
absl::StatusOr<std::vector<InputFile>> ExpandPaths(const std::vector<std::string>& paths,
                                                   const std::function<bool(std::string_view)>& is_table = {});

/// `path` without .gz or .zst behind.
std::string_view WithoutPacking(std::string_view path);

/// True for *.csv, *.tsv and *.tab, also with .gz or .zst behind.
bool IsNamedAsTable(std::string_view path);

/// True for *.jsonl and *.ndjson, also with .gz or .zst behind.
bool IsNamedAsLines(std::string_view path);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_INPUT_PATHS_H_
