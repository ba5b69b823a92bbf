// Which of Beacon's entities the records of one file are.
#ifndef MUSTER_ENGINE_IMPORT_BEACON_KIND_IN_FILE_H_
#define MUSTER_ENGINE_IMPORT_BEACON_KIND_IN_FILE_H_

#include <optional>
#include <string_view>

#include "engine/import/beacon/beacon_kind.h"
#include "engine/import/input/json_value.h"

namespace muster::import {

/// Asked for the records of a file, one after another.
class KindInFile {
 public:
  /// Another file, whose name may promise a kind.
  void Begin(std::string_view path) {
    named_ = BeaconKindOfFile(path);
    kind_.reset();
  }
  /// Nullopt if it is not a record of Beacon. The kind of a record that does not state it is that of the records before
  /// it, or that of the file's name.
  std::optional<BeaconKind> Of(Element document);

 private:
  std::optional<BeaconKind> kind_;   // of the records so far
  std::optional<BeaconKind> named_;  // by the file's name
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_BEACON_KIND_IN_FILE_H_
