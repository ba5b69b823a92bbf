#include "shell/interactive/editor.h"

#include <unistd.h>

#include <cstdlib>
#include <iostream>
#include <string_view>
#include <utility>

#include "shell/interactive/user_files.h"

namespace muster::shell {
namespace {

class Editor final : public LineSource {
 public:
  Editor(const std::string& history_path, EditorHooks hooks, bool colours)
      : editor_(history_path, std::move(hooks), colours) {}
  bool Open() { return editor_.Open(); }

  Outcome Read(std::string_view prompt, std::string_view, std::string* line) override {
    switch (editor_.Read(prompt, "   ...> ", line)) {
      case LineEditor::Outcome::kText:
        return Outcome::kLine;
      case LineEditor::Outcome::kCancelled:
        return Outcome::kCancelled;
      case LineEditor::Outcome::kEnd:
        break;
    }
    return Outcome::kEnd;
  }
  void Remember(std::string_view text) override { editor_.history().Add(text); }
  std::vector<std::string> History() const override { return editor_.history().entries(); }
  bool interactive() const override { return true; }
  bool whole() const override { return true; }
  bool Offer(std::string_view text) override {
    editor_.Offer(text);
    return true;
  }
  void GiveBack() override { editor_.GiveBack(); }

 private:
  LineEditor editor_;
};

/// A terminal without a cursor to move: prompts, and lines as the terminal sends them.
class PlainPrompt final : public LineSource {
 public:
  Outcome Read(std::string_view prompt, std::string_view, std::string* line) override {
    std::cout << prompt << std::flush;
    if (std::getline(std::cin, *line)) return Outcome::kLine;
    std::cout << "\n" << std::flush;
    return Outcome::kEnd;
  }
  bool interactive() const override { return true; }
};

}  // namespace

std::unique_ptr<LineSource> MakeEditor(const std::string& history_path, EditorHooks hooks) {
  if (isatty(STDIN_FILENO) == 0 || isatty(STDOUT_FILENO) == 0) return nullptr;
  const char* terminal = std::getenv("TERM");
  if (terminal == nullptr || terminal[0] == 0 || std::string_view(terminal) == "dumb") {
    return std::make_unique<PlainPrompt>();
  }
  const char* no_colour = std::getenv("NO_COLOR");
  const bool colours = no_colour == nullptr || no_colour[0] == 0;
  const bool keeps = !history_path.empty() && MakeFolders(history_path);
  auto editor = std::make_unique<Editor>(keeps ? history_path : "", std::move(hooks), colours);
  if (!editor->Open()) return std::make_unique<PlainPrompt>();
  return editor;
}

}  // namespace muster::shell
