#include "grammar/habits/habits_of_criteria.h"

#include <cstdlib>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "grammar/habits/habits_of_numbers.h"
#include "grammar/habits/habits_of_phrases.h"
#include "grammar/habits/habits_of_protocols.h"
#include "grammar/habits/habits_of_times.h"
#include "grammar/habits/habits_of_words.h"

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

// where female; male or female; is female; alive; adults
std::optional<std::string> OneWord(const HabitTokens& tokens, int to_wrong) {
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
    return absl::StrCat("terms like \"", tokens.Is(word, "pregnancy") ? "pregnant" : std::string(tokens[word]),
                        "\" shows how it is recorded here, if it is: then write ", negated ? "no" : "has",
                        " phenotype or disease and that term");
  }
  if (tokens.Is(word, "untreated") || tokens[word].ends_with("-naive") ||
      (tokens.Is(word, "treatment") && tokens.Is(1, "naive"))) {
    return "write no treatment, or no treatment \"...\" of one kind";
  }
  if (tokens.Is(word, "healthy")) return "write no disease, which also holds for people of whom nothing is recorded";
  if (tokens.IsOneOf(word, {"consented", "consenting"})) return "write has consent with status is granted";
  const int smoker = tokens.IsOneOf(word, {"current", "active", "former", "ever"}) ? word + 1 : word;
  if (tokens.IsOneOf(smoker, {"smoker", "smokers", "smokes", "smoking"})) {
    return negated ? "write no exposure \"smoking\"" : "write has exposure \"smoking\"";
  }
  if ((absl::StartsWithIgnoreCase(std::string(tokens[word]), "non") &&
       std::string(tokens[word]).find("smoker") != std::string::npos) ||
      (tokens.Is(word, "never") && tokens.IsOneOf(word + 1, {"smoked", "smoker", "smokers"}))) {
    return "write has excluded exposure \"smoking\", or no exposure \"smoking\", which also holds for people of whom "
           "nothing is recorded";
  }
  return std::nullopt;
}

// What `term` is, by what it is called, or else what was spoken of before: treatment of "insulin".
std::string EntityOfTerm(std::string_view term, const std::string& before) {
  if (const std::string of_code = EntityOfCode(term); !of_code.empty()) return before.empty() ? of_code : before;
  const std::vector<std::string> words =
      absl::StrSplit(std::string(term.substr(1, term.size() < 2 ? 0 : term.size() - 2)), ' ', absl::SkipEmpty());
  const NamedRecords named = words.empty() ? NamedRecords{"disease", "", ""} : RecordsNamedBy(words);
  return named.entity != "disease" || before.empty() ? named.entity : before;
}

// both has A and has B; and/or; has A, has B; has A plus has B
std::optional<std::string> Joints(const HabitTokens& tokens, int to_wrong) {
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
  if (to_wrong != 0) return std::nullopt;
  if (tokens.Is(-1, "with") && tokens.Is(0, "or") && tokens.Is(1, "without")) {
    return "leave it out: with or without is everybody; by disease \"...\" counts both apart";
  }
  if (tokens.Is(0, "and/or")) return "write or: it holds for both as well";
  if (tokens.Is(0, "nor")) return "write and no ..., or none of (..., ...)";
  if (tokens[0] == "(" && tokens[-1] == ")") return "write and between criteria, or or";
  if (const std::string_view letter = tokens[-1];  // E11.9
      tokens[0] == "." && letter.size() == 3 && absl::ascii_isalpha(static_cast<unsigned char>(letter[0])) &&
      letter.find_first_not_of("0123456789", 1) == std::string_view::npos && tokens.Count(1)) {
    const std::string code =
        absl::StrCat("ICD10:", absl::AsciiStrToUpper(std::string(letter)), ".", std::string(tokens[1]));
    const bool record = tokens.IsEntity(-2) && tokens.IsOneOf(-3, {"has", "have", "no"});
    return absl::StrCat("write the code with its system: ", record ? tokens.Join(-3, -1) + " " : "", code);
  }
  if (tokens[0] == "." && !tokens[-1].empty()) return "leave out the full stop: and joins criteria, ; ends a statement";
  if (tokens[0] == "," && tokens.IsOneOf(1, {"excluding", "without", "except", "but"}) && tokens.IsTerm(2)) {
    return absl::StrCat("write and no ", EntityOfTerm(tokens[2], tokens.EntityBefore(0)), " ", std::string(tokens[2]));
  }
  if (tokens[0] == "," && tokens.IsNumber(-1) && tokens.IsNumber(1)) {  // 1,5 mg/dL; 100,000 /uL
    const size_t digits = tokens[1].find_first_not_of("0123456789");
    if (tokens[1].substr(0, digits).size() == 3 && tokens[-1] != "0") {
      return absl::StrCat("write ", std::string(tokens[-1]), std::string(tokens[1]),
                          ", or where the comma is that of a ", "decimal number ", std::string(tokens[-1]), ".",
                          std::string(tokens[1]));
    }
    return absl::StrCat("write ", std::string(tokens[-1]), ".", std::string(tokens[1]));
  }
  if (tokens[0] == "," && tokens.IsTerm(-1) && tokens.IsTerm(1)) {
    const std::string entity = tokens.EntityBefore(0);
    return absl::StrCat("write ", tokens.Join(-1, 0), " or ", std::string(tokens[1]),
                        " for a record of either; for both, ", "and has ", entity.empty() ? "disease" : entity, " ",
                        std::string(tokens[1]));
  }
  if (tokens[0] == "," && !tokens[-1].empty()) return "write and between criteria";
  if (tokens.IsOneOf(0, {"plus", "also"}) && !tokens[-1].empty()) {
    return absl::StrCat("write and in place of ", std::string(tokens[0]));
  }
  if (tokens.IsOneOf(0, {"has", "have"})) {  // sex is female plus has sample: plus was read as part of the value
    if (tokens.IsOneOf(-1, {"plus", "also"})) return absl::StrCat("write and in place of ", std::string(tokens[-1]));
    if (tokens.IsTerm(-1) || tokens[-1] == ")") return "write and between criteria";
  }
  // country is de sex is female
  const bool compares = tokens.IsOneOf(0, {"is", "=", ">", ">=", "<", "<="});
  for (int i = -1; compares && i > -6 && tokens.IsWord(i) && !tokens.BeginsCriterion(i); --i) {
    if (tokens.IsOneOf(i, {"is", "in"})) return "write and between criteria";
  }
  if (tokens.IsOneOf(0, {"and", "or"}) && (tokens[-1].empty() || tokens[-1] == ";")) {
    return "leave out the ; or the empty line before it: either ends the statement";
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
  return absl::StrCat(negated ? "write no " : "write has ", entity, " ", std::string(tokens[0]),
                      negated ? " in place of not" : "");
}

bool EndsAPhrase(const HabitTokens& tokens, int i) {
  return tokens.IsOneOf(i, {"and", "or", "with", "by", "but", "except", "having", "within", "has", "no", "not"});
}

// Whether token 0 stands behind the `with` of a record, alone or in parentheses.
bool IsOfRecord(const HabitTokens& tokens) {
  int open = 0;
  for (int i = -1; !tokens[i].empty() && tokens[i] != ";"; --i) {
    if (tokens[i] == ")") ++open;
    if (tokens[i] == "(" && --open < 0) return tokens.Is(i - 1, "with");
    if (i == -1 && tokens.Is(i, "with")) return true;
  }
  return false;
}

// stage III; stage III or IV
std::string Stage(const HabitTokens& tokens, int end) {
  const std::vector<std::string> words = tokens.Words(0, end);
  return IsOfRecord(tokens) ? absl::StrCat("write ", RecordsNamedBy(words).with)
                            : WriteForPhrase(words, tokens.Is(-1, "not"));
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
  // type 2 diabetes mellitus, which is a name
  if (to_wrong == 1 && tokens.IsOneOf(0, {"type", "grade", "class"}) && tokens.IsNumber(1) && tokens.IsWord(2)) {
    int end = 2;
    while (tokens.IsWord(end) && !EndsAPhrase(tokens, end)) ++end;
    return WriteForPhrase(tokens.Words(0, end), tokens.Is(-1, "not"));
  }
  if (tokens.IsNumber(to_wrong) && !tokens[to_wrong].starts_with('-')) {
    const bool joint = tokens.IsOneOf(to_wrong + 1, {"and", "or", "but", "by", "to"});
    const std::string unit = tokens[to_wrong + 1] == "%" || (tokens.IsWord(to_wrong + 1) && !joint)
                                 ? absl::StrCat(" ", std::string(tokens[to_wrong + 1]))
                                 : "";
    return absl::StrCat("write ", tokens.Join(0, to_wrong), " >= ", std::string(tokens[to_wrong]), unit,
                        ", or another comparison: =, <, between A and B");
  }
  const bool ends = tokens[to_wrong].empty() || tokens.IsOneOf(to_wrong, {"and", "or", ")", ";", "by", ",", "but"});
  if (!ends) return std::nullopt;
  if (to_wrong == 3 && tokens.IsOneOf(1, {"eq", "ne", "equals", "neq"})) {
    return absl::StrCat("write ", std::string(tokens[0]), tokens.IsOneOf(1, {"ne", "neq"}) ? " is not " : " is ",
                        std::string(tokens[2]));
  }
  if (to_wrong == 2 && tokens.Is(1, "exists")) return absl::StrCat("write ", std::string(tokens[0]), " is recorded");
  if (to_wrong == 2 && tokens.Is(0, "exists")) return absl::StrCat("write ", std::string(tokens[1]), " is recorded");
  if (to_wrong == 2 && tokens.IsOneOf(1, {"missing", "unknown", "null", "empty"})) {
    return absl::StrCat("write ", std::string(tokens[0]), " is missing");
  }
  // Only what may be a field has a value.
  bool field = false;
  for (int i = 0; i + 1 < to_wrong; ++i) field = field || tokens.IsFieldWord(i);
  if (to_wrong > 1 && tokens.IsEntity(0)) {
    return absl::StrCat("write has ", tokens.EntityAsWritten(0), " \"", tokens.Join(1, to_wrong), "\"");
  }
  if (to_wrong > 1 && !field) {
    if (tokens.IsOneOf(to_wrong - 1, {"positive", "negative"})) {
      // Symbols of genes look like names of tests: BRCA1, HER2, HIV.
      const bool gene = to_wrong == 2 && IsGene(tokens[0]) && tokens.Is(1, "positive") &&
                        tokens[0].find_first_of("0123456789") != std::string_view::npos;
      return absl::StrCat(gene ? absl::StrCat("of a gene write has variant \"", std::string(tokens[0]), "\"; ") : "",
                          "of a test write has measurement \"", tokens.Join(0, to_wrong - 1), "\" with coded value is ",
                          absl::AsciiStrToLower(std::string(tokens[to_wrong - 1])), "; of a condition, ",
                          tokens.Is(to_wrong - 1, "positive") ? "has" : "no", " disease \"...\"");
    }
    return WriteForPhrase(tokens.Words(0, to_wrong), tokens.Is(-1, "not"));
  }
  if (to_wrong > 1 && tokens.Is(to_wrong, "or") && tokens.IsWord(to_wrong + 1)) {  // stage III or IV
    int end = to_wrong + 1;
    while (tokens.IsWord(end) && !tokens.IsOneOf(end, {"and", "by", "but", "having", "has"})) ++end;
    if (tokens.Is(0, "stage") && IsStage(tokens[1])) return Stage(tokens, end);
    return absl::StrCat("write ", tokens.Join(0, to_wrong - 1), " is ", tokens.Join(to_wrong - 1, end));
  }
  if (to_wrong == 2 && tokens.Is(0, "stage") && IsStage(tokens[1])) return Stage(tokens, to_wrong);
  if (to_wrong == 1 && RecordsNamedBy(tokens.Words(0, 1)).entity != "disease") {  // metformin
    return WriteForPhrase(tokens.Words(0, 1), tokens.Is(-1, "not"));
  }
  if (to_wrong == 1) {
    return absl::StrCat("say what of it: ", std::string(tokens[0]), " is ..., or has disease \"",
                        std::string(tokens[0]), "\"");
  }
  // stage III melanoma; newly diagnosed melanoma
  const NamedRecords named = RecordsNamedBy(tokens.Words(0, to_wrong));
  const bool of_entity = tokens.IsEntity(0) || tokens.IsFieldWord(0);  // disease stage
  if (!named.with.empty() && named.entity == "disease" && !named.term.empty() &&
      (!tokens.IsFieldWord(to_wrong - 2) || !of_entity || named.with.starts_with("diagnosed"))) {
    return WriteForPhrase(tokens.Words(0, to_wrong), tokens.Is(-1, "not"));
  }
  return absl::StrCat("write ", tokens.Join(0, to_wrong - 1), " is ", std::string(tokens[to_wrong - 1]));
}

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
  const std::string name = absl::StrCat("\"", std::string(tokens[1]), "\"");
  return absl::StrCat(and_or_not, "no ", EntityOfTerm(name, entity), " ", name);
}

// has "asthma"
std::optional<std::string> TermBehindHas(const HabitTokens& tokens, int to_wrong) {
  if (to_wrong != 1 || !tokens.IsOneOf(0, {"has", "have"}) || !tokens.IsTerm(1)) return std::nullopt;
  const std::string entity = EntityOfCode(tokens[1]);
  if (!entity.empty()) return absl::StrCat("write has ", entity, " ", std::string(tokens[1]));
  return absl::StrCat("say what it is: has disease ", std::string(tokens[1]), ", or has phenotype ",
                      std::string(tokens[1]));
}

// has disease "melanoma" (stage III): token 0 is the parenthesis behind the term.
std::optional<std::string> InParentheses(const HabitTokens& tokens, const std::string& entity) {
  if (tokens.Is(1, "stage") && IsStage(tokens[2]))
    return absl::StrCat("write with stage is ", StageInQuotes(tokens[2]));
  int end = 1;
  while (end < 5 && !tokens[end].empty() && tokens[end] != ")") ++end;
  if (auto value = ValueInWords(entity, tokens.Join(1, end))) return absl::StrCat("write with ", *value);
  if (entity.empty()) return std::nullopt;
  return absl::StrCat("what is said of the ", entity,
                      " besides its name stands behind with: with FIELD is ...; describe ", entity,
                      " lists the fields");
}

// has disease "melanoma" stage III; has variant "SCN1A" pathogenic; has disease (melanoma or naevus)
std::optional<std::string> BehindATerm(const HabitTokens& tokens, int to_wrong) {
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
    return absl::StrCat("write with stage is ", StageInQuotes(tokens[word + 1]));
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
  // Words that are no value of a field.
  if (tokens.IsOneOf(word, {"and",        "or",         "limit", "top",    "order",   "group",  "least",  "most",
                            "has",        "is",         "show",  "in",     "of",      "for",    "to",     "by",
                            "the",        "count",      "list",  "fields", "columns", "select", "return", "percent",
                            "percentage", "proportion", "rate",  "share",  "sorted",  "grouped"}))
    return std::nullopt;
  if (tokens.IsFieldWord(word)) {
    return absl::StrCat("write with ", std::string(tokens[word]), " is ",
                        tokens.IsWord(word + 1) || tokens.IsTerm(word + 1) ? std::string(tokens[word + 1]) : "...");
  }
  if (word != 0) return std::nullopt;
  return absl::StrCat("say which field it is: with FIELD is ", std::string(tokens[0]), "; describe ", entity,
                      " lists the fields");
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
  // no malignancy within 5 years; surgery within 4 weeks
  int begin = 0;
  while (begin > -6 && tokens.IsWord(begin - 1) && !tokens.BeginsCriterion(begin)) --begin;
  bool field = false;
  for (int i = begin; i < 0; ++i) field = field || tokens.IsFieldWord(i);
  const bool no = tokens.Is(begin, "no");
  const int first = tokens.IsOneOf(begin, {"no", "has", "have"}) ? begin + 1 : begin;
  if (tokens.BeginsCriterion(begin) && !tokens.Is(begin - 1, "with") && !field && first < 0 &&
      !(tokens.IsEntity(first) && first + 1 == 0)) {
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

// has at least 2 different phenotypes; 3 x reference high; 3 times ULN
std::optional<std::string> OtherWords(const HabitTokens& tokens, int to_wrong) {
  if (tokens.Is(0, "different") && tokens.IsOneOf(1, {"days", "dates", "times", "occasions"})) {
    return absl::StrCat("write on at least ", tokens.Count(-1) ? std::string(tokens[-1]) : "2", " distinct dates");
  }
  if (to_wrong == 0 && tokens.Is(0, "=") && tokens.Is(-1, "=")) return "write =, or is";
  if (to_wrong == 0 && tokens.Is(0, "old") && tokens.IsWord(-1)) return "leave out old";
  if (to_wrong == 0 && (tokens[0].starts_with('[') || tokens[0].starts_with('{')) && tokens.BeginsCriterion(0)) {
    return "write parentheses: (...)";
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
  if (to_wrong == 0 && tokens.Is(0, "not") && tokens.IsEntity(-1) && tokens.IsTerm(1)) {
    return absl::StrCat("write no ", std::string(tokens[-1]), " ", std::string(tokens[1]),
                        ", or to leave some of a term's records out: ", std::string(tokens[-1]), " A except B");
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> HabitOfCriterion(const HabitTokens& tokens, int to_wrong) {
  for (const auto habit :
       {HabitOfProtocol, HabitOfRows, HabitOfWords, Without, Joints, TermBehindHas, HabitOfTime, OneWord,
        LabelWithoutQuotes, HabitOfNumber, WithinOfWhat, OtherWords, BehindATerm, TermWithoutHas, WithoutIs}) {
    if (auto words = habit(tokens, to_wrong)) return words;
  }
  return std::nullopt;
}

}  // namespace muster::grammar
