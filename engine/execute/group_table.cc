#include "engine/execute/group_table.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "engine/model/schema.h"

namespace muster::execute {
namespace {

using Rows = std::vector<Group>;

std::string Number(double value) { return absl::StrFormat("%.12g", value); }

class GroupTable {
 public:
  GroupTable(const bind::Query& query, const MergedGroups& groups, const bind::CatalogueView& view, size_t max_rows)
      : query_(query), groups_(groups), view_(view), max_rows_(max_rows) {}

  void AddTo(Table* table) {
    Rows rows = Kept();
    FillBands(&rows);
    Sort(&rows);
    for (const auto& [key, counts] : rows) {
      std::vector<Cell> cells;
      for (size_t d = 0; d < key.size(); ++d) cells.push_back(CellOf(d, key[d], table));
      for (const int64_t count : counts) cells.emplace_back(count);
      table->rows.push_back(std::move(cells));
    }
    for (const int64_t total : groups_.totals()) table->total.emplace_back(total);
  }

 private:
  // The groups that every `top` keeps: the N values with most rows, and those that tie with the last.
  Rows Kept() const {
    std::vector<KeptValues> kept;  // of dimensions with `top`
    for (size_t d = 0; d < query_.by.size(); ++d) {
      if (!query_.by[d].top) continue;
      auto values = groups_.ValueCounts(d);
      std::erase_if(values, [](const auto& value) { return value.first == kMissingValue || value.second == 0; });
      const auto top = static_cast<size_t>(*query_.by[d].top);
      int64_t least = 0;
      if (values.size() > top) {
        const auto last = values.begin() + static_cast<ptrdiff_t>(top - 1);
        std::nth_element(values.begin(), last, values.end(),
                         [](const auto& a, const auto& b) { return a.second > b.second; });
        least = last->second;
      }
      KeptValues& some = kept.emplace_back(KeptValues{d, {}});
      for (const auto& [value, count] : values) {
        if (count >= least) some.values.push_back(value);
      }
    }
    return groups_.Groups(kept);
  }

  // A banded last dimension has no gaps, in any group or in none: bands between the lowest and the highest of a group
  // count 0.
  void FillBands(Rows* rows) const {
    if (query_.by.back().band == 0 || query_.by.back().top) return;
    const auto is_band = [](GroupValue value) { return value != kMissingValue && value != kUncertainValue; };
    std::map<GroupKey, std::vector<GroupValue>> bands;
    for (const auto& [key, counts] : *rows) {
      if (is_band(key.back())) bands[GroupKey(key.begin(), key.end() - 1)].push_back(key.back());
    }
    uint64_t empty = 0;
    for (auto& [leading, present] : bands) {
      std::sort(present.begin(), present.end());
      const uint64_t span = static_cast<uint64_t>(present.back()) - static_cast<uint64_t>(present.front());
      if (span > kMostEmptyBands + present.size()) return;
      empty += span + 1 - present.size();
    }
    if (empty > kMostEmptyBands || rows->size() + empty > max_rows_) return;
    for (const auto& [leading, present] : bands) {
      size_t next = 0;
      for (GroupValue band = present.front(); band <= present.back(); ++band) {
        if (present[next] == band) {
          ++next;
          continue;
        }
        GroupKey key = leading;
        key.push_back(band);
        rows->emplace_back(std::move(key), GroupCounts(query_.counted.size(), 0));
      }
    }
  }

  void Sort(Rows* rows) const {
    const bool by_count = query_.by.size() == 1 && query_.by[0].top;
    std::vector<absl::flat_hash_map<GroupValue, int64_t>> places;
    for (size_t d = 0; d < query_.by.size(); ++d) places.push_back(Places(d, *rows));
    std::vector<std::pair<GroupKey, size_t>> order;  // places of a row's values, and which row it is
    for (size_t r = 0; r < rows->size(); ++r) {
      GroupKey key;
      if (by_count) key.push_back(-(*rows)[r].second[0]);
      for (size_t d = 0; d < query_.by.size(); ++d) {
        const GroupValue value = (*rows)[r].first[d];
        const auto place = places[d].find(value);
        key.push_back(place == places[d].end() ? value : place->second);
      }
      order.emplace_back(std::move(key), r);
    }
    std::sort(order.begin(), order.end());
    Rows sorted;
    sorted.reserve(rows->size());
    for (const auto& [key, r] : order) sorted.push_back(std::move((*rows)[r]));
    *rows = std::move(sorted);
  }

  // Where each code or keyword of a dimension stands among those of `rows`. Bands, groups, and values that are missing
  // or uncertain, stand where they are.
  absl::flat_hash_map<GroupValue, int64_t> Places(size_t d, const Rows& rows) const {
    absl::flat_hash_map<GroupValue, int64_t> places;
    if (query_.by[d].band > 0 || !query_.by[d].groups.empty()) return places;
    std::vector<std::pair<std::string, GroupValue>> texts;
    for (const auto& [key, counts] : rows) {
      if (key[d] < kUncertainValue && places.try_emplace(key[d], 0).second) texts.emplace_back(Text(d, key[d]), key[d]);
    }
    std::sort(texts.begin(), texts.end());
    for (size_t i = 0; i < texts.size(); ++i) places[texts[i].second] = static_cast<int64_t>(i);
    return places;
  }

  // A code as it is, a keyword as it was written.
  std::string Text(size_t d, GroupValue value) const {
    const auto symbol = static_cast<model::Symbol>(value);
    const std::string_view label = view_.dictionary().Label(symbol);
    const bool keyword = model::Info(query_.by[d].field).kind == model::Kind::kKeyword;
    return std::string(keyword && !label.empty() ? label : view_.dictionary().Text(symbol));
  }

  Cell CellOf(size_t d, GroupValue value, Table* table) const {
    if (value == kMissingValue) return std::monostate();
    if (value == kUncertainValue) return std::string("uncertain");
    const bind::Dimension& dimension = query_.by[d];
    if (dimension.band > 0) {
      const double low = static_cast<double>(value) * dimension.band_size;
      return absl::StrCat(Number(low), " to <", Number(low + dimension.band_size),
                          dimension.band_unit.empty() ? "" : " ", dimension.band_unit);
    }
    if (!dimension.groups.empty()) {
      const auto group = static_cast<size_t>(value);
      return group < dimension.groups.size() ? dimension.groups[group].name : std::string("other");
    }
    std::string text = Text(d, value);
    if (model::Info(dimension.field).kind == model::Kind::kCode && !table->labels.contains(text)) {
      if (std::string label = view_.terminology().Label(text); !label.empty()) table->labels[text] = std::move(label);
    }
    return text;
  }

  const bind::Query& query_;
  const MergedGroups& groups_;
  const bind::CatalogueView& view_;
  const size_t max_rows_;
};

}  // namespace

void AddGroupRows(const bind::Query& query, const MergedGroups& groups, const bind::CatalogueView& view,
                  size_t max_rows, Table* table) {
  GroupTable(query, groups, view, max_rows).AddTo(table);
}

}  // namespace muster::execute
