// A prompt and a text as rows of a terminal.
#ifndef MUSTER_SHELL_EDITOR_SCREEN_ROWS_H_
#define MUSTER_SHELL_EDITOR_SCREEN_ROWS_H_

#include <string>
#include <string_view>
#include <vector>

#include "shell/editor/highlight.h"

namespace muster::shell {

struct ScreenRows {
  std::vector<std::string> rows;  ///< with escape sequences for colours, without line ends
  size_t cursor_row = 0;
  int cursor_column = 0;
};

/// Lays out `text` behind `prompt`, its later lines behind `more`, wrapped at `width` columns. A row is never full, so
/// that no terminal wraps by itself. `styles` has a style for each byte; colours only when `colours`.
ScreenRows LayOut(std::string_view prompt, std::string_view more, std::string_view text, size_t cursor,
                  const std::vector<TextStyle>& styles, int width, bool colours);

/// At most `height` of the rows, among them that of the cursor.
ScreenRows Visible(ScreenRows rows, size_t height);

}  // namespace muster::shell

#endif  // MUSTER_SHELL_EDITOR_SCREEN_ROWS_H_
