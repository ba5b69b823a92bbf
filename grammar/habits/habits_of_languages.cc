#include "grammar/habits/habits_of_languages.h"

#include <algorithm>
#include <span>
#include <string_view>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "grammar/habits/criteria/denied_in_other_tongues.h"
#include "grammar/habits/phrases/habit_tokens.h"

namespace muster::grammar {
namespace {

// What a code begins with, where a blank stands in place of the colon: loinc 4548-4.
bool IsPrefixOfCodes(const HabitTokens& tokens, int i) {
  return tokens.IsOneOf(i, {"hp", "mondo", "omim", "orpha", "ncit", "doid", "uberon", "snomed", "loinc", "icd10",
                            "icd9", "icdo3", "atc", "rxnorm", "hgnc", "chebi"});
}

// loinc 4548-4, measurement 4548-4: tokens of a code from the wrong one on; the lexer takes it for numbers.
std::optional<std::string> CodeWithoutColon(const HabitTokens& tokens) {
  const std::string_view first = tokens[0], second = tokens[1];
  if (first.empty() || !absl::ascii_isdigit(static_cast<unsigned char>(first[0]))) return std::nullopt;
  std::string number(first);
  // A check digit: 4548 and -4 beside it, or 4548-4 as one.
  const bool check =
      second.size() == 2 && second[0] == '-' && absl::ascii_isdigit(static_cast<unsigned char>(second[1]));
  const bool split = second == "-" && tokens[2].size() == 1 && tokens.Count(2);
  if (check) number.append(second);
  if (split) absl::StrAppend(&number, "-", std::string(tokens[2]));
  const bool checked = number.size() > 2 && number[number.size() - 2] == '-' && number.find('-') == number.size() - 2;
  const bool measurement = tokens.IsOneOf(-1, {"measurement", "measurements"}) && checked;
  if (!measurement && !IsPrefixOfCodes(tokens, -1)) return std::nullopt;
  const std::string prefix = measurement ? "LOINC" : absl::AsciiStrToUpper(std::string(tokens[-1]));
  return absl::StrCat("write the code with its colon: ", prefix, ":", number);
}

// in (DE; FR)
std::optional<std::string> SemicolonInList(const HabitTokens& tokens) {
  if (tokens[0] != ";") return std::nullopt;
  int open = -1;
  while (!tokens[open].empty() && tokens[open] != "(" && tokens[open] != ")" && tokens[open] != ";") --open;
  if (tokens[open] != "(") return std::nullopt;
  std::string list;
  for (int i = open + 1; i < open + 20 && !tokens[i].empty(); ++i) {
    if (tokens[i] == ")") return absl::StrCat("write commas between alternatives: in (", list, ")");
    const bool comma = tokens[i] == ";" || tokens[i] == ",";
    absl::StrAppend(&list, comma ? "," : list.empty() ? "" : " ", comma ? "" : std::string(tokens[i]));
  }
  return "write commas between alternatives: in (..., ...)";
}

// country like 'D%'
std::optional<std::string> LikeOfSql(const HabitTokens& tokens) {
  const int like = tokens.Is(-1, "like") ? -1 : 0;
  if (!tokens.Is(like, "like") || !tokens.IsTerm(like + 1) || !tokens.IsWord(like - 1) ||
      tokens.Is(like - 1, "terms")) {
    return std::nullopt;
  }
  std::string text(tokens[like + 1]);
  if (text.size() < 2 || text.front() != text.back()) return std::nullopt;
  text = text.substr(1, text.size() - 2);
  const bool inside = text.starts_with('%') || text.starts_with('*');
  std::erase_if(text, [](char c) { return c == '%' || c == '*'; });
  int begin = like;
  while (tokens.IsWord(begin - 1) && !tokens.BeginsCriterion(begin) && begin > like - 5) --begin;
  if (inside) return absl::StrCat("write terms like \"", text, "\", which finds terms by words of their names");
  return absl::StrCat("write ", tokens.Join(begin, like), " starts with \"", text, "\"");
}

// count(samples) >= 2 as a criterion
std::optional<std::string> CountAsCriterion(const HabitTokens& tokens) {
  if (!tokens.Is(0, "count") || !tokens.BeginsCriterion(0)) return std::nullopt;
  const int open = tokens[1] == "(" ? 1 : 0;
  const int entity = tokens.Is(open + 1, "distinct") ? open + 2 : open + 1;
  const int sign = open != 0 && tokens[entity + 1] == ")" ? entity + 2 : entity + 1;
  if (!tokens.IsEntity(entity) || !tokens.Count(sign + 1)) return std::nullopt;
  const int count = *tokens.Count(sign + 1);
  std::string how;
  int more = 0;
  if (tokens.IsOneOf(sign, {">", ">="})) {
    how = "at least ";
    more = tokens.Is(sign, ">") ? 1 : 0;
  } else if (tokens.IsOneOf(sign, {"<", "<="})) {
    how = "at most ";
    more = tokens.Is(sign, "<") ? -1 : 0;
  } else if (tokens.IsOneOf(sign, {"=", "is"})) {
    how = "exactly ";
  }
  if (how.empty() || count + more < 0) return std::nullopt;
  return absl::StrCat("write has ", how, count + more, entity > open + 1 ? " distinct " : " ",
                      tokens.EntityAsWritten(entity));
}

// list individuals where has disease "melanoma" show sex, country
std::optional<std::string> ShownFields(const HabitTokens& tokens) {
  if (!tokens.IsOneOf(0, {"show", "select", "return", "display", "output", "fields", "columns"}) ||
      !tokens.IsFieldWord(1)) {
    return std::nullopt;
  }
  int begin = 0;
  while (!tokens[begin - 1].empty() && tokens[begin - 1] != ";") --begin;
  if (!tokens.IsOneOf(begin, {"list", "count"})) return std::nullopt;
  int end = 1;
  while (!tokens[end].empty() && tokens[end] != ";") ++end;
  return absl::StrCat("a list has ids alone; write count ", tokens.AsWritten(begin + 1, 0), " by ",
                      tokens.AsWritten(1, end));
}

// zähle Personen wo ...; compter les femmes
std::optional<std::string> OtherTongue(const HabitTokens& tokens) {
  if ((!tokens[-1].empty() && tokens[-1] != ";") ||
      !tokens.IsOneOf(0, {"z\u00e4hle", "zaehle",       "wieviele", "wie",     "anzahl", "liste",  "finde",  "zeige",
                          "compter",    "comptez",      "compte",   "combien", "nombre", "lister", "contar", "cuenta",
                          "cuantos",    "cu\u00e1ntos", "conta",    "quanti",  "quante", "tel",    "hoeveel"})) {
    return std::nullopt;
  }
  std::string sex, has;
  for (int i = 1; i < 16 && !tokens[i].empty() && tokens[i] != ";"; ++i) {
    if (tokens.IsOneOf(i, {"frauen", "femmes", "mujeres", "donne", "vrouwen"})) sex = "sex is female";
    if (tokens.IsOneOf(i, {"m\u00e4nner", "maenner", "hommes", "hombres", "uomini", "mannen"})) sex = "sex is male";
    if (tokens.IsOneOf(i, {"haben", "mit", "ont", "avec", "tienen", "con", "hanno", "hebben", "met"})) {
      has = "has disease \"...\"";
    }
  }
  if (sex.empty() && has.empty()) has = "has disease \"...\"";
  return absl::StrCat("the words of questions are English: write count individuals where ", sex,
                      sex.empty() || has.empty() ? "" : " and ", has, ", with names in English");
}

struct Foreign {
  std::string_view word, english;
};
constexpr Foreign kForeignFields[] = {{"geschlecht", "sex"}, {"sexe", "sex"},          {"sexo", "sex"},
                                      {"sesso", "sex"},      {"geslacht", "sex"},      {"pays", "country"},
                                      {"paese", "country"},  {"pa\u00eds", "country"}, {"land", "country"}};
constexpr Foreign kForeignValues[] = {
    {"weiblich", "female"},    {"f\u00e9minin", "female"}, {"feminin", "female"},    {"f\u00e9minine", "female"},
    {"femenino", "female"},    {"femminile", "female"},    {"vrouwelijk", "female"}, {"femme", "female"},
    {"m\u00e4nnlich", "male"}, {"maennlich", "male"},      {"masculin", "male"},     {"masculino", "male"},
    {"maschile", "male"},      {"mannelijk", "male"},      {"homme", "male"}};

std::string_view InEnglish(std::span<const Foreign> words, std::string_view word) {
  const std::string lower = absl::AsciiStrToLower(std::string(word));
  const auto found = std::ranges::find(words, std::string_view(lower), &Foreign::word);
  return found == words.end() ? std::string_view() : found->english;
}

// sexe est f\u00e9minin, Geschlecht ist weiblich: a criterion.
std::optional<std::string> CriterionInOtherTongue(const HabitTokens& tokens) {
  int begin = 0;
  while (begin > -6 && tokens.IsWord(begin - 1) && !tokens.BeginsCriterion(begin)) --begin;
  if (!tokens.BeginsCriterion(begin) || tokens.Is(begin - 1, "with")) return std::nullopt;
  const bool verb = tokens.IsOneOf(begin + 1, {"est", "ist", "es", "\u00e8", "sind", "sont", "is"});
  const std::string_view field = InEnglish(kForeignFields, tokens[begin]);
  const std::string_view value = InEnglish(kForeignValues, tokens[begin + (verb ? 2 : 1)]);
  if (field.empty() && value.empty()) return std::nullopt;
  if (field.empty() && !verb) return std::nullopt;
  return absl::StrCat("the words of questions are English: write ", field.empty() ? "sex" : std::string(field), " is ",
                      !value.empty()       ? std::string(value)
                      : field == "country" ? "DE"
                                           : "female");
}

// Sex: Female, Country: Germany, without its colons: criteria that begin a statement.
std::optional<std::string> CriterionAlone(const HabitTokens& tokens) {
  if (!tokens[-1].empty() && tokens[-1] != ";") return std::nullopt;
  if (tokens[0].find('[') != std::string_view::npos || tokens[1] == "$") {  // df[df.sex == "female"]
    return "write count individuals where sex is female: what is counted, and its criteria";
  }
  if (tokens.Is(0, "usable") || (tokens.IsOneOf(0, {"has", "have", "no"}) && tokens.IsEntity(1))) {
    int end = 2;
    while (!tokens[end].empty() && tokens[end] != ";") ++end;
    return absl::StrCat("write count individuals where ", tokens.AsWritten(0, end));
  }
  if (!tokens.IsOneOf(0, {"sex", "gender", "country", "age"})) return std::nullopt;
  if (tokens.Is(0, "age")) return "write count individuals where age at last contact >= 18 years";
  const int value = tokens.IsOneOf(1, {"is", "="}) ? 2 : 1;
  return absl::StrCat("write count individuals where ", absl::AsciiStrToLower(std::string(tokens[0])), " is ",
                      tokens.IsWord(value)      ? std::string(tokens[value])
                      : tokens.Is(0, "country") ? "DE"
                                                : "female",
                      "; and joins it to further criteria");
}

}  // namespace

std::optional<std::string> HabitOfLanguages(const std::vector<std::string>& tokens, size_t at) {
  const HabitTokens from(tokens, at);
  for (const auto habit : {CodeWithoutColon, SemicolonInList, LikeOfSql, CountAsCriterion, ShownFields, OtherTongue,
                           CriterionInOtherTongue, HavingInOtherTongue, CriterionAlone}) {
    if (auto words = habit(from)) return words;
  }
  return std::nullopt;
}

}  // namespace muster::grammar
