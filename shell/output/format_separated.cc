#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "shell/output/format.h"

namespace muster::shell {
namespace {

/// A missing value is an empty field; an empty text is a quoted one, so that the two can be told apart.
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

/// Whether a column has a guest's numbers, which take more fields than one.
std::vector<bool> ColumnsOfNumbers(const Table& table) {
  std::vector<bool> found(table.columns.size());
  for (const std::vector<Cell>& row : table.rows) {
    for (size_t i = 0; i < row.size() && i < found.size(); ++i) {
      if (std::holds_alternative<Number>(row[i])) found[i] = true;
    }
  }
  return found;
}

/// The fields of a cell, of which one that is absent is written as nothing.
std::vector<std::optional<std::string>> FieldsOf(const Cell& cell, bool of_numbers) {
  std::vector<std::optional<std::string>> fields;
  const Number* number = std::get_if<Number>(&cell);
  const auto digits = [](const std::optional<int64_t>& value) {
    return value.has_value() ? std::optional(std::to_string(*value)) : std::nullopt;
  };
  if (number != nullptr)
    return {digits(number->value), std::string(KindName(number->kind)), digits(number->low), digits(number->high)};
  fields.push_back(IsMissing(cell) ? std::nullopt : std::optional(CellText(cell)));
  if (of_numbers) fields.resize(4);
  return fields;
}

std::string RenderSeparated(const Table& table, std::string (*field)(std::string_view), char separator,
                            std::string_view end) {
  const std::vector<bool> numbers = ColumnsOfNumbers(table);
  std::string out;
  for (size_t i = 0; i < table.columns.size(); ++i) {
    if (i > 0) out += separator;
    out += field(table.columns[i].name);
    if (!numbers[i]) continue;
    for (const char* beside : {" kind", " low", " high"}) out += separator + field(table.columns[i].name + beside);
  }
  out += end;
  for (const std::vector<Cell>& row : table.rows) {
    for (size_t i = 0; i < row.size(); ++i) {
      if (i > 0) out += separator;
      const auto fields = FieldsOf(row[i], i < numbers.size() && numbers[i]);
      for (size_t f = 0; f < fields.size(); ++f) {
        if (f > 0) out += separator;
        if (fields[f].has_value()) out += field(*fields[f]);
      }
    }
    out += end;
  }
  return out;
}

}  // namespace

std::string RenderCsv(const Table& table) { return RenderSeparated(table, CsvField, ',', "\r\n"); }

std::string RenderTsv(const Table& table) { return RenderSeparated(table, TsvField, '\t', "\n"); }

}  // namespace muster::shell
