// How wide text is on a terminal.
#ifndef MUSTER_SHELL_TERMINAL_DISPLAY_WIDTH_H_
#define MUSTER_SHELL_TERMINAL_DISPLAY_WIDTH_H_

#include <string>
#include <string_view>

namespace muster::shell {

/// The number of columns of UTF-8 `text`: 0 for combining marks, 2 for East Asian wide characters, 1 for others and for
/// each byte that is not UTF-8.
int DisplayWidth(std::string_view text);

/// `text` made fit for a terminal: control characters (but newlines) and broken UTF-8 become U+FFFD, tabs become
/// blanks.
std::string Printable(std::string_view text);

/// `text` if it takes at most `width` columns, otherwise as much of it as does with an ellipsis behind it.
std::string Shortened(std::string_view text, int width);

/// `text` followed by blanks up to `width` columns, or preceded by them.
std::string PadRight(std::string_view text, int width);
std::string PadLeft(std::string_view text, int width);

}  // namespace muster::shell

#endif  // MUSTER_SHELL_TERMINAL_DISPLAY_WIDTH_H_
