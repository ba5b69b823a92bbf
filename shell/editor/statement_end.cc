#include "shell/editor/statement_end.h"

#include <cctype>

namespace muster::shell {

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

bool EndsStatement(std::string_view text) {
  const size_t first = text.find_first_not_of(" \t\n");
  if (first == std::string_view::npos) return true;
  const bool one_line = text.find('\n', first) == std::string_view::npos;
  if (one_line && text[first] == '.') return true;
  std::string_view bare = text.substr(first);
  bare = bare.substr(0, bare.find_last_not_of(" \t\n;") + 1);
  if (bare == "help" || bare == "quit" || bare == "exit") return true;
  // The last line that is not only a comment decides; an empty one ends the statement.
  bool only_comments = true;
  char last = 0;
  while (true) {
    const size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    const bool empty = line.find_first_not_of(" \t") == std::string_view::npos;
    const char character = LastCharacter(line);
    if (character != 0) last = character;
    if (character != 0) only_comments = false;
    if (end == std::string_view::npos) return !only_comments && (last == ';' || empty);
    text.remove_prefix(end + 1);
  }
}

}  // namespace muster::shell
