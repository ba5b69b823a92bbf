// The forms in which answers are printed.
#ifndef MUSTER_SHELL_OUTPUT_FORMAT_H_
#define MUSTER_SHELL_OUTPUT_FORMAT_H_

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "muster/table.h"

namespace muster::shell {

enum class Format { kTable, kJson, kJsonLines, kCsv, kTsv, kMarkdown, kChart, kCrosstab };

/// How answers are laid out.
struct Layout {
  int width = 0;        ///< columns that there are; 0: as many as it takes
  bool labels = false;  ///< csv and tsv: a column of labels behind one of codes that have any
  bool totals = false;  ///< csv and tsv: a last row with the totals, if there are any
};

struct FormatInfo {
  Format format;
  std::string_view name;  ///< as on the command line
  std::string_view doc;
};

std::span<const FormatInfo> Formats();
std::optional<Format> FormatByName(std::string_view name);
std::string_view FormatName(Format format);
/// "table, json, jsonl, csv, tsv or markdown"
std::string FormatNames();

/// One table in aligned columns. The label of a code follows it in brackets, shortened if long. Texts are wrapped so
/// that no line is wider than `width`, as far as the numbers leave room.
std::string RenderTable(const Table& table, int width = 0);
/// The values of the last dimension side by side (crosstab.h), a table for each thing counted; a table of fewer than
/// two dimensions as RenderTable has it.
std::string RenderCrosstab(const Table& table, int width = 0);
/// A bar for each row as long as its first count, in at most `width` columns (0: 80); of `summarise` the histogram of
/// each field; a table without keys or without counts as RenderTable has it.
std::string RenderChart(const Table& table, int width = 0);
/// One JSON object: columns, rows, total and labels of codes (if any), provenance. No newline at the end.
std::string RenderJson(const Table& table);
/// One JSON object a row, its members named after the columns.
std::string RenderJsonLines(const Table& table);
/// RFC 4180, with a header line and lines ended by CR LF. A column of a guest's numbers is followed by three more: the
/// kind of each number, and its bounds. A number that has no value is an empty field there, never 0.
std::string RenderCsv(const Table& table, const Layout& layout = {});
/// The same columns, tab-separated with a header line; tab, newline, return and backslash are written \t \n \r \\.
std::string RenderTsv(const Table& table, const Layout& layout = {});
/// A table of GitHub-flavoured Markdown, with labels in brackets behind their codes.
std::string RenderMarkdown(const Table& table);

/// The tables of all statements of one text, one after another.
std::string Render(Format format, const std::vector<const Table*>& tables, const Layout& layout = {});

/// All answers to `text` in Format::kJson: the members of RenderJson, and `diagnostics` (if any) with severity, code,
/// message, location in the text (bytes, line and column from 1) and hints. An answer without a table has only
/// `diagnostics`.
std::string RenderJsonAnswers(std::string_view text, const std::vector<Answer>& answers);
/// A failure that is not a mistake in the text, as one JSON object: {"failure": "..."}.
std::string RenderJsonFailure(std::string_view message);

/// A cell as text; empty for a missing value. Numbers have as many digits as it takes to read them back unchanged. A
/// guest's number is written for people: "~1,235", "few", "withheld".
std::string CellText(const Cell& cell);
bool IsMissing(const Cell& cell);
/// The label of the code in `cell`; empty if it is not a code, or has no label.
std::string_view CellLabel(const Table& table, const Cell& cell);

}  // namespace muster::shell

#endif  // MUSTER_SHELL_OUTPUT_FORMAT_H_
