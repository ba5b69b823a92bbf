// Printing diagnostics under the text that they are about.
#include "muster/diagnostic.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "muster/names.h"

namespace muster {
namespace {

constexpr size_t kMaxLineWidth = 160;
constexpr size_t kMaxBytesOfCodePoint = 4;

// Columns that UTF-8 text takes on a terminal, near enough: code points.
size_t Width(std::string_view text) {
  return static_cast<size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

// Tabs and other control characters would put the carets out of step.
std::string Printable(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  }
  return out;
}

void RenderPlace(std::string_view text, const Diagnostic& diagnostic, std::string* out) {
  const size_t begin = std::min(diagnostic.begin, text.size());
  const size_t line_begin = begin == 0 ? 0 : text.rfind('\n', begin - 1) + 1;  // npos + 1 == 0
  // No further than is shown, as the text may be one of gigabytes, which nothing else reads either.
  const size_t seen_end = std::min(text.size() - begin, kMaxLineWidth + kMaxBytesOfCodePoint) + begin;
  const size_t line_end = std::min(text.substr(0, seen_end).find('\n', begin), seen_end);
  const size_t line_number =
      1 + static_cast<size_t>(std::count(text.begin(), text.begin() + static_cast<ptrdiff_t>(line_begin), '\n'));
  size_t shown_begin = line_begin;
  size_t shown_end = line_end;
  if (line_end - line_begin > kMaxLineWidth) {  // a window around the place, cut between code points
    shown_begin = begin - line_begin > kMaxLineWidth / 2 ? begin - kMaxLineWidth / 2 : line_begin;
    shown_end = std::min(line_end, shown_begin + kMaxLineWidth);
    while (shown_begin > line_begin && (text[shown_begin] & 0xC0) == 0x80) --shown_begin;
    while (shown_end < line_end && (text[shown_end] & 0xC0) == 0x80) ++shown_end;
  }
  const size_t end = std::clamp(diagnostic.end, begin, shown_end);
  const std::string prefix = absl::StrCat("  ", line_number, " | ");
  absl::StrAppend(out, prefix, Printable(text.substr(shown_begin, shown_end - shown_begin)), "\n");
  absl::StrAppend(out, std::string(prefix.size() - 2, ' '), "| ",
                  std::string(Width(text.substr(shown_begin, begin - shown_begin)), ' '),
                  std::string(std::max<size_t>(1, Width(text.substr(begin, end - begin))), '^'), "\n");
}

}  // namespace

bool HasErrors(const std::vector<Diagnostic>& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& d) { return d.severity == Severity::kError; });
}

std::string RenderDiagnostics(std::string_view text, const std::vector<Diagnostic>& diagnostics) {
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics) {
    absl::StrAppend(&out, std::string(NameOf(diagnostic.severity)), ": ", diagnostic.message, " [", diagnostic.code,
                    "]\n");
    if (!text.empty()) RenderPlace(text, diagnostic, &out);
    for (const std::string& hint : diagnostic.hints) absl::StrAppend(&out, "    ", hint, "\n");
  }
  return out;
}

}  // namespace muster
