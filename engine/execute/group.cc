#include "engine/execute/group.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "engine/execute/row_blocks.h"
#include "engine/execute/tally.h"

namespace muster::execute {

using model::Entity;

namespace {

// Rows that have several values of several dimensions can have many combinations.
constexpr uint64_t kMostCombinations = uint64_t{1} << 20;

}  // namespace

Grouper::Grouper(const bind::Query& query, size_t max_groups)
    : query_(query),
      max_groups_(max_groups),
      values_(query.by.size()),
      bundles_(BundleNumbering::All(query)),
      groups_(bundles_.size()),
      counts_(query.counted.size()),
      totals_(query.counted.size()),
      value_counts_(query.by.size()),
      of_bundles_(bundles_.size()) {}

absl::Status Grouper::Add(const storage::SegmentReader& segment, const storage::Bitmap& rows) {
  const uint64_t asked = rows.Cardinality();
  const Entity space = query_.counted[0].entity;
  std::vector<DimensionBundle> bundles;
  for (BundleNumbering& numbering : bundles_) {
    auto bundle = DimensionBundle::Make(segment, query_, &numbering, &values_, asked);
    if (!bundle.ok()) return bundle.status();
    bundles.push_back(*std::move(bundle));
  }
  std::vector<RelatedCount> related;
  for (size_t e = 1; e < query_.counted.size(); ++e) {
    auto made = RelatedCount::Make(segment, space, query_.counted[e], asked);
    if (!made.ok()) return made.status();
    related.push_back(*std::move(made));
  }
  bool too_many = false;
  ForEachBlock(rows, segment.rows(static_cast<uint8_t>(space)), [&](std::span<const uint32_t> block) {
    AddBlock(block, bundles, related);
    return !(too_many = TooMany());
  });
  if (too_many) {
    return absl::ResourceExhaustedError(absl::StrCat("the answer would have more than ", max_groups_, " rows"));
  }
  return absl::OkStatus();
}

void Grouper::AddBlock(std::span<const uint32_t> rows, std::vector<DimensionBundle>& bundles,
                       std::vector<RelatedCount>& related) {
  for (size_t b = 0; b < bundles.size(); ++b) bundles[b].Read(rows, &of_bundles_[b]);
  if (rows.size() > 1 && CombinedSize(of_bundles_) > kMostCombinations) {
    AddBlock(rows.first(rows.size() / 2), bundles, related);
    AddBlock(rows.subspan(rows.size() / 2), bundles, related);
    return;
  }
  groups_.Combine(of_bundles_, &of_groups_);
  Grow();
  if (related.empty())
    Tally(
        of_groups_.numbers, [](size_t) { return 1; }, &counts_[0]);
  totals_[0] += static_cast<int64_t>(rows.size());
  for (size_t e = 1; e < counts_.size(); ++e) {
    related[e - 1].Add(rows, of_groups_, &counts_[e], &totals_[e], e == 1 ? &counts_[0] : nullptr);
  }
  for (size_t b = 0; b < bundles.size(); ++b) CountValues(b);
}

void Grouper::Grow() {
  size_t size = groups_.size();
  if (bundles_.size() == 1) {
    const BundleNumbering& only = bundles_[0];
    size = only.dimensions.size() == 1 ? values_[only.dimensions[0]].size() : only.tuples.size();
  }
  for (std::vector<int64_t>& counts : counts_) counts.resize(size);
}

// For each dimension with `top`, each value that a row has, once.
void Grouper::CountValues(size_t bundle) {
  const std::vector<size_t>& dimensions = bundles_[bundle].dimensions;
  const RowNumbers& rows = of_bundles_[bundle];
  std::vector<uint32_t> parts(dimensions.size());
  std::vector<uint32_t> seen;
  for (size_t i = 0; i < dimensions.size(); ++i) {
    if (!query_.by[dimensions[i]].top) continue;
    std::vector<int64_t>& counts = value_counts_[dimensions[i]];
    counts.resize(values_[dimensions[i]].size());
    if (dimensions.size() == 1) {
      Tally(
          rows.numbers, [](size_t) { return 1; }, &counts);
      continue;
    }
    for (size_t row = 0; row < rows.ends.size(); ++row) {  // of a bundle of several, which is below
      seen.clear();
      for (const uint32_t number : rows.Of(row)) {
        bundles_[bundle].tuples.PartsOf(number, parts.data());
        seen.push_back(parts[i]);
      }
      std::sort(seen.begin(), seen.end());
      seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
      for (const uint32_t number : seen) ++counts[number];
    }
  }
}

size_t Grouper::size() const {
  const std::vector<int64_t>& rows = counts_[0];
  return rows.size() - static_cast<size_t>(std::count(rows.begin(), rows.end(), 0));
}

bool Grouper::TooMany() const { return counts_[0].size() > max_groups_ && size() > max_groups_; }

std::vector<Group> Grouper::Groups(const std::vector<KeptValues>& kept) const {
  // By dimension and number whether it is wanted; nothing where all are.
  std::vector<std::vector<bool>> wanted(query_.by.size());
  for (const KeptValues& some : kept) {
    wanted[some.dimension].resize(values_[some.dimension].size());
    for (const GroupValue value : some.values) {
      if (const auto number = values_[some.dimension].NumberOf(value)) wanted[some.dimension][*number] = true;
    }
  }
  std::vector<Group> groups;
  std::vector<uint32_t> combinations(bundles_.size());
  std::vector<uint32_t> values(query_.by.size());
  GroupKey key(query_.by.size());
  const bool one_dimension = query_.by.size() == 1;  // a group's number is that of its value
  for (size_t g = 0; g < counts_[0].size(); ++g) {
    if (counts_[0][g] == 0 || (one_dimension && !kept.empty() && !wanted[0][g])) continue;
    groups_.PartsOf(static_cast<uint32_t>(g), combinations.data());
    bool keep = true;
    for (size_t b = 0; b < bundles_.size() && keep; ++b) {
      const std::vector<size_t>& dimensions = bundles_[b].dimensions;
      bundles_[b].tuples.PartsOf(combinations[b], values.data());
      for (size_t i = 0; i < dimensions.size(); ++i) {
        keep = keep && (wanted[dimensions[i]].empty() || wanted[dimensions[i]][values[i]]);
        key[dimensions[i]] = values_[dimensions[i]].ValueOf(values[i]);
      }
    }
    if (!keep) continue;
    GroupCounts& counts = groups.emplace_back(key, GroupCounts()).second;
    for (const std::vector<int64_t>& by_group : counts_) counts.push_back(by_group[g]);
  }
  return groups;
}

std::vector<std::pair<GroupValue, int64_t>> Grouper::ValueCounts(size_t d) const {
  std::vector<std::pair<GroupValue, int64_t>> counts;
  for (size_t v = 0; v < value_counts_[d].size(); ++v) {
    counts.emplace_back(values_[d].ValueOf(static_cast<uint32_t>(v)), value_counts_[d][v]);
  }
  return counts;
}

}  // namespace muster::execute
