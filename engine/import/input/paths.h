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

/// Files as given; for a directory, all files below it that are named *.json, *.jsonl, *.ndjson or *.obo (also with .gz
/// or .zst) or that `is_table` (may be empty) accepts by path, sorted by name. Links to directories are followed, and
/// each directory is visited once. Errors: NotFound: a path does not exist, a directory has no such file, or a file of
/// such a name is a dangling link. InvalidArgument: a file of such a name in a directory is a pipe, a socket or a
/// device.
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
