#include "engine/execute/aggregate/group.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "allowance/allowance.h"
#include "allowance/too_large.h"
#include "engine/execute/aggregate/tally.h"
#include "engine/execute/rows/row_blocks.h"
#include "engine/model/schema/entity_number.h"

namespace muster::execute {

using model::Entity;

namespace {

// Rows that have several values of several dimensions can have many combinations.
constexpr uint64_t kMaxCombinations = uint64_t{1} << 20;
// Groups between two checks for a stop: well below a millisecond. After one, results are incomplete, and callers check,
// too.
constexpr size_t kGroupsPerCheck = 8192;

}  // namespace

Grouper::Grouper(const bind::Query& query, size_t max_groups)
    : query_(query),
      max_groups_(max_groups),
      values_(query.by.size()),
      bundles_(BundleIds::All(query)),
      groups_(bundles_.size()),
      counts_(query.counted.size()),
      totals_(query.counted.size()),
      value_counts_(query.by.size()),
      of_bundles_(bundles_.size()) {}

absl::Status Grouper::Add(const storage::SegmentReader& segment, const RowSet& rows, SegmentSets* sets) {
  const uint64_t row_count = rows.Cardinality();
  const Entity space = query_.counted[0].entity;
  std::vector<DimensionBundle> bundles;
  for (BundleIds& bundle_ids : bundles_) {
    auto bundle = DimensionBundle::Make(segment, query_, &bundle_ids, &values_, row_count);
    if (!bundle.ok()) return bundle.status();
    bundles.push_back(*std::move(bundle));
  }
  // With sets, the numbers come from these: here it is only found out which groups there are.
  std::vector<RelatedCount> related;
  for (size_t e = 1; e < query_.counted.size() && sets == nullptr; ++e) {
    auto made = RelatedCount::Make(segment, space, query_.counted[e], row_count);
    if (!made.ok()) return made.status();
    related.push_back(*std::move(made));
  }
  std::vector<const CachedColumn*> of_dimensions, of_related;
  for (const DimensionBundle& bundle : bundles) of_dimensions.push_back(bundle.cached());
  for (const RelatedCount& count : related) of_related.push_back(count.cached());
  const uint32_t size = segment.rows(model::EntityNumber(space));
  bool too_many = false;
  // With sets, the people behind each group are needed, which this does not have.
  std::optional<DenseGroupCounter> dense;
  if (sets == nullptr) dense = DenseGroupCounter::Make(std::move(of_dimensions), std::move(of_related), row_count);
  if (dense) {
    dense->Add(rows, size);
    AddDense(*dense, bundles);
    totals_[0] += static_cast<int64_t>(row_count);
    too_many = MoreThan(max_groups_);
    MayGrow();
  } else {
    ForEachBlock(*rows.bitmap(), size, [&](std::span<const uint32_t> block) {
      AddBlock(block, bundles, related, sets);
      return MayGrow() && !(too_many = MoreThan(max_groups_));
    });
  }
  if (absl::Status status = CheckStop(); !status.ok()) return status;
  if (too_many) {
    return TooLargeError(absl::StrCat("the answer would have more than ", max_groups_, " rows"));
  }
  return absl::OkStatus();
}

void Grouper::AddBlock(std::span<const uint32_t> rows, std::vector<DimensionBundle>& bundles,
                       std::vector<RelatedCount>& related, SegmentSets* sets) {
  for (size_t b = 0; b < bundles.size(); ++b) bundles[b].Read(rows, &of_bundles_[b]);
  if (rows.size() > 1 && CombinedSize(of_bundles_) > kMaxCombinations) {
    AddBlock(rows.first(rows.size() / 2), bundles, related, sets);
    AddBlock(rows.subspan(rows.size() / 2), bundles, related, sets);
    return;
  }
  if (bundles.size() > 1) groups_.Combine(of_bundles_, &of_groups_);
  const BlockIds& groups = bundles.size() > 1 ? of_groups_ : of_bundles_[0];
  Grow();
  if (sets != nullptr) sets->AddBlock(rows, &groups, counts_[0].size());
  if (related.empty())
    Tally(
        groups.ids, [](size_t) { return 1; }, &counts_[0]);
  totals_[0] += static_cast<int64_t>(rows.size());
  for (size_t e = 1; e <= related.size(); ++e) {
    related[e - 1].Add(rows, groups, &counts_[e], &totals_[e], e == 1 ? &counts_[0] : nullptr);
  }
  if (one_dimension()) return;
  for (size_t b = 0; b < bundles.size(); ++b) CountValues(b);
}

void Grouper::AddDense(const DenseGroupCounter& dense, std::vector<DimensionBundle>& bundles) {
  std::vector<std::span<const uint32_t>> id_of;
  for (DimensionBundle& bundle : bundles) id_of.push_back(bundle.IdsInAllSegments());
  if (one_dimension()) {
    Grow();
    for (size_t e = 0; e < counts_.size(); ++e) {
      const std::span<const int64_t> counts = dense.by_id(e);
      for (size_t v = 0; v < counts.size(); ++v) {
        counts_[e][id_of[0][v]] += counts[v];
        if (e > 0) totals_[e] += counts[v];
      }
    }
    return;
  }
  for (size_t d = 0; d < query_.by.size(); ++d) value_counts_[d].resize(query_.by[d].top ? values_[d].size() : 0);
  std::vector<uint32_t> parts(id_of.size());
  dense.ForEach([&](std::span<const uint32_t> ids, std::span<const int64_t> counts) {
    for (size_t b = 0; b < parts.size(); ++b) {
      parts[b] = id_of[b][ids[b]];
      const size_t d = bundles_[b].dimensions[0];
      if (query_.by[d].top) value_counts_[d][parts[b]] += counts[0];
    }
    const uint32_t group = groups_.Of(parts);
    Grow();
    for (size_t e = 0; e < counts.size(); ++e) {
      counts_[e][group] += counts[e];
      if (e > 0) totals_[e] += counts[e];
    }
  });
}

std::vector<uint32_t> Grouper::Merge(const Grouper& other) {
  std::vector<uint32_t> group_of(other.counts_[0].size(), kNoGroup);
  // By dimension and value id there: the value id here.
  std::vector<std::vector<uint32_t>> id_of(query_.by.size());
  for (size_t d = 0; d < id_of.size(); ++d) {
    id_of[d].resize(other.values_[d].size());
    values_[d].OfEach(other.values_[d].all(), kMissingValue, id_of[d].data());
    value_counts_[d].resize(query_.by[d].top ? values_[d].size() : 0);
    for (size_t v = 0; v < other.value_counts_[d].size(); ++v) {
      value_counts_[d][id_of[d][v]] += other.value_counts_[d][v];
    }
  }
  for (size_t e = 0; e < totals_.size(); ++e) totals_[e] += other.totals_[e];
  if (one_dimension()) Grow();
  std::vector<uint32_t> combinations(bundles_.size());
  std::vector<uint32_t> parts(query_.by.size());
  for (size_t g = 0; g < other.counts_[0].size(); ++g) {
    if (g % kGroupsPerCheck == 0 && !ShouldContinue()) break;
    if (other.counts_[0][g] == 0) continue;
    uint32_t group = 0;
    if (one_dimension()) {
      group = id_of[0][g];
    } else {
      other.groups_.PartsOf(static_cast<uint32_t>(g), combinations.data());
      for (size_t b = 0; b < bundles_.size(); ++b) {
        const std::vector<size_t>& dimensions = bundles_[b].dimensions;
        const std::span<uint32_t> of_bundle(parts.data(), dimensions.size());
        other.bundles_[b].tuples.PartsOf(combinations[b], of_bundle.data());
        for (size_t i = 0; i < dimensions.size(); ++i) of_bundle[i] = id_of[dimensions[i]][of_bundle[i]];
        combinations[b] = bundles_[b].tuples.Of(of_bundle);
      }
      group = groups_.Of(combinations);
      Grow();
    }
    for (size_t e = 0; e < counts_.size(); ++e) counts_[e][group] += other.counts_[e][g];
    group_of[g] = group;
  }
  return group_of;
}

void Grouper::Grow() {
  size_t size = groups_.size();
  if (bundles_.size() == 1) {
    const BundleIds& only = bundles_[0];
    size = only.dimensions.size() == 1 ? values_[only.dimensions[0]].size() : only.tuples.size();
  }
  for (std::vector<int64_t>& counts : counts_) counts.resize(size);
}

bool Grouper::MayGrow() {
  // A group has its counts, its parts, and places in tables of hashes that are at most half empty.
  const size_t bytes_of_group = sizeof(int64_t) * counts_.size() + 2 * sizeof(uint32_t) * (query_.by.size() + 4);
  charge_.GrowTo(counts_[0].size() * bytes_of_group);
  return ShouldContinue();
}

// For each dimension with `top`, each value that a row has, once.
void Grouper::CountValues(size_t bundle) {
  const std::vector<size_t>& dimensions = bundles_[bundle].dimensions;
  const BlockIds& rows = of_bundles_[bundle];
  std::vector<uint32_t> parts(dimensions.size());
  std::vector<uint32_t> seen;
  for (size_t i = 0; i < dimensions.size(); ++i) {
    if (!query_.by[dimensions[i]].top) continue;
    std::vector<int64_t>& counts = value_counts_[dimensions[i]];
    counts.resize(values_[dimensions[i]].size());
    if (dimensions.size() == 1) {
      Tally(
          rows.ids, [](size_t) { return 1; }, &counts);
      continue;
    }
    for (size_t row = 0; row < rows.ends.size(); ++row) {  // of a bundle of several, which is below
      seen.clear();
      for (const uint32_t tuple : rows.Of(row)) {
        bundles_[bundle].tuples.PartsOf(tuple, parts.data());
        seen.push_back(parts[i]);
      }
      std::sort(seen.begin(), seen.end());
      seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
      for (const uint32_t value : seen) ++counts[value];
    }
  }
}

size_t Grouper::size() const {
  const std::vector<int64_t>& rows = counts_[0];
  return rows.size() - static_cast<size_t>(std::count(rows.begin(), rows.end(), 0));
}

Groups Grouper::GroupsWith(const std::vector<GroupFilter>& kept) const {
  Groups groups;
  groups.dimensions = query_.by.size();
  groups.counted = counts_.size();
  const auto add_counts = [&](size_t g) {
    groups.group_ids.push_back(static_cast<uint32_t>(g));
    for (const std::vector<int64_t>& by_group : counts_) groups.counts.push_back(by_group[g]);
  };
  if (one_dimension() && !kept.empty()) {
    for (const uint32_t value : kept[0].value_ids) {
      if (value >= counts_[0].size() || counts_[0][value] == 0) continue;
      groups.value_ids.push_back(value);
      add_counts(value);
    }
    return groups;
  }
  // By dimension and value id whether it is wanted; empty where all are.
  std::vector<std::vector<bool>> wanted(query_.by.size());
  for (const GroupFilter& some : kept) {
    wanted[some.dimension].resize(values_[some.dimension].size());
    for (const uint32_t value : some.value_ids) wanted[some.dimension][value] = true;
  }
  std::vector<uint32_t> combinations(bundles_.size());
  std::vector<uint32_t> of_bundle(query_.by.size());
  std::vector<uint32_t> ids(query_.by.size());
  for (size_t g = 0; g < counts_[0].size(); ++g) {
    if (g % kGroupsPerCheck == 0 && !ShouldContinue()) break;
    if (counts_[0][g] == 0) continue;
    groups_.PartsOf(static_cast<uint32_t>(g), combinations.data());
    bool keep = true;
    for (size_t b = 0; b < bundles_.size() && keep; ++b) {
      const std::vector<size_t>& dimensions = bundles_[b].dimensions;
      bundles_[b].tuples.PartsOf(combinations[b], of_bundle.data());
      for (size_t i = 0; i < dimensions.size(); ++i) {
        keep = keep && (wanted[dimensions[i]].empty() || wanted[dimensions[i]][of_bundle[i]]);
        ids[dimensions[i]] = of_bundle[i];
      }
    }
    if (!keep) continue;
    groups.value_ids.insert(groups.value_ids.end(), ids.begin(), ids.end());
    add_counts(g);
  }
  return groups;
}

}  // namespace muster::execute
