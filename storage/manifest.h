// The manifest: the one value that says what the catalogue consists of. Replacing it is the commit.
#ifndef MUSTER_STORAGE_MANIFEST_H_
#define MUSTER_STORAGE_MANIFEST_H_

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "storage/keys.h"

namespace muster::storage {

struct SegmentInfo {
  uint32_t id = 0;
  /// Rows per entity, dead ones included; index is the engine's entity number.
  std::vector<uint32_t> rows = {};
  /// The catalogue version at which the live bitmap was written; 0: every individual is live.
  uint64_t live_version = 0;
  /// Individuals (rows of entity 0) that are live.
  uint32_t live = 0;
  /// What the engine gave with the segment, to prove its symbols later; 0: nothing.
  uint64_t symbols_proof = 0;
};

/// 0 if the catalogue was created before these numbers existed.
using CatalogueId = std::array<uint64_t, 2>;
/// A random one.
CatalogueId NewCatalogueId();

/// How far the dictionary goes: the number of symbols, and the checksum of all of its blocks in order.
struct DictionaryState {
  uint32_t symbols = 0;
  uint32_t checksum = 0;
  friend bool operator==(const DictionaryState&, const DictionaryState&) = default;
};

struct OntologyInfo {
  std::string id = {};
  std::string version = {};
  uint64_t terms = 0;
  uint64_t obsolete = 0;
};

struct Manifest {
  uint32_t format = kFormatVersion;  ///< in which it was written
  CatalogueId catalogue = {};
  uint64_t version = 0;
  uint32_t next_segment = 1;
  uint32_t dictionary_blocks = 0;
  DictionaryState dictionary = {};         ///< all 0: not known
  std::vector<SegmentInfo> segments = {};  ///< ascending by id
  std::vector<OntologyInfo> ontologies = {};

  /// In the present format, whatever `format` says.
  std::string Encode() const;
  /// Also of formats 3 and 4. DataLoss when `bytes` are not a manifest (a checksum guards it).
  static absl::StatusOr<Manifest> Parse(std::string_view bytes);
};

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_MANIFEST_H_
