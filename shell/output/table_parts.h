// Which columns of a table are what it is broken down by, and which has what is drawn.
#ifndef MUSTER_SHELL_OUTPUT_TABLE_PARTS_H_
#define MUSTER_SHELL_OUTPUT_TABLE_PARTS_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "muster/table.h"

namespace muster::shell {

/// How many of the first columns are keys.
size_t KeysOf(const Table& table);

/// The first column that has counts, where there are keys to say of what each is.
std::optional<size_t> CountsOf(const Table& table);

/// Whether the column has words that say what a row is about.
bool HasWords(const Column& column);

/// The column of a summary that has the histograms.
std::optional<size_t> HistogramsOf(const Table& table);

/// The column of this name; behind the last when there is none.
size_t ColumnNamed(const Table& table, std::string_view name);

/// Four digits, or all of those before the point: 6.543, 0.04123, 123457.
std::string FewDigits(double number);

/// The histogram in `row` of a summary as a table: its bands ("6.3 to <6.7") and how many values each has. Without rows
/// where there are no values.
Table BandsOf(const Table& table, const std::vector<Cell>& row);

}  // namespace muster::shell

#endif  // MUSTER_SHELL_OUTPUT_TABLE_PARTS_H_
