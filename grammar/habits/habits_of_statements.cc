#include "grammar/habits/habits_of_statements.h"

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "grammar/habits/criteria/criterion_for_words.h"
#include "grammar/habits/phrases/habits_of_phrases.h"
#include "grammar/text/edit_distance.h"

namespace muster::grammar {
namespace {

// count women with disease "melanoma"; count patients who have disease "melanoma"
std::optional<std::string> WhoHave(const HabitTokens& tokens) {
  const bool with = tokens.IsOneOf(0, {"with", "having"}) && tokens.IsEntity(1) && tokens.IsTerm(2);
  // patients with breast cancer
  const bool words = tokens.IsOneOf(0, {"with", "having"}) && tokens.IsWord(1) && tokens.IsWord(2) &&
                     !tokens.IsEntity(1) &&
                     !tokens.IsOneOf(1, {"certainty", "not", "a", "an", "the", "at", "more", "fewer", "less"}) &&
                     !tokens.IsOneOf(2, {"where", "by", "and", "or", "having", "with"}) && !tokens.BeginsCriterion(-1);
  const bool without = tokens.IsOneOf(0, {"without", "no"}) && tokens.IsEntity(1);
  const bool who = tokens.IsOneOf(0, {"who", "that", "which", "whose"});
  const bool counted = tokens.IsOneOf(-2, {"count", "list", "funnel", "impact", "individuals", "distinct", ","}) ||
                       tokens.IsOneOf(-1, {"individuals", "patients", "people", "persons", "subjects"});
  if (!counted || !(with || words || without || who) || tokens.BeginsCriterion(0)) return std::nullopt;
  std::string_view person;
  if (tokens.IsOneOf(-1, {"women", "females", "girls"})) person = "sex is female";
  if (tokens.IsOneOf(-1, {"men", "males", "boys"})) person = "sex is male";
  if (tokens.IsOneOf(-1, {"adults"})) person = "age at last contact >= 18 years";
  if (tokens.IsOneOf(-1, {"children"})) person = "age at last contact < 18 years";
  std::string hint =
      person.empty() ? "write where " : absl::StrCat("write individuals where ", std::string(person), " and ");
  if (who && !tokens.IsOneOf(1, {"have", "has"})) return absl::StrAppend(&hint, "... and its criteria"), hint;
  if (words && tokens.IsFieldWord(1)) {  // having sex female
    const int value = tokens.IsOneOf(2, {"is", "="}) ? 3 : 2;
    return absl::StrAppend(&hint, std::string(tokens[1]), " is ", std::string(tokens[value])), hint;
  }
  if (words) {
    std::vector<std::string> named;
    for (int i = 1; tokens.IsWord(i) && !tokens.IsOneOf(i, {"where", "by", "and", "or", "having", "with"}); ++i) {
      named.emplace_back(tokens[i]);
    }
    if (auto said = CriterionForWords(absl::StrJoin(named, " ")))
      return absl::StrCat("criteria stand behind where; ", *said);
    absl::StrAppend(&hint, WriteForPhrase(named, false).substr(sizeof("write ") - 1));
    return hint;
  }
  const int entity = who ? 2 : 1;
  absl::StrAppend(
      &hint, without ? "no " : "has ",
      tokens.IsEntity(entity) ? tokens.Join(entity, entity + (tokens.IsTerm(entity + 1) ? 2 : 1)) : "disease \"...\"");
  return hint;
}

// select individuals where sex is female
std::optional<std::string> OtherVerbBeforeWhere(const HabitTokens& tokens) {
  if (!tokens.IsOneOf(0, {"select", "find", "get", "show", "give", "individuals", "patients", "people"})) {
    return std::nullopt;
  }
  int where = 1;
  while (where < 5 && !tokens.Is(where, "where")) ++where;
  if (!tokens.Is(where, "where")) return std::nullopt;
  int end = where + 1;
  while (!tokens[end].empty() && tokens[end] != ";" && end < where + 6) ++end;
  const bool more = !tokens[end].empty() && tokens[end] != ";";
  return absl::StrCat("write count individuals ", tokens.Join(where, end), more ? " ..." : "",
                      "; list in place of count shows their ids");
}

// are under 50, aged 18 to 65, who are older than 18 years, behind the name of what people have: their age at last
// contact. `*i` moves behind it; empty where it is no age.
std::string AgeBehind(const HabitTokens& tokens, int* i) {
  int at = *i;
  while (tokens.IsOneOf(at, {"who", "that", "are", "is", "were", "and"})) ++at;
  const bool aged = tokens.Is(at, "aged");
  if (aged) ++at;
  std::string_view sign;
  if (tokens.IsOneOf(at, {"under", "below", "<"})) sign = "<";
  if (tokens.IsOneOf(at, {"over", "above", ">"})) sign = ">";
  if (tokens.IsOneOf(at, {">=", "<="})) sign = tokens[at];
  if (tokens.IsOneOf(at, {"younger", "older"}) && tokens.Is(at + 1, "than")) sign = tokens.Is(at, "older") ? ">" : "<";
  if (tokens.Is(at, "at") && tokens.IsOneOf(at + 1, {"least", "most"})) sign = tokens.Is(at + 1, "least") ? ">=" : "<=";
  const int number = sign.empty() ? at : tokens.IsOneOf(at, {"younger", "older", "at"}) ? at + 2 : at + 1;
  if (!tokens.IsNumber(number) || (sign.empty() && !aged)) return "";
  const bool range = sign.empty() && tokens.IsOneOf(number + 1, {"to", "-"}) && tokens.IsNumber(number + 2);
  const int last = range ? number + 2 : number;
  *i = tokens.IsOneOf(last + 1, {"years", "year", "y", "yrs"}) ? last + 2 : last + 1;
  if (tokens.IsOneOf(*i, {"old", "of"})) *i += tokens.Is(*i, "of") && tokens.Is(*i + 1, "age") ? 2 : 1;
  if (sign.empty()) {
    return absl::StrCat("age at last contact aged ", std::string(tokens[number]),
                        range ? absl::StrCat(" to ", std::string(tokens[last])) : "");
  }
  return absl::StrCat("age at last contact ", std::string(sign), " ", std::string(tokens[number]), " years");
}

// how many women with melanoma, how many patients have type 2 diabetes; number of patients with asthma
std::optional<std::string> HowMany(const HabitTokens& tokens) {
  int i = 2;
  std::string criteria;
  if (tokens.IsOneOf(i, {"women", "females", "girls"})) criteria = "sex is female";
  if (tokens.IsOneOf(i, {"men", "males", "boys"})) criteria = "sex is male";
  if (criteria.empty() && !tokens.IsOneOf(i, {"individuals", "patients", "people", "persons", "subjects"})) {
    return std::nullopt;
  }
  ++i;
  if (tokens.IsOneOf(i, {"with", "have", "having", "who"})) {
    while (tokens.IsOneOf(i, {"with", "have", "having", "who", "a", "an"})) ++i;
    int end = i;
    while ((tokens.IsWord(end) || tokens.IsNumber(end)) && end < i + 6 &&
           !tokens.IsOneOf(end, {"and",  "or",   "with",  "in",   "by",    "who",     "that",  "where", "are", "is",
                                 "were", "aged", "under", "over", "older", "younger", "above", "below", "on",  "at"})) {
      ++end;
    }
    if (end > i && !tokens.IsEntity(i)) {
      const std::string has = WriteForPhrase(tokens.Words(i, end), false).substr(sizeof("write ") - 1);
      absl::StrAppend(&criteria, criteria.empty() ? "" : " and ", has);
    }
    i = end;
  }
  if (const std::string age = AgeBehind(tokens, &i); !age.empty()) {
    absl::StrAppend(&criteria, criteria.empty() ? "" : " and ", age);
  }
  if (criteria.empty()) return std::nullopt;
  const bool more = !tokens[i].empty() && !tokens.IsOneOf(i, {";", "?", "."});
  return absl::StrCat("write count individuals where ", criteria, more ? ", and its other criteria behind and" : "");
}

// median of HbA1c, mean age, average of LOINC:4548-4, summary
std::string Summary(const HabitTokens& tokens) {
  int field = 1;
  while (tokens.IsOneOf(field, {"of", "the", "value"})) ++field;
  if (tokens.IsEntity(field) && tokens.IsTerm(field + 1)) ++field;  // measurement LOINC:4548-4
  if (tokens.IsTerm(field)) {
    return absl::StrCat("write summarise individuals of value of measurement ", std::string(tokens[field]),
                        " in UNIT, with the unit that is meant");
  }
  int end = field;
  while (tokens.IsWord(end) && !tokens.IsOneOf(end, {"by", "where", "in", "of", "for", "among"})) ++end;
  const bool age = end == field || (end == field + 1 && tokens.IsOneOf(field, {"age", "ages"}));
  return absl::StrCat("write summarise individuals of ", age ? "age at last contact" : tokens.Join(field, end),
                      age ? ", or of another field" : "");
}

std::optional<std::string> OtherVerbs(const HabitTokens& tokens) {
  if (!tokens[-1].empty() && tokens[-1] != ";") return std::nullopt;
  if (auto words = OtherVerbBeforeWhere(tokens)) return words;
  if (tokens.IsWord(0) && tokens.IsOneOf(1, {"carrier", "carriers"})) {  // BRCA1 carriers
    return absl::StrCat("write count individuals where has variant \"", std::string(tokens[0]), "\"");
  }
  if (tokens.IsOneOf(0, {"carrier", "carriers"}) && tokens.Is(1, "of") && tokens.IsWord(2)) {
    return absl::StrCat("write count individuals where has variant \"", std::string(tokens[2]), "\"");
  }
  if (tokens.Is(0, "number") && tokens.Is(1, "of")) {
    if (auto words = HowMany(tokens)) return words;
  }
  if (tokens.IsOneOf(0, {"percentage", "percent", "proportion", "fraction", "share"}) && tokens.Is(1, "of")) {
    if (auto words = HowMany(tokens)) return *words + "; without a criterion it is the number of which this is a part";
  }
  if (tokens.Is(0, "how") && tokens.Is(1, "many")) {
    if (auto words = HowMany(tokens)) return words;
    return "write count individuals where has disease \"...\", or another criterion";
  }
  if (tokens.IsOneOf(0, {"mean", "means", "average", "median", "distribution", "histogram", "min", "max", "summary",
                         "descriptives", "statistics", "stats"})) {
    return Summary(tokens);
  }
  if (tokens.Is(0, "list") && tokens.Count(1) && tokens.IsWord(2)) {  // list 10 individuals
    return absl::StrCat("write list ", std::string(tokens[2]), " limit ", *tokens.Count(1));
  }
  if (tokens.IsOneOf(0, {"crosstab", "crosstabs", "cross", "crosstabulate"})) {
    return "write count individuals by sex, country: what is counted, and by what";
  }
  if (tokens.IsOneOf(0, {"frequency", "frequencies", "freq", "tabulate", "tab", "table", "percent", "percentage",
                         "proportion", "fraction", "share", "group", "sum", "total"})) {
    return "write count individuals by sex: what is counted, and by what; their criteria stand between, behind where";
  }
  if ((tokens.IsOneOf(0, {"search", "lookup", "look", "terms", "term"}) && !tokens.Is(1, "like")) ||
      (tokens.IsOneOf(0, {"find", "what", "show"}) && (tokens.IsTerm(1) || (tokens.Is(1, "is") && tokens.IsTerm(2))))) {
    return "write terms like \"...\": it finds terms by words of their names";
  }
  if (tokens.IsOneOf(0, {"create", "save", "let", "set", "make", "with"}) ||
      (tokens.Is(0, "define") && tokens.Is(2, "as"))) {
    if (tokens.Is(1, "study") && tokens.Is(2, "date")) return "write study date 2026-01-01;";
    return "write define cohort NAME as individuals where ...";
  }
  if (tokens.IsOneOf(0, {"filter", "subset", "nrow", "length", "keep", "exclude", "include", "drop", "where", "if"}) &&
      !tokens.Is(0, "drop")) {
    return "criteria stand behind what is counted: count individuals where ...";
  }
  if (tokens.IsOneOf(0, {"help", "?"})) {
    return "questions begin with count, list, funnel, impact, summarise, compare, describe, show or terms, such as "
           "count individuals where sex is female by country";
  }
  if (tokens.IsOneOf(0, {"select", "find", "get", "number", "what", "which", "give", "compute", "recode", "is", "are",
                         "do", "does", "there", "individuals", "patients", "people"}) ||
      (tokens.IsOneOf(0, {"show", "list"}) && tokens.Is(1, "me"))) {
    return "write count individuals where has disease \"...\" by sex: what is counted, its criteria, and by what";
  }
  return std::nullopt;
}

// compare individuals where sex is female, individuals where sex is male: each needs a name.
std::optional<std::string> ComparedWithoutNames(const HabitTokens& tokens) {
  if (!tokens.Is(0, "compare") || !tokens.IsWord(1) || !tokens.Is(2, "where")) return std::nullopt;
  std::string out = "give each a name: compare a as";
  char name = 'a';
  for (int i = 1; i < 30 && !tokens[i].empty() && tokens[i] != ";"; ++i) {
    const bool another = tokens[i] == "," && tokens.IsWord(i + 1) && tokens.Is(i + 2, "where");
    absl::StrAppend(&out, tokens[i] == "," || tokens[i] == ")" || tokens[i - 1] == "(" ? "" : " ",
                    std::string(tokens[i]), another ? absl::StrCat(" ", std::string(1, ++name), " as") : "");
  }
  return name == 'a' ? "give each a name: compare a as individuals where ..., b as individuals where ..." : out;
}

// define cohort x where ...; study date = 2026-01-01; terms like seizure; count where sex is female; list ... top 10
std::optional<std::string> PartsOfStatements(const HabitTokens& tokens, int to_wrong) {
  if (to_wrong < 0) return std::nullopt;
  if (auto words = ComparedWithoutNames(tokens)) return words;
  if (tokens.Is(0, "define") && tokens.Is(1, "cohort") && tokens.Is(3, "where")) {
    return absl::StrCat("write define cohort ", std::string(tokens[2]), " as individuals where ...");
  }
  if (tokens.Is(0, "study") && tokens.Is(1, "date") && tokens.IsOneOf(2, {"=", "is"})) {
    return absl::StrCat("write study date ", std::string(tokens[3]));
  }
  if (tokens.Is(0, "study") && tokens.Is(1, "date") && to_wrong >= 2 && to_wrong <= 3) {
    if (tokens.IsOneOf(3, {"count", "list", "funnel", "impact", "compare", "summarise", "define"})) {
      return absl::StrCat("write ; behind the date: study date ", std::string(tokens[2]), "; ", tokens.Join(3, 6),
                          " ...");
    }
    if (tokens.IsOneOf(2, {"today", "now"})) return "write the day itself: study date 2026-01-01;";
  }
  if (tokens.Is(0, "terms") && tokens.Is(1, "like") && tokens.IsWord(2)) {
    int end = 2;
    while (tokens.IsWord(end) && !tokens.Is(end, "in")) ++end;
    return absl::StrCat("write terms like \"", tokens.Join(2, end), "\"");
  }
  if (tokens.IsOneOf(0, {"count", "list", "funnel", "impact"}) && to_wrong <= 2) {
    if (tokens.Is(1, "where")) {
      return absl::StrCat("say what: ", absl::AsciiStrToLower(std::string(tokens[0])), " individuals where ...");
    }
    if (tokens[1] == "(" || tokens[1] == "*") {
      return absl::StrCat("write ", absl::AsciiStrToLower(std::string(tokens[0])), " individuals where ...");
    }
    if (tokens[2] == "," && tokens.Is(3, "where")) return "leave out the comma before where";
  }
  return std::nullopt;
}

// ... where sex is female with not recorded
std::optional<std::string> WordsOfCounted(const HabitTokens& tokens, int to_wrong) {
  const bool recorded = tokens.Is(0, "with") && tokens.Is(1, "not") && tokens.Is(2, "recorded");
  const bool certainty = tokens.Is(0, "with") && tokens.Is(1, "certainty");
  if ((!recorded && !certainty) || to_wrong < 0 || to_wrong > (recorded ? 2 : 2)) return std::nullopt;
  int begin = 0, where = 0;
  for (int i = -1; !tokens[i].empty() && tokens[i] != ";"; --i) {
    begin = i;
    if (tokens.Is(i, "where")) where = i;
  }
  const std::string words = tokens.Join(0, recorded ? 3 : 2);
  if (tokens.Is(begin, "funnel") && recorded) {
    return "leave it out: a funnel has the column not recorded by itself";
  }
  if (!tokens.Is(begin, "count")) return absl::StrCat("write it behind what is counted: count individuals ", words);
  if (begin == -1) {  // count with not recorded individuals
    const int counted = recorded ? 3 : 2;
    return absl::StrCat("it stands behind what is counted: count ",
                        tokens.IsWord(counted) ? std::string(tokens[counted]) : "individuals", " ", words,
                        " where ...");
  }
  const int end = where != 0 ? where : begin + 2;
  return absl::StrCat("it stands behind what is counted: ", tokens.Join(begin, end), " ", words, " where ...");
}

// by sex and country; per country; limit 10; by sex in steps of 10 years
std::optional<std::string> Breakdowns(const HabitTokens& tokens, int to_wrong) {
  if (to_wrong != 0) return std::nullopt;
  bool by = false, list = false, summary = false, where = false;
  for (int i = -1; !tokens[i].empty() && tokens[i] != ";"; --i) {
    by = by || tokens.Is(i, "by");
    where = where || tokens.Is(i, "where");
    list = tokens.Is(i, "list");
    summary = tokens.IsOneOf(i, {"summarise", "summarize"});
  }
  if (tokens.Is(-1, "having") && tokens.IsOneOf(0, {">=", ">", "<", "<=", "="})) {
    return absl::StrCat("say of what: having individuals ", tokens.Join(0, 2));
  }
  if (tokens.Is(-1, "having") && tokens.Is(0, "at") && tokens.IsOneOf(1, {"least", "most"})) {
    return absl::StrCat("write having individuals ", tokens.Is(1, "least") ? ">= " : "<= ", std::string(tokens[2]));
  }
  if (by && tokens.Is(0, "where")) {
    if (tokens.IsOneOf(2, {">=", ">", "<", "<="})) return absl::StrCat("write having ", tokens.Join(1, 4));
    return "criteria stand before by: count individuals where ... by ...";
  }
  if (by && tokens.Is(-1, "in") && tokens.IsNumber(0) && tokens.IsWord(1) &&
      tokens.IsOneOf(2, {"band", "bands", "groups", "steps", "intervals"})) {
    return absl::StrCat("write in bands of ", tokens.Join(0, 2));
  }
  if (summary && tokens.Is(0, "by")) {
    return "a summary is of all together: write where sex is female, and another one for the others";
  }
  if (by && !tokens.IsOneOf(-1, {"order", "sort", "group"}) && tokens.IsOneOf(0, {"and", "by", "then"}) &&
      tokens.IsWord(1) && !tokens.IsOneOf(1, {"has", "no"})) {
    return absl::StrCat("write a comma between what is counted by: by ..., ", std::string(tokens[1]));
  }
  if (tokens.Is(0, "limit") && tokens.IsNumber(1) && !list)
    return "write top N behind by: by country top 10; limit is for lists";
  if (tokens.Is(0, "top") && list) return "write limit: list individuals where ... limit 10";
  if (tokens.IsOneOf(0, {"for", "in", "per"}) && tokens.IsOneOf(1, {"each", "every"}) && tokens.IsWord(2)) {
    return absl::StrCat("write by ", std::string(tokens[2]));
  }
  if (tokens.IsOneOf(0, {"steps", "intervals", "groups", "classes"}) && tokens.Is(-1, "in") && tokens.Is(1, "of")) {
    return absl::StrCat("write in bands of ", tokens.Join(2, 4));
  }
  for (int i = -1; i > -5; --i) {  // a slip of where
    if (EditDistance(absl::AsciiStrToLower(std::string(tokens[i])), "where", 1) == 1) return std::nullopt;
  }
  // individuals sex is female: the words before were read as a name.
  if (!where && !by && !tokens.IsOneOf(-2, {"study", "count", "list", "funnel", "impact"}) &&
      tokens.IsOneOf(0, {"is", "=", ">", ">=", "<", "<="}) && tokens.IsWord(-1) && tokens.IsWord(-2)) {
    return absl::StrCat("write where before the criteria: where ", tokens.Join(-1, 2));
  }
  return std::nullopt;
}

// summarise age at last contact
std::optional<std::string> SummaryOfNobody(const HabitTokens& tokens) {
  if (!tokens.IsOneOf(0, {"summarise", "summarize"}) || !tokens.IsWord(1)) return std::nullopt;
  int end = 1;
  while (tokens.IsWord(end) && !tokens.IsOneOf(end, {"where", "of"})) ++end;
  if (tokens.Is(end, "of") && tokens.IsOneOf(end + 1, {"individuals", "patients", "people"})) {
    return absl::StrCat("write summarise individuals of ", tokens.Join(1, end));
  }
  if (tokens.Is(end, "of") || tokens.IsOneOf(1, {"individuals", "patients", "people"})) return std::nullopt;
  return absl::StrCat("write summarise individuals of ", tokens.Join(1, end));
}

std::optional<std::string> Clauses(const HabitTokens& tokens) {
  if (tokens.Is(0, "group") && tokens.Is(1, "by")) {
    return absl::StrCat("write by alone: by ", tokens.IsWord(2) ? std::string(tokens[2]) : "sex");
  }
  if ((tokens.Is(0, "order") || tokens.Is(0, "sort")) && tokens.Is(1, "by")) {
    return "rows have an order; by FIELD top 10 has the most frequent first";
  }
  if (tokens.IsOneOf(0, {"from", "join"}) &&
      (tokens.IsEntity(1) || tokens.IsOneOf(1, {"individuals", "people", "patients"}))) {
    return "leave it out: count individuals where ... by ...";
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> HabitOfStatement(const HabitTokens& tokens, int to_wrong) {
  for (const auto habit : {OtherVerbs, SummaryOfNobody, WhoHave, Clauses}) {
    if (auto words = habit(tokens)) return words;
  }
  for (const auto habit : {WordsOfCounted, PartsOfStatements, Breakdowns}) {
    if (auto words = habit(tokens, to_wrong)) return words;
  }
  return std::nullopt;
}

}  // namespace muster::grammar
