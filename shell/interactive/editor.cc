#include "shell/interactive/editor.h"

#include <histedit.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <utility>

#include "shell/interactive/complete.h"
#include "shell/interactive/history_file.h"

namespace muster::shell {
namespace {

constexpr int kHistorySize = 2000;

int TerminalWidth() {
  struct winsize size = {};
  return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

class Editor final : public LineSource {
 public:
  Editor(std::string history_path, Completer completer)
      : history_path_(std::move(history_path)), completer_(std::move(completer)) {}

  ~Editor() override {
    if (edit_ != nullptr) el_end(edit_);
    if (history_ != nullptr) history_end(history_);
  }

  bool Init() {
    edit_ = el_init("muster", stdin, stdout, stderr);
    history_ = history_init();
    if (edit_ == nullptr || history_ == nullptr) return false;
    HistEvent event;
    history(history_, &event, H_SETSIZE, kHistorySize);
    history(history_, &event, H_SETUNIQUE, 1);
    if (!history_path_.empty() && MakeFolders(history_path_)) history(history_, &event, H_LOAD, history_path_.c_str());

    el_set(edit_, EL_CLIENTDATA, this);
    el_set(edit_, EL_PROMPT, &Editor::Prompt);
    el_set(edit_, EL_EDITOR, "emacs");
    el_set(edit_, EL_HIST, history, history_);
    el_set(edit_, EL_SIGNAL, 0);
    el_source(edit_, nullptr);  // the person's own ~/.editrc
    el_set(edit_, EL_ADDFN, "muster-complete", "Completes the word before the cursor", &Editor::Complete);
    el_set(edit_, EL_BIND, "^I", "muster-complete", nullptr);
    el_set(edit_, EL_BIND, "^R", "em-inc-search-prev", nullptr);
    // While a line is being typed, Ctrl-C and Ctrl-Z are keys like others; at other times they interrupt and suspend.
    el_set(edit_, EL_SETTY, "-d", "-isig", nullptr);
    el_set(edit_, EL_ADDFN, "muster-cancel", "Gives up the line", &Editor::Cancel);
    el_set(edit_, EL_BIND, "^C", "muster-cancel", nullptr);
    el_set(edit_, EL_ADDFN, "muster-suspend", "Suspends the program", &Editor::Suspend);
    el_set(edit_, EL_BIND, "^Z", "muster-suspend", nullptr);
    return true;
  }

  Outcome Read(std::string_view prompt, std::string_view before, std::string* line) override {
    prompt_ = prompt;
    before_ = before;
    cancelled_ = false;
    int length = 0;
    const char* text = el_gets(edit_, &length);
    if (cancelled_) {
      std::fputs("^C\n", stdout);
      std::fflush(stdout);
      return Outcome::kCancelled;
    }
    if (text == nullptr || length <= 0) {
      std::fputc('\n', stdout);
      std::fflush(stdout);
      return Outcome::kEnd;
    }
    line->assign(text, static_cast<size_t>(length));
    while (!line->empty() && (line->back() == '\n' || line->back() == '\r')) line->pop_back();
    return Outcome::kLine;
  }

  void Remember(std::string_view text) override {
    // One entry is one line, also for a statement of several; a comment would swallow the lines after it.
    if (text.find("--") != std::string_view::npos && text.find('\n') != std::string_view::npos) return;
    std::string entry(text);
    for (char& c : entry) {
      if (c == '\n') c = ' ';
    }
    HistEvent event;
    history(history_, &event, H_ENTER, entry.c_str());
    if (history_path_.empty()) return;
    history(history_, &event, H_SAVE, history_path_.c_str());
    chmod(history_path_.c_str(), S_IRUSR | S_IWUSR);
  }

  std::vector<std::string> History() const override {
    std::vector<std::string> entries;
    HistEvent event;
    for (int more = history(history_, &event, H_LAST); more >= 0; more = history(history_, &event, H_PREV)) {
      entries.emplace_back(event.str);
    }
    return entries;
  }

  bool interactive() const override { return true; }

 private:
  static Editor& Of(EditLine* edit) {
    void* data = nullptr;
    el_get(edit, EL_CLIENTDATA, &data);
    return *static_cast<Editor*>(data);
  }

  static char* Prompt(EditLine* edit) { return Of(edit).prompt_.data(); }

  static unsigned char Cancel(EditLine* edit, int) {
    Of(edit).cancelled_ = true;
    return CC_EOF;
  }

  static unsigned char Suspend(EditLine* edit, int) {
    el_set(edit, EL_PREP_TERM, 0);
    std::raise(SIGTSTP);
    el_set(edit, EL_PREP_TERM, 1);
    return CC_REDISPLAY;
  }

  static unsigned char Complete(EditLine* edit, int) {
    Editor& self = Of(edit);
    const LineInfo* info = el_line(edit);
    const std::string_view line(info->buffer, static_cast<size_t>(info->cursor - info->buffer));
    std::string text = self.before_;
    if (!text.empty()) text += '\n';
    const size_t line_begin = text.size();
    text += line;
    const Completions completions = self.completer_(text, text.size());
    if (completions.begin < line_begin) return CC_ERROR;
    const CompletionStep step = NextStep(text, completions, TerminalWidth());
    if (!step.insert.empty()) {
      // libedit counts characters, not bytes.
      int characters = 0;
      for (char c : text.substr(text.size() - step.erase)) characters += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
      el_deletestr(edit, characters);
      return el_insertstr(edit, step.insert.c_str()) == 0 ? CC_REFRESH : CC_ERROR;
    }
    if (step.listing.empty()) return CC_REFRESH_BEEP;
    std::fputc('\n', stdout);
    std::fputs(step.listing.c_str(), stdout);
    std::fflush(stdout);
    return CC_REDISPLAY;
  }

  std::string history_path_;
  Completer completer_;
  EditLine* edit_ = nullptr;
  ::History* history_ = nullptr;
  std::string prompt_;
  std::string before_;
  bool cancelled_ = false;
};

}  // namespace

std::unique_ptr<LineSource> MakeEditor(const std::string& history_path, Completer completer) {
  auto editor = std::make_unique<Editor>(history_path, std::move(completer));
  if (!editor->Init()) return nullptr;
  return editor;
}

}  // namespace muster::shell
