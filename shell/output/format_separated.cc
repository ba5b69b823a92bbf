#include <string>
#include <vector>

#include "shell/output/flat_table.h"
#include "shell/output/format.h"

namespace muster::shell {
namespace {

/// A missing value is an empty field; an empty text is quoted, so that the two can be distinguished.
std::string CsvField(std::string_view text) {
  const bool plain = !text.empty() && text.find_first_of(",\"\r\n") == std::string_view::npos && text.front() != ' ' &&
                     text.back() != ' ';
  if (plain) return std::string(text);
  std::string out = "\"";
  for (char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

std::string TsvField(std::string_view text) {
  std::string out;
  for (char c : text) {
    switch (c) {
      case '\t':
        out += "\\t";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\\':
        out += "\\\\";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string RenderSeparated(const FlatTable& table, std::string (*field)(std::string_view), char separator,
                            std::string_view end) {
  std::string out;
  for (size_t i = 0; i < table.columns.size(); ++i) {
    if (i > 0) out += separator;
    out += field(table.columns[i]);
  }
  out += end;
  for (const std::vector<Cell>& row : table.rows) {
    for (size_t i = 0; i < row.size(); ++i) {
      if (i > 0) out += separator;
      if (!IsMissing(row[i])) out += field(CellText(row[i]));
    }
    out += end;
  }
  return out;
}

}  // namespace

std::string RenderCsv(const Table& table, const Layout& layout) {
  return RenderSeparated(Flatten(table, layout), CsvField, ',', "\r\n");
}

std::string RenderTsv(const Table& table, const Layout& layout) {
  return RenderSeparated(Flatten(table, layout), TsvField, '\t', "\n");
}

}  // namespace muster::shell
