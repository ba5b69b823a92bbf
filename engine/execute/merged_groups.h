// What several groupers have counted, together.
#ifndef MUSTER_ENGINE_EXECUTE_MERGED_GROUPS_H_
#define MUSTER_ENGINE_EXECUTE_MERGED_GROUPS_H_

#include <cstdint>
#include <utility>
#include <vector>

#include "engine/execute/group.h"

namespace muster::execute {

/// The groups of one query, each of whose segments one of several groupers has counted. Immutable.
class MergedGroups {
 public:
  /// At least one.
  explicit MergedGroups(std::vector<Grouper> parts) : parts_(std::move(parts)) {}

  /// Whether more groups than `most` have rows.
  bool MoreThan(size_t most) const;
  /// The groups that have rows, in no order; those alone that have one of `kept` values of each.
  std::vector<Group> Groups(const std::vector<KeptValues>& kept = {}) const;
  /// For dimension `d`, which has a `top`: how many rows of the first entity have each value. Values that none has may
  /// be among them.
  std::vector<std::pair<GroupValue, int64_t>> ValueCounts(size_t d) const;
  /// What was counted in all groups together, rows that are in several once: for each counted entity.
  std::vector<int64_t> totals() const;

 private:
  std::vector<Grouper> parts_;
};

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_MERGED_GROUPS_H_
