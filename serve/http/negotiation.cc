#include "serve/http/negotiation.h"

#include "serve/text/digest.h"
#include "serve/text/text.h"

namespace muster::serve {
namespace {

/// Whether a range of Accept has the weight 0: it names what is not taken.
bool IsRefusal(const std::vector<std::string_view>& parameters) {
  for (const std::string_view parameter : parameters) {
    const std::string text = ToLower(Trim(parameter));
    if (text.starts_with("q=") && text.find_first_not_of("0.", 2) == std::string::npos) return true;
  }
  return false;
}

}  // namespace

bool AcceptsJson(std::string_view accept) {
  if (Trim(accept).empty()) return true;
  // The most specific range that JSON is in decides.
  size_t rank = 0;
  bool accepts = false;
  for (const std::string_view range : Split(accept, ',')) {
    std::vector<std::string_view> parts = Split(range, ';');
    if (parts.empty()) continue;
    const std::string kind = ToLower(Trim(parts[0]));
    const size_t own = kind == "application/json" ? 3 : kind == "application/*" ? 2 : kind == "*/*" ? 1 : 0;
    if (own == 0 || own < rank) continue;
    parts.erase(parts.begin());
    accepts = (own == rank && accepts) || !IsRefusal(parts);
    rank = own;
  }
  return accepts;
}

std::string EntityTag(std::string_view content) { return Concat("\"", Digest(content, 32), "\""); }

bool NamesTag(std::string_view if_none_match, std::string_view tag) {
  for (std::string_view one : Split(if_none_match, ',')) {
    one = Trim(one);
    if (one.starts_with("W/")) one.remove_prefix(2);
    if (one == tag || one == "*") return true;
  }
  return false;
}

}  // namespace muster::serve
