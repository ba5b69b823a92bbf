#include "engine/execute/aggregate/group_table.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <queue>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "allowance/allowance.h"
#include "engine/model/schema/schema.h"

namespace muster::execute {
namespace {

// The least of the `top` greatest of `counts`; 0 when there are fewer.
int64_t LeastOfTop(std::span<const int64_t> counts, size_t top) {
  std::priority_queue<int64_t, std::vector<int64_t>, std::greater<>> greatest;
  for (const int64_t count : counts) {
    if (greatest.size() == top && count <= greatest.top()) continue;
    greatest.push(count);
    if (greatest.size() > top) greatest.pop();
  }
  return greatest.size() == top ? greatest.top() : 0;
}

std::string NumberText(double value) { return absl::StrFormat("%.12g", value); }

// 40 to <50 years; under 18 years; 2021-05; 3
std::string OrderedText(const bind::Dimension& dimension, GroupValue value) {
  if (dimension.calendar == grammar::Dimension::Calendar::kYear) return absl::StrFormat("%04d", value);
  if (dimension.calendar == grammar::Dimension::Calendar::kMonth) {
    return absl::StrFormat("%04d-%02d", value / 12, value % 12 + 1);
  }
  if (dimension.band == 0) return absl::StrCat(value);
  const std::string unit = dimension.band_unit.empty() ? "" : absl::StrCat(" ", dimension.band_unit);
  if (dimension.edges.empty()) {
    // The end of a band is written as the next one's beginning is.
    const double low = static_cast<double>(value) * dimension.band_size;
    const double high = static_cast<double>(value + 1) * dimension.band_size;
    return absl::StrCat(NumberText(low), " to <", NumberText(high), unit);
  }
  const std::vector<double>& edges = dimension.edge_labels;
  const auto band = static_cast<size_t>(value);
  if (band == 0) return absl::StrCat("under ", NumberText(edges.front()), unit);
  if (band == edges.size()) return absl::StrCat(NumberText(edges.back()), unit, " and over");
  return absl::StrCat(NumberText(edges[band - 1]), " to <", NumberText(edges[band]), unit);
}

// Groups between two checks for a stop: well below a millisecond.
constexpr size_t kGroupsPerCheck = 8192;

// The values of one dimension that groups have, in the order in which they are shown. A rank is an index into these.
struct Ranked {
  std::vector<GroupValue> values;
  std::vector<Cell> cells;
  std::vector<uint32_t> rank_of;  // by value id
};

class GroupTable {
 public:
  GroupTable(const bind::Query& query, const Grouper& grouper, const bind::CatalogueView& view, size_t max_rows,
             Table* table, std::vector<uint32_t>* group_of_row)
      : query_(query),
        grouper_(grouper),
        view_(view),
        max_rows_(max_rows),
        table_(*table),
        group_of_row_(group_of_row) {}

  // Incomplete after a stop: the caller checks for that, too.
  void Add() {
    groups_ = grouper_.GroupsWith(Kept());
    if (!ShouldContinue()) return;
    for (size_t d = 0; d < query_.by.size(); ++d) ranked_.push_back(Rank(d));
    if (!ShouldContinue()) return;
    const std::vector<uint32_t> order = Order();
    if (!ShouldContinue()) return;
    const bool fill = HasFewGaps(order);
    if (!ShouldContinue()) return;
    table_.rows.reserve(order.size());
    for (size_t i = 0; i < order.size(); ++i) {
      if (const uint64_t gap = fill && i > 0 ? Gap(order[i - 1], order[i]) : 0; gap > 0) {
        for (GroupValue band = Last(order[i - 1]) + 1; band < Last(order[i]); ++band) AddEmpty(order[i], band);
      }
      AddGroup(order[i]);
      if (!ShouldContinueSampled()) return;
    }
    for (const int64_t total : grouper_.totals()) table_.total.emplace_back(total);
  }

 private:
  // What every `top` keeps: the N values with most rows, and those that tie with the last.
  std::vector<GroupFilter> Kept() const {
    std::vector<GroupFilter> kept;
    for (size_t d = 0; d < query_.by.size(); ++d) {
      if (!query_.by[d].top) continue;
      std::span<const int64_t> counts = grouper_.ValueCounts(d);
      constexpr uint32_t kFirst = ValueIds::kMissing + 1;  // not having a value is not one of them
      counts = counts.subspan(std::min<size_t>(kFirst, counts.size()));
      const int64_t least = std::max<int64_t>(1, LeastOfTop(counts, static_cast<size_t>(*query_.by[d].top)));
      GroupFilter& some = kept.emplace_back(GroupFilter{d, {}});
      for (size_t v = 0; v < counts.size(); ++v) {
        if (counts[v] >= least) some.value_ids.push_back(static_cast<uint32_t>(v) + kFirst);
      }
    }
    return kept;
  }

  // Codes and keywords stand in the order of their texts. Bands, groups, and values that are missing or uncertain,
  // stand where they are as numbers.
  Ranked Rank(size_t d) {
    constexpr uint32_t kAbsent = UINT32_MAX;
    struct Value {
      std::string_view text;
      GroupValue value;
      uint32_t id;
      auto operator<=>(const Value&) const = default;
    };
    Ranked ranked;
    ranked.rank_of.resize(grouper_.values(d), kAbsent);
    const bool texts = !query_.by[d].IsOrdered() && query_.by[d].groups.empty();
    std::vector<Value> values, behind;
    for (size_t g = 0; g < groups_.size(); ++g) {
      if (g % kGroupsPerCheck == 0 && !ShouldContinue()) break;
      const uint32_t id = groups_.ValueIdsOf(g)[d];
      if (ranked.rank_of[id] != kAbsent) continue;
      ranked.rank_of[id] = 0;
      const GroupValue value = grouper_.ValueOf(d, id);
      if (texts && value < kUncertainValue) {
        values.push_back({Text(d, value), value, id});
      } else {
        behind.push_back({{}, value, id});
      }
    }
    std::sort(values.begin(), values.end());
    std::sort(behind.begin(), behind.end());
    values.insert(values.end(), behind.begin(), behind.end());
    for (const Value& value : values) {
      ranked.rank_of[value.id] = static_cast<uint32_t>(ranked.values.size());
      ranked.values.push_back(value.value);
      ranked.cells.push_back(CellOf(d, value.value));
    }
    return ranked;
  }

  uint32_t RankOf(uint32_t group, size_t d) const { return ranked_[d].rank_of[groups_.ValueIdsOf(group)[d]]; }

  // The groups by their values, the first dimension first; or by their counts. One dimension after the other, from the
  // last on: groups that have the same value stay in order.
  std::vector<uint32_t> Order() const {
    std::vector<uint32_t> order(groups_.size());
    std::iota(order.begin(), order.end(), 0);
    std::vector<uint32_t> sorted(order.size());
    for (size_t d = query_.by.size(); d-- > 0 && ShouldContinue();) {
      std::vector<uint32_t> begins(ranked_[d].values.size() + 1);
      for (const uint32_t group : order) ++begins[RankOf(group, d) + 1];
      std::partial_sum(begins.begin(), begins.end(), begins.begin());
      for (const uint32_t group : order) sorted[begins[RankOf(group, d)]++] = group;
      order.swap(sorted);
    }
    if (query_.by.size() == 1 && query_.by[0].top) {
      std::stable_sort(order.begin(), order.end(),
                       [this](uint32_t a, uint32_t b) { return groups_.CountsOf(a)[0] > groups_.CountsOf(b)[0]; });
    }
    return order;
  }

  GroupValue Last(uint32_t group) const {
    const size_t d = query_.by.size() - 1;
    return ranked_[d].values[RankOf(group, d)];
  }

  // How many bands lie between those of two groups, the first before the second, that are otherwise alike.
  uint64_t Gap(uint32_t a, uint32_t b) const {
    const GroupValue first = Last(a);
    const GroupValue second = Last(b);
    if (first >= kUncertainValue || second >= kUncertainValue) return 0;
    const size_t leading = query_.by.size() - 1;
    if (!std::ranges::equal(groups_.ValueIdsOf(a).first(leading), groups_.ValueIdsOf(b).first(leading))) return 0;
    return static_cast<uint64_t>(second) - static_cast<uint64_t>(first) - 1;
  }

  // A banded last dimension has no gaps, in any group or in none: bands between the lowest and the highest of a group
  // count 0.
  bool HasFewGaps(const std::vector<uint32_t>& order) const {
    if (!query_.by.back().IsOrdered() || query_.by.back().top) return false;
    uint64_t empty = 0;
    for (size_t i = 1; i < order.size(); ++i) {
      if (i % kGroupsPerCheck == 0 && !ShouldContinue()) return false;
      const uint64_t gap = Gap(order[i - 1], order[i]);
      if (gap > kMaxEmptyBands || (empty += gap) > kMaxEmptyBands) return false;
    }
    return order.size() + empty <= max_rows_;
  }

  std::vector<Cell>& AddRow() {
    std::vector<Cell>& cells = table_.rows.emplace_back();
    cells.reserve(groups_.dimensions + groups_.counted);
    return cells;
  }
  void AddGroup(uint32_t group) {
    std::vector<Cell>& cells = AddRow();
    if (group_of_row_ != nullptr) group_of_row_->push_back(groups_.group_ids[group]);
    for (size_t d = 0; d < query_.by.size(); ++d) cells.push_back(ranked_[d].cells[RankOf(group, d)]);
    for (const int64_t count : groups_.CountsOf(group)) cells.emplace_back(count);
  }
  // A row like `group`'s, but of a band that nothing is in.
  void AddEmpty(uint32_t group, GroupValue band) {
    std::vector<Cell>& cells = AddRow();
    if (group_of_row_ != nullptr) group_of_row_->push_back(Grouper::kNoGroup);
    const size_t last = query_.by.size() - 1;
    for (size_t d = 0; d < last; ++d) cells.push_back(ranked_[d].cells[RankOf(group, d)]);
    cells.push_back(CellOf(last, band));
    for (size_t e = 0; e < groups_.counted; ++e) cells.emplace_back(int64_t{0});
  }

  // A code as it is, a keyword as it was written.
  std::string_view Text(size_t d, GroupValue value) const {
    const auto symbol = static_cast<model::Symbol>(value);
    const std::string_view label = view_.dictionary().Label(symbol);
    const bool keyword = model::Info(query_.by[d].field).kind == model::Kind::kKeyword;
    return keyword && !label.empty() ? label : view_.dictionary().Text(symbol);
  }

  Cell CellOf(size_t d, GroupValue value) {
    if (value == kMissingValue) return std::monostate();
    if (value == kUncertainValue) return std::string("uncertain");
    const bind::Dimension& dimension = query_.by[d];
    if (dimension.IsOrdered()) return OrderedText(dimension, value);
    if (!dimension.groups.empty()) {
      const auto group = static_cast<size_t>(value);
      return group < dimension.groups.size() ? dimension.groups[group].name : std::string("other");
    }
    std::string text(Text(d, value));
    const bool code = model::Info(dimension.field).kind == model::Kind::kCode || dimension.low_part == model::kTermPart;
    if (code && !table_.labels.contains(text)) {
      if (std::string label = view_.terminology().Label(text); !label.empty()) table_.labels[text] = std::move(label);
    }
    return text;
  }

  const bind::Query& query_;
  const Grouper& grouper_;
  const bind::CatalogueView& view_;
  const size_t max_rows_;
  Table& table_;
  std::vector<uint32_t>* const group_of_row_;  // may be null
  Groups groups_;
  std::vector<Ranked> ranked_;  // by dimension
};

}  // namespace

void AddGroupRows(const bind::Query& query, const Grouper& groups, const bind::CatalogueView& view, size_t max_rows,
                  Table* table, std::vector<uint32_t>* group_of_row) {
  GroupTable(query, groups, view, max_rows, table, group_of_row).Add();
}

}  // namespace muster::execute
