#include "grammar/habits/criteria/habits_of_criteria.h"

#include <algorithm>
#include <cstdlib>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "grammar/habits/criteria/another_record.h"
#include "grammar/habits/criteria/criterion_for_words.h"
#include "grammar/habits/criteria/functions_in_criteria.h"
#include "grammar/habits/criteria/joined_criteria.h"
#include "grammar/habits/criteria/label_beside_code.h"
#include "grammar/habits/criteria/marks_of_lists.h"
#include "grammar/habits/criteria/single_words.h"
#include "grammar/habits/criteria/terms_in_criteria.h"
#include "grammar/habits/criteria/value_without_is.h"
#include "grammar/habits/criteria/values_as_spoken.h"
#include "grammar/habits/phrases/habits_of_numbers.h"
#include "grammar/habits/phrases/habits_of_phrases.h"
#include "grammar/habits/phrases/habits_of_protocols.h"
#include "grammar/habits/phrases/habits_of_times.h"
#include "grammar/habits/phrases/habits_of_words.h"

namespace muster::grammar {
namespace {

// without disease "asthma"; excluding; except for; unless
std::optional<std::string> Without(const HabitTokens& tokens, int to_wrong) {
  if (!tokens.IsOneOf(0, {"without", "excluding", "unless"}) || std::abs(to_wrong) > 3) return std::nullopt;
  if (tokens.Is(-1, "or") && tokens.Is(-2, "with")) {
    return "leave it out: with or without is everybody; by disease \"...\" counts both apart";
  }
  const bool begins = tokens.BeginsCriterion(0);
  const std::string entity = tokens.EntityBefore(0);
  bool criteria = false;  // before this one
  for (int i = -1; !tokens[i].empty() && tokens[i] != ";"; --i) criteria = criteria || tokens.Is(i, "where");
  const std::string and_or_not = begins ? "write " : criteria ? "write and " : "write where ";
  if (tokens.IsEntity(1)) {
    return absl::StrCat(and_or_not, "no ", tokens.Join(1, tokens.IsTerm(2) ? 3 : 2));
  }
  if (tokens.IsOneOf(1, {"has", "have"})) return absl::StrCat(and_or_not, "not has ...");
  if (tokens.IsFieldWord(1)) {
    return absl::StrCat(and_or_not, "no ", entity.empty() ? "disease" : entity, " ... with ", std::string(tokens[1]),
                        " ...");
  }
  if (tokens.IsTerm(1)) {
    return absl::StrCat(and_or_not, "no ", EntityOfTerm(tokens[1], entity), " ", std::string(tokens[1]));
  }
  if (!tokens.IsWord(1)) return absl::StrCat(and_or_not, "no ", entity.empty() ? "disease" : entity, " \"...\"");
  int end = 2;
  while (tokens.IsWord(end) && !tokens.IsOneOf(end, {"and", "or", "by", "with", "but", "except", "within"})) ++end;
  const std::string name = absl::StrCat("\"", tokens.Join(1, end), "\"");
  return absl::StrCat(and_or_not, "no ", EntityOfTerm(name, entity), " ", name);
}

// diagnosed within 12 months)
std::optional<std::string> WithinOfWhat(const HabitTokens& tokens, int to_wrong) {
  if (!tokens.Is(0, "within") || !tokens.IsNumber(1) || to_wrong < 2 || to_wrong > 3) return std::nullopt;
  // no malignancy within 5 years; surgery within 4 weeks
  int begin = 0;
  while (begin > -6 && tokens.IsWord(begin - 1) && !tokens.BeginsCriterion(begin)) --begin;
  bool field = false;
  for (int i = begin; i < 0; ++i) field = field || tokens.IsFieldWord(i);
  const bool no = tokens.Is(begin, "no");
  const int first = tokens.IsOneOf(begin, {"no", "has", "have"}) ? begin + 1 : begin;
  if (tokens.BeginsCriterion(begin) && !tokens.Is(begin - 1, "with") && !field && first < 0 &&
      !(tokens.IsEntity(first) && first + 1 == 0)) {
    if (const std::string_view time = TimeForWords(tokens.Join(first, 0)); !time.empty() && !no) {
      return absl::StrCat("write ", std::string(time), " ", tokens.Join(0, to_wrong),
                          " before study date, where study date 2026-01-01; stands in front");
    }
    NamedRecords named = RecordsNamedBy(tokens.Words(first, 0));
    if (named.with.empty() && !TimeOfEntity(named.entity).empty()) {
      named.with =
          absl::StrCat(std::string(TimeOfEntity(named.entity)), " ", tokens.Join(0, to_wrong), " before study date");
      return absl::StrCat("write ", CriterionFor(named, no), ", where study date 2026-01-01; stands in front");
    }
  }
  return absl::StrCat("say of what: ", tokens.Join(0, to_wrong),
                      " before study date, of a date, or of a time of a named row such as surgery.performed");
}

// "has measurement "ALT" with value > " where ALT > stands before token 0 as a criterion; else empty.
std::string OfBareAnalyte(const HabitTokens& tokens) {
  if (!tokens.IsOneOf(-1, {"<", "<=", ">", ">="})) return "";
  int begin = -2;
  while (begin > -5 && tokens.IsWord(begin) && !tokens.BeginsCriterion(begin)) --begin;
  if (!tokens.BeginsCriterion(begin) || tokens.Is(begin - 1, "with")) return "";
  for (int i = begin; i < -1; ++i) {
    if (!tokens.IsWord(i) || tokens.IsFieldWord(i) || tokens.IsOneOf(i, {"has", "have", "no"})) return "";
  }
  return absl::StrCat("has measurement \"", tokens.Join(begin, -1), "\" with value ", std::string(tokens[-1]), " ");
}

// [sex] = '1', [age] >= 18, as forms of data capture have them: token 0 is the name in its brackets.
std::string NameInBrackets(const HabitTokens& tokens) {
  const std::string inside(tokens[0].substr(1, tokens[0].size() - std::min<size_t>(tokens[0].size(), 2)));
  const bool name = !inside.empty() && std::all_of(inside.begin(), inside.end(), [](char c) {
    return absl::ascii_isalnum(static_cast<unsigned char>(c)) || c == '_' || c == ' ';
  });
  if (!name || !tokens.IsOneOf(1, {"=", "!=", "<>", "<", ">", "<=", ">="})) return "write parentheses: (...)";
  const std::string field = absl::AsciiStrToLower(absl::StrReplaceAll(inside, {{"_", " "}}));
  constexpr std::string_view kBare = ": names stand without brackets, and values are words";
  if (field == "sex" || field == "gender") {
    return absl::StrCat("write sex is female, or sex is male", std::string(kBare));
  }
  const bool number = tokens.IsNumber(2);
  if (field == "age" && number) {
    return absl::StrCat("write age at last contact ", tokens.Join(1, 3), " years: names stand without brackets");
  }
  return absl::StrCat("write ", field, " ", tokens.Join(1, 3),
                      std::string(number ? kBare.substr(0, kBare.find(',')) : kBare), number ? "" : ", such as female");
}

// has at least 2 different phenotypes; 3 x reference high; 3 times ULN
std::optional<std::string> OtherWords(const HabitTokens& tokens, int to_wrong) {
  if (tokens.Is(0, "different") && tokens.IsOneOf(1, {"days", "dates", "times", "occasions"})) {
    return absl::StrCat("write on at least ", tokens.Count(-1) ? std::string(tokens[-1]) : "2", " distinct dates");
  }
  if (to_wrong == 0 && tokens.Is(0, "=") && tokens.Is(-1, "=")) return "write =, or is";
  if (to_wrong == 0 && tokens.Is(0, "old") && tokens.IsWord(-1)) return "leave out old";
  if (to_wrong == 0 && (tokens[0].starts_with('[') || tokens[0].starts_with('{')) && tokens.BeginsCriterion(0)) {
    return NameInBrackets(tokens);
  }
  if (tokens.Is(0, "mm") && tokens.Is(1, "Hg")) return "write the unit as one word: mmHg";
  if (tokens.Is(0, "first") && tokens.IsOneOf(1, {"year", "month", "week"}) && tokens.IsOneOf(-1, {"in", "within"})) {
    return absl::StrCat("write < 1 ", std::string(tokens[1]));
  }
  if (tokens.Is(0, "different")) return "write distinct: has at least 2 distinct phenotypes";
  if (tokens.IsNumber(0) && tokens.IsOneOf(1, {"x", "*", "times", "fold"}) && std::abs(to_wrong) < 4) {
    if (tokens.IsOneOf(2, {"uln", "upper", "lln", "lower"})) {
      return absl::StrCat("write ", OfBareAnalyte(tokens), std::string(tokens[0]), " times reference ",
                          tokens.IsOneOf(2, {"uln", "upper"}) ? "high" : "low");
    }
    if (!tokens.Is(1, "times") && tokens.IsWord(2)) {
      return absl::StrCat("write ", std::string(tokens[0]), " times ", tokens.Join(2, tokens.IsWord(3) ? 4 : 3));
    }
  }
  if (to_wrong == 0 && tokens.Is(0, "only") && tokens.IsTerm(-1) && !tokens.EntityBefore(0).empty()) {
    const std::string entity = tokens.EntityBefore(0), term(tokens[-1]);
    return absl::StrCat("write has ", entity, " ", term, " and no ", entity, " with not term is ", term);
  }
  if (to_wrong == 0 && tokens.Is(-1, "only") && tokens.IsOneOf(0, {"has", "have"}) && tokens.IsEntity(1)) {
    const std::string entity(tokens[1]), term(tokens.IsTerm(2) ? tokens[2] : "\"...\"");
    return absl::StrCat("write has ", entity, " ", term, " and no ", entity, " with not term is ", term);
  }
  if (to_wrong == 0 && tokens.Is(0, "not") && tokens.IsEntity(-1) && tokens.IsTerm(1)) {
    return absl::StrCat("write no ", std::string(tokens[-1]), " ", std::string(tokens[1]),
                        ", or to leave some of a term's records out: ", std::string(tokens[-1]), " A except B");
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> HabitOfCriterion(const HabitTokens& tokens, int to_wrong) {
  for (const auto habit :
       {AnotherRecord,     LabelBesideCode,    MarkOfList,    HabitOfFunctions, HabitOfSpokenValues, HabitOfProtocol,
        HabitOfRows,       HabitOfWords,       Without,       HabitOfJoining,   TermWithoutEntity,   HabitOfTime,
        HabitOfSingleWord, LabelWithoutQuotes, HabitOfNumber, WithinOfWhat,     OtherWords,          WordsBehindTerm,
        TermWithoutHas,    ValueWithoutIs}) {
    if (auto words = habit(tokens, to_wrong)) return words;
  }
  return std::nullopt;
}

}  // namespace muster::grammar
