#include "shell/report/bars_svg.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "shell/output/table_parts.h"
#include "shell/report/html.h"
#include "shell/terminal/concat.h"
#include "shell/terminal/display_width.h"

namespace muster::shell {
namespace {

constexpr size_t kMaxBars = 60;
constexpr int kBarsWidth = 760;
constexpr int kLabelWidth = 270;
constexpr int kBarWidth = 400;  // of the longest bar
constexpr int kBarStep = 22;
constexpr int kLabelColumns = 36;

struct Bar {
  std::string label;
  std::string count;
  std::optional<double> value;
  std::optional<double> low, high;
};

void Measure(const Cell& cell, Bar* bar) {
  if (const int64_t* integer = std::get_if<int64_t>(&cell)) bar->value = static_cast<double>(*integer);
  if (const double* number = std::get_if<double>(&cell); number != nullptr && std::isfinite(*number)) {
    bar->value = *number;
  }
  if (const Number* number = std::get_if<Number>(&cell)) {
    if (number->value.has_value()) bar->value = static_cast<double>(*number->value);
    if (number->low.has_value()) bar->low = static_cast<double>(*number->low);
    if (number->high.has_value()) bar->high = static_cast<double>(*number->high);
  }
}

/// Empty when the table is not of the kind that bars show.
std::vector<Bar> BarsOf(const Table& table) {
  const std::optional<size_t> counts = CountsOf(table);
  if (!counts.has_value()) return {};
  const std::vector<size_t> drawn = DrawnColumns(table);
  if (table.rows.size() < 2 || table.rows.size() * drawn.size() > kMaxBars) return {};
  std::vector<Bar> bars;
  for (const std::vector<Cell>& row : table.rows) {
    if (row.size() <= drawn.back()) return {};
    constexpr std::string_view kDot = " \xC2\xB7 ";
    std::string label;
    for (size_t i = 0; i < *counts; ++i) {
      if (!HasWords(table.columns[i])) continue;
      Append(label, i > 0 ? kDot : "", ReportCell(table, i, row[i]));
    }
    for (const size_t column : drawn) {
      Bar bar;
      bar.label = drawn.size() > 1 ? Concat(label, kDot, table.columns[column].name) : label;
      bar.count = ReportCell(table, column, row[column]);
      Measure(row[column], &bar);
      if (bar.value.value_or(0) < 0) return {};
      bars.push_back(std::move(bar));
    }
  }
  return bars;
}

}  // namespace

std::string BarsSvg(const Table& table) {
  const std::vector<Bar> bars = BarsOf(table);
  double most = 0;
  for (const Bar& bar : bars) most = std::max({most, bar.value.value_or(0), bar.high.value_or(0)});
  if (bars.empty() || most <= 0) return "";
  const auto pixels = [most](double value) { return static_cast<int>(std::lround(value / most * kBarWidth)); };
  std::string drawing;
  for (size_t i = 0; i < bars.size(); ++i) {
    const Bar& bar = bars[i];
    const int top = static_cast<int>(i) * kBarStep;
    const int length = pixels(bar.value.value_or(0));
    const int end = kLabelWidth + std::max(length, bar.high.has_value() ? pixels(*bar.high) : 0);
    Append(drawing, "<text class=\"label\" x=\"", kLabelWidth - 8, "\" y=\"", top + 15, "\">",
           EscapeHtml(Shortened(bar.label, kLabelColumns)), "</text>\n");
    Append(drawing, "<rect class=\"bar\" x=\"", kLabelWidth, "\" y=\"", top + 3, "\" width=\"",
           bar.value.value_or(0) > 0 ? std::max(length, 1) : 0, "\" height=\"", kBarStep - 6, "\"/>\n");
    if (bar.low.has_value() && bar.high.has_value()) {
      Append(drawing, "<path class=\"range\" d=\"M", kLabelWidth + pixels(*bar.low), " ", top + kBarStep / 2, " H",
             kLabelWidth + pixels(*bar.high), "\"/>\n");
    }
    Append(drawing, "<text x=\"", end + 6, "\" y=\"", top + 15, "\">", EscapeHtml(bar.count), "</text>\n");
  }
  return Concat("<svg class=\"bars\" role=\"img\" viewBox=\"0 0 ", kBarsWidth, " ",
                static_cast<int>(bars.size()) * kBarStep + 4,
                "\" xmlns=\"http://www.w3.org/2000/svg\">\n<title>Breakdown</title>\n", drawing, "</svg>\n");
}

}  // namespace muster::shell
