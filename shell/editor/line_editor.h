// Whole statements typed at a terminal.
#ifndef MUSTER_SHELL_EDITOR_LINE_EDITOR_H_
#define MUSTER_SHELL_EDITOR_LINE_EDITOR_H_

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "muster/catalogue.h"
#include "shell/editor/completion_menu.h"
#include "shell/editor/edit_buffer.h"
#include "shell/editor/history.h"
#include "shell/editor/key.h"
#include "shell/editor/live_worker.h"
#include "shell/editor/raw_terminal.h"
#include "shell/editor/screen_rows.h"

namespace muster::shell {

/// What the editor asks about a text and its cursor. Either may be empty.
struct EditorHooks {
  std::function<Completions(std::string_view text, size_t cursor)> complete = {};
  /// Asked on another thread when no key has come for a moment (live_worker.h). A Read() that has returned asks nothing
  /// any more.
  LiveWorker::Asker live = {};
};

/// The text is edited as a whole, over all its lines; Enter sends it when it is complete (statement_end.h), else begins
/// another line. A paste puts in text and does nothing else.
class LineEditor {
 public:
  enum class Outcome { kText, kCancelled, kEnd };

  LineEditor(const std::string& history_path, EditorHooks hooks, bool colours);
  /// False: the terminal cannot be used.
  bool Open() { return terminal_.Open(); }

  Outcome Read(std::string_view prompt, std::string_view more, std::string* text);
  /// Puts `text` into the line at the next Read.
  void Offer(std::string_view text) { offered_ = text; }
  History& history() { return history_; }
  const History& history() const { return history_; }
  void GiveBack() { terminal_.GiveBack(); }

 private:
  enum class Step { kGoOn, kSend, kCancel, kEnd };
  Step Handle(const Key& key);
  Step HandleControl(char letter);
  /// What changes or leaves the text that is typed, and does not end it.
  void Edit(const Key& key);
  void EditByControl(char letter);
  void ClearScreen();
  void BeginSearch();
  /// True: the key was the menu's, or that of the search.
  bool HandleMenu(const Key& key);
  bool HandleSearch(const Key& key);
  void Complete();
  void Recall(int by);
  void SearchOlder();
  void Suspend();
  void Draw();
  void DrawFinal(std::string_view behind);
  /// Waits for input, and meanwhile shows what is known of the text.
  RawTerminal::Event WaitForKey(std::string* bytes);
  std::string DrawnRows(const ScreenRows& rows) const;

  RawTerminal terminal_;
  History history_;
  EditorHooks hooks_;
  const bool colours_;
  KeyDecoder decoder_;
  EditBuffer buffer_;
  CompletionMenu menu_;
  LiveView live_;
  std::unique_ptr<LiveWorker> live_worker_;  ///< null: nothing is asked
  bool live_to_ask_ = false;
  std::string prompt_, more_, offered_;
  size_t recalled_ = 0;  ///< index into the history; its size: what is being typed
  std::string draft_;
  bool searching_ = false;
  std::string pattern_;
  size_t found_ = 0;
  std::vector<int> drawn_;  ///< columns of each row on the screen
  size_t drawn_cursor_row_ = 0;
};

}  // namespace muster::shell

#endif  // MUSTER_SHELL_EDITOR_LINE_EDITOR_H_
