#include "engine/execute/aggregate/related_count.h"

#include <utility>

#include "engine/execute/aggregate/tally.h"

namespace muster::execute {

absl::StatusOr<RelatedCount> RelatedCount::Make(const storage::SegmentReader& segment, model::Entity space,
                                                const bind::Counted& counted, uint64_t needed) {
  RelatedCount made;
  if (!model::IsAncestorOrSelf(counted.entity, space)) {
    auto below = ChildCount::Make(segment, space, counted.entity, counted.polarity, needed);
    if (!below.ok()) return below.status();
    made.below_.emplace(*std::move(below));
    return made;
  }
  auto up = ParentMap::Make(segment, space, counted.entity);
  if (!up.ok()) return up.status();
  made.up_ = *std::move(up);
  auto polar = RowsOfPolarity(segment, counted.entity, counted.polarity);
  if (!polar.ok()) return polar.status();
  made.polar_ = *std::move(polar);
  return made;
}

void RelatedCount::Add(std::span<const uint32_t> rows, const BlockIds& groups, std::vector<int64_t>* by_group,
                       int64_t* total, std::vector<int64_t>* rows_by_group) {
  if (below_) return AddBelow(rows, groups, by_group, total, rows_by_group);
  AddAbove(rows, groups, by_group, total);
  if (rows_by_group != nullptr)
    Tally(
        groups.ids, [](size_t) { return 1; }, rows_by_group);
}

void RelatedCount::AddBelow(std::span<const uint32_t> rows, const BlockIds& groups, std::vector<int64_t>* by_group,
                            int64_t* total, std::vector<int64_t>* rows_by_group) {
  const std::span<const uint32_t> counts = below_->Count(rows);
  uint32_t sum = 0;  // there are fewer rows in a segment
  for (const uint32_t count : counts) sum += count;
  *total += sum;
  if (groups.single() && rows_by_group != nullptr) return TallyWithRows(groups.ids, counts, rows_by_group, by_group);
  if (rows_by_group != nullptr)
    Tally(
        groups.ids, [](size_t) { return 1; }, rows_by_group);
  if (groups.single())
    return Tally(
        groups.ids, [counts](size_t i) { return counts[i]; }, by_group);
  for (size_t i = 0; i < rows.size(); ++i) {
    for (const uint32_t group : groups.Of(i)) (*by_group)[group] += counts[i];
  }
}

void RelatedCount::AddAbove(std::span<const uint32_t> rows, const BlockIds& groups, std::vector<int64_t>* by_group,
                            int64_t* total) {
  above_.assign(rows.begin(), rows.end());
  up_->Map(&above_);
  last_of_group_.resize(by_group->size(), UINT32_MAX);
  for (size_t i = 0; i < rows.size(); ++i) {
    const uint32_t above = above_[i];
    const int64_t one = polar_ == nullptr || polar_->Contains(above) ? 1 : 0;
    if (std::exchange(last_, above) != above) *total += one;
    for (const uint32_t group : groups.Of(i)) {
      if (std::exchange(last_of_group_[group], above) != above) (*by_group)[group] += one;
    }
  }
}

}  // namespace muster::execute
