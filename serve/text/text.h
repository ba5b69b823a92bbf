// Putting text together and taking it apart. Abseil's string functions do not take std::string_view where Abseil was
// built with a string_view of its own, as in some distributions.
#ifndef MUSTER_SERVE_TEXT_TEXT_H_
#define MUSTER_SERVE_TEXT_TEXT_H_

#include <charconv>
#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace muster::serve {

inline void AppendPiece(std::string& out, std::string_view piece) { out.append(piece); }
template <std::integral Integer>
void AppendPiece(std::string& out, Integer number) {
  out.append(std::to_string(number));
}

/// Appends texts and whole numbers to `out`.
template <typename... Pieces>
void Append(std::string& out, const Pieces&... pieces) {
  (AppendPiece(out, pieces), ...);
}

template <typename... Pieces>
std::string Concat(const Pieces&... pieces) {
  std::string out;
  Append(out, pieces...);
  return out;
}

/// ASCII only, as are the two below.
std::string ToLower(std::string_view text);
std::string ToUpper(std::string_view text);
bool EqualsIgnoreCase(std::string_view a, std::string_view b);

/// Without blanks, tabs and line breaks at both ends.
std::string_view Trim(std::string_view text);

/// The parts of `text` between `separator`s; empty ones are left out.
std::vector<std::string_view> Split(std::string_view text, char separator);

std::string Join(const std::vector<std::string>& parts, std::string_view separator);

/// nullopt: `text` is not just a whole number, or too large.
template <std::integral Integer>
std::optional<Integer> ParseInteger(std::string_view text) {
  Integer number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

/// Whether `text` is well-formed UTF-8 (no surrogates, nothing overlong).
bool IsUtf8(std::string_view text);

/// At most `bytes` of `text`, cut between characters of UTF-8, with "..." if something was cut off; control characters
/// and those that turn the direction of writing are replaced by '?'. For messages.
std::string Shorten(std::string_view text, size_t bytes);

}  // namespace muster::serve

#endif  // MUSTER_SERVE_TEXT_TEXT_H_
