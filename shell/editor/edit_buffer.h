// A text with a cursor, and what keys do to it.
#ifndef MUSTER_SHELL_EDITOR_EDIT_BUFFER_H_
#define MUSTER_SHELL_EDITOR_EDIT_BUFFER_H_

#include <string>
#include <string_view>
#include <vector>

namespace muster::shell {

/// UTF-8; the cursor is a byte, always at the beginning of a character. All changes can be undone.
class EditBuffer {
 public:
  const std::string& text() const { return text_; }
  size_t cursor() const { return cursor_; }

  /// Replaces all; the cursor goes to the end.
  void Set(std::string_view text);
  void Insert(std::string_view text);
  /// Replaces the bytes [begin, cursor).
  void ReplaceBefore(size_t begin, std::string_view text);

  void Left();
  void Right();
  void WordLeft() { cursor_ = WordBegin(); }
  void WordRight() { cursor_ = WordEnd(); }
  /// To the beginning or the end of the line that the cursor is in.
  void LineBegin();
  void LineEnd();
  void TextBegin() { cursor_ = 0; }
  void TextEnd() { cursor_ = text_.size(); }
  /// Moves to the same column of the line above or below; false if there is none.
  bool Up();
  bool Down();

  void DeleteBefore();
  void DeleteAt();
  void DeleteWordBefore();
  void DeleteWordAfter();
  void DeleteToLineEnd();
  void DeleteToLineBegin();
  /// Puts in what was deleted last by words or lines.
  void Yank() { Insert(killed_); }
  bool Undo();

 private:
  struct State {
    std::string text;
    size_t cursor;
  };
  /// Keeps the state before a change; several characters typed in a row are one change.
  void Remember(bool typing);
  void Erase(size_t begin, size_t end, bool keep);
  size_t WordBegin() const;
  size_t WordEnd() const;
  size_t CurrentLineBegin() const;
  size_t CurrentLineEnd() const;

  std::string text_;
  size_t cursor_ = 0;
  std::string killed_;
  std::vector<State> undo_;
  bool typing_ = false;
};

}  // namespace muster::shell

#endif  // MUSTER_SHELL_EDITOR_EDIT_BUFFER_H_
