// The manifest: the one value that says what the catalogue consists of. Replacing it is the commit.
#ifndef MUSTER_STORAGE_MANIFEST_H_
#define MUSTER_STORAGE_MANIFEST_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

namespace muster::storage {

struct SegmentInfo {
  uint32_t id = 0;
  /// Rows per entity, dead ones included; index is the engine's entity number.
  std::vector<uint32_t> rows = {};
  /// The catalogue version at which the live bitmap was written; 0: every individual is live.
  uint64_t live_version = 0;
  /// Individuals (rows of entity 0) that are live.
  uint32_t live = 0;
};

struct OntologyInfo {
  std::string id = {};
  std::string version = {};
  uint64_t terms = 0;
  uint64_t obsolete = 0;
};

struct Manifest {
  uint64_t version = 0;
  uint32_t next_segment = 1;
  uint32_t dictionary_blocks = 0;
  std::vector<SegmentInfo> segments = {};  ///< ascending by id
  std::vector<OntologyInfo> ontologies = {};

  std::string Encode() const;
  /// DataLoss when `bytes` are not a manifest (a checksum guards it).
  static absl::StatusOr<Manifest> Parse(std::string_view bytes);
};

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_MANIFEST_H_
