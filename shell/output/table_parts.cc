#include "shell/output/table_parts.h"

#include <algorithm>

namespace muster::shell {
namespace {

template <typename F>
size_t FirstColumn(const Table& table, F is) {
  return static_cast<size_t>(std::find_if(table.columns.begin(), table.columns.end(), is) - table.columns.begin());
}

}  // namespace

size_t KeysOf(const Table& table) {
  return FirstColumn(table, [](const Column& column) { return column.role != ColumnRole::kKey; });
}

std::optional<size_t> CountsOf(const Table& table) {
  const size_t at = FirstColumn(table, [](const Column& column) { return column.IsCount(); });
  return at == table.columns.size() || KeysOf(table) == 0 ? std::nullopt : std::optional(at);
}

bool HasWords(const Column& column) { return column.role == ColumnRole::kKey || column.role == ColumnRole::kText; }

std::optional<size_t> HistogramsOf(const Table& table) {
  const size_t at = FirstColumn(table, [](const Column& column) { return column.role == ColumnRole::kHistogram; });
  return at == table.columns.size() ? std::nullopt : std::optional(at);
}

}  // namespace muster::shell
