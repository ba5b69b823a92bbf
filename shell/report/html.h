// Pieces of HTML: escaped text, and tables.
#ifndef MUSTER_SHELL_REPORT_HTML_H_
#define MUSTER_SHELL_REPORT_HTML_H_

#include <string>
#include <string_view>

#include "muster/table.h"

namespace muster::shell {

/// `text` for elements and quoted attributes; control characters and broken UTF-8 become U+FFFD.
std::string EscapeHtml(std::string_view text);

/// A cell for people: whole numbers with separators ("12,345"), "missing" for a missing value among texts and nothing
/// among numbers, the label of a code behind it. Not escaped.
std::string ReportCell(const Table& table, size_t column, const Cell& cell);

/// A table with its totals.
std::string HtmlTable(const Table& table);

}  // namespace muster::shell

#endif  // MUSTER_SHELL_REPORT_HTML_H_
