#include "shell/editor/key.h"

#include <utility>

namespace muster::shell {
namespace {

constexpr std::string_view kPasteBegin = "\x1b[200~";
constexpr std::string_view kPasteEnd = "\x1b[201~";
constexpr char kEscapeByte = '\x1b';

size_t CharacterLength(unsigned char first) {
  return first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1;
}

/// The key of a control character.
Key ControlKey(unsigned char byte) {
  switch (byte) {
    case '\r':
      return {Key::kEnter};
    case '\n':
      return {Key::kNewLine};
    case '\t':
      return {Key::kTab};
    case 0x7F:
    case 0x08:
      return {Key::kBackspace};
    default:
      break;
  }
  if (byte >= 1 && byte <= 26) return {Key::kControl, std::string(1, static_cast<char>('a' + byte - 1))};
  if (byte == 0x1F) return {Key::kControl, "_"};
  return {Key::kUnknown};
}

/// Keys whose sequence is ESC [ or ESC O, perhaps numbers, and a letter.
Key::Kind KindOfLetter(char letter) {
  constexpr std::pair<char, Key::Kind> kLetters[] = {{'A', Key::kUp},     {'B', Key::kDown}, {'C', Key::kRight},
                                                     {'D', Key::kLeft},   {'H', Key::kHome}, {'F', Key::kEnd},
                                                     {'Z', Key::kBackTab}};
  for (const auto& [name, kind] : kLetters) {
    if (name == letter) return kind;
  }
  return Key::kUnknown;
}

/// Keys whose sequence is ESC [ NUMBER ~.
Key::Kind KindOfNumber(std::string_view number) {
  constexpr std::pair<std::string_view, Key::Kind> kNumbers[] = {
      {"1", Key::kHome},   {"7", Key::kHome},   {"4", Key::kEnd},     {"8", Key::kEnd},
      {"3", Key::kDelete}, {"5", Key::kPageUp}, {"6", Key::kPageDown}};
  for (const auto& [name, kind] : kNumbers) {
    if (name == number) return kind;
  }
  return Key::kUnknown;
}

/// The same key with Ctrl or Alt held.
Key::Kind WithModifier(Key::Kind kind) {
  if (kind == Key::kLeft) return Key::kWordLeft;
  if (kind == Key::kRight) return Key::kWordRight;
  if (kind == Key::kDelete) return Key::kDeleteWordAfter;
  return kind;
}

/// A paste has the line ends of wherever it was copied, and perhaps control characters, which must do nothing.
std::string CleanPaste(std::string_view pasted) {
  std::string out;
  for (size_t i = 0; i < pasted.size(); ++i) {
    const auto byte = static_cast<unsigned char>(pasted[i]);
    if (byte == '\r') {
      if (i + 1 >= pasted.size() || pasted[i + 1] != '\n') out += '\n';
    } else if (byte == '\t') {
      out += ' ';
    } else if (byte == '\n' || (byte >= 0x20 && byte != 0x7F)) {
      out += pasted[i];
    }
  }
  return out;
}

}  // namespace

size_t KeyDecoder::DecodeEscape(Key* key) const {
  const std::string_view bytes = bytes_;
  if (bytes.size() < 2) return 0;
  if (bytes.starts_with(kPasteBegin)) {
    const size_t end = bytes.find(kPasteEnd, kPasteBegin.size());
    if (end == std::string_view::npos) return 0;
    *key = {Key::kPaste, CleanPaste(bytes.substr(kPasteBegin.size(), end - kPasteBegin.size()))};
    return end + kPasteEnd.size();
  }
  if (bytes[1] == '[' || bytes[1] == 'O') {
    size_t end = 2;
    while (end < bytes.size() && static_cast<unsigned char>(bytes[end]) >= 0x20 && bytes[end] < 0x40) ++end;
    if (end == bytes.size()) return 0;
    const std::string_view numbers = bytes.substr(2, end - 2);
    const size_t semicolon = numbers.find(';');
    const Key::Kind kind = bytes[end] == '~' ? KindOfNumber(numbers.substr(0, semicolon)) : KindOfLetter(bytes[end]);
    // Modified: a second number from 2 on; 2 is Shift alone.
    const bool modified = semicolon != std::string_view::npos && numbers.substr(semicolon + 1) != "2";
    *key = {modified ? WithModifier(kind) : kind};
    return end + 1;
  }
  switch (bytes[1]) {
    case '\r':
    case '\n':
      *key = {Key::kNewLine};
      return 2;
    case 'b':
      *key = {Key::kWordLeft};
      return 2;
    case 'f':
      *key = {Key::kWordRight};
      return 2;
    case 'd':
      *key = {Key::kDeleteWordAfter};
      return 2;
    case '\x7f':
    case '\x08':
      *key = {Key::kDeleteWordBefore};
      return 2;
    case kEscapeByte:
      *key = {Key::kEscape};
      return 1;
    default:
      *key = {Key::kUnknown};
      return 1 + CharacterLength(static_cast<unsigned char>(bytes[1]));
  }
}

size_t KeyDecoder::Decode(Key* key) const {
  const auto first = static_cast<unsigned char>(bytes_[0]);
  if (first == kEscapeByte) return DecodeEscape(key);
  if (first < 0x20 || first == 0x7F) {
    *key = ControlKey(first);
    return 1;
  }
  const size_t length = CharacterLength(first);
  if (bytes_.size() < length) return 0;
  *key = {Key::kText, bytes_.substr(0, length)};
  return length;
}

bool KeyDecoder::Next(Key* key) {
  if (bytes_.empty()) return false;
  const size_t length = Decode(key);
  bytes_.erase(0, length);
  return length > 0;
}

bool KeyDecoder::Flush(Key* key) {
  if (bytes_.empty() || bytes_.starts_with(kPasteBegin)) return false;  // a paste ends when it says so
  *key = {bytes_[0] == kEscapeByte ? Key::kEscape : Key::kUnknown};
  bytes_.erase(0, 1);
  if (bytes_ == "[" || bytes_ == "O") bytes_.clear();
  return true;
}

}  // namespace muster::shell
