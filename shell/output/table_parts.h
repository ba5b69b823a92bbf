// The columns of a table by purpose: dimensions, and the column that is drawn.
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

/// The first column of counts, if there are keys that say what each of them is.
std::optional<size_t> CountsOf(const Table& table);

/// The columns that are drawn as bars: the first that has counts, and where all behind it are of people, as the cohorts
/// of a comparison, those too. Empty where nothing is counted.
std::vector<size_t> DrawnColumns(const Table& table);

/// Whether the column has words that say what a row is about.
bool HasWords(const Column& column);

/// The column of a summary that has the histograms.
std::optional<size_t> HistogramsOf(const Table& table);

/// The index of the column with this name; the number of columns if there is none.
size_t ColumnNamed(const Table& table, std::string_view name);

/// The column of a summary that says where its histograms begin, or how wide their bands are: a drawing says it itself.
bool IsOfHistogram(const Column& column);

/// With four significant digits, or all digits before the point: 6.543, 0.04123, 123457.
std::string FewDigits(double number);

/// The histogram in `row` of a summary as a table: bands ("6.5 to <7") and their numbers of values. Without rows if
/// there are no values.
Table BandsOf(const Table& table, const std::vector<Cell>& row);

}  // namespace muster::shell

#endif  // MUSTER_SHELL_OUTPUT_TABLE_PARTS_H_
