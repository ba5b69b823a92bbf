// Small things done with text that Abseil does not do for std::string_view: where Abseil was built for C++14, as in
// Debian 12, absl::string_view is a type of its own and takes no std::string_view.
#ifndef MUSTER_ENGINE_MODEL_TEXT_TEXT_H_
#define MUSTER_ENGINE_MODEL_TEXT_TEXT_H_

#include <initializer_list>
#include <string>
#include <string_view>

namespace muster::model {

/// The parts one after another.
inline std::string Concat(std::initializer_list<std::string_view> parts) {
  size_t size = 0;
  for (std::string_view part : parts) size += part.size();
  std::string whole;
  whole.reserve(size);
  for (std::string_view part : parts) whole.append(part);
  return whole;
}

inline char AsciiLower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
inline char AsciiUpper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }
inline bool IsAsciiDigit(char c) { return c >= '0' && c <= '9'; }
inline bool IsAsciiAlpha(char c) { return AsciiLower(c) >= 'a' && AsciiLower(c) <= 'z'; }
inline bool IsAsciiAlnum(char c) { return IsAsciiDigit(c) || IsAsciiAlpha(c); }
inline bool IsAsciiBlank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/// ASCII letters only; the bytes of other characters stay.
inline std::string ToLower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = AsciiLower(c);
  return lower;
}

inline std::string_view Trim(std::string_view text) {
  while (!text.empty() && IsAsciiBlank(text.front())) text.remove_prefix(1);
  while (!text.empty() && IsAsciiBlank(text.back())) text.remove_suffix(1);
  return text;
}

inline bool ConsumePrefix(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_TEXT_TEXT_H_
