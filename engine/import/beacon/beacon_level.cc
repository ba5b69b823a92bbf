#include "engine/import/beacon/beacon_level.h"

namespace muster::import {

std::optional<uint32_t> BeaconLevel::Find(uint32_t parent, const std::string& id) const {
  const auto found = by_key.find(std::make_pair(parent, id));
  if (found == by_key.end()) return std::nullopt;
  return found->second;
}

uint32_t BeaconLevel::Add(uint32_t parent, uint32_t piece, const std::string& id) {
  const auto node = static_cast<uint32_t>(nodes.size());
  nodes.push_back({parent, piece, id, {}});
  if (id.empty()) return node;
  by_key.emplace(std::make_pair(parent, id), node);
  const auto [found, added] = by_id.try_emplace(id, Named{node, false});
  if (!added) found->second.several = true;
  return node;
}

bool BeaconLevel::IsDescribed(const std::string& id) const {
  const auto found = by_id.find(id);
  return found != by_id.end() && found->second.first < described;
}

}  // namespace muster::import
