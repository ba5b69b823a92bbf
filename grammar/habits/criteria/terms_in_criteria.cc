#include "grammar/habits/criteria/terms_in_criteria.h"

#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "grammar/habits/phrases/habits_of_phrases.h"
#include "grammar/habits/phrases/habits_of_words.h"

namespace muster::grammar {
namespace {

// Behind the word stage: III, IIIB, 3 b, of which the lexer makes two words.
std::string StageFrom(const HabitTokens& tokens, int i) {
  const bool letter = tokens.IsNumber(i) && tokens.IsOneOf(i + 1, {"a", "b", "c"});
  return StageInQuotes(letter ? absl::StrCat(std::string(tokens[i]), std::string(tokens[i + 1]))
                              : std::string(tokens[i]));
}

// has disease "melanoma" (stage III): token 0 is the parenthesis behind the term.
std::optional<std::string> InParentheses(const HabitTokens& tokens, const std::string& entity) {
  if (tokens.Is(1, "stage") && IsStage(tokens[2])) return absl::StrCat("write with stage is ", StageFrom(tokens, 2));
  int end = 1;
  while (end < 5 && !tokens[end].empty() && tokens[end] != ")") ++end;
  if (auto value = ValueInWords(entity, tokens.Join(1, end))) return absl::StrCat("write with ", *value);
  if (entity.empty()) return std::nullopt;
  return absl::StrCat("what is said of the ", entity,
                      " besides its name stands behind with: with FIELD is ...; describe ", entity,
                      " lists the fields");
}

}  // namespace

std::optional<std::string> EveryRecord(const HabitTokens& tokens) {
  if (!tokens.IsTerm(0) || !tokens.IsEntity(-1) || !tokens.IsOneOf(-2, {"all", "every", "each"})) return std::nullopt;
  if (!tokens.BeginsCriterion(-2)) return std::nullopt;
  struct Opposite {
    std::string_view sign, opposite;
  };
  constexpr Opposite kOpposites[] = {{"<", ">="}, {"<=", ">"}, {">", "<="}, {">=", "<"}};
  const std::string record = absl::StrCat(tokens.EntityAsWritten(-1), " ", std::string(tokens[0]));
  for (const auto& [sign, opposite] : kOpposites) {
    if (tokens[1] != sign || !tokens.IsNumber(2)) continue;
    const bool unit = !tokens[3].empty() && !tokens.IsOneOf(3, {"and", "or", "by", ";", ")", ",", "but"});
    return absl::StrCat("write has ", record, " and no ", record, " ", std::string(opposite), " ",
                        tokens.Join(2, unit ? 4 : 3), ", which is so where all meet it");
  }
  return absl::StrCat("write has ", record, " and no ", record, " with ..., of what none of them may be");
}

std::optional<std::string> TermWithoutEntity(const HabitTokens& tokens, int to_wrong) {
  if (to_wrong != 1 || !tokens.IsOneOf(0, {"has", "have"}) || !tokens.IsTerm(1)) return std::nullopt;
  const std::string entity = EntityOfCode(tokens[1]);
  if (!entity.empty()) return absl::StrCat("write has ", entity, " ", std::string(tokens[1]));
  return absl::StrCat("say what it is: has disease ", std::string(tokens[1]), ", or has phenotype ",
                      std::string(tokens[1]));
}

std::optional<std::string> TermWithoutHas(const HabitTokens& tokens, int to_wrong) {
  if (to_wrong != 0 || !tokens.IsTerm(0)) return std::nullopt;
  int begin = 0;
  while (tokens.IsWord(begin - 1) && !tokens.BeginsCriterion(begin) && begin > -4) --begin;
  if (!tokens.BeginsCriterion(begin)) return std::nullopt;
  for (int i = begin; i > begin - 6; --i) {
    if (tokens.IsOneOf(i,
                       {"both", "either", "taking", "takes", "receiving", "received", "on", "had", "never", "using"})) {
      return std::nullopt;
    }
  }
  const bool negated = tokens.Is(begin - 1, "not");
  std::string entity = tokens.EntityBefore(begin);
  if (begin < 0) {
    if (tokens.IsOneOf(begin, {"has", "have", "no", "in", "without", "excluding"})) return std::nullopt;
    if (tokens.IsFieldWord(begin) && begin == -1) {
      return absl::StrCat("write ", tokens.Join(begin, 0), negated ? " is not " : " is ", std::string(tokens[0]));
    }
    const bool ordered = begin == -2 && tokens.IsOneOf(begin, {"first", "last"}) && tokens.IsEntity(-1);
    if (!tokens.IsEntity(begin) && !ordered) return std::nullopt;
    entity = begin == -1 ? tokens.EntityAsWritten(begin) : tokens.Join(begin, 0);
  }
  if (begin == 0 && tokens[0].find(':') != std::string_view::npos && tokens[0][0] != '"')
    entity = EntityOfCode(tokens[0]);
  if (entity.empty()) entity = "disease";
  for (int i = begin - 1; begin == 0 && !negated && !tokens[i].empty() && tokens[i] != ";"; --i) {
    if (tokens.IsOneOf(i, {"has", "have", "another"})) break;
    if (!tokens.Is(i, "no")) continue;
    return absl::StrCat("write no ", entity, " ", tokens.IsTerm(-2) ? std::string(tokens[-2]) : "\"...\"", " or ",
                        std::string(tokens[0]), ", which is neither");
  }
  // LOINC:4548-4 > 7 %: the limit as well.
  const bool limit = entity == "measurement" && tokens.IsOneOf(1, {"<", "<=", ">", ">="}) && tokens.IsNumber(2);
  int end = limit ? 3 : 1;
  const bool unit = limit && !tokens[3].empty() && !tokens.IsOneOf(3, {"and", "or", "by", ";", ")", ",", "but"});
  if (unit) ++end;
  return absl::StrCat(negated ? "write no " : "write has ", entity, " ", tokens.Join(0, end),
                      negated ? " in place of not" : "");
}

std::optional<std::string> LabelWithoutQuotes(const HabitTokens& tokens, int to_wrong) {
  if (!tokens.IsEntity(0) || to_wrong < 2 || !tokens.IsWord(1)) return std::nullopt;
  if (!tokens.IsOneOf(-1, {"has", "have", "no", "another", "first", "last", "observed", "excluded"}))
    return std::nullopt;
  int end = 1;
  while ((tokens.IsWord(end) || tokens.IsNumber(end)) &&
         !tokens.IsOneOf(end, {"and", "or", "with", "by", "as", "but", "except", "having", "within", "on"})) {
    ++end;
  }
  if (end <= to_wrong) return std::nullopt;
  return absl::StrCat("a label is written in quotes: ", std::string(tokens[0]), " \"", tokens.Join(1, end), "\"");
}

std::optional<std::string> WordsBehindTerm(const HabitTokens& tokens, int to_wrong) {
  if (to_wrong != 0 && !(to_wrong == 1 && tokens.IsOneOf(0, {"at", "in"}))) return std::nullopt;  // at stage III
  if (tokens[0] == "(" && tokens.IsEntity(-1)) {
    return absl::StrCat("write ", std::string(tokens[-1]), " in (\"...\", \"...\"), or ", std::string(tokens[-1]),
                        " \"...\" or \"...\"");
  }
  if (!tokens.IsTerm(-1)) return std::nullopt;
  const std::string entity = tokens.EntityBefore(0);
  const bool leaves_out = tokens[0] == "(" && tokens.IsOneOf(1, {"not", "no", "except", "excluding", "without", "but",
                                                                 "other", "excl", "minus"});
  if (tokens[0] == "(" && !leaves_out) return InParentheses(tokens, entity);
  if (leaves_out || (tokens.Is(0, "not") && tokens.IsTerm(1)) || (tokens.Is(0, "other") && tokens.Is(1, "than"))) {
    return absl::StrCat("to leave some of a term's records out write ", tokens.Join(-1, 0), " except \"...\"");
  }
  const int word = tokens.IsOneOf(0, {"at", "in"}) ? 1 : 0;
  if (!entity.empty() && tokens.Is(word, "stage") && IsStage(tokens[word + 1])) {
    return absl::StrCat("write with stage is ", StageFrom(tokens, word + 1));
  }
  if (!entity.empty() && (tokens.IsOneOf(0, {"excluded", "absent"}) ||
                          (tokens.Is(0, "is") && tokens.IsOneOf(1, {"excluded", "absent"})))) {
    return absl::StrCat("write has excluded ", entity, " ", std::string(tokens[-1]));
  }
  if (entity.starts_with("measurement") && tokens.IsOneOf(0, {"is", "positive", "negative", "detected", "="})) {
    return "write with coded value is ..., for results in words; a number is compared by =, <, <=, > or >= with its "
           "unit";
  }
  if (entity.starts_with("measurement") && tokens.IsOneOf(0, {"!=", "<>", "\u2260"}))
    return "write with value is not ...";
  if (tokens.Is(0, "from") && tokens.IsNumber(1) && tokens.Is(2, "to") && tokens.IsNumber(3)) {
    return absl::StrCat("write between ", std::string(tokens[1]), " and ", tokens.Join(3, 5));
  }
  if (entity.empty() || !tokens.IsWord(word) || tokens.Is(word, "from")) return std::nullopt;
  // no phenotype "delay" before s.onset
  const std::string_view time = TimeOfEntity(entity);
  if (tokens.IsOneOf(0, {"before", "after"}) && tokens.IsWord(1) && tokens[2] == "." && tokens.IsWord(3) &&
      !time.empty()) {
    return absl::StrCat("write with ", std::string(time), " ", tokens.AsWritten(0, 4));
  }
  // Words that are no value of a field.
  if (tokens.IsOneOf(word,
                     {"and",   "or",     "limit",   "top",    "order",  "group",   "least",      "most",       "has",
                      "is",    "show",   "in",      "of",     "for",    "to",      "by",         "the",        "count",
                      "list",  "fields", "columns", "select", "return", "percent", "percentage", "proportion", "rate",
                      "share", "sorted", "grouped", "before", "after",  "during",  "while",      "when",       "since",
                      "until", "all",    "any",     "every",  "each",   "then",    "only"}))
    return std::nullopt;
  if (tokens.IsFieldWord(word)) {
    return absl::StrCat("write with ", std::string(tokens[word]), " is ",
                        tokens.IsWord(word + 1) || tokens.IsTerm(word + 1) ? std::string(tokens[word + 1]) : "...");
  }
  if (word != 0) return std::nullopt;
  return absl::StrCat("say which field it is: with FIELD is ", std::string(tokens[0]), "; describe ", entity,
                      " lists the fields");
}

std::string EntityOfTerm(std::string_view term, const std::string& before) {
  if (const std::string of_code = EntityOfCode(term); !of_code.empty()) return before.empty() ? of_code : before;
  const std::vector<std::string> words =
      absl::StrSplit(std::string(term.substr(1, term.size() < 2 ? 0 : term.size() - 2)), ' ', absl::SkipEmpty());
  const NamedRecords named = words.empty() ? NamedRecords{"disease", "", ""} : RecordsNamedBy(words);
  return named.entity != "disease" || before.empty() ? named.entity : before;
}

}  // namespace muster::grammar
