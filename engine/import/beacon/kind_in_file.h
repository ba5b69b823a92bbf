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
  /// Nullopt for what is no record of Beacon. A record that does not say what it is, is what the ones before it were,
  /// or what the file is called.
  std::optional<BeaconKind> Of(Element document);

 private:
  std::optional<BeaconKind> kind_;   // of the records so far
  std::optional<BeaconKind> named_;  // by the file's name
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_BEACON_KIND_IN_FILE_H_
