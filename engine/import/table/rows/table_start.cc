#include "engine/import/table/rows/table_start.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "engine/import/input/other_file.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

constexpr size_t kMaxLine = size_t{1} << 20;

// The line that begins at `begin`, with its end, as far as it is not longer than a header may be; "" at the end of the
// file.
absl::StatusOr<std::string_view> LineAt(Window& window, size_t begin) {
  size_t end = 0;
  while ((end = window.view().find_first_of("\r\n", begin)) == std::string_view::npos ||
         end + 1 == window.view().size()) {
    if (window.view().size() >= kMaxLine) break;
    const absl::StatusOr<bool> more = window.More();
    if (!more.ok()) return more.status();
    if (!*more) break;
  }
  const std::string_view text = window.view();
  if (end == std::string_view::npos) return text.substr(begin);
  const bool both = text[end] == '\r' && end + 1 < text.size() && text[end + 1] == '\n';
  return text.substr(begin, end - begin + (both ? 2 : 1));
}

absl::StatusOr<std::string_view> FirstLine(Window& window) { return LineAt(window, 0); }

// "sep=;", which Excel writes and reads.
std::optional<char> DelimiterSaidBy(std::string_view line) {
  line = model::Trim(line);
  if (line.size() >= 2 && line.front() == '"' && line.back() == '"') line = line.substr(1, line.size() - 2);
  if (line.size() == 4 && model::ToLower(line) == "sep=") return '\t';  // the blank was taken off
  if (line.size() != 5 || model::ToLower(line.substr(0, 4)) != "sep=") return std::nullopt;
  return line[4];
}

bool HasCell(std::string_view line, std::string_view cell) {
  for (size_t begin = 0; begin <= line.size();) {
    const size_t end = std::min(line.find_first_of("\t,;", begin), line.size());
    if (model::Trim(line.substr(begin, end - begin)) == cell) return true;
    begin = end + 1;
  }
  return false;
}

// Whether the first line, which begins with '#', is the header, as of a PED file: it has the column of the id, and no
// header below the lines of this kind has it ("# columns: site, id").
absl::StatusOr<bool> IsHeader(Window& window, std::string_view id) {
  absl::StatusOr<std::string_view> line = FirstLine(window);
  if (!line.ok()) return line.status();
  if (!HasCell(*line, id)) return false;
  size_t begin = 0;
  while (line->starts_with('#') && begin < kMaxLine) {
    begin += line->size();
    line = LineAt(window, begin);
    if (!line.ok()) return line.status();
  }
  return !HasCell(*line, id);
}

}  // namespace

absl::StatusOr<TableStart> DropAboveHeader(Window& window, std::string_view id) {
  TableStart start;
  absl::StatusOr<std::string_view> line = FirstLine(window);
  if (!line.ok()) return line.status();
  // (A first line may be short, and what comes behind it tells, too.)
  if (const std::string_view what = OtherFileBy(window.view()); !what.empty()) {
    return absl::InvalidArgumentError(model::Concat({window.name(), ": this is no table: ", what}));
  }
  if (line->starts_with("\xef\xbb\xbf")) {
    window.Drop(3);
    line->remove_prefix(3);
  }
  const auto drop_line = [&]() -> absl::Status {
    window.Drop(line->size());
    ++start.line;
    line = FirstLine(window);
    return line.status();
  };
  start.delimiter = DelimiterSaidBy(*line);
  if (start.delimiter.has_value()) {
    if (absl::Status dropped = drop_line(); !dropped.ok()) return dropped;
  }
  while (!id.starts_with('#') && line->starts_with('#')) {
    const absl::StatusOr<bool> header = IsHeader(window, id);
    if (!header.ok()) return header.status();
    line = FirstLine(window);  // it may have moved
    if (!line.ok()) return line.status();
    if (*header) break;
    if (absl::Status dropped = drop_line(); !dropped.ok()) return dropped;
  }
  return start;
}

}  // namespace muster::import
