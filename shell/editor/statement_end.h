// Whether Enter submits a text or begins another line.
#ifndef MUSTER_SHELL_EDITOR_STATEMENT_END_H_
#define MUSTER_SHELL_EDITOR_STATEMENT_END_H_

#include <string_view>

namespace muster::shell {

/// The last character of `line` that is neither blank nor in a comment; 'x' for a quoted text; 0 if there is none. An
/// open quotation ends with the line, so that a forgotten quote does not swallow everything that follows.
char LastCharacter(std::string_view line);

/// True for a text whose last word is ';', for one whose last line is empty, and for a command (a line that begins with
/// a dot, or `help`, `quit`, `exit`). A ';' in quotation marks or in a comment ends nothing.
bool EndsStatement(std::string_view text);

}  // namespace muster::shell

#endif  // MUSTER_SHELL_EDITOR_STATEMENT_END_H_
