// Pieces of HTML: text that is safe to stand in it, lines that fit, tables.
#ifndef MUSTER_SHELL_REPORT_HTML_H_
#define MUSTER_SHELL_REPORT_HTML_H_

#include <string>
#include <string_view>
#include <vector>

#include "muster/table.h"

namespace muster::shell {

/// `text` for elements and quoted attributes; control characters and broken UTF-8 become U+FFFD.
std::string EscapeHtml(std::string_view text);

/// `text` in lines of at most `width` columns, broken at blanks; a word that is wider is cut.
std::vector<std::string> WrapWords(std::string_view text, int width);

/// A cell for people: whole numbers with separators ("12,345"), "missing" for a missing value among texts and nothing
/// among numbers, the label of a code behind it. Not escaped.
std::string ReportCell(const Table& table, size_t column, const Cell& cell);

/// A table with its totals.
std::string HtmlTable(const Table& table);

}  // namespace muster::shell

#endif  // MUSTER_SHELL_REPORT_HTML_H_
