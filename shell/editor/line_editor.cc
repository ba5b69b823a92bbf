#include "shell/editor/line_editor.h"

#include <algorithm>
#include <csignal>
#include <utility>

#include "shell/editor/highlight.h"
#include "shell/editor/statement_end.h"
#include "shell/terminal/concat.h"
#include "shell/terminal/display_width.h"

namespace muster::shell {
namespace {

/// An Escape that nothing follows for so long is the key, not the beginning of a sequence.
constexpr int kEscapeMilliseconds = 40;
/// Keys that follow each other faster than this are typed on before anything is asked about the text.
constexpr int kIdleMilliseconds = 15;
constexpr size_t kMaxMenuRows = 12;

/// The columns that a row takes, without its escape sequences.
int ColumnsOf(std::string_view row) {
  std::string plain;
  for (size_t i = 0; i < row.size(); ++i) {
    if (row[i] != '\x1b') {
      plain += row[i];
      continue;
    }
    while (i < row.size() && row[i] != 'm') ++i;
  }
  return DisplayWidth(plain);
}

}  // namespace

LineEditor::LineEditor(const std::string& history_path, EditorHooks hooks, bool colours)
    : history_(history_path),
      hooks_(std::move(hooks)),
      colours_(colours),
      live_worker_(hooks_.live == nullptr ? nullptr : std::make_unique<LiveWorker>(hooks_.live)) {}

LineEditor::Outcome LineEditor::Read(std::string_view prompt, std::string_view more, std::string* text) {
  prompt_ = prompt;
  more_ = more;
  buffer_ = EditBuffer();
  if (!offered_.empty()) buffer_.Set(std::exchange(offered_, ""));
  recalled_ = history_.entries().size();
  draft_.clear();
  menu_.Close();
  searching_ = false;
  live_ = {};
  live_to_ask_ = true;
  drawn_.clear();
  drawn_cursor_row_ = 0;
  terminal_.BeginTyping();
  Draw();
  while (true) {
    Key key;
    bool got = decoder_.Next(&key);
    if (!got) {
      std::string bytes;
      switch (WaitForKey(&bytes)) {
        case RawTerminal::Event::kInput:
          decoder_.Feed(bytes);
          continue;
        case RawTerminal::Event::kTimeout:
          got = decoder_.Flush(&key);
          if (!got) continue;
          break;
        case RawTerminal::Event::kResized:
        case RawTerminal::Event::kWoken:
          Draw();
          continue;
        case RawTerminal::Event::kEnd:
          if (live_worker_ != nullptr) live_worker_->Stop();
          terminal_.BeginWork();
          return Outcome::kEnd;
      }
    }
    const std::string before = buffer_.text();
    const Step step = HandleMenu(key) || HandleSearch(key) ? Step::kGoOn : Handle(key);
    if (buffer_.text() != before) {
      live_.mistakes.clear();
      live_to_ask_ = true;
    }
    if (step != Step::kGoOn) {
      if (live_worker_ != nullptr) live_worker_->Stop();
      DrawFinal(step == Step::kCancel ? "^C" : "");
      *text = buffer_.text();
      terminal_.BeginWork();
      // What was given up can be had back.
      if (step == Step::kCancel) history_.AddUnsaved(*text);
      return step == Step::kSend ? Outcome::kText : step == Step::kCancel ? Outcome::kCancelled : Outcome::kEnd;
    }
    Draw();
  }
}

LineEditor::Step LineEditor::Handle(const Key& key) {
  if (key.kind == Key::kControl) return HandleControl(key.text[0]);
  if (key.kind == Key::kEnter && EndsStatement(buffer_.text())) return Step::kSend;
  Edit(key);
  return Step::kGoOn;
}

void LineEditor::Edit(const Key& key) {
  switch (key.kind) {
    case Key::kText:
    case Key::kPaste:
      return buffer_.Insert(key.text);
    case Key::kEnter:
    case Key::kNewLine:
      return buffer_.Insert("\n");
    case Key::kTab:
      return Complete();
    case Key::kBackspace:
      return buffer_.DeleteBefore();
    case Key::kDelete:
      return buffer_.DeleteAt();
    case Key::kLeft:
      return buffer_.Left();
    case Key::kRight:
      return buffer_.Right();
    case Key::kWordLeft:
      return buffer_.WordLeft();
    case Key::kWordRight:
      return buffer_.WordRight();
    case Key::kUp:
      if (!buffer_.Up()) Recall(-1);
      return;
    case Key::kDown:
      if (!buffer_.Down()) Recall(1);
      return;
    case Key::kPageUp:
      return Recall(-1);
    case Key::kPageDown:
      return Recall(1);
    case Key::kHome:
      return buffer_.LineBegin();
    case Key::kEnd:
      return buffer_.LineEnd();
    case Key::kDeleteWordBefore:
      return buffer_.DeleteWordBefore();
    case Key::kDeleteWordAfter:
      return buffer_.DeleteWordAfter();
    case Key::kControl:
    case Key::kBackTab:
    case Key::kEscape:
    case Key::kUnknown:
      return;
  }
}

LineEditor::Step LineEditor::HandleControl(char letter) {
  if (letter == 'c') return Step::kCancel;
  if (letter == 'd' && buffer_.text().empty()) return Step::kEnd;
  EditByControl(letter);
  return Step::kGoOn;
}

void LineEditor::EditByControl(char letter) {
  switch (letter) {
    case 'a':
      return buffer_.LineBegin();
    case 'b':
      return buffer_.Left();
    case 'd':
      return buffer_.DeleteAt();
    case 'e':
      return buffer_.LineEnd();
    case 'f':
      return buffer_.Right();
    case 'k':
      return buffer_.DeleteToLineEnd();
    case 'l':
      return ClearScreen();
    case 'n':
      return Recall(1);
    case 'p':
      return Recall(-1);
    case 'r':
      return BeginSearch();
    case 'u':
      return buffer_.DeleteToLineBegin();
    case 'w':
      return buffer_.DeleteWordBefore();
    case 'y':
      return buffer_.Yank();
    case 'z':
      return Suspend();
    case '_':
      buffer_.Undo();
      return;
    default:
      return;
  }
}

void LineEditor::ClearScreen() {
  terminal_.Write("\x1b[H\x1b[2J");
  drawn_.clear();
  drawn_cursor_row_ = 0;
}

void LineEditor::BeginSearch() {
  searching_ = true;
  pattern_.clear();
  found_ = history_.entries().size();
  draft_ = buffer_.text();
}

bool LineEditor::HandleMenu(const Key& key) {
  if (!menu_.open()) return false;
  if (key.kind == Key::kTab || key.kind == Key::kDown || key.kind == Key::kBackTab || key.kind == Key::kUp) {
    menu_.Move(key.kind == Key::kTab || key.kind == Key::kDown ? 1 : -1);
    return true;
  }
  const Completion* selected = menu_.selected();
  if (selected != nullptr && (key.kind == Key::kEnter || key.kind == Key::kRight)) {
    buffer_.ReplaceBefore(menu_.begin(), Inserted(selected->text));
    menu_.Close();
    return true;
  }
  menu_.Close();
  return key.kind == Key::kEscape;
}

bool LineEditor::HandleSearch(const Key& key) {
  if (!searching_) return false;
  const bool again = key == Key{Key::kControl, "r"};
  if (key.kind == Key::kText || key.kind == Key::kBackspace || again) {
    if (key.kind == Key::kText) pattern_ += key.text;
    if (key.kind == Key::kBackspace) {
      while (!pattern_.empty() && (static_cast<unsigned char>(pattern_.back()) & 0xC0) == 0x80) pattern_.pop_back();
      if (!pattern_.empty()) pattern_.pop_back();
    }
    // A longer pattern may still be that of the entry found.
    if (!again) found_ = std::min(found_ + 1, history_.entries().size());
    if (key.kind == Key::kBackspace) found_ = history_.entries().size();
    SearchOlder();
    return true;
  }
  searching_ = false;
  const bool given_up = key.kind == Key::kEscape || key == Key{Key::kControl, "g"} || key == Key{Key::kControl, "c"};
  if (given_up) buffer_.Set(draft_);
  return given_up || key.kind == Key::kEnter;
}

void LineEditor::SearchOlder() {
  if (pattern_.empty()) return;
  for (size_t i = found_; i > 0; --i) {
    if (history_.entries()[i - 1].find(pattern_) == std::string::npos) continue;
    found_ = i - 1;
    buffer_.Set(history_.entries()[found_]);
    return;
  }
}

void LineEditor::Complete() {
  if (hooks_.complete == nullptr) return;
  const std::string_view text = buffer_.text();
  Completions completions = hooks_.complete(text, buffer_.cursor());
  const CompletionStep step = StepOf(text.substr(0, buffer_.cursor()), completions);
  if (!step.insert.empty()) {
    buffer_.ReplaceBefore(step.begin, step.insert);
  } else if (step.several) {
    menu_.Open(std::move(completions));
  } else {
    terminal_.Write("\a");
  }
}

void LineEditor::Recall(int by) {
  const std::vector<std::string>& entries = history_.entries();
  if (by < 0 ? recalled_ == 0 : recalled_ >= entries.size()) return;
  if (recalled_ == entries.size()) draft_ = buffer_.text();
  recalled_ = by < 0 ? recalled_ - 1 : recalled_ + 1;
  buffer_.Set(recalled_ == entries.size() ? draft_ : entries[recalled_]);
}

void LineEditor::Suspend() {
  DrawFinal("");
  terminal_.GiveBack();
  std::raise(SIGTSTP);
  terminal_.BeginTyping();
}

RawTerminal::Event LineEditor::WaitForKey(std::string* bytes) {
  if (decoder_.waiting()) return terminal_.Wait(kEscapeMilliseconds, -1, bytes);
  if (live_worker_ == nullptr) return terminal_.Wait(-1, -1, bytes);
  if (live_to_ask_) {
    const RawTerminal::Event event = terminal_.Wait(kIdleMilliseconds, -1, bytes);
    if (event != RawTerminal::Event::kTimeout) return event;
    live_worker_->Start(buffer_.text(), buffer_.cursor());
    live_to_ask_ = false;
  }
  while (true) {
    const RawTerminal::Event event = terminal_.Wait(-1, live_worker_->descriptor(), bytes);
    if (event != RawTerminal::Event::kWoken) return event;
    if (std::optional<LiveView> view = live_worker_->Take()) {
      live_ = *std::move(view);
      return event;
    }
  }
}

std::string LineEditor::DrawnRows(const ScreenRows& rows) const {
  std::string out = "\x1b[?25l\r";
  // A window that got narrower has wrapped the rows that are wider than it.
  const int width = std::max(terminal_.width(), 1);
  size_t up = 0;
  for (size_t i = 0; i <= drawn_cursor_row_ && i < drawn_.size(); ++i) {
    const auto rows_taken = static_cast<size_t>(std::max(0, drawn_[i] - 1) / width);
    up += rows_taken + (i < drawn_cursor_row_ ? 1 : 0);
  }
  if (up > 0) Append(out, "\x1b[", up, "A");
  out += "\x1b[J";
  for (size_t i = 0; i < rows.rows.size(); ++i) {
    if (i > 0) out += "\r\n";
    out += rows.rows[i];
  }
  const size_t below = rows.rows.size() - 1 - rows.cursor_row;
  if (below > 0) Append(out, "\x1b[", below, "A");
  out += "\r";
  if (rows.cursor_column > 0) Append(out, "\x1b[", rows.cursor_column, "C");
  return out + "\x1b[?25h";
}

void LineEditor::Draw() {
  const int width = terminal_.width();
  const auto height = static_cast<size_t>(std::max(terminal_.height(), 2));
  std::vector<TextStyle> styles = Highlight(buffer_.text());
  for (const LiveView::Mark& mark : live_.mistakes) {
    for (size_t i = mark.begin; i < mark.end && i < styles.size(); ++i) styles[i] = TextStyle::kError;
  }
  HighlightPair(buffer_.text(), buffer_.cursor(), &styles);
  const std::string prompt = searching_ ? Concat("search ", pattern_, "> ") : prompt_;
  ScreenRows rows = LayOut(prompt, more_, buffer_.text(), buffer_.cursor(), styles, width, colours_);
  const size_t below = menu_.open() ? std::min(kMaxMenuRows, height / 2) : std::min(live_.lines.size(), height / 3);
  rows = Visible(std::move(rows), height > below + 1 ? height - below - 1 : 1);
  if (menu_.open()) {
    for (std::string& row : menu_.Rows(width, below, colours_)) rows.rows.push_back(std::move(row));
  } else {
    for (size_t i = 0; i < below; ++i) {
      const std::string line = Shortened(Printable(live_.lines[i]), width - 1);
      rows.rows.push_back(colours_ ? Concat("\x1b[2m", line, "\x1b[0m") : line);
    }
  }
  terminal_.Write(DrawnRows(rows));
  drawn_.clear();
  for (const std::string& row : rows.rows) drawn_.push_back(ColumnsOf(row));
  drawn_cursor_row_ = rows.cursor_row;
}

void LineEditor::DrawFinal(std::string_view behind) {
  menu_.Close();
  searching_ = false;
  live_.lines.clear();
  buffer_.TextEnd();
  // The whole text stays on the screen, also where it is higher than the window.
  const ScreenRows rows =
      LayOut(prompt_, more_, buffer_.text(), buffer_.cursor(), Highlight(buffer_.text()), terminal_.width(), colours_);
  terminal_.Write(Concat(DrawnRows(rows), behind, "\r\n"));
  drawn_.clear();
  drawn_cursor_row_ = 0;
}

}  // namespace muster::shell
