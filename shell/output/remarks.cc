#include "shell/output/remarks.h"

#include <algorithm>

#include "muster/names.h"
#include "shell/terminal/concat.h"
#include "shell/terminal/display_width.h"
#include "shell/terminal/wrap_words.h"

namespace muster::shell {
namespace {

constexpr int kLeastWidth = 24;
// Of a longer line that was just shown, so much is shown again.
constexpr int kShownAgain = 76;
constexpr std::string_view kEllipsis = "\xE2\x80\xA6";

/// A part of one line, and where the words meant are in it, in columns.
struct Excerpt {
  std::string shown;
  int caret = 0;
  int carets = 1;
};

size_t NextCharacter(std::string_view text, size_t at) {
  ++at;
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
  return at;
}

/// The part of `line` around [begin, end) that takes at most `width` columns.
Excerpt ExcerptOf(std::string_view line, size_t begin, size_t end, int width) {
  size_t from = 0;
  size_t to = line.size();
  const auto columns = [&] { return DisplayWidth(Printable(line.substr(from, to - from))); };
  if (width > 0 && columns() > width) {
    // Room for the ellipses; the words meant begin in the first third, so that one sees what follows.
    const int room = width - 2;
    while (from < begin && DisplayWidth(Printable(line.substr(from, begin - from))) > room / 3) {
      from = NextCharacter(line, from);
    }
    to = from;
    while (to < line.size()) {
      const size_t next = NextCharacter(line, to);
      if (DisplayWidth(Printable(line.substr(from, next - from))) > room) break;
      to = next;
    }
    // The rest of the line is given to the text before it.
    while (to == line.size() && from > 0) {
      size_t previous = from - 1;
      while (previous > 0 && (static_cast<unsigned char>(line[previous]) & 0xC0) == 0x80) --previous;
      if (DisplayWidth(Printable(line.substr(previous, to - previous))) > room) break;
      from = previous;
    }
  }
  Excerpt excerpt;
  excerpt.shown =
      Concat(from > 0 ? kEllipsis : "", Printable(line.substr(from, to - from)), to < line.size() ? kEllipsis : "");
  const size_t last = std::clamp(end, begin, to);
  excerpt.caret = DisplayWidth(Printable(line.substr(from, begin - from))) + (from > 0 ? 1 : 0);
  excerpt.carets = std::max(1, DisplayWidth(Printable(line.substr(begin, last - begin))));
  return excerpt;
}

/// `shown`: where the line begins that the remark before is about; set to that of this one.
void AppendRemark(std::string_view text, const Diagnostic& diagnostic, int width, size_t first_line, size_t* shown,
                  std::string* out) {
  const std::string head =
      Printable(Concat(NameOf(diagnostic.severity), ": ", diagnostic.message, " [", diagnostic.code, "]"));
  if (width > 0) {
    for (const std::string& line : WrapIndented(head, width)) Append(*out, line, "\n");
  } else {
    Append(*out, head, "\n");
  }
  const size_t begin = std::min(diagnostic.begin, text.size());
  const size_t end = std::clamp(diagnostic.end, begin, text.size());
  const size_t before = text.substr(0, begin).rfind('\n');
  const size_t line_begin = before == std::string_view::npos ? 0 : before + 1;
  const size_t line_end = std::min(text.find('\n', begin), text.size());
  const size_t number =
      first_line + static_cast<size_t>(std::count(text.begin(), text.begin() + static_cast<long>(line_begin), '\n'));
  const std::string margin = Concat("  ", number, " | ");
  int room = width > 0 ? width - static_cast<int>(margin.size()) : 0;
  if (*shown == line_begin && (room == 0 || room > kShownAgain)) room = kShownAgain;
  *shown = line_begin;
  const Excerpt excerpt = ExcerptOf(text.substr(line_begin, line_end - line_begin), begin - line_begin,
                                    std::min(end, line_end) - line_begin, room);
  Append(*out, margin, excerpt.shown, "\n", std::string(margin.size() - 2, ' '), "| ",
         std::string(static_cast<size_t>(excerpt.caret), ' '), std::string(static_cast<size_t>(excerpt.carets), '^'),
         "\n");
  for (const std::string& hint : diagnostic.hints) {
    const std::string line = "    " + Printable(hint);
    if (width <= 0) {
      Append(*out, line, "\n");
      continue;
    }
    for (const std::string& piece : WrapIndented(line, width)) Append(*out, piece, "\n");
  }
}

}  // namespace

std::string RenderRemarks(std::string_view text, const std::vector<Diagnostic>& diagnostics, int width,
                          size_t first_line) {
  std::string out;
  if (width > 0) width = std::max(width, kLeastWidth);
  size_t shown = std::string_view::npos;
  for (const Diagnostic& diagnostic : diagnostics) AppendRemark(text, diagnostic, width, first_line, &shown, &out);
  return out;
}

}  // namespace muster::shell
