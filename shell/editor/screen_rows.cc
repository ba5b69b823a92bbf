#include "shell/editor/screen_rows.h"

#include <algorithm>

#include "shell/terminal/display_width.h"

namespace muster::shell {
namespace {

constexpr std::string_view kReset = "\x1b[0m";
constexpr std::string_view kPromptColour = "\x1b[1m";
constexpr int kNarrowestText = 10;  // columns; a terminal that is narrower gets no prompt

/// Builds rows one character at a time.
class RowBuilder {
 public:
  RowBuilder(std::string_view more, int width, bool colours, ScreenRows* out)
      : more_(more), width_(width), colours_(colours), out_(*out) {}

  void Begin(std::string_view prompt) {
    out_.rows.emplace_back();
    column_ = 0;
    if (width_ - DisplayWidth(prompt) < kNarrowestText) prompt = "";
    if (colours_ && !prompt.empty()) {
      out_.rows.back().append(kPromptColour).append(prompt).append(kReset);
    } else {
      out_.rows.back() += prompt;
    }
    column_ = DisplayWidth(prompt);
    style_ = TextStyle::kPlain;
  }
  void End() { SetStyle(TextStyle::kPlain); }
  void Put(std::string_view character, TextStyle style) {
    const int columns = DisplayWidth(character);
    if (column_ + columns >= width_) {
      End();
      Begin(std::string(static_cast<size_t>(DisplayWidth(more_)), ' '));
    }
    SetStyle(style);
    out_.rows.back() += character;
    column_ += columns;
  }
  void PlaceCursor() {
    out_.cursor_row = out_.rows.size() - 1;
    out_.cursor_column = column_;
  }

 private:
  void SetStyle(TextStyle style) {
    if (!colours_ || style == style_) return;
    if (style_ != TextStyle::kPlain) out_.rows.back() += kReset;
    out_.rows.back() += ColourOf(style);
    style_ = style;
  }

  std::string_view more_;
  const int width_;
  const bool colours_;
  ScreenRows& out_;
  int column_ = 0;
  TextStyle style_ = TextStyle::kPlain;
};

}  // namespace

ScreenRows LayOut(std::string_view prompt, std::string_view more, std::string_view text, size_t cursor,
                  const std::vector<TextStyle>& styles, int width, bool colours) {
  ScreenRows out;
  RowBuilder builder(more, std::max(width, 3), colours, &out);
  builder.Begin(prompt);
  for (size_t i = 0; i < text.size();) {
    if (i == cursor) builder.PlaceCursor();
    if (text[i] == '\n') {
      builder.End();
      builder.Begin(more);
      ++i;
      continue;
    }
    size_t end = i + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
    builder.Put(Printable(text.substr(i, end - i)), i < styles.size() ? styles[i] : TextStyle::kPlain);
    i = end;
  }
  builder.End();
  if (cursor >= text.size()) builder.PlaceCursor();
  return out;
}

ScreenRows Visible(ScreenRows rows, size_t height) {
  height = std::max<size_t>(height, 1);
  if (rows.rows.size() <= height) return rows;
  const size_t first =
      std::min(rows.cursor_row > height / 2 ? rows.cursor_row - height / 2 : 0, rows.rows.size() - height);
  rows.rows = {rows.rows.begin() + static_cast<long>(first), rows.rows.begin() + static_cast<long>(first + height)};
  rows.cursor_row -= first;
  return rows;
}

}  // namespace muster::shell
