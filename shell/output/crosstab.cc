#include "shell/output/crosstab.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "shell/output/format.h"
#include "shell/output/table_parts.h"
#include "shell/terminal/concat.h"

namespace muster::shell {
namespace {

/// The place of `key` among `keys`, to which it is added when it is new.
template <typename Key>
size_t PlaceOf(const Key& key, std::vector<Key>* keys) {
  const auto found = std::find(keys->begin(), keys->end(), key);
  if (found != keys->end()) return static_cast<size_t>(found - keys->begin());
  keys->push_back(key);
  return keys->size() - 1;
}

std::string HeadOf(const Table& table, const Cell& value) {
  if (IsMissing(value)) return "(missing)";
  const std::string_view label = CellLabel(table, value);
  return label.empty() ? CellText(value) : Concat(CellText(value), " ", label);
}

}  // namespace

std::optional<Table> Crosstab(const Table& table, size_t counted) {
  const size_t dimensions = KeysOf(table);
  if (dimensions < 2 || table.total.empty() || dimensions + counted >= table.columns.size()) return std::nullopt;
  const size_t across = dimensions - 1, number = dimensions + counted;

  std::vector<std::vector<Cell>> down;
  std::vector<Cell> heads;
  std::vector<std::vector<Cell>> numbers;  // by the places of both
  bool told = table.provenance.statement.find(" having ") == std::string::npos;
  for (const std::vector<Cell>& row : table.rows) {
    const size_t at = PlaceOf({row.begin(), row.begin() + static_cast<ptrdiff_t>(across)}, &down);
    const size_t head = PlaceOf(row[across], &heads);
    numbers.resize(down.size());
    if (numbers[at].size() <= head) numbers[at].resize(head + 1);
    numbers[at][head] = row[number];
    told = told && std::holds_alternative<int64_t>(row[number]);
  }
  Table crossed;
  crossed.labels = table.labels;
  crossed.provenance = table.provenance;
  crossed.columns.assign(table.columns.begin(), table.columns.begin() + static_cast<ptrdiff_t>(across));
  for (const Cell& head : heads)
    crossed.columns.push_back({HeadOf(table, head), table.columns[number].type, table.columns[number].role});
  for (size_t i = 0; i < down.size(); ++i) {
    numbers[i].resize(heads.size());
    for (Cell& cell : numbers[i]) {
      if (told && std::holds_alternative<std::monostate>(cell)) cell = int64_t{0};
    }
    std::vector<Cell>& row = crossed.rows.emplace_back(std::move(down[i]));
    row.insert(row.end(), numbers[i].begin(), numbers[i].end());
  }
  return crossed;
}

}  // namespace muster::shell
