#include "engine/execute/family_ages.h"

#include <algorithm>
#include <memory>
#include <numeric>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "engine/execute/derive.h"
#include "engine/execute/row_blocks.h"

namespace muster::execute {

using storage::ColumnPtr;
using storage::kNull;

namespace {

struct Extremes {
  std::vector<int64_t> latest, earliest;
};

Extremes Find(uint32_t families, const Downwards& down, const MomentReader& reader, bool possibly) {
  Extremes found{std::vector<int64_t>(families, kNull), std::vector<int64_t>(families, kNull)};
  std::vector<uint32_t> block, begins, ends, others;
  std::vector<int64_t> lows, highs;
  for (uint32_t first = 0; first < families; first += static_cast<uint32_t>(block.size())) {
    block.resize(std::min<size_t>(kBlockRows, families - first));
    std::iota(block.begin(), block.end(), first);
    down.Ranges(block, &begins, &ends);
    ListRanges(begins, &ends, &others);
    reader.ReadAges(others, &lows, &highs);
    const std::vector<int64_t>& late = possibly ? highs : lows;
    const std::vector<int64_t>& early = possibly ? lows : highs;
    size_t j = 0;
    for (size_t f = 0; f < block.size(); ++f) {
      int64_t& latest = found.latest[first + f];
      int64_t& earliest = found.earliest[first + f];
      for (; j < ends[f]; ++j) {
        if (!IsAge(lows[j], highs[j])) continue;
        earliest = latest == kNull ? early[j] : std::min(earliest, early[j]);
        latest = std::max(latest, late[j]);
      }
    }
  }
  return found;
}

ColumnPtr Keep(const storage::SegmentReader& segment, const std::string& what, const std::vector<int64_t>& values) {
  Derived derived;
  derived.what = what;
  derived.column = std::make_shared<const storage::Column>(storage::Column::Of(values));
  ColumnPtr column = derived.column;
  KeepDerived(segment, std::make_shared<const Derived>(std::move(derived)));
  return column;
}

}  // namespace

std::optional<FamilyAges> FamilyAges::Of(const storage::SegmentReader& segment, model::Entity parent,
                                         const bind::Moment& moment, const Downwards& down, const MomentReader& reader,
                                         bool possibly, uint64_t asked) {
  // Ages of one bound are the same for both.
  const bool as_possibly = possibly || !reader.has_age_ranges();
  const std::string name = absl::StrCat(static_cast<int>(parent), " of ", static_cast<int>(moment.entity), " ",
                                        int{moment.field}, as_possibly ? " at the furthest" : " for certain");
  const std::string latest_name = absl::StrCat("latest age for ", name);
  const std::string earliest_name = absl::StrCat("earliest age for ", name);
  const DerivedPtr latest = FindDerived(segment, latest_name);
  const DerivedPtr earliest = FindDerived(segment, earliest_name);
  if (latest != nullptr && earliest != nullptr) return FamilyAges(latest->column, earliest->column, as_possibly);
  const uint32_t families = segment.rows(static_cast<uint8_t>(parent));
  if (!IsWorthDeriving(segment, asked, families, uint64_t{families} * 2)) return std::nullopt;
  if (!WasAskedFor(segment, name)) return std::nullopt;
  const Extremes found = Find(families, down, reader, as_possibly);
  return FamilyAges(Keep(segment, latest_name, found.latest), Keep(segment, earliest_name, found.earliest),
                    as_possibly);
}

void FamilyAges::Decide(const model::AgeWindows& windows, const MomentReader& reader, bool all, Named* named,
                        std::vector<uint32_t>* matching) {
  std::vector<uint32_t>& rows = named->rows;
  std::vector<uint32_t>& parents = named->parents;
  const size_t size = rows.size();
  reader.ReadAges(rows, &lows_, &highs_);
  latests_.resize(size);
  earliests_.resize(size);
  latest_->Gather(parents, latests_.data());
  earliest_->Gather(parents, earliests_.data());
  const bool one_sided = windows.one_sided();
  size_t matched = matching->size();
  matching->resize(matched + size);
  uint32_t* const matches = matching->data();
  uint32_t last = UINT32_MAX;
  size_t left = 0;
  // In numbers instead of branches: which way these would go is chance.
  for (size_t i = 0; i < size; ++i) {
    const uint32_t row = rows[i];
    const uint32_t parent = parents[i];
    const int64_t latest = latests_[i];
    const int64_t earliest = earliests_[i];
    const model::AgeWindow window = windows({lows_[i], highs_[i]});
    const unsigned can = static_cast<unsigned>(IsAge(lows_[i], highs_[i])) & static_cast<unsigned>(latest != kNull) &
                         static_cast<unsigned>(latest >= window.from) & static_cast<unsigned>(earliest <= window.to);
    // A window with two ends may lie between the earliest and the latest. If not, one of these is in it.
    const unsigned is_in = static_cast<unsigned>(one_row_) & (static_cast<unsigned>(latest <= window.to) |
                                                              static_cast<unsigned>(earliest >= window.from));
    const unsigned does = can & static_cast<unsigned>(all) & (static_cast<unsigned>(one_sided) | is_in);
    matches[matched] = parent;
    matched += does & static_cast<unsigned>(parent != last);
    last = does != 0 ? parent : last;
    rows[left] = row;
    parents[left] = parent;
    left += can & ~does;
  }
  matching->resize(matched);
  rows.resize(left);
  parents.resize(left);
}

}  // namespace muster::execute
