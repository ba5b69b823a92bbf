#include "engine/execute/group_table.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "engine/model/schema.h"

namespace muster::execute {
namespace {

using Rows = std::vector<std::pair<GroupKey, absl::InlinedVector<int64_t, 3>>>;

std::string Number(double value) { return absl::StrFormat("%.12g", value); }

class GroupTable {
 public:
  GroupTable(const bind::Query& query, const Grouper& grouper, const bind::CatalogueView& view)
      : query_(query), grouper_(grouper), view_(view) {}

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
  }

 private:
  // The groups that every `top` keeps: the N values with most rows, and those that tie with the last.
  Rows Kept() const {
    std::vector<absl::flat_hash_set<GroupValue>> kept(query_.by.size());
    for (size_t d = 0; d < query_.by.size(); ++d) {
      if (!query_.by[d].top) continue;
      std::vector<std::pair<int64_t, GroupValue>> counts;
      for (const auto& [value, count] : grouper_.value_counts(d)) {
        if (value != kMissingValue) counts.emplace_back(count, value);
      }
      std::sort(counts.rbegin(), counts.rend());
      const auto top = static_cast<size_t>(*query_.by[d].top);
      for (size_t i = 0; i < counts.size() && (i < top || counts[i].first == counts[top - 1].first); ++i) {
        kept[d].insert(counts[i].second);
      }
    }
    Rows rows;
    for (const auto& [key, group] : grouper_.groups()) {
      bool keep = true;
      for (size_t d = 0; d < key.size(); ++d) keep = keep && (!query_.by[d].top || kept[d].contains(key[d]));
      if (keep) rows.emplace_back(key, group.counts);
    }
    return rows;
  }

  // A banded last dimension has no gaps: bands between the lowest and the highest of its group count 0.
  void FillBands(Rows* rows) const {
    if (query_.by.back().band == 0 || query_.by.back().top) return;
    const auto is_band = [](GroupValue value) { return value != kMissingValue && value != kUncertainValue; };
    std::map<GroupKey, std::vector<GroupValue>> bands;
    for (const auto& [key, counts] : *rows) {
      if (is_band(key.back())) bands[GroupKey(key.begin(), key.end() - 1)].push_back(key.back());
    }
    constexpr GroupValue kMaxSpan = 100'000;  // beyond this an outlier would drown the table
    for (auto& [leading, present] : bands) {
      std::sort(present.begin(), present.end());
      if (present.back() - present.front() > kMaxSpan) continue;
      size_t next = 0;
      for (GroupValue band = present.front(); band <= present.back(); ++band) {
        if (present[next] == band) {
          ++next;
          continue;
        }
        GroupKey key = leading;
        key.push_back(band);
        rows->emplace_back(std::move(key), absl::InlinedVector<int64_t, 3>(query_.counted.size(), 0));
      }
    }
  }

  void Sort(Rows* rows) const {
    const bool by_count = query_.by.size() == 1 && query_.by[0].top;
    std::sort(rows->begin(), rows->end(), [&](const auto& a, const auto& b) {
      if (by_count && a.second[0] != b.second[0]) return a.second[0] > b.second[0];
      for (size_t d = 0; d < query_.by.size(); ++d) {
        if (a.first[d] == b.first[d]) continue;
        const bool special = std::max(a.first[d], b.first[d]) >= kUncertainValue;
        if (special || query_.by[d].band > 0) return a.first[d] < b.first[d];
        return Text(d, a.first[d]) < Text(d, b.first[d]);
      }
      return false;
    });
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
    std::string text = Text(d, value);
    if (model::Info(dimension.field).kind == model::Kind::kCode && !table->labels.contains(text)) {
      if (std::string label = view_.terminology().Label(text); !label.empty()) table->labels[text] = std::move(label);
    }
    return text;
  }

  const bind::Query& query_;
  const Grouper& grouper_;
  const bind::CatalogueView& view_;
};

}  // namespace

void AddGroupRows(const bind::Query& query, const Grouper& grouper, const bind::CatalogueView& view, Table* table) {
  GroupTable(query, grouper, view).AddTo(table);
}

}  // namespace muster::execute
