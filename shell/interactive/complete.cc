#include "shell/interactive/complete.h"

#include <algorithm>
#include <cctype>

#include "shell/terminal/concat.h"
#include "shell/terminal/display_width.h"

namespace muster::shell {
namespace {

constexpr size_t kMaxListed = 30;
constexpr int kWidestText = 40;

/// How many bytes `a` and `b` have in common at their beginnings, without regard to case; whole UTF-8 characters.
size_t CommonPrefix(std::string_view a, std::string_view b) {
  size_t i = 0;
  while (i < a.size() && i < b.size() &&
         std::tolower(static_cast<unsigned char>(a[i])) == std::tolower(static_cast<unsigned char>(b[i]))) {
    ++i;
  }
  while (i > 0 && i < a.size() && (static_cast<unsigned char>(a[i]) & 0xC0) == 0x80) --i;
  return i;
}

std::string List(const Completions& completions, int width) {
  int text_width = 0;
  const size_t shown = std::min(kMaxListed, completions.items.size());
  for (size_t i = 0; i < shown; ++i) {
    text_width = std::max(text_width, std::min(kWidestText, DisplayWidth(completions.items[i].text)));
  }
  std::string out;
  for (size_t i = 0; i < shown; ++i) {
    const Completion& item = completions.items[i];
    std::string line = PadRight(Printable(item.text), text_width);
    if (!item.description.empty()) line += "  " + Printable(item.description);
    line.erase(line.find_last_not_of(' ') + 1);
    while (DisplayWidth(line) >= width) {
      while (line.size() > 1 && (static_cast<unsigned char>(line.back()) & 0xC0) == 0x80) line.pop_back();
      line.pop_back();
    }
    out += line + "\n";
  }
  if (shown < completions.items.size()) Append(out, "and ", completions.items.size() - shown, " more\n");
  return out;
}

}  // namespace

CompletionStep NextStep(std::string_view text, const Completions& completions, int width) {
  CompletionStep step;
  if (completions.items.empty() || completions.begin > text.size()) return step;
  const std::string_view word = text.substr(completions.begin);
  if (completions.items.size() == 1) {
    const std::string& only = completions.items[0].text;
    step.erase = word.size();
    step.insert = Concat(only, only.ends_with(' ') || only.ends_with('(') ? "" : " ");
    return step;
  }
  // What is typed may be replaced by what all items share only if they all begin with it: an item may be a code that
  // was found by its label.
  std::string_view common = completions.items[0].text;
  for (const Completion& item : completions.items) common = common.substr(0, CommonPrefix(common, item.text));
  if (common.size() > word.size() && CommonPrefix(common, word) == word.size()) {
    step.erase = word.size();
    step.insert = std::string(common);
    return step;
  }
  step.listing = List(completions, width);
  return step;
}

}  // namespace muster::shell
