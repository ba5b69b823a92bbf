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

/// The columns that are drawn as bars: the first that has counts, and where all behind it are of people, as the cohorts
/// of a comparison, those too. Empty where nothing is counted.
std::vector<size_t> DrawnColumns(const Table& table);

/// Whether the column has words that say what a row is about.
bool HasWords(const Column& column);

/// The column of a summary that has the histograms.
std::optional<size_t> HistogramsOf(const Table& table);

/// The column of this name; behind the last when there is none.
size_t ColumnNamed(const Table& table, std::string_view name);

/// The column of a summary that says where its histograms begin, or how wide their bands are: a drawing says it itself.
bool IsOfHistogram(const Column& column);

/// Four digits, or all of those before the point: 6.543, 0.04123, 123457.
std::string FewDigits(double number);

/// The histogram in `row` of a summary as a table: its bands ("6.5 to <7") and how many values each has. Without rows
/// where there are no values.
Table BandsOf(const Table& table, const std::vector<Cell>& row);

}  // namespace muster::shell

#endif  // MUSTER_SHELL_OUTPUT_TABLE_PARTS_H_
