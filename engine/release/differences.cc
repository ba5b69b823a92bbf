#include "engine/release/differences.h"

#include <cstdint>
#include <string>
#include <variant>

#include "engine/bind/bound/count_column.h"

namespace muster::release {
namespace {

Cell Minus(const Cell& of, const Cell& less) {
  if (std::holds_alternative<std::monostate>(of) || std::holds_alternative<std::monostate>(less)) return {};
  const auto* a = std::get_if<Number>(&of);
  const auto* b = std::get_if<Number>(&less);
  if (a == nullptr || b == nullptr) return std::get<int64_t>(of) - std::get<int64_t>(less);
  Number difference;
  if (!a->value.has_value() || !b->value.has_value()) return difference;
  difference.kind = a->kind;
  difference.value = *a->value - *b->value;
  return difference;
}

}  // namespace

void FillIn(const Differences& differences, Table* table) {
  const auto cell = [table](const CellPosition& place) -> Cell& { return table->rows[place.row][place.column]; };
  for (const Difference& difference : differences) {
    cell(difference.at) = Minus(cell(difference.of), cell(difference.less));
  }
}

std::vector<Column> ColumnsOfSteps(const std::vector<bind::Counted>& counted, bool impact) {
  std::vector<Column> columns = {Column::Key(impact ? "without" : "criterion")};
  for (const bind::Counted& one : counted) columns.push_back(bind::CountColumn(one));
  const std::string change = impact ? "gained" : "lost";
  for (const bind::Counted& one : counted) {
    columns.push_back(Column::Difference(counted.size() == 1 ? change : one.name + " " + change));
  }
  return columns;
}

Differences DifferencesOfSteps(size_t counted, size_t steps, bool impact) {
  Differences differences;
  for (size_t row = 1; row < steps; ++row) {
    for (size_t e = 0; e < counted; ++e) {
      const CellPosition own = {row, 1 + e};
      const CellPosition at = {row, 1 + counted + e};
      differences.push_back(impact ? Difference{at, own, {0, 1 + e}} : Difference{at, {row - 1, 1 + e}, own});
    }
  }
  return differences;
}

}  // namespace muster::release
