#include "shell/interactive/statement_buffer.h"

#include <utility>

#include "shell/editor/statement_end.h"

namespace muster::shell {
bool StatementBuffer::Add(std::string_view line, bool goes_on) {
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  const bool empty = line.find_first_not_of(" \t") == std::string_view::npos;
  if (empty) {
    if (!blank_ && !goes_on) return true;
    if (!blank_) {
      text_ += '\n';
      return false;
    }
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
