#include "shell/interactive/statement_buffer.h"

#include <cctype>
#include <utility>

namespace muster::shell {
namespace {

/// The last character of `line` that is neither blank nor in a comment, 0 when there is none; 'x' stands for a quoted
/// text. A quotation that is left open ends with the line: a forgotten quote should not swallow all that follows.
char LastCharacter(std::string_view line) {
  char last = 0;
  for (size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (c == '-' && i + 1 < line.size() && line[i + 1] == '-') break;
    if (c == '"' || c == '\'') {
      ++i;
      while (i < line.size() && line[i] != c) i += line[i] == '\\' ? 2 : 1;
      last = 'x';
    } else if (!std::isspace(static_cast<unsigned char>(c))) {
      last = c;
    }
  }
  return last;
}

}  // namespace

bool StatementBuffer::Add(std::string_view line) {
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  const bool empty = line.find_first_not_of(" \t") == std::string_view::npos;
  if (empty) {
    if (!blank_) return true;
    Clear();
    return false;
  }
  if (!text_.empty()) text_ += '\n';
  text_ += line;
  const char last = LastCharacter(line);
  if (last != 0) blank_ = false;
  return last == ';';
}

std::string StatementBuffer::Take() {
  std::string text = std::move(text_);
  Clear();
  return text;
}

void StatementBuffer::Clear() {
  text_.clear();
  blank_ = true;
}

}  // namespace muster::shell
