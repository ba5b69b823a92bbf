// The menu of completions below the text.
#ifndef MUSTER_SHELL_EDITOR_COMPLETION_MENU_H_
#define MUSTER_SHELL_EDITOR_COMPLETION_MENU_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "muster/catalogue.h"

namespace muster::shell {

/// What Tab puts in at once: the only item, or what all have in common beyond what is typed.
struct CompletionStep {
  size_t begin = 0;    ///< the bytes from here to the cursor are replaced
  std::string insert;  ///< empty: nothing is put in
  bool several = false;
};

/// `text` ends at the cursor.
CompletionStep StepOf(std::string_view text, const Completions& completions);

class CompletionMenu {
 public:
  bool open() const { return !items_.empty(); }
  void Open(Completions completions);
  void Close() { items_.clear(); }
  /// Selects the next item, or the one before.
  void Move(int by);
  /// The item selected, and where its text goes.
  const Completion* selected() const { return selected_ < 0 ? nullptr : &items_[static_cast<size_t>(selected_)]; }
  size_t begin() const { return begin_; }
  /// At most `height` rows of at most `width` columns.
  std::vector<std::string> Rows(int width, size_t height, bool colours) const;

 private:
  std::vector<Completion> items_;
  size_t begin_ = 0;
  int selected_ = -1;
};

/// `text` of an item as it is put in, with a blank behind it unless it ends with one or with '('.
std::string Inserted(const std::string& text);

}  // namespace muster::shell

#endif  // MUSTER_SHELL_EDITOR_COMPLETION_MENU_H_
