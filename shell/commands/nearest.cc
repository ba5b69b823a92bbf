#include "shell/commands/nearest.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace muster::shell {
namespace {

constexpr size_t kShortWord = 4;
/// Nothing that long is a misspelt option; the work grows with the length.
constexpr size_t kMaxWordBytes = 64;

/// How many letters must be added, dropped or changed to make `b` of `a`.
size_t Distance(std::string_view a, std::string_view b) {
  std::vector<size_t> above(b.size() + 1);
  std::iota(above.begin(), above.end(), size_t{0});
  for (size_t i = 0; i < a.size(); ++i) {
    std::vector<size_t> row = {i + 1};
    for (size_t j = 0; j < b.size(); ++j) {
      row.push_back(std::min({above[j] + (a[i] == b[j] ? 0 : 1), above[j + 1] + 1, row[j] + 1}));
    }
    above = std::move(row);
  }
  return above.back();
}

}  // namespace

std::string Nearest(std::string_view typed, const std::vector<std::string>& words) {
  if (typed.empty() || typed.size() > kMaxWordBytes) return "";
  for (const std::string& word : words) {
    if (!word.empty() && (word.starts_with(typed) || typed.starts_with(word))) return word;
  }
  std::string nearest;
  size_t least = typed.size() <= kShortWord ? 2 : 3;
  for (const std::string& word : words) {
    if (const size_t distance = Distance(typed, word); distance < least) {
      least = distance;
      nearest = word;
    }
  }
  return nearest;
}

}  // namespace muster::shell
