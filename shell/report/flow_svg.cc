#include "shell/report/flow_svg.h"

#include <algorithm>
#include <cstdint>
#include <variant>
#include <vector>

#include "shell/report/html.h"
#include "shell/report/statement_text.h"
#include "shell/terminal/concat.h"
#include "shell/terminal/human.h"
#include "shell/terminal/wrap_words.h"

namespace muster::shell {
namespace {

// All in pixels of the drawing, which the page scales to its width.
constexpr int kWidth = 760;
constexpr int kMainLeft = 10;
constexpr int kMainWidth = 380;
constexpr int kSideLeft = 460;
constexpr int kSideWidth = 290;
constexpr int kLine = 18;
constexpr int kPadding = 10;
constexpr int kMainColumns = 46;  // characters that fit into a line of a box
constexpr int kSideColumns = 34;
constexpr int kGap = 26;  // above and below a side box

using Lines = std::vector<std::string>;

struct Flow {
  size_t people = 1;        // the column of numbers
  size_t lost = 0;          // how many went; 0: the table does not say
  std::vector<size_t> why;  // columns that say why they went
};

int BoxHeight(const Lines& lines) { return 2 * kPadding + static_cast<int>(lines.size()) * kLine; }

void DrawBox(int left, int top, int width, const Lines& lines, std::string_view kind, std::string* out) {
  Append(*out, "<rect class=\"", kind, "\" x=\"", left, "\" y=\"", top, "\" width=\"", width, "\" height=\"",
         BoxHeight(lines), "\" rx=\"4\"/>\n");
  for (size_t i = 0; i < lines.size(); ++i) {
    const bool count = i + 1 == lines.size() && kind == "main";
    const bool heading = i == 0 && kind == "side";
    Append(*out, "<text x=\"", left + kPadding, "\" y=\"", top + kPadding + static_cast<int>(i) * kLine + 13, "\"",
           count || heading ? " class=\"count\">" : ">", EscapeHtml(lines[i]), "</text>\n");
  }
}

bool FindFlowColumns(const Table& funnel, Flow* flow) {
  if (funnel.columns.size() < 2 || funnel.columns[0].name != "criterion" || funnel.rows.empty()) return false;
  for (size_t i = 1; i < funnel.columns.size(); ++i) {
    const Column& column = funnel.columns[i];
    if (column.role == ColumnRole::kDifference && flow->lost == 0) flow->lost = i;
    if (column.IsCount() && flow->lost != 0) flow->why.push_back(i);
  }
  return true;
}

std::string CountAt(const Table& funnel, const std::vector<Cell>& row, size_t column) {
  return column < row.size() ? ReportCell(funnel, column, row[column]) : "";
}

Lines MainLines(const Table& funnel, const Flow& flow, size_t row) {
  Lines lines = WrapWords(Concat(row == 0 ? "" : "and ", ReportCell(funnel, 0, funnel.rows[row][0])), kMainColumns);
  if (row == 1) lines = WrapWords(ReportCell(funnel, 0, funnel.rows[row][0]), kMainColumns);
  lines.push_back(Concat(funnel.columns[flow.people].name, ": ", CountAt(funnel, funnel.rows[row], flow.people)));
  return lines;
}

/// Whether the criterion of `row` uses a name that it, or a step, gives to a record.
bool ComparesNames(const Table& funnel, const std::vector<Cell>& row) {
  const std::string* criterion = std::get_if<std::string>(&row[0]);
  return criterion != nullptr &&
         std::any_of(funnel.rows.begin(), funnel.rows.end(), [&](const std::vector<Cell>& other) {
           const std::string* names = other.empty() ? nullptr : std::get_if<std::string>(&other[0]);
           return names != nullptr &&
                  !WithoutName(*names, names == criterion ? std::vector<std::string>() : std::vector{*criterion});
         });
}

Lines SideLines(const Table& funnel, const Flow& flow, const std::vector<Cell>& row) {
  Lines lines = {Concat("left out: ", CountAt(funnel, row, flow.lost))};
  for (const size_t column : flow.why) {
    const std::string count = CountAt(funnel, row, column);
    if (count.empty()) continue;
    for (std::string& line : WrapWords(Concat(funnel.columns[column].name, ": ", count), kSideColumns)) {
      lines.push_back(std::move(line));
    }
  }
  // Where no column says why, the records tell, but for a step about records that have names.
  const int64_t* left_out = flow.lost < row.size() ? std::get_if<int64_t>(&row[flow.lost]) : nullptr;
  if (lines.size() == 1 && !flow.why.empty() && left_out != nullptr && *left_out > 0) {
    const std::string why = ComparesNames(funnel, row)
                                ? "not told apart: not recorded, does not meet it"
                                : Concat("does not meet it: ", Grouped(static_cast<uint64_t>(*left_out)));
    for (std::string& line : WrapWords(why, kSideColumns)) lines.push_back(std::move(line));
  }
  // People who are left out although something is recorded do not satisfy the criterion.
  if (flow.why.size() == 1 && flow.lost < row.size() && flow.why[0] < row.size()) {
    const int64_t* lost = std::get_if<int64_t>(&row[flow.lost]);
    const int64_t* unknown = std::get_if<int64_t>(&row[flow.why[0]]);
    if (lost != nullptr && unknown != nullptr && *lost >= *unknown) {
      lines.push_back(Concat("does not meet it: ", Grouped(static_cast<uint64_t>(*lost - *unknown))));
    }
  }
  return lines;
}

}  // namespace

std::string FlowSvg(const Table& funnel) {
  Flow flow;
  if (!FindFlowColumns(funnel, &flow)) return "";
  std::string drawing;
  int top = 4;
  const int middle = kMainLeft + kMainWidth / 2;
  for (size_t i = 0; i < funnel.rows.size(); ++i) {
    if (funnel.rows[i].empty()) return "";
    if (i > 0) {
      const Lines side = flow.lost > 0 ? SideLines(funnel, flow, funnel.rows[i]) : Lines();
      const int side_height = side.empty() ? 0 : BoxHeight(side);
      const int way = side_height + kGap;
      Append(drawing, "<path class=\"way\" d=\"M", middle, " ", top, " v", way - 2,
             "\" marker-end=\"url(#arrow)\"/>\n");
      if (!side.empty()) {
        Append(drawing, "<path class=\"way\" d=\"M", middle, " ", top + way / 2, " H", kSideLeft - 2,
               "\" marker-end=\"url(#arrow)\"/>\n");
        DrawBox(kSideLeft, top + (way - side_height) / 2, kSideWidth, side, "side", &drawing);
      }
      top += way;
    }
    const Lines lines = MainLines(funnel, flow, i);
    DrawBox(kMainLeft, top, kMainWidth, lines, "main", &drawing);
    top += BoxHeight(lines);
  }
  return Concat("<svg class=\"flow\" role=\"img\" viewBox=\"0 0 ", kWidth, " ", top + 4,
                "\" xmlns=\"http://www.w3.org/2000/svg\">\n<title>Flow through the criteria</title>\n"
                "<defs><marker id=\"arrow\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"8\" "
                "markerHeight=\"8\" orient=\"auto\"><path d=\"M0 0 L8 4 L0 8 z\"/></marker></defs>\n",
                drawing, "</svg>\n");
}

}  // namespace muster::shell
