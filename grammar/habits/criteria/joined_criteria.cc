#include "grammar/habits/criteria/joined_criteria.h"

#include <string_view>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "grammar/habits/criteria/terms_in_criteria.h"

namespace muster::grammar {
namespace {

// both ... and, either ... or, neither, if ... then, followed by: whichever token of it cannot stand there.
std::optional<std::string> OfPairsAndOrder(const HabitTokens& tokens, int to_wrong) {
  if (tokens.Is(0, "but") && tokens.Is(1, "not") && tokens.Is(2, "both")) return "write exactly 1 of (..., ...)";
  if (tokens.IsOneOf(0, {"both", "either"}) && tokens.BeginsCriterion(0) && to_wrong >= 0) {
    return absl::StrCat("leave out ", std::string(tokens[0]), ": and and or join criteria by themselves");
  }
  if (tokens.IsOneOf(0, {"has", "have"}) && tokens.IsOneOf(1, {"both", "either"}) && tokens.IsEntity(2)) {
    return absl::StrCat("say has for each: has ", tokens.Join(2, tokens.IsTerm(3) ? 4 : 3), " ",
                        tokens.Is(1, "both") ? "and" : "or", " has ...");
  }
  if ((tokens.Is(0, "neither") || tokens.Is(1, "neither")) && to_wrong >= 0) {
    return "write none of (..., ...), or no disease \"A\" and no disease \"B\"";
  }
  if (tokens.IsOneOf(0, {"if", "when"}) && tokens.BeginsCriterion(0)) return "criteria hold or not: leave out if";
  // and then has treatment: after the record before it
  const int then = tokens.Is(0, "and") ? 1 : 0;
  if (tokens.Is(0, "then")) {
    for (int i = -1; !tokens[i].empty() && tokens[i] != ";"; --i) {
      if (!tokens.IsOneOf(i, {"if", "when"})) continue;
      return "leave out if, and write and in place of then; where the second has to hold for those alone of whom the "
             "first does, write (not A or B)";
    }
  }
  if (to_wrong >= 0 && to_wrong <= 3 && (tokens.Is(then, "then") || (tokens.Is(0, "followed") && tokens.Is(1, "by")))) {
    return "give the earlier record a name: has disease ... as first_one and has treatment ... with start after "
           "first_one";
  }
  return std::nullopt;
}

// age at c.diagnosis < 60 years, of which token 0 is the full stop: the name of the record stands first.
std::optional<std::string> AgeOfNamedRecord(const HabitTokens& tokens) {
  if (!tokens.Is(-2, "at") || !tokens.Is(-3, "age") || !tokens.IsWord(-1) || !tokens.IsWord(1)) return std::nullopt;
  int end = 2;
  for (bool between = tokens.Is(2, "between"); !tokens[end].empty(); ++end) {
    if (between && tokens.Is(end, "and")) {
      between = false;
    } else if (tokens.IsOneOf(end, {"and", "or", "but", "by", "except", ")", ",", ";"})) {
      break;
    }
  }
  if (end == 2) return std::nullopt;
  const std::string time = tokens.IsOneOf(1, {"diagnosed", "diagnosis"}) ? "diagnosis" : std::string(tokens[1]);
  const std::string age = absl::StrCat("age at ", time, " ", tokens.AsWritten(2, end));
  for (int i = -4; !tokens[i].empty() && tokens[i] != ";"; --i) {
    if (tokens.Is(i, "as") && tokens.Is(i + 1, tokens[-1])) {
      return absl::StrCat("the name of the record stands first: ", std::string(tokens[-1]), ".", age);
    }
  }
  const std::string_view entity = tokens.IsOneOf(1, {"start", "end"}) ? "treatment" : "disease";
  return absl::StrCat("say of which record it is: write has ", std::string(entity), " \"...\" with ", age);
}

// Token 0 is a full stop: E11.9, or the end of a sentence.
std::optional<std::string> AtFullStop(const HabitTokens& tokens) {
  if (auto age = AgeOfNamedRecord(tokens)) return age;
  if (const std::string_view letter = tokens[-1];  // E11.9
      letter.size() == 3 && absl::ascii_isalpha(static_cast<unsigned char>(letter[0])) &&
      letter.find_first_not_of("0123456789", 1) == std::string_view::npos && tokens.Count(1)) {
    const std::string code =
        absl::StrCat("ICD10:", absl::AsciiStrToUpper(std::string(letter)), ".", std::string(tokens[1]));
    const bool record = tokens.IsEntity(-2) && tokens.IsOneOf(-3, {"has", "have", "no"});
    return absl::StrCat("write the code with its system: ", record ? tokens.Join(-3, -1) + " " : "", code);
  }
  if (!tokens[-1].empty()) return "leave out the full stop: and joins criteria, ; ends a statement";
  return std::nullopt;
}

// Token 0 is a comma: between criteria or terms, or of a decimal number.
std::optional<std::string> AtComma(const HabitTokens& tokens) {
  if (tokens.IsOneOf(1, {"excluding", "without", "except", "but"}) && tokens.IsTerm(2)) {
    return absl::StrCat("write and no ", EntityOfTerm(tokens[2], tokens.EntityBefore(0)), " ", std::string(tokens[2]));
  }
  if (tokens.IsNumber(-1) && tokens.IsNumber(1)) {  // 1,5 mg/dL; 100,000 /uL
    const size_t digits = tokens[1].find_first_not_of("0123456789");
    if (tokens[1].substr(0, digits).size() == 3 && tokens[-1] != "0") {
      return absl::StrCat("write ", std::string(tokens[-1]), std::string(tokens[1]),
                          ", or where the comma is that of a ", "decimal number ", std::string(tokens[-1]), ".",
                          std::string(tokens[1]));
    }
    return absl::StrCat("write ", std::string(tokens[-1]), ".", std::string(tokens[1]));
  }
  if (tokens.IsTerm(-1) && tokens.IsTerm(1)) {
    const std::string entity = tokens.EntityBefore(0);
    return absl::StrCat("write ", tokens.Join(-1, 0), " or ", std::string(tokens[1]),
                        " for a record of either; for both, ", "and has ", entity.empty() ? "disease" : entity, " ",
                        std::string(tokens[1]));
  }
  if (tokens.IsOneOf(-2, {"=", "is"}) && tokens.IsWord(-1) && tokens.IsWord(1)) {  // country = DE, FR
    int end = 2;
    while (tokens[end] == "," && tokens.IsWord(end + 1)) end += 2;
    if (tokens[end].empty() || tokens.IsOneOf(end, {"and", "or", "by", ";", ")"})) {
      return absl::StrCat("write in (", tokens.AsWritten(-1, end), ") for any of them");
    }
  }
  if (!tokens[-1].empty()) return "write and between criteria";
  return std::nullopt;
}

// country is DE and FR, of which token `last` is FR: a field has one value, so that either is meant.
std::optional<std::string> TwoValues(const HabitTokens& tokens, int last) {
  const bool ends = tokens[last + 1].empty() || tokens.IsOneOf(last + 1, {"and", "or", "by", ";", ")"});
  const auto value = [&](int i) { return tokens.IsWord(i) || tokens.IsTerm(i); };
  const int is = last - 3;
  if (!ends || !value(last) || !tokens.Is(last - 1, "and") || !value(last - 2) || !tokens.IsOneOf(is, {"is", "="})) {
    return std::nullopt;
  }
  int begin = is;
  while (begin > is - 4 && tokens.IsWord(begin - 1) && !tokens.BeginsCriterion(begin)) --begin;
  if (begin == is || !tokens.BeginsCriterion(begin) || !tokens.IsFieldWord(is - 1) || tokens.Is(is - 1, "type")) {
    return std::nullopt;
  }
  return absl::StrCat("write ", tokens.Join(begin, is), " in (", std::string(tokens[last - 2]), ", ",
                      std::string(tokens[last]), ") for either: no record has both");
}

}  // namespace

std::optional<std::string> HabitOfJoining(const HabitTokens& tokens, int to_wrong) {
  if (auto words = OfPairsAndOrder(tokens, to_wrong)) return words;
  if (to_wrong != 0) return std::nullopt;
  if (auto either = TwoValues(tokens, -1)) return either;
  if (auto either = TwoValues(tokens, 0)) return either;
  if (tokens.Is(-1, "with") && tokens.Is(0, "or") && tokens.Is(1, "without")) {
    return "leave it out: with or without is everybody; by disease \"...\" counts both apart";
  }
  if (tokens.Is(0, "and/or")) return "write or: it holds for both as well";
  if (tokens.Is(0, "nor")) return "write and no ..., or none of (..., ...)";
  if (tokens[0] == "(" && tokens[-1] == ")") return "write and between criteria, or or";
  if (tokens[0] == ".") return AtFullStop(tokens);
  if (tokens[0] == ",") return AtComma(tokens);
  if (tokens.IsOneOf(0, {"plus", "also"}) && !tokens[-1].empty()) {
    return absl::StrCat("write and in place of ", std::string(tokens[0]));
  }
  if (tokens.IsOneOf(0, {"has", "have"})) {  // sex is female plus has sample: plus was read as part of the value
    if (tokens.IsOneOf(-1, {"plus", "also"})) return absl::StrCat("write and in place of ", std::string(tokens[-1]));
    if (tokens.IsTerm(-1) || tokens[-1] == ")") return "write and between criteria";
  }
  // country is de sex is female
  const bool compares = tokens.IsOneOf(0, {"is", "=", ">", ">=", "<", "<="}) && !tokens.BeginsCriterion(0);
  for (int i = -1; compares && i > -6 && tokens.IsWord(i) && !tokens.BeginsCriterion(i); --i) {
    if (tokens.IsOneOf(i, {"is", "in"})) return "write and between criteria";
  }
  if (tokens.IsOneOf(0, {"and", "or"}) && (tokens[-1].empty() || tokens[-1] == ";")) {
    return "leave out the ; or the empty line before it: either ends the statement";
  }
  if (tokens.IsOneOf(0, {"an", "und"}) && !tokens[-1].empty()) return "did you mean and?";
  return std::nullopt;
}

}  // namespace muster::grammar
