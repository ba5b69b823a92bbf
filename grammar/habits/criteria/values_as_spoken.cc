#include "grammar/habits/criteria/values_as_spoken.h"

#include <string_view>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "grammar/habits/criteria/regions.h"

namespace muster::grammar {
namespace {

bool IsJoint(const HabitTokens& tokens, int i) { return tokens.IsOneOf(i, {",", "or", "and"}); }

// A word or a term that may be the value of a field, and is no word of the language.
bool MayBeValue(const HabitTokens& tokens, int i) {
  return tokens.IsTerm(i) || (tokens.IsWord(i) && !tokens.IsOneOf(i, {"and", "or", "not", "has", "have", "no", "in",
                                                                      "is", "by", "with", "but", "except"}));
}

// Whether the value `i` is not the field of another comparison: country is DE or FR and sex is female.
bool EndsAValue(const HabitTokens& tokens, int i) {
  return tokens[i + 1].empty() || IsJoint(tokens, i + 1) || tokens.IsOneOf(i + 1, {")", ";", "by", "but", "except"});
}

// sex is not female or male; country is not DE, FR: several values behind a not, of which the first alone was read.
std::optional<std::string> NoneOfValues(const HabitTokens& tokens, int to_wrong) {
  if (to_wrong != 0) return std::nullopt;
  int begin = 0;  // the first value
  // The wrong token is the end of the last value, a comma between two, or a value itself, which is in quotes.
  if (!tokens.IsTerm(0)) {
    begin = -1;
  } else if (!IsJoint(tokens, -1)) {
    return std::nullopt;
  }
  if (!MayBeValue(tokens, begin)) return std::nullopt;
  while (IsJoint(tokens, begin - 1) && MayBeValue(tokens, begin - 2)) begin -= 2;
  const bool negated = (tokens.Is(begin - 1, "not") && tokens.IsOneOf(begin - 2, {"is", "="})) ||
                       tokens.IsOneOf(begin - 1, {"!=", "<>"});
  if (!negated) return std::nullopt;
  int end = tokens.IsTerm(0) ? 1 : 0;
  while (IsJoint(tokens, end) && MayBeValue(tokens, end + 1) && EndsAValue(tokens, end + 1)) end += 2;
  std::string values;
  for (int i = begin; i < end; i += 2) absl::StrAppend(&values, values.empty() ? "" : ", ", std::string(tokens[i]));
  if (end - begin < 3) return std::nullopt;  // one value
  return absl::StrCat("write not in (", values, "), for none of them");
}

// country in Europe, tissue in blood, age in 18..65: `in` is followed by values in parentheses.
std::optional<std::string> InOneValue(const HabitTokens& tokens, int to_wrong) {
  if (to_wrong != 1 || !tokens.Is(0, "in")) return std::nullopt;
  const bool negated = tokens.Is(-1, "not");
  if (tokens.BeginsCriterion(negated ? -1 : 0)) return std::nullopt;  // of a cohort
  const int field = negated ? -2 : -1;
  // Of times are other words: diagnosed in the last year, onset in childhood, lives in Germany.
  if (!tokens.IsFieldWord(field) ||
      tokens.IsOneOf(field, {"onset", "diagnosed", "born", "birth", "started", "start", "ended", "end", "collected",
                             "performed", "measured", "given", "recorded", "time", "date", "enrolled", "death"})) {
    return std::nullopt;
  }
  for (int i = field; !tokens[i].empty() && tokens[i] != ";"; --i) {
    if (tokens.Is(i, "by")) return std::nullopt;  // in bands, in groups
  }
  const std::string in = negated ? "write not in (" : "write in (";
  if (tokens.Is(field, "country")) {
    if (const auto region = CountriesOf(tokens[1])) {
      return absl::StrCat(in, std::string(*region), "): a country is written by its two letters, and ",
                          std::string(tokens[1]), " is none");
    }
  }
  if (tokens.IsNumber(1)) {  // in 18..65, in 18 to 65
    int second = 2;
    while (tokens.IsOneOf(second, {".", "to", "-", ","})) ++second;
    if (second == 2 || !tokens.IsNumber(second)) return std::nullopt;
    const bool unit = tokens.IsWord(second + 1) && !IsJoint(tokens, second + 1) && !tokens.Is(second + 1, "by");
    return absl::StrCat(negated ? "write not FIELD between " : "write between ", std::string(tokens[1]), " and ",
                        tokens.Join(second, unit ? second + 2 : second + 1));
  }
  if (!MayBeValue(tokens, 1) || tokens.IsOneOf(1, {"the", "a", "an", "first", "last", "any", "all", "each", "every"})) {
    return std::nullopt;
  }
  const std::string value(tokens[1]);
  return absl::StrCat("write ", negated ? "is not " : "is ", value, ", or ", negated ? "not " : "", "in (", value,
                      ", ...) for ", negated ? "none" : "any", " of several");
}

// WGS, exome: as an assay is written; empty for other words.
std::string_view Assay(const HabitTokens& tokens, int i) {
  if (tokens.IsOneOf(i, {"wgs", "genome", "genomes"})) return "WGS";
  if (tokens.IsOneOf(i, {"wes", "wxs", "exome", "exomes"})) return "WES";
  if (tokens.IsOneOf(i, {"panel", "panels"})) return "panel";
  return "";
}

// coverage >= 30x WGS, has run with 30x WGS, 30x exome: token 0 is the number.
std::optional<std::string> DepthOfAssay(const HabitTokens& tokens, int) {
  if (!tokens.IsNumber(0) || !tokens.IsOneOf(1, {"x", "fold"}) || Assay(tokens, 2).empty()) return std::nullopt;
  const bool compared = tokens.IsOneOf(-1, {">=", ">", "<", "<=", "="});
  int begin = -2;
  while (compared && tokens.IsWord(begin - 1) && !tokens.BeginsCriterion(begin)) --begin;
  const std::string depth = compared && tokens.IsWord(begin) ? tokens.Join(begin, 0) : "depth >=";
  const std::string both =
      absl::StrCat("(", depth, " ", std::string(tokens[0]), " and assay is ", std::string(Assay(tokens, 2)), ")");
  const bool of_run = tokens.Is((compared ? begin : 0) - 1, "with");
  return absl::StrCat("write ", of_run ? "" : "has run with ", both);
}

}  // namespace

std::optional<std::string> HabitOfSpokenValues(const HabitTokens& tokens, int to_wrong) {
  for (const auto habit : {NoneOfValues, InOneValue, DepthOfAssay}) {
    if (auto words = habit(tokens, to_wrong)) return words;
  }
  return std::nullopt;
}

}  // namespace muster::grammar
