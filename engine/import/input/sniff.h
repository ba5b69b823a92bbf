// Detects the type of a file from its first bytes.
#ifndef MUSTER_ENGINE_IMPORT_INPUT_SNIFF_H_
#define MUSTER_ENGINE_IMPORT_INPUT_SNIFF_H_

#include "absl/status/statusor.h"
#include "engine/import/input/window.h"

namespace muster::import {

enum class FileForm {
  kEmpty,    ///< nothing but blanks
  kObo,      ///< OBO flat file
  kLines,    ///< JSON lines: one object on each line
  kArray,    ///< a JSON array of objects
  kObjects,  ///< a JSON object over several lines; further ones may follow
};

/// The message about files of an unknown type.
inline constexpr char kExpectedForms[] =
    "expected GA4GH Phenopackets or Beacon v2 records (a JSON object, an array of them, or JSON lines), OBO, or OBO "
    "Graphs JSON, each plain, gzip or zstd; or a table (CSV, TSV) that the mapping describes";

/// Detects the kind of a file from the beginning of `window`, and drops a byte-order mark there. `named_as_lines`: the
/// name says JSON lines, so that a broken first line does not change the kind. InvalidArgument, with the file's name,
/// if it is of no known kind.
absl::StatusOr<FileForm> Sniff(Window& window, bool named_as_lines);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_INPUT_SNIFF_H_
