#include "shell/output/flat_table.h"

#include "muster/names.h"

namespace muster::shell {
namespace {

struct Widening {
  bool numbers = false;  ///< the column has a guest's numbers
  bool labels = false;   ///< the column has codes with labels, which are asked for
};

void Widen(const Table& table, const std::vector<Cell>& row, size_t first, const Layout& layout,
           std::vector<Widening>* widenings) {
  for (size_t i = 0; i < row.size() && first + i < widenings->size(); ++i) {
    if (std::holds_alternative<Number>(row[i])) (*widenings)[first + i].numbers = true;
    if (layout.labels && !CellLabel(table, row[i]).empty()) (*widenings)[first + i].labels = true;
  }
}

Cell Told(const std::optional<int64_t>& value) { return value.has_value() ? Cell(*value) : Cell(); }

void AppendCell(const Table& table, const Cell& cell, Widening widening, std::vector<Cell>* row) {
  const Number* number = std::get_if<Number>(&cell);
  if (number != nullptr) {
    row->insert(row->end(),
                {Told(number->value), std::string(NameOf(number->kind)), Told(number->low), Told(number->high)});
    return;
  }
  row->push_back(IsMissing(cell) ? Cell() : cell);
  if (widening.numbers) row->insert(row->end(), 3, Cell());
  if (!widening.labels) return;
  const std::string_view label = CellLabel(table, cell);
  row->push_back(label.empty() ? Cell() : Cell(std::string(label)));
}

}  // namespace

FlatTable Flatten(const Table& table, const Layout& layout) {
  const bool totals = layout.totals && !table.total.empty() && table.total.size() <= table.columns.size();
  const size_t first = totals ? table.columns.size() - table.total.size() : 0;
  std::vector<Widening> widenings(table.columns.size());
  for (const std::vector<Cell>& row : table.rows) Widen(table, row, 0, layout, &widenings);
  if (totals) Widen(table, table.total, first, layout, &widenings);

  FlatTable flat;
  for (size_t i = 0; i < table.columns.size(); ++i) {
    const std::string& name = table.columns[i].name;
    flat.columns.push_back(name);
    if (widenings[i].numbers) flat.columns.insert(flat.columns.end(), {name + " kind", name + " low", name + " high"});
    if (widenings[i].labels) flat.columns.push_back(name + " label");
  }
  const auto add = [&](const std::vector<Cell>& cells) {
    std::vector<Cell> row;
    for (size_t i = 0; i < cells.size() && i < widenings.size(); ++i) AppendCell(table, cells[i], widenings[i], &row);
    flat.rows.push_back(std::move(row));
  };
  for (const std::vector<Cell>& row : table.rows) add(row);
  if (totals) {
    std::vector<Cell> row(first);
    if (first > 0) row[0] = std::string("total");
    row.insert(row.end(), table.total.begin(), table.total.end());
    add(row);
    flat.has_total = true;
  }
  return flat;
}

}  // namespace muster::shell
