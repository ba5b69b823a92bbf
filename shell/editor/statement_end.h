// When Enter sends a text, and when it begins another line.
#ifndef MUSTER_SHELL_EDITOR_STATEMENT_END_H_
#define MUSTER_SHELL_EDITOR_STATEMENT_END_H_

#include <string_view>

namespace muster::shell {

/// The last character of `line` that is neither blank nor in a comment, 0 when there is none; 'x' stands for a quoted
/// text. A quotation that is left open ends with the line: a forgotten quote should not swallow all that follows.
char LastCharacter(std::string_view line);

/// True for a text whose last word is ';', for one whose last line is empty, and for a command (a line that begins with
/// a dot, or `help`, `quit`, `exit`). A ';' in quotation marks or in a comment ends nothing.
bool EndsStatement(std::string_view text);

}  // namespace muster::shell

#endif  // MUSTER_SHELL_EDITOR_STATEMENT_END_H_
