#include "shell/editor/edit_buffer.h"

#include <algorithm>
#include <cctype>

#include "shell/terminal/display_width.h"

namespace muster::shell {
namespace {

constexpr size_t kMaxUndo = 500;

bool Continues(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

bool IsWordByte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || std::isalnum(byte) != 0 || c == '_' || c == ':';
}

size_t PreviousCharacter(std::string_view text, size_t at) {
  if (at == 0) return 0;
  --at;
  while (at > 0 && Continues(text[at])) --at;
  return at;
}

size_t FollowingCharacter(std::string_view text, size_t at) {
  if (at >= text.size()) return text.size();
  ++at;
  while (at < text.size() && Continues(text[at])) ++at;
  return at;
}

}  // namespace

void EditBuffer::Remember(bool typing) {
  if (typing && typing_) return;
  typing_ = typing;
  if (undo_.size() == kMaxUndo) undo_.erase(undo_.begin());
  undo_.push_back({text_, cursor_});
}

void EditBuffer::Set(std::string_view text) {
  Remember(false);
  text_ = text;
  cursor_ = text_.size();
}

void EditBuffer::Insert(std::string_view text) {
  if (text.empty()) return;
  Remember(text.size() <= 4 && text != " " && text != "\n");
  text_.insert(cursor_, text);
  cursor_ += text.size();
}

void EditBuffer::ReplaceBefore(size_t begin, std::string_view text) {
  Remember(false);
  begin = std::min(begin, cursor_);
  text_.replace(begin, cursor_ - begin, text);
  cursor_ = begin + text.size();
}

void EditBuffer::Left() { cursor_ = PreviousCharacter(text_, cursor_); }

void EditBuffer::Right() { cursor_ = FollowingCharacter(text_, cursor_); }

size_t EditBuffer::WordBegin() const {
  size_t at = cursor_;
  while (at > 0 && !IsWordByte(text_[at - 1])) --at;
  while (at > 0 && IsWordByte(text_[at - 1])) --at;
  return at;
}

size_t EditBuffer::WordEnd() const {
  size_t at = cursor_;
  while (at < text_.size() && !IsWordByte(text_[at])) ++at;
  while (at < text_.size() && IsWordByte(text_[at])) ++at;
  return at;
}

size_t EditBuffer::CurrentLineBegin() const {
  const size_t before = cursor_ == 0 ? std::string::npos : text_.rfind('\n', cursor_ - 1);
  return before == std::string::npos ? 0 : before + 1;
}

size_t EditBuffer::CurrentLineEnd() const { return std::min(text_.find('\n', cursor_), text_.size()); }

void EditBuffer::LineBegin() { cursor_ = CurrentLineBegin(); }

void EditBuffer::LineEnd() { cursor_ = CurrentLineEnd(); }

bool EditBuffer::Up() {
  const size_t begin = CurrentLineBegin();
  if (begin == 0) return false;
  const int column = DisplayWidth(std::string_view(text_).substr(begin, cursor_ - begin));
  cursor_ = begin - 1;
  const size_t above = CurrentLineBegin();
  const size_t end = begin - 1;
  cursor_ = above;
  while (cursor_ < end && DisplayWidth(std::string_view(text_).substr(above, cursor_ - above)) < column) Right();
  return true;
}

bool EditBuffer::Down() {
  const size_t end = CurrentLineEnd();
  if (end == text_.size()) return false;
  const size_t begin = CurrentLineBegin();
  const int column = DisplayWidth(std::string_view(text_).substr(begin, cursor_ - begin));
  const size_t below = end + 1;
  const size_t below_end = std::min(text_.find('\n', below), text_.size());
  cursor_ = below;
  while (cursor_ < below_end && DisplayWidth(std::string_view(text_).substr(below, cursor_ - below)) < column) Right();
  return true;
}

void EditBuffer::Erase(size_t begin, size_t end, bool keep) {
  if (begin >= end) return;
  Remember(false);
  if (keep) killed_ = text_.substr(begin, end - begin);
  text_.erase(begin, end - begin);
  cursor_ = begin;
}

void EditBuffer::DeleteBefore() { Erase(PreviousCharacter(text_, cursor_), cursor_, false); }

void EditBuffer::DeleteAt() { Erase(cursor_, FollowingCharacter(text_, cursor_), false); }

void EditBuffer::DeleteWordBefore() { Erase(WordBegin(), cursor_, true); }

void EditBuffer::DeleteWordAfter() { Erase(cursor_, WordEnd(), true); }

void EditBuffer::DeleteToLineEnd() {
  const size_t end = CurrentLineEnd();
  Erase(cursor_, end == cursor_ ? FollowingCharacter(text_, cursor_) : end, true);
}

void EditBuffer::DeleteToLineBegin() { Erase(CurrentLineBegin(), cursor_, true); }

bool EditBuffer::Undo() {
  if (undo_.empty()) return false;
  text_ = undo_.back().text;
  cursor_ = undo_.back().cursor;
  undo_.pop_back();
  typing_ = false;
  return true;
}

}  // namespace muster::shell
