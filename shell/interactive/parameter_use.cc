#include "shell/interactive/parameter_use.h"

#include <string>
#include <vector>

#include "shell/editor/highlight.h"

namespace muster::shell {
namespace {

bool GoesOn(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; }

}  // namespace

bool AsksForParameter(std::string_view text, std::string_view name) {
  const std::string written = "$" + std::string(name);
  size_t at = text.find(written);
  if (at == std::string_view::npos) return false;
  const std::vector<TextStyle> styles = Highlight(text);
  for (; at != std::string_view::npos; at = text.find(written, at + 1)) {
    const size_t end = at + written.size();
    const bool whole = end >= text.size() || !GoesOn(text[end]);
    if (whole && styles[at] != TextStyle::kComment && styles[at] != TextStyle::kQuoted) return true;
  }
  return false;
}

}  // namespace muster::shell
