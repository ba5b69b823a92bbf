#include "engine/model/record/group_panels.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "containers/hash_table.h"
#include "engine/model/schema/panel.h"

namespace muster::model {
namespace {

template <typename Number>
void AppendBytes(Number number, std::string* out) {
  out->append(reinterpret_cast<const char*>(&number), sizeof(number));
}

struct AppendValue {
  std::string* out;
  void operator()(Symbol symbol) const { AppendBytes(symbol, out); }
  void operator()(double number) const { AppendBytes(number, out); }
  void operator()(const NumberBounds& bounds) const {
    AppendBytes(bounds.low, out);
    AppendBytes(bounds.high, out);
  }
  void operator()(const TimeValue& time) const {
    for (const Interval& interval : {time.age, time.date}) {
      AppendBytes(interval.low, out);
      AppendBytes(interval.high, out);
    }
    AppendBytes(time.term, out);
  }
  void operator()(const std::string& text) const {
    AppendBytes(text.size(), out);
    out->append(text);
  }
};

bool LacksItsPart(const Row& row) {
  return row.entity == Entity::kMeasurement && row.Find(field::kMeasurementComponent) != nullptr &&
         row.Find(field::kMeasurementPart) == nullptr;
}

// What the components of one panel have in common, as bytes that are equal where it is. Where the source says which
// panel it is, two of its components may have been measured a minute apart.
std::string CommonOf(const Row& row, bool is_named) {
  std::vector<const FieldValue*> common;
  for (const FieldValue& value : row.values) {
    const bool of_panel = value.field == field::kMeasurementAssay || value.field == field::kMeasurementPanel;
    if (is_named ? of_panel : !DiffersWithinPanel(value.field)) common.push_back(&value);
  }
  std::ranges::stable_sort(common, {}, [](const FieldValue* value) { return value->field; });
  std::string bytes;
  for (const FieldValue* value : common) {
    AppendBytes(value->field, &bytes);
    AppendBytes(static_cast<uint8_t>(value->value.index()), &bytes);
    std::visit(AppendValue{&bytes}, value->value);
  }
  return bytes;
}

}  // namespace

GroupedPanels GroupPanels(Record& record) {
  if (std::ranges::none_of(record.rows, LacksItsPart)) return {};
  std::vector<size_t> places;                        // of the measurements among the rows
  std::vector<size_t> panels;                        // of each of them: the first measurement of its panel
  HashMap<std::string, std::vector<size_t>> firsts;  // of each panel with the same in common
  HashMap<std::string, std::map<Symbol, size_t>> seen;
  GroupedPanels grouped;
  for (size_t i = 0; i < record.rows.size(); ++i) {
    const Row& row = record.rows[i];
    if (row.entity != Entity::kMeasurement) continue;
    const size_t place = places.size();
    places.push_back(i);
    panels.push_back(place);
    if (!LacksItsPart(row)) continue;
    const bool is_named = row.Find(field::kMeasurementPanel) != nullptr;
    const std::string common = CommonOf(row, is_named);
    const auto component = std::get<Symbol>(*row.Find(field::kMeasurementComponent));
    const size_t before = is_named ? 0 : seen[common][component]++;
    if (before > 0) ++grouped.uncertain;
    std::vector<size_t>& known = firsts[common];
    if (before == known.size()) known.push_back(place);
    panels.back() = known[before];
  }
  std::vector<size_t> order(places.size());
  for (size_t place = 0; place < order.size(); ++place) order[place] = place;
  std::ranges::stable_sort(order, {}, [&](size_t place) { return panels[place]; });
  std::vector<Row> rows;
  rows.reserve(order.size());
  double part = 0;
  for (size_t n = 0; n < order.size(); ++n) {
    Row& row = rows.emplace_back(std::move(record.rows[places[order[n]]]));
    if (!LacksItsPart(row)) continue;
    const bool begins = panels[order[n]] == order[n];
    part = begins ? 1 : part + 1;
    if (part == 2) ++grouped.panels;
    row.values.push_back({field::kMeasurementPart, part});
  }
  for (size_t n = 0; n < rows.size(); ++n) record.rows[places[n]] = std::move(rows[n]);
  return grouped;
}

}  // namespace muster::model
