#include "engine/execute/group.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "engine/execute/dimension_bundle.h"
#include "engine/execute/kinship.h"

namespace muster::execute {
namespace {

using model::Entity;

constexpr uint32_t kNoRow = UINT32_MAX;

// How many rows of another counted entity a row of the first stands for, or which row above it.
struct Counted {
  std::optional<Upwards> up;
  std::optional<Downwards> down;
  storage::BitmapPtr polar;  // rows that count; null for all

  static absl::StatusOr<Counted> Make(const storage::SegmentReader& segment, Entity space,
                                      const bind::Counted& counted) {
    Counted made;
    if (model::IsAncestorOrSelf(counted.entity, space)) {
      auto up = Upwards::Make(segment, space, counted.entity);
      if (!up.ok()) return up.status();
      made.up = *std::move(up);
    } else {
      auto down = Downwards::Make(segment, space, counted.entity);
      if (!down.ok()) return down.status();
      made.down = *std::move(down);
    }
    auto polar = RowsOfPolarity(segment, counted.entity, counted.polarity);
    if (!polar.ok()) return polar.status();
    made.polar = *std::move(polar);
    return made;
  }

  void AddTo(uint32_t row, int64_t* count, uint32_t* last_above) const {
    if (down) {
      const uint32_t begin = down->Begin(row);
      const uint32_t end = down->Begin(row + 1);
      *count += polar == nullptr ? end - begin : static_cast<int64_t>(polar->RangeCardinality(begin, end));
    } else if (const uint32_t above = (*up)(row); *last_above != above) {
      *last_above = above;
      *count += polar == nullptr || polar->Contains(above) ? 1 : 0;
    }
  }
};

}  // namespace

Group& Grouper::GroupOf(const GroupKey& key, uint32_t segment) {
  Group& group = groups_[key];
  if (group.counts.empty()) {
    group.counts.assign(query_.counted.size(), 0);
    group.last_above.assign(query_.counted.size(), kNoRow);
    group.segment = segment;
  }
  if (group.segment != segment) {
    group.segment = segment;
    group.last_above.assign(query_.counted.size(), kNoRow);
  }
  return group;
}

// Each value that the row has of a dimension with `top`, once.
void Grouper::CountValues(const std::vector<GroupKey>& keys) {
  for (size_t d = 0; d < query_.by.size(); ++d) {
    if (!query_.by[d].top) continue;
    for (size_t k = 0; k < keys.size(); ++k) {
      const auto same = [&](const GroupKey& earlier) { return earlier[d] == keys[k][d]; };
      if (std::none_of(keys.begin(), keys.begin() + static_cast<ptrdiff_t>(k), same)) ++value_counts_[d][keys[k][d]];
    }
  }
}

absl::Status Grouper::Add(const storage::SegmentReader& segment, const storage::Bitmap& rows) {
  auto bundles = DimensionBundle::MakeAll(segment, query_);
  if (!bundles.ok()) return bundles.status();
  std::vector<Counted> counted(1);
  for (size_t e = 1; e < query_.counted.size(); ++e) {
    auto made = Counted::Make(segment, query_.counted[0].entity, query_.counted[e]);
    if (!made.ok()) return made.status();
    counted.push_back(*std::move(made));
  }
  const bool any_top = std::any_of(query_.by.begin(), query_.by.end(), [](const auto& d) { return d.top.has_value(); });
  std::vector<size_t> sizes(bundles->size());
  std::vector<size_t> choice(bundles->size());
  std::vector<GroupKey> keys;
  rows.ForEach([&](uint32_t row) {
    if (groups_.size() > max_groups_) return;
    for (size_t b = 0; b < bundles->size(); ++b) sizes[b] = (*bundles)[b].Read(row);
    std::fill(choice.begin(), choice.end(), 0);
    keys.clear();
    do {  // every combination of what the bundles have
      GroupKey& key = keys.emplace_back(query_.by.size());
      for (size_t b = 0; b < bundles->size(); ++b) {
        const DimensionBundle& bundle = (*bundles)[b];
        const GroupValue* values = bundle.combination(choice[b]);
        for (size_t i = 0; i < bundle.dimensions().size(); ++i) key[bundle.dimensions()[i]] = values[i];
      }
      Group& group = GroupOf(key, segment.info().id);
      ++group.counts[0];
      for (size_t e = 1; e < counted.size(); ++e) counted[e].AddTo(row, &group.counts[e], &group.last_above[e]);
    } while (NextChoice(sizes, &choice));
    if (any_top) CountValues(keys);
  });
  if (groups_.size() > max_groups_) {
    return absl::ResourceExhaustedError(absl::StrCat("the answer would have more than ", max_groups_, " rows"));
  }
  return absl::OkStatus();
}

}  // namespace muster::execute
