// Putting text together (concat.h) and taking it apart.
#ifndef MUSTER_SERVE_TEXT_TEXT_H_
#define MUSTER_SERVE_TEXT_TEXT_H_

#include <charconv>
#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "serve/text/concat.h"

namespace muster::serve {

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
