// Putting text together. Abseil's StrCat does not take std::string_view where Abseil was built with a string_view of
// its own, as in some distributions.
#ifndef MUSTER_SERVE_TEXT_CONCAT_H_
#define MUSTER_SERVE_TEXT_CONCAT_H_

#include <concepts>
#include <string>
#include <string_view>

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

}  // namespace muster::serve

#endif  // MUSTER_SERVE_TEXT_CONCAT_H_
