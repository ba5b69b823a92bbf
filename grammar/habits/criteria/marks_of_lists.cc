#include "grammar/habits/criteria/marks_of_lists.h"

#include "absl/strings/str_cat.h"

namespace muster::grammar {

std::optional<std::string> MarkOfList(const HabitTokens& tokens, int to_wrong) {
  if (to_wrong != 0) return std::nullopt;
  constexpr size_t kLongest = 3;  // iii
  std::string mark;
  if (tokens[0] == ")" && tokens[-2] == "(" && tokens.BeginsCriterion(-2) && tokens[-1].size() <= kLongest &&
      (tokens.IsWord(-1) || tokens.IsNumber(-1))) {
    mark = absl::StrCat("(", std::string(tokens[-1]), ")");
  } else if (tokens.Count(0) && tokens.BeginsCriterion(0) && (tokens[1] == ")" || tokens[1] == ".")) {
    mark = tokens.Join(0, 1) + std::string(tokens[1]);
  }
  if (mark.empty()) return std::nullopt;
  return absl::StrCat("leave out ", mark, ": criteria stand without numbers, joined by and or or");
}

}  // namespace muster::grammar
