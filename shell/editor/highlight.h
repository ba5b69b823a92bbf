// Which part of a statement is what, for colours while it is typed.
#ifndef MUSTER_SHELL_EDITOR_HIGHLIGHT_H_
#define MUSTER_SHELL_EDITOR_HIGHLIGHT_H_

#include <string_view>
#include <vector>

namespace muster::shell {

enum class TextStyle : char { kPlain, kKeyword, kQuoted, kCode, kNumber, kComment, kCommand, kBracket, kError };

/// A style for each byte of `text`.
std::vector<TextStyle> Highlight(std::string_view text);

/// Marks the parenthesis that belongs to the one at or before `cursor`.
void HighlightPair(std::string_view text, size_t cursor, std::vector<TextStyle>* styles);

/// The escape sequence that begins `style` in 16 colours; "" for plain.
std::string_view ColourOf(TextStyle style);

}  // namespace muster::shell

#endif  // MUSTER_SHELL_EDITOR_HIGHLIGHT_H_
