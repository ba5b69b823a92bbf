// Collects lines until they make statements.
#ifndef MUSTER_SHELL_INTERACTIVE_STATEMENT_BUFFER_H_
#define MUSTER_SHELL_INTERACTIVE_STATEMENT_BUFFER_H_

#include <string>
#include <string_view>

namespace muster::shell {

/// Statements end with ';' as the last word of a line, or with an empty line, unless they continue behind it. A ';' in
/// quotes or in a comment does not count.
class StatementBuffer {
 public:
  /// Adds one line, without its newline. True if the text so far is complete and should be taken. `goes_on`: for an
  /// empty line, that the text behind it continues the text before it.
  bool Add(std::string_view line, bool goes_on = false);
  /// The text collected; empties the buffer.
  std::string Take();
  /// True when nothing but blanks and comments has been collected.
  bool blank() const { return blank_; }
  const std::string& text() const { return text_; }
  void Clear();

 private:
  std::string text_;
  bool blank_ = true;
};

}  // namespace muster::shell

#endif  // MUSTER_SHELL_INTERACTIVE_STATEMENT_BUFFER_H_
