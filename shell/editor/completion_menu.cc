#include "shell/editor/completion_menu.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include "shell/terminal/concat.h"
#include "shell/terminal/display_width.h"

namespace muster::shell {
namespace {

constexpr int kMaxTextWidth = 44;

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

}  // namespace

std::string Inserted(const std::string& text) {
  const bool closed = text.ends_with(' ') || text.ends_with('(') || text.ends_with('/') || text.ends_with('.');
  return closed ? text : text + " ";
}

CompletionStep StepOf(std::string_view text, const Completions& completions) {
  CompletionStep step;
  if (completions.items.empty() || completions.begin > text.size()) return step;
  step.begin = completions.begin;
  const std::string_view word = text.substr(completions.begin);
  if (completions.items.size() == 1) {
    step.insert = Inserted(completions.items[0].text);
    if (step.insert == word) step.insert.clear();
    return step;
  }
  // What is typed may be replaced by what all items share only if they all begin with it: an item may be a code that
  // was found by its label.
  std::string_view common = completions.items[0].text;
  for (const Completion& item : completions.items) common = common.substr(0, CommonPrefix(common, item.text));
  if (common.size() > word.size() && CommonPrefix(common, word) == word.size()) step.insert = std::string(common);
  step.several = true;
  return step;
}

void CompletionMenu::Open(Completions completions) {
  items_ = std::move(completions.items);
  begin_ = completions.begin;
  selected_ = -1;
}

void CompletionMenu::Move(int by) {
  const int count = static_cast<int>(items_.size());
  if (count == 0) return;
  selected_ = selected_ < 0 ? (by > 0 ? 0 : count - 1) : (selected_ + by + count) % count;
}

std::vector<std::string> CompletionMenu::Rows(int width, size_t height, bool colours) const {
  std::vector<std::string> rows;
  if (items_.empty() || height == 0) return rows;
  const bool all = items_.size() <= height;
  const size_t shown = all ? items_.size() : std::max<size_t>(height - 1, 1);
  const size_t at = selected_ < 0 ? 0 : static_cast<size_t>(selected_);
  const size_t first = at < shown ? 0 : at - shown + 1;
  int text_width = 0;
  for (size_t i = first; i < first + shown; ++i) {
    text_width = std::max(text_width, std::min(kMaxTextWidth, DisplayWidth(Printable(items_[i].text))));
  }
  for (size_t i = first; i < first + shown; ++i) {
    const bool selected = selected_ >= 0 && i == at;
    std::string row =
        Concat(selected ? "> " : "  ", PadRight(Shortened(Printable(items_[i].text), text_width), text_width));
    if (!items_[i].description.empty()) Append(row, "  ", Printable(items_[i].description));
    std::replace(row.begin(), row.end(), '\n', ' ');
    row = Shortened(row, width - 1);
    rows.push_back(selected && colours ? Concat("\x1b[7m", row, "\x1b[0m") : row);
  }
  if (!all && height > 1) {
    rows.push_back(Shortened(Concat("  ", first + shown, " of ", items_.size(), "; Tab for the next"), width - 1));
  }
  return rows;
}

}  // namespace muster::shell
