#include "grammar/habits/criteria/single_words.h"

#include <string_view>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "grammar/habits/criteria/criterion_for_words.h"
#include "grammar/habits/phrases/habits_of_phrases.h"

namespace muster::grammar {
namespace {

// and melanoma, from token `i` on, up to its end: " and has disease "melanoma""; empty where that is no name alone.
std::string NameBehindAnd(const HabitTokens& tokens, int i) {
  if (!tokens.Is(i, "and")) return "";
  int end = ++i;
  while (end < i + 4 && tokens.IsWord(end) && !tokens.IsFieldWord(end) && !tokens.IsEntity(end) &&
         !tokens.IsOneOf(end,
                         {"and",  "or",   "has",   "have",    "no",   "not",   "in",    "is",   "usable", "at",    "by",
                          "with", "aged", "older", "younger", "over", "under", "alive", "dead", "adult",  "adults"})) {
    ++end;
  }
  const bool ends = tokens[end].empty() || tokens.IsOneOf(end, {"and", "or", ")", ";", "by", ","});
  if (end == i || !ends) return "";
  return absl::StrCat(" and ", CriterionFor(RecordsNamedBy(tokens.Words(i, end)), false));
}

}  // namespace

// where female; male or female; is female; alive; adults
std::optional<std::string> HabitOfSingleWord(const HabitTokens& tokens, int to_wrong) {
  if (to_wrong < 0 || to_wrong > 2) return std::nullopt;
  const int word = tokens.Is(0, "is") ? tokens.Is(1, "not") ? 2 : 1 : 0;
  if (!tokens.BeginsCriterion(0)) return std::nullopt;
  const auto is_female = [&](int i) { return tokens.IsOneOf(i, {"female", "women", "females", "girls", "woman"}); };
  const auto is_male = [&](int i) { return tokens.IsOneOf(i, {"male", "men", "males", "boys", "man"}); };
  const bool negated = tokens.Is(-1, "not") || word == 2;
  const std::string write = negated ? "write not " : "write ";
  const std::string more = NameBehindAnd(tokens, word + 1);
  if ((is_female(word) || is_male(word)) && tokens.IsOneOf(word + 1, {"or", "and"}) &&
      (is_female(word + 2) || is_male(word + 2))) {
    return "leave it out, or write sex is female or male, which leaves out those without a sex";
  }
  if (is_female(word)) return write + "sex is female" + more;
  if (is_male(word)) return write + "sex is male" + more;
  if (tokens.IsOneOf(word, {"living", "lives", "resident", "residing"}) && tokens.Is(word + 1, "in")) {
    return write + "country is ..., with two letters such as DE";
  }
  if (tokens.Is(word, "from") && tokens.IsWord(word + 1)) return write + "country is ..., with two letters such as DE";
  if (tokens.IsOneOf(word, {"alive", "living"})) return write + "vital status is alive";
  if (tokens.IsOneOf(word, {"dead", "deceased", "died"})) return write + "vital status is deceased";
  if (tokens.IsOneOf(word, {"adult", "adults"})) return write + "age at last contact >= 18 years";
  if (tokens.IsOneOf(word, {"child", "children"})) return write + "age at last contact < 18 years";
  if (tokens.IsOneOf(word, {"elderly", "infant", "infants", "adolescents", "newborn", "newborns"})) {
    return "say the age, such as age at last contact >= 65 years";
  }
  if (tokens.IsOneOf(word, {"pregnant", "pregnancy", "breastfeeding", "lactating"})) {
    const std::string has = negated ? "no" : "has";
    return absl::StrCat("terms like \"", tokens.Is(word, "pregnant") ? "pregnancy" : std::string(tokens[word]),
                        "\" shows how it is recorded here, if it is; then write ", has, " phenotype \"...\", or ", has,
                        " disease \"...\"");
  }
  if (tokens.Is(word, "untreated") || tokens[word].ends_with("-naive") ||
      (tokens.Is(word, "treatment") && tokens.Is(1, "naive"))) {
    return "write no treatment, or no treatment \"...\" of one kind";
  }
  if (tokens.Is(word, "healthy")) return "write no disease, which also holds for people of whom nothing is recorded";
  if (tokens.IsOneOf(word, {"consented", "consenting"})) return "write has consent with status is granted";
  const bool when = tokens.IsOneOf(word, {"current", "currently", "active", "former", "ex", "past", "previous"});
  const int smoker = when || tokens.IsOneOf(word, {"ever", "a"}) ? word + 1 : word;
  if (tokens.IsOneOf(smoker, {"smoker", "smokers", "smokes", "smoking"})) {
    if (negated) return std::string(kNeverSmoked);
    return when ? CriterionForWords("current smoker") : "write has exposure \"smoking\"";
  }
  if ((absl::StartsWithIgnoreCase(std::string(tokens[word]), "non") &&
       std::string(tokens[word]).find("smoker") != std::string::npos) ||
      (tokens.Is(word, "never") && tokens.IsOneOf(word + 1, {"smoked", "smoker", "smokers"})) ||
      tokens.IsOneOf(word, {"never-smoker", "never-smokers"})) {
    return std::string(kNeverSmoked);
  }
  return std::nullopt;
}

}  // namespace muster::grammar
