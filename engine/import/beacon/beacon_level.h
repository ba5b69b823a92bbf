// Records of a Beacon data set on one level (individuals, biosamples, runs, analyses), by parent and id.
#ifndef MUSTER_ENGINE_IMPORT_BEACON_BEACON_LEVEL_H_
#define MUSTER_ENGINE_IMPORT_BEACON_BEACON_LEVEL_H_

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "containers/hash_table.h"
#include "engine/import/input/text_map.h"

namespace muster::import {

/// An individual, biosample, run or analysis. Without a piece it is known only because others name it.
struct BeaconNode {
  uint32_t parent = UINT32_MAX;
  uint32_t piece = UINT32_MAX;
  std::string id;
  std::vector<uint32_t> children;
  std::vector<uint32_t> more = {};  ///< of an individual: further pieces
};

/// Nodes of one kind, found by parent and id, or by id alone.
struct BeaconLevel {
  static constexpr uint32_t kNone = UINT32_MAX;
  struct Named {
    uint32_t first = kNone;
    bool several = false;
  };

  bool IsDescribed(const std::string& id) const;
  std::optional<uint32_t> Find(uint32_t parent, const std::string& id) const;
  uint32_t Add(uint32_t parent, uint32_t piece, const std::string& id);

  std::vector<BeaconNode> nodes;
  HashMap<std::pair<uint32_t, std::string>, uint32_t> by_key;
  TextMap<Named> by_id;
  uint32_t described = 0;  ///< the first nodes are those of records; the others are named by records below
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_BEACON_BEACON_LEVEL_H_
