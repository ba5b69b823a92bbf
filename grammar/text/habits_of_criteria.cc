#include "grammar/text/habits_of_criteria.h"

#include <cstdlib>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"

namespace muster::grammar {
namespace {

// "12 months", from token `i` on; empty when there is no number.
std::string DurationAt(const HabitTokens& tokens, int i) {
  if (!tokens.IsNumber(i)) return "";
  return tokens.Join(i, i + (tokens.IsWord(i + 1) ? 2 : 1));
}

bool IsUnitOfAge(const HabitTokens& tokens, int i) {
  return tokens.IsOneOf(i, {"year", "years", "months", "month", "weeks", "days", "y", "yr", "yrs"});
}

// has 2 samples, has >= 2 samples, has more than 2 samples
std::optional<std::string> NumberOfRows(const HabitTokens& tokens, int) {
  if (!tokens.IsOneOf(0, {"has", "have"})) return std::nullopt;
  int number = 1;
  int more = 0;  // than the number written
  std::string how = "at least";
  if (tokens.IsOneOf(1, {">=", "\u2265"})) {
    number = 2;
  } else if (tokens.Is(1, ">") || (tokens.Is(1, "more") && tokens.Is(2, "than"))) {
    number = tokens.Is(1, ">") ? 2 : 3;
    more = 1;
  } else if (tokens.IsOneOf(1, {"<=", "\u2264"})) {
    number = 2;
    how = "at most";
  } else if (tokens.Is(1, "<") || (tokens.IsOneOf(1, {"less", "fewer"}) && tokens.Is(2, "than"))) {
    number = tokens.Is(1, "<") ? 2 : 3;
    how = "at most";
    more = -1;
  } else if (tokens.Is(1, "=")) {
    number = 2;
    how = "exactly";
  }
  const std::optional<int> count = tokens.Count(number);
  if (!count || *count + more < 0) return std::nullopt;
  return absl::StrCat("write has ", how, " ", *count + more,
                      tokens.IsWord(number + 1) ? absl::StrCat(" ", std::string(tokens[number + 1])) : "");
}

// one of (sex is female, has sample); no more than 2 of (...)
std::optional<std::string> SomeOfSeveral(const HabitTokens& tokens, int) {
  if (tokens.IsOneOf(0, {"one", "any"}) && tokens.Is(1, "of") && tokens.Is(2, "(")) {
    return "write at least 1 of (...), or exactly 1 of (...)";
  }
  if (tokens.IsOneOf(0, {"all", "each"}) && tokens.Is(1, "of") && tokens.Is(2, "(")) {
    return "join criteria by and: (... and ...)";
  }
  if (tokens.Is(0, "no") && tokens.Is(1, "more") && tokens.Is(2, "than") && tokens.Count(3) && tokens.Is(4, "of")) {
    return absl::StrCat("write at most ", std::string(tokens[3]), " of (...)");
  }
  return std::nullopt;
}

// where female; is female; alive; adults
std::optional<std::string> OneWord(const HabitTokens& tokens, int to_wrong) {
  if (to_wrong < 0 || to_wrong > 2) return std::nullopt;
  const int word = tokens.Is(0, "is") ? 1 : 0;
  if (!tokens.BeginsCriterion(0)) return std::nullopt;
  const std::string write = tokens.Is(-1, "not") ? "write not " : "write ";
  if (tokens.IsOneOf(word, {"female", "male"})) return absl::StrCat(write, "sex is ", std::string(tokens[word]));
  if (tokens.IsOneOf(word, {"women", "females", "girls"})) return write + "sex is female";
  if (tokens.IsOneOf(word, {"men", "males", "boys"})) return write + "sex is male";
  if (tokens.IsOneOf(word, {"alive", "living"})) return write + "vital status is alive";
  if (tokens.IsOneOf(word, {"dead", "deceased", "died"})) return write + "vital status is deceased";
  if (tokens.IsOneOf(word, {"adult", "adults"})) return write + "age at last contact >= 18 years";
  if (tokens.IsOneOf(word, {"child", "children"})) return write + "age at last contact < 18 years";
  if (tokens.IsOneOf(word, {"smoker", "smokers", "smokes"})) return "write has exposure \"smoking\"";
  if (tokens.Is(word, "never") && tokens.IsOneOf(word + 1, {"smoked", "smoker"}))
    return "write no exposure \"smoking\"";
  return std::nullopt;
}

// older than 18, at least 18 years old, 18 years or older, aged 18 to 65, over 18
std::optional<std::string> AgeInWords(const HabitTokens& tokens, int to_wrong) {
  if (to_wrong < 0 || !tokens.BeginsCriterion(0)) return std::nullopt;
  const auto write = [](std::string_view sign, std::string_view number) {
    return absl::StrCat("write age at last contact ", std::string(sign), " ", std::string(number),
                        " years, or another age: age at enrolment, age at study date");
  };
  const int begin = tokens.Is(0, "age") && tokens.IsOneOf(1, {"at", "over", "above", "under", "below", "of"}) ? 1 : 0;
  if (tokens.Is(begin, "at") && tokens.IsOneOf(begin + 1, {"least", "most"}) && tokens.IsNumber(begin + 2) &&
      (begin == 1 || IsUnitOfAge(tokens, begin + 3))) {
    return write(tokens.Is(begin + 1, "least") ? ">=" : "<=", tokens[begin + 2]);
  }
  const bool than = tokens.Is(1, "than");
  const int number = than ? 2 : begin + 1;
  if ((tokens.Is(0, "older") && than) || (tokens.IsOneOf(begin, {"over", "above"}) && tokens.IsNumber(number))) {
    return write(">", tokens[number]);
  }
  if ((tokens.Is(0, "younger") && than) || (tokens.IsOneOf(begin, {"under", "below"}) && tokens.IsNumber(number))) {
    return write("<", tokens[number]);
  }
  if (tokens.IsNumber(0) && IsUnitOfAge(tokens, 1)) {
    if (tokens.IsOneOf(3, {"younger", "under"})) return write("<=", tokens[0]);
    if (tokens.IsOneOf(3, {"older", "over", "above"}) || tokens.Is(2, "old")) return write(">=", tokens[0]);
  }
  if (tokens.Is(0, "aged") && tokens.IsNumber(1)) {
    return absl::StrCat("write age at last contact ", tokens.Join(0, tokens.IsNumber(3) ? 4 : 2));
  }
  return std::nullopt;
}

// age at last contact 18-65; value 7 - 10 %; ECOG 0-1
std::optional<std::string> Range(const HabitTokens& tokens, int to_wrong) {
  if (std::abs(to_wrong) > 2 || !tokens.IsNumber(0)) return std::nullopt;
  const std::string_view low = tokens[0];
  std::string high(tokens[1]);
  int end = 2;
  if (high == "-" || tokens.Is(1, "to")) {
    high = std::string(tokens[2]);
    end = 3;
  } else if (high.size() > 1 && high[0] == '-') {
    high.erase(0, 1);
  } else {
    return std::nullopt;
  }
  if (high.empty() || !absl::ascii_isdigit(static_cast<unsigned char>(high[0]))) return std::nullopt;
  std::string unit(tokens.IsWord(end) && !tokens.IsOneOf(end, {"and", "or", "by"}) ? tokens[end] : "");
  if (tokens[end] == "%") unit = "%";
  int name = 0;
  while (tokens.IsWord(name - 1) && !tokens.IsOneOf(name - 1, {"where", "and", "or", "not", "with", "is", "between"})) {
    --name;
  }
  if (unit.empty() && tokens.Is(name, "age")) unit = "years";
  return absl::StrCat("write ", tokens.Join(name, 0), name < 0 ? " " : "", "between ", std::string(low), " and ", high,
                      unit.empty() ? "" : " ", unit);
}

// HbA1c above 7 %; depth more than 30; value equal to 5
std::optional<std::string> SignsInWords(const HabitTokens& tokens, int to_wrong) {
  if (std::abs(to_wrong) > 3 || tokens.BeginsCriterion(0) || tokens.IsOneOf(-1, {"has", "have", "no"})) {
    return std::nullopt;
  }
  const bool than = tokens.Is(1, "than");
  const bool to = tokens.Is(1, "to");
  const int number = than || to ? 2 : 1;
  std::string_view sign;
  if (tokens.IsOneOf(0, {"above", "over", "exceeds", "exceeding"})) sign = ">";
  if (tokens.IsOneOf(0, {"below", "under"})) sign = "<";
  if (than && tokens.IsOneOf(0, {"more", "greater", "higher", "larger", "older", "longer"})) sign = ">";
  if (than && tokens.IsOneOf(0, {"less", "fewer", "lower", "smaller", "younger", "shorter"})) sign = "<";
  if (to && tokens.Is(0, "equal")) sign = "=";
  if (to && tokens.Is(0, "up")) sign = "<=";
  if (tokens.IsOneOf(0, {"equals", "=="})) sign = "=";
  if (sign.empty() || !tokens.IsNumber(number)) return std::nullopt;
  return absl::StrCat("write ", std::string(sign), " ", std::string(tokens[number]), " instead of ",
                      tokens.Join(0, number + 1));
}

// >= 18 and <= 65 years; 18 <= age at last contact
std::optional<std::string> HalfAComparison(const HabitTokens& tokens, int to_wrong) {
  if (to_wrong < 0 || to_wrong > 1) return std::nullopt;
  const auto is_sign = [&](int i) { return tokens.IsOneOf(i, {"<", "<=", ">", ">=", "=", "\u2264", "\u2265"}); };
  if (is_sign(0) && tokens.IsOneOf(-1, {"and", "or", "but"})) {
    return "say again what is compared, or write between A and B: age at last contact between 18 and 65 years";
  }
  if (tokens.IsNumber(0) && is_sign(1) && tokens.BeginsCriterion(0)) {
    return "what is compared stands first: age at last contact >= 18 years";
  }
  return std::nullopt;
}

// both has A and has B; and/or; has A, has B
std::optional<std::string> Joints(const HabitTokens& tokens, int to_wrong) {
  if (tokens.IsOneOf(0, {"both", "either"}) && tokens.BeginsCriterion(0) && to_wrong >= 0) {
    return absl::StrCat("leave out ", std::string(tokens[0]), ": and and or join criteria by themselves");
  }
  if (tokens.IsOneOf(0, {"has", "have"}) && tokens.IsOneOf(1, {"both", "either"}) && tokens.IsEntity(2)) {
    return absl::StrCat("say has for each: has ", tokens.Join(2, tokens.IsTerm(3) ? 4 : 3), " ",
                        tokens.Is(1, "both") ? "and" : "or", " has ...");
  }
  if (to_wrong != 0) return std::nullopt;
  if (tokens.Is(0, "and/or")) return "write or: it holds for both as well";
  if (tokens[0] == "," && tokens.IsOneOf(1, {"excluding", "without", "except", "but"}) && tokens.IsTerm(2)) {
    const std::string entity = tokens.EntityBefore(0);
    return absl::StrCat("write and no ", entity.empty() ? "disease" : entity, " ", std::string(tokens[2]));
  }
  if (tokens[0] == "," && !tokens[-1].empty()) return "write and between criteria";
  // country is de sex is female
  const bool compares = tokens.IsOneOf(0, {"is", "=", ">", ">=", "<", "<="});
  for (int i = -1; compares && i > -6 && tokens.IsWord(i) && !tokens.BeginsCriterion(i); --i) {
    if (tokens.IsOneOf(i, {"is", "in"})) return "write and between criteria";
  }
  if (tokens.IsOneOf(0, {"and", "or"}) && (tokens[-1].empty() || tokens[-1] == ";")) {
    return "leave out the ; before it: it ends the statement";
  }
  if (tokens.IsOneOf(0, {"adn", "nad", "an", "und"}) && !tokens[-1].empty()) return "did you mean and?";
  return std::nullopt;
}

// and disease "asthma"; and "asthma"; and not disease "asthma"; stage "III"
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
    if (!tokens.IsEntity(begin) && begin == -1) {
      return absl::StrCat("write ", tokens.Join(begin, 0), negated ? " is not " : " is ", std::string(tokens[0]));
    }
    if (!tokens.IsEntity(begin)) return std::nullopt;
    entity = tokens.Join(begin, 0);
  }
  if (entity.empty()) entity = "disease";
  return absl::StrCat(negated ? "write no " : "write has ", entity, " ", std::string(tokens[0]),
                      negated ? " in place of not" : "");
}

// sex female; stage III; country de
std::optional<std::string> WithoutIs(const HabitTokens& tokens, int to_wrong) {
  if (to_wrong < 1 || to_wrong > 4 || !tokens.BeginsCriterion(0)) return std::nullopt;
  if (tokens.IsOneOf(0, {"has", "have", "no", "in", "is", "at", "usable", "both", "with", "never", "had", "does"})) {
    return std::nullopt;
  }
  for (int i = 0; i < to_wrong; ++i) {
    if (!tokens.IsWord(i) ||
        tokens.IsOneOf(i, {"above", "below", "over", "under", "than", "with", "is", "in", "between", "not", "as"}))
      return std::nullopt;
  }
  if (tokens.IsNumber(to_wrong) && !tokens[to_wrong].starts_with('-')) {
    const std::string unit = tokens[to_wrong + 1] == "%" || tokens.IsWord(to_wrong + 1)
                                 ? absl::StrCat(" ", std::string(tokens[to_wrong + 1]))
                                 : "";
    return absl::StrCat("write ", tokens.Join(0, to_wrong), " >= ", std::string(tokens[to_wrong]), unit,
                        ", or another comparison: =, <, between A and B");
  }
  const bool ends = tokens[to_wrong].empty() || tokens.IsOneOf(to_wrong, {"and", "or", ")", ";", "by", ",", "but"});
  if (!ends) return std::nullopt;
  if (to_wrong > 1 && tokens.Is(to_wrong, "or") && tokens.IsWord(to_wrong + 1)) {  // stage III or IV
    int end = to_wrong + 1;
    while (tokens.IsWord(end) && !tokens.IsOneOf(end, {"and", "by", "but", "having", "has"})) ++end;
    return absl::StrCat("write ", tokens.Join(0, to_wrong - 1), " is ", tokens.Join(to_wrong - 1, end));
  }
  if (to_wrong == 1) {
    return absl::StrCat("say what of it: ", std::string(tokens[0]), " is ..., or has disease \"",
                        std::string(tokens[0]), "\"");
  }
  return absl::StrCat("write ", tokens.Join(0, to_wrong - 1), " is ", std::string(tokens[to_wrong - 1]));
}

// without disease "asthma"; excluding; except for; unless
std::optional<std::string> Without(const HabitTokens& tokens, int to_wrong) {
  if (!tokens.IsOneOf(0, {"without", "excluding", "unless"}) || std::abs(to_wrong) > 3) return std::nullopt;
  const bool begins = tokens.BeginsCriterion(0);
  const std::string entity = tokens.EntityBefore(0);
  bool criteria = false;  // before this one
  for (int i = -1; !tokens[i].empty() && tokens[i] != ";"; --i) criteria = criteria || tokens.Is(i, "where");
  const std::string and_or_not = begins ? "write " : criteria ? "write and " : "write where ";
  if (tokens.IsEntity(1)) {
    return absl::StrCat(and_or_not, "no ", tokens.Join(1, tokens.IsTerm(2) ? 3 : 2));
  }
  if (tokens.IsOneOf(1, {"has", "have"})) return absl::StrCat(and_or_not, "not has ...");
  if (tokens.IsTerm(1)) {
    return absl::StrCat(and_or_not, "no ", entity.empty() ? "disease" : entity, " ", std::string(tokens[1]));
  }
  return absl::StrCat(and_or_not, "no ", entity.empty() ? "disease" : entity, " ",
                      tokens.IsWord(1) ? absl::StrCat("\"", std::string(tokens[1]), "\"") : "TERM");
}

// does not have, never had, had, diagnosed with, treated with, history of, taking
std::optional<std::string> OtherVerbsOfHaving(const HabitTokens& tokens, int to_wrong) {
  if (std::abs(to_wrong) > 4) return std::nullopt;
  const bool begins = tokens.BeginsCriterion(0) || tokens.IsOneOf(-1, {"has", "have", "had", "a"});
  if (!begins) return std::nullopt;
  const auto term = [&](int i, std::string_view entity) {
    if (tokens.IsEntity(i)) return tokens.Join(i, tokens.IsTerm(i + 1) ? i + 2 : i + 1);
    return absl::StrCat(std::string(entity), " ", tokens.IsTerm(i) ? std::string(tokens[i]) : "\"...\"");
  };
  if (tokens.IsOneOf(0, {"does", "do", "did"}) && tokens.Is(1, "not") && tokens.IsOneOf(2, {"have", "has"})) {
    return absl::StrCat("write no ", term(3, "disease"));
  }
  if (tokens.Is(0, "never") && tokens.IsOneOf(1, {"had", "has", "have"})) {
    return absl::StrCat("write no ", term(2, "disease"));
  }
  if (tokens.IsOneOf(0, {"had", "with", "suffers", "ever"}) && (tokens.IsEntity(1) || tokens.IsTerm(1))) {
    return absl::StrCat("write has ", term(1, "disease"));
  }
  if (tokens.IsOneOf(0, {"diagnosed", "diagnosis", "history"}) && tokens.IsOneOf(1, {"with", "of", "as"})) {
    return absl::StrCat("write has ", term(2, "disease"));
  }
  if (tokens.IsOneOf(0, {"treated", "treatment", "therapy"}) && tokens.IsOneOf(1, {"with", "by", "of"})) {
    return absl::StrCat("write has ", term(2, "treatment"));
  }
  if (tokens.IsOneOf(0, {"taking", "takes", "receiving", "received", "on"}) &&
      (tokens.IsTerm(1) || tokens.IsEntity(1))) {
    return absl::StrCat("write has ", term(1, "treatment"));
  }
  if (tokens.IsOneOf(0, {"has", "have"}) && tokens.IsTerm(1)) {
    return absl::StrCat("say what it is: has disease ", std::string(tokens[1]), ", or has phenotype ",
                        std::string(tokens[1]));
  }
  return std::nullopt;
}

// diagnosed in the last 5 years; has procedure "colectomy" within 12 months; has disease "melanoma" after 2015
std::optional<std::string> TimeBehindATerm(const HabitTokens& tokens, int to_wrong) {
  if (std::abs(to_wrong) > 3) return std::nullopt;
  constexpr const char* kStudyDate = " before study date, where study date 2026-01-01; stands in front";
  int i = 0;
  std::string time;
  if (tokens.IsOneOf(0, {"diagnosed", "started", "performed", "collected", "measured", "treated", "onset", "done",
                         "taken", "given"})) {
    time = absl::AsciiStrToLower(std::string(tokens[0]));
    i = 1;
  }
  const std::string entity = tokens.EntityBefore(0);
  const bool begins = tokens.BeginsCriterion(0);
  if (time.empty() && tokens.IsWord(-1) && !tokens.IsEntity(-1)) return std::nullopt;  // that is the time
  if (time.empty() || !begins) {
    const std::string_view known = TimeOfEntity(entity);
    if (!known.empty() && !begins) time = known;
  }
  if (time.empty()) return std::nullopt;
  // Behind `with` the field stands there already.
  const std::string with = begins ? "" : "with ";
  const bool in_the = tokens.Is(i, "in") && tokens.Is(i + 1, "the");
  const int last = in_the ? i + 2 : i + 1;
  if ((in_the || tokens.IsOneOf(i, {"in", "within", "during"})) && tokens.IsOneOf(last, {"last", "past", "previous"})) {
    const std::string duration = DurationAt(tokens, last + 1);
    return absl::StrCat("write ", with, time, " within ", duration.empty() ? "5 years" : duration, kStudyDate);
  }
  if (begins) return std::nullopt;
  if (tokens.Is(i, "within") && tokens.IsNumber(i + 1)) {
    const int end = tokens.IsWord(i + 2) && !tokens.IsOneOf(i + 2, {"of", "before", "after"}) ? i + 3 : i + 2;
    const bool said = tokens.IsOneOf(end, {"of", "before", "after"});
    return absl::StrCat("write with ", time, " ", tokens.Join(i, end),
                        said ? absl::StrCat(" ", std::string(tokens[end]), " ...") : kStudyDate);
  }
  if (tokens.IsOneOf(i, {"before", "after", "since", "until", "in", "on"}) && !tokens[i + 1].empty() &&
      !tokens.IsOneOf(i + 1, {"(", "groups", "bands", "at"})) {
    const bool after = tokens.IsOneOf(i, {"since", "in", "on"});
    return absl::StrCat("write with ", time, " ",
                        tokens.Is(i, "since")   ? ">="
                        : after                 ? "="
                        : tokens.Is(i, "until") ? "<="
                                                : tokens.Join(i, i + 1),
                        " ", std::string(tokens[i + 1]));
  }
  if (tokens.Is(i, "for") && tokens.IsOneOf(i + 1, {"at", "more", "over"})) {
    int number = i + 2;
    while (!tokens[number].empty() && !tokens.IsNumber(number)) ++number;
    const std::string duration = DurationAt(tokens, number);
    return absl::StrCat("write with ", time, " at least ", duration.empty() ? "12 weeks" : duration, kStudyDate);
  }
  return std::nullopt;
}

// has disease type 2 diabetes
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

// diagnosed within 12 months)
std::optional<std::string> WithinOfWhat(const HabitTokens& tokens, int to_wrong) {
  if (!tokens.Is(0, "within") || !tokens.IsNumber(1) || to_wrong < 2 || to_wrong > 3) return std::nullopt;
  return absl::StrCat("say of what: ", tokens.Join(0, to_wrong),
                      " before study date, of a date, or of a time of a named row such as surgery.performed");
}

// has at least 2 different phenotypes; 3 x reference high; 3 times ULN
std::optional<std::string> OtherWords(const HabitTokens& tokens, int to_wrong) {
  if (tokens.Is(0, "different")) return "write distinct: has at least 2 distinct phenotypes";
  if (tokens.IsNumber(0) && tokens.IsOneOf(1, {"x", "*", "times", "fold"}) && std::abs(to_wrong) < 4) {
    if (tokens.IsOneOf(2, {"uln", "upper"})) {
      return absl::StrCat("write ", std::string(tokens[0]), " times reference high");
    }
    if (tokens.IsOneOf(2, {"lln", "lower"}))
      return absl::StrCat("write ", std::string(tokens[0]), " times reference low");
    if (!tokens.Is(1, "times") && tokens.IsWord(2)) {
      return absl::StrCat("write ", std::string(tokens[0]), " times ", tokens.Join(2, tokens.IsWord(3) ? 4 : 3));
    }
  }
  if (to_wrong == 0 && tokens.Is(0, "not") && tokens.IsEntity(-1) && tokens.IsTerm(1)) {
    return absl::StrCat("write no ", std::string(tokens[-1]), " ", std::string(tokens[1]),
                        ", or to leave some of a term's records out: ", std::string(tokens[-1]), " A except B");
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> HabitOfCriterion(const HabitTokens& tokens, int to_wrong) {
  for (const auto habit : {NumberOfRows, SomeOfSeveral, Without, Joints, OtherVerbsOfHaving, TimeBehindATerm, OneWord,
                           AgeInWords, LabelWithoutQuotes, Range, SignsInWords, HalfAComparison, WithinOfWhat,
                           OtherWords, TermWithoutHas, WithoutIs}) {
    if (auto words = habit(tokens, to_wrong)) return words;
  }
  return std::nullopt;
}

}  // namespace muster::grammar
