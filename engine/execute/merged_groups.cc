#include "engine/execute/merged_groups.h"

#include "absl/container/flat_hash_map.h"

namespace muster::execute {

bool MergedGroups::MoreThan(size_t most) const {
  size_t sum = 0;
  for (const Grouper& part : parts_) sum += part.size();
  return sum > most && Groups().size() > most;  // groups of several parts may be the same
}

std::vector<Group> MergedGroups::Groups(const std::vector<KeptValues>& kept) const {
  std::vector<Group> merged = parts_[0].Groups(kept);
  if (parts_.size() == 1) return merged;
  absl::flat_hash_map<GroupKey, size_t> places;
  places.reserve(merged.size() * 2);
  for (size_t g = 0; g < merged.size(); ++g) places.emplace(merged[g].first, g);
  for (size_t p = 1; p < parts_.size(); ++p) {
    for (Group& group : parts_[p].Groups(kept)) {
      const auto [place, added] = places.try_emplace(group.first, merged.size());
      if (added) {
        merged.push_back(std::move(group));
        continue;
      }
      GroupCounts& counts = merged[place->second].second;
      for (size_t e = 0; e < counts.size(); ++e) counts[e] += group.second[e];
    }
  }
  return merged;
}

std::vector<std::pair<GroupValue, int64_t>> MergedGroups::ValueCounts(size_t d) const {
  std::vector<std::pair<GroupValue, int64_t>> merged = parts_[0].ValueCounts(d);
  if (parts_.size() == 1) return merged;
  ValueNumbering numbering;
  std::vector<int64_t> counts;
  const auto add = [&](const std::vector<std::pair<GroupValue, int64_t>>& more) {
    for (const auto& [value, count] : more) {
      const uint32_t number = numbering.Of(value);
      counts.resize(numbering.size());
      counts[number] += count;
    }
  };
  add(merged);
  for (size_t p = 1; p < parts_.size(); ++p) add(parts_[p].ValueCounts(d));
  merged.clear();
  for (size_t v = 0; v < counts.size(); ++v)
    merged.emplace_back(numbering.ValueOf(static_cast<uint32_t>(v)), counts[v]);
  return merged;
}

std::vector<int64_t> MergedGroups::totals() const {
  std::vector<int64_t> totals = parts_[0].totals();
  for (size_t p = 1; p < parts_.size(); ++p) {
    for (size_t e = 0; e < totals.size(); ++e) totals[e] += parts_[p].totals()[e];
  }
  return totals;
}

}  // namespace muster::execute
