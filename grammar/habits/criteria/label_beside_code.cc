#include "grammar/habits/criteria/label_beside_code.h"

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"

namespace muster::grammar {
namespace {

bool IsCode(std::string_view token) {
  return !token.empty() && absl::ascii_isalpha(static_cast<unsigned char>(token[0])) &&
         token.find(':') != std::string_view::npos;
}

std::string WriteBoth(std::string_view code, std::string_view label) {
  return absl::StrCat("write ", std::string(code), " \"", std::string(label), "\"");
}

// What stands behind a code in the place of its label, and is none: what is left out, or is said of the record.
bool SaysSomethingElse(const HabitTokens& tokens, int i) {
  return tokens.IsOneOf(i, {"not", "no", "except", "excluding", "without", "but", "other", "excl", "minus", "stage",
                            "grade", "at", "in", "and", "or"});
}

// Labels begin with a capital letter, as those of HPO; those that do not are told from fields by the words that fields
// are not followed by: type 2 diabetes mellitus.
bool BeginsLabel(const HabitTokens& tokens) {
  const std::string_view first = tokens[0];
  if (tokens.Is(0, "type") && tokens.IsNumber(1)) return true;
  return tokens.IsWord(0) && first.size() > 1 && absl::ascii_isupper(static_cast<unsigned char>(first[0])) &&
         absl::ascii_islower(static_cast<unsigned char>(first[1])) && !tokens.IsFieldWord(0);
}

// The words of the label from `i` on end here.
int EndOfLabel(const HabitTokens& tokens, int i) {
  while (
      (tokens.IsWord(i) || tokens.IsNumber(i)) &&
      !tokens.IsOneOf(i, {"and", "or", "with", "by", "as", "but", "except", "having", "within", "before", "after"})) {
    ++i;
  }
  return i;
}

// Token 0 stands behind a code.
std::optional<std::string> BehindCode(const HabitTokens& tokens) {
  if (tokens[0] == "(") {
    int end = 1;
    while (end < 12 && (tokens.IsWord(end) || tokens.IsNumber(end) || tokens[end] == ",")) ++end;
    const bool label = end > 1 && tokens[end] == ")" && tokens.IsWord(1) && !SaysSomethingElse(tokens, 1);
    return label ? std::optional(WriteBoth(tokens[-1], tokens.AsWritten(1, end))) : std::nullopt;
  }
  if (SaysSomethingElse(tokens, 0) || !BeginsLabel(tokens)) return std::nullopt;
  return WriteBoth(tokens[-1], tokens.Join(0, EndOfLabel(tokens, 0)));
}

// `code` behind the label that ends before token 0.
std::optional<std::string> BehindLabel(const HabitTokens& tokens, std::string_view code) {
  if (tokens[-1].size() > 2 && tokens[-1][0] == '"')
    return WriteBoth(code, tokens[-1].substr(1, tokens[-1].size() - 2));
  int begin = 0;
  while (begin > -8 && tokens.IsWord(begin - 1) && !tokens.IsEntity(begin - 1)) --begin;
  if (begin == 0 || !tokens.IsEntity(begin - 1)) return std::nullopt;
  return WriteBoth(code, tokens.Join(begin, 0));
}

}  // namespace

std::optional<std::string> LabelBesideCode(const HabitTokens& tokens, int to_wrong) {
  if (to_wrong != 0) return std::nullopt;
  if (IsCode(tokens[-1])) return BehindCode(tokens);
  if (tokens[0] == "(" && IsCode(tokens[1]) && tokens[2] == ")") return BehindLabel(tokens, tokens[1]);
  if (tokens[0].size() > 2 && tokens[0][0] == '[' && IsCode(tokens[0].substr(1))) {
    return BehindLabel(tokens, tokens[0].substr(1, tokens[0].size() - 2));
  }
  return std::nullopt;
}

}  // namespace muster::grammar
