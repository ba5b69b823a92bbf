#include "shell/output/format.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "shell/output/crosstab.h"
#include "shell/terminal/concat.h"
#include "shell/terminal/display_width.h"

namespace muster::shell {
namespace {

constexpr FormatInfo kFormats[] = {
    {Format::kTable, "table", "columns that line up, for people"},
    {Format::kJson, "json", "one object with columns, rows, total and provenance"},
    {Format::kJsonLines, "jsonl", "one JSON object a row"},
    {Format::kCsv, "csv", "comma-separated (RFC 4180)"},
    {Format::kTsv, "tsv", "tab-separated"},
    {Format::kMarkdown, "markdown", "a Markdown table"},
    {Format::kChart, "chart", "bars, for people"},
    {Format::kCrosstab, "crosstab", "the last dimension across"},
};

std::string NumberText(double number) {
  if (!std::isfinite(number)) return "";
  char digits[64];
  const std::to_chars_result end = std::to_chars(digits, digits + sizeof(digits), number);
  return std::string(digits, end.ptr);
}

// 1,235
std::string GroupedDigits(int64_t number) {
  std::string digits = std::to_string(number);
  const size_t sign = digits.starts_with('-') ? 1 : 0;
  for (size_t i = digits.size(); i > sign + 3;) digits.insert(i -= 3, ",");
  return digits;
}

std::string ForPeople(const Number& number) {
  if (number.kind == Number::Kind::kWithheld) return "withheld";
  if (number.kind == Number::Kind::kSuppressed || !number.value.has_value()) return "few";
  return Concat(number.kind == Number::Kind::kExact ? "" : "~", GroupedDigits(*number.value));
}

}  // namespace

std::span<const FormatInfo> Formats() { return kFormats; }

std::optional<Format> FormatByName(std::string_view name) {
  for (const FormatInfo& info : kFormats) {
    if (info.name == name) return info.format;
  }
  return std::nullopt;
}

std::string_view FormatName(Format format) {
  for (const FormatInfo& info : kFormats) {
    if (info.format == format) return info.name;
  }
  return "";
}

std::string FormatNames() {
  std::string out;
  for (size_t i = 0; i < std::size(kFormats); ++i) {
    if (i > 0) out += i + 1 == std::size(kFormats) ? " or " : ", ";
    out += kFormats[i].name;
  }
  return out;
}

bool IsMissing(const Cell& cell) {
  if (const double* number = std::get_if<double>(&cell)) return !std::isfinite(*number);
  return std::holds_alternative<std::monostate>(cell);
}

std::string CellText(const Cell& cell) {
  if (const int64_t* integer = std::get_if<int64_t>(&cell)) return std::to_string(*integer);
  if (const double* number = std::get_if<double>(&cell)) return NumberText(*number);
  if (const std::string* text = std::get_if<std::string>(&cell)) return *text;
  if (const Number* number = std::get_if<Number>(&cell)) return ForPeople(*number);
  return "";
}

std::string_view CellLabel(const Table& table, const Cell& cell) {
  const std::string* text = std::get_if<std::string>(&cell);
  if (text == nullptr) return "";
  const auto label = table.labels.find(*text);
  return label == table.labels.end() ? std::string_view() : label->second;
}

std::string RenderCrosstab(const Table& table, int width) {
  std::string out;
  for (size_t counted = 0; counted < std::max<size_t>(table.total.size(), 1); ++counted) {
    const std::optional<Table> crossed = Crosstab(table, counted);
    if (!crossed.has_value()) return RenderTable(table, width);
    const std::string& name = table.columns[table.columns.size() - table.total.size() + counted].name;
    const std::string_view across = table.columns[table.columns.size() - table.total.size() - 1].name;
    out += Concat(counted > 0 ? "\n" : "", Printable(name), " by ", Printable(across), " (across); ",
                  CellText(table.total[counted]), " in all\n", RenderTable(*crossed, width));
  }
  return out;
}

std::string Render(Format format, const std::vector<const Table*>& tables, const Layout& layout) {
  std::string out;
  if (format == Format::kJson) {
    if (tables.size() != 1) out += "[\n";
    for (size_t i = 0; i < tables.size(); ++i) {
      if (i > 0) out += ",\n";
      out += RenderJson(*tables[i]);
    }
    out += tables.size() != 1 ? "\n]\n" : "\n";
    return out;
  }
  for (size_t i = 0; i < tables.size(); ++i) {
    if (i > 0 && format != Format::kJsonLines) out += format == Format::kCsv ? "\r\n" : "\n";
    switch (format) {
      case Format::kTable:
        out += RenderTable(*tables[i], layout.width);
        break;
      case Format::kJsonLines:
        out += RenderJsonLines(*tables[i]);
        break;
      case Format::kCsv:
        out += RenderCsv(*tables[i], layout);
        break;
      case Format::kTsv:
        out += RenderTsv(*tables[i], layout);
        break;
      case Format::kMarkdown:
        out += RenderMarkdown(*tables[i]);
        break;
      case Format::kChart:
        out += RenderChart(*tables[i], layout.width);
        break;
      case Format::kCrosstab:
        out += RenderCrosstab(*tables[i], layout.width);
        break;
      case Format::kJson:
        break;
    }
  }
  return out;
}

}  // namespace muster::shell
