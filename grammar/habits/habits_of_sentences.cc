#include "grammar/habits/habits_of_sentences.h"

#include <algorithm>
#include <string_view>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "grammar/habits/criteria/criterion_for_words.h"
#include "grammar/habits/phrases/habit_tokens.h"
#include "grammar/habits/phrases/habits_of_phrases.h"
#include "grammar/habits/phrases/habits_of_times.h"
#include "grammar/habits/phrases/ranges.h"

namespace muster::grammar {
namespace {

bool EndsASentence(const HabitTokens& tokens, int i) {
  return tokens[i].empty() ||
         tokens.IsOneOf(i, {"and", "or", "by", "but", "except", "having", "limit", "where", ";", ")", ",", "("});
}

// The end of the sentence that begins with token 0.
int EndOf(const HabitTokens& tokens) {
  int end = 0;
  while (!EndsASentence(tokens, end)) ++end;
  return end;
}

// homozygous CFTR; heterozygous for SCN1A; has pathogenic variant in SCN1A; has gene "BRCA1" pathogenic variant
std::optional<std::string> OfGene(const HabitTokens& tokens, int end) {
  std::string gene, with;
  if (tokens.Is(end, "or") && (tokens.Is(end + 1, "pathogenic") || tokens.Is(end + 2, "pathogenic"))) {
    end += tokens.Is(end + 1, "pathogenic") ? 2 : 3;
  }
  const auto add_pathogenicity = [&](std::string_view value) {
    absl::StrAppend(&with, with.empty() ? "pathogenicity is " : " or ", std::string(value));
  };
  for (int i = 0; i < end; ++i) {
    const std::string_view name = tokens[i].starts_with('"') ? tokens[i].substr(1, tokens[i].size() - 2) : tokens[i];
    if (IsGene(name) && gene.empty()) {
      gene = std::string(name);
    } else if (tokens.IsOneOf(i, {"homozygous", "heterozygous", "hemizygous"})) {
      with = absl::StrCat("allelic state is \"", absl::AsciiStrToLower(std::string(tokens[i])), "\"");
    } else if (tokens.Is(i, "likely") && tokens.Is(i + 1, "pathogenic")) {
      add_pathogenicity("likely pathogenic");
      ++i;
    } else if (tokens.Is(i, "pathogenic")) {
      add_pathogenicity("pathogenic");
    } else if (!tokens.IsOneOf(i, {"has", "have", "a", "an", "for", "in", "of", "or", "the", "gene", "variant",
                                   "variants", "mutation", "mutations"})) {
      return std::nullopt;
    }
  }
  if (gene.empty() || with.empty()) return std::nullopt;
  return absl::StrCat("write has variant \"", gene, "\" with ", with);
}

// recurrent "breast cancer", histologically confirmed "melanoma": words before a name in quotation marks, up to token
// `end`.
std::optional<std::string> WordsBeforeAName(const HabitTokens& tokens, int end) {
  if (end < 2 || end > 4 || !tokens.IsTerm(end - 1)) return std::nullopt;
  for (int i = 0; i + 1 < end; ++i) {
    if (!tokens.IsOneOf(i,
                        {"recurrent",     "relapsed",       "refractory",  "metastatic",  "advanced",  "locally",
                         "early",         "localised",      "localized",   "primary",     "secondary", "histologically",
                         "cytologically", "pathologically", "clinically",  "genetically", "confirmed", "documented",
                         "proven",        "uncontrolled",   "symptomatic", "untreated",   "treated"})) {
      return std::nullopt;
    }
  }
  const std::string has = absl::StrCat("write has disease ", std::string(tokens[end - 1]));
  if (tokens.IsOneOf(end - 2, {"confirmed", "proven"})) {
    return absl::StrCat(has, " with status is confirmed, where that is recorded");
  }
  if (const auto said = CriterionForWords(tokens.Join(0, end - 1))) return absl::StrCat(has, "; ", *said);
  return absl::StrCat(has, "; whether something says that it is ", tokens.Join(0, end - 1),
                      ", describe disease shows: with its fields");
}

// exclude diabetes; female of childbearing potential; newly diagnosed type 2 diabetes; confirmed COVID-19
std::optional<std::string> OfWords(const HabitTokens& tokens, int end) {
  if (tokens.IsOneOf(0, {"exclude", "excludes"}) && tokens.IsEntity(1) && tokens.IsTerm(2)) {
    return absl::StrCat("write no ", tokens.Join(1, 3));
  }
  if (tokens.IsOneOf(0, {"exclude", "excludes"}) && end > 1 && tokens.IsWord(1)) {
    return WriteForPhrase(tokens.Words(1, end), true);
  }
  if (tokens.IsOneOf(0, {"able", "willing", "capable", "agrees", "gives", "gave", "provides", "provided"})) {
    for (int i = 1; i < end; ++i) {
      if (tokens.IsOneOf(i, {"consent", "consents"})) return "write has consent with status is granted";
    }
  }
  if (tokens.Is(1, "of") && tokens.IsOneOf(2, {"childbearing", "reproductive"})) {
    return "write sex is female, and the age that is meant, such as age at last contact aged 18 to 50";
  }
  const bool is_new = tokens.IsOneOf(0, {"newly", "recently"}) && tokens.Is(1, "diagnosed");
  if (is_new && end > 3 && tokens.IsNumber(3)) {  // type 2 diabetes
    return WriteForPhrase(tokens.Words(0, end), false);
  }
  if (is_new && end == 3 && tokens.IsTerm(2)) {
    return absl::StrCat("write has disease ", std::string(tokens[2]),
                        " with diagnosed within 1 year before study date");
  }
  // hospitalised with COVID-19, admitted for "heart failure"
  if (tokens.IsOneOf(0, {"hospitalised", "hospitalized", "admitted"}) && tokens.IsOneOf(1, {"with", "for", "by"}) &&
      end > 2) {
    const std::string name = tokens.IsTerm(2) ? tokens.Join(2, 3) : absl::StrCat("\"", tokens.Join(2, end), "\"");
    return absl::StrCat("who has it is has disease ", name, "; ", *CriterionForWords("hospitalised"));
  }
  if (tokens.Is(0, "confirmed") && end > 1 && end < 6 && tokens.IsWord(1)) {
    return absl::StrCat(WriteForPhrase(tokens.Words(1, end), false),
                        " with status is confirmed, where that is recorded");
  }
  return std::nullopt;
}

// no other malignancy within 5 years: what is allowed has to be said.
std::optional<std::string> NoOther(const HabitTokens& tokens, int end) {
  if (!tokens.Is(0, "no") || !tokens.Is(1, "other") || !tokens.IsWord(2) || tokens.IsEntity(2)) return std::nullopt;
  int behind = 2;
  while (behind < end && tokens.IsWord(behind) &&
         !tokens.IsOneOf(behind, {"within", "in", "since", "before", "during"})) {
    ++behind;
  }
  const NamedRecords named = RecordsNamedBy(tokens.Words(2, behind));
  if (named.term.empty()) return std::nullopt;
  std::string with, remark;
  if (const auto time = behind < end ? TimeInWords(tokens, behind, named.entity) : std::nullopt) {
    const size_t comma = time->find(", where");
    with = absl::StrCat(" ", time->substr(0, comma));
    if (comma != std::string::npos) remark = time->substr(comma);
  } else if (behind < end) {
    return std::nullopt;
  }
  return absl::StrCat("write no ", named.entity, " ", named.term, " except \"...\"", with, remark,
                      "; behind except stands what is allowed");
}

// metformin for at least 12 weeks; seizures before age 1
std::optional<std::string> NameAndTime(const HabitTokens& tokens, int end) {
  int behind = 0;
  while (behind < end && behind < 4 && tokens.IsWord(behind) && !tokens.IsFieldWord(behind) &&
         !tokens.IsEntity(behind) &&
         !tokens.IsOneOf(behind, {"before", "after", "for",   "since",    "within", "in",  "during", "has",
                                  "have",   "no",    "not",   "is",       "on",     "at",  "with",   "under",
                                  "over",   "from",  "until", "patients", "women",  "men", "males",  "females",
                                  "all",    "any",   "older", "younger",  "more",   "less"})) {
    ++behind;
  }
  if (behind == 0 || behind == end || !tokens.IsOneOf(behind, {"before", "after", "for", "since"})) return std::nullopt;
  const bool number = tokens.IsNumber(behind + 1) || tokens.Is(behind + 1, "age") ||
                      (tokens.Is(behind + 1, "at") && tokens.IsNumber(behind + 3));
  if (!number) return std::nullopt;
  const NamedRecords named = RecordsNamedBy(tokens.Words(0, behind));
  const auto time =
      named.with.empty() && !named.term.empty() ? TimeInWords(tokens, behind, named.entity) : std::nullopt;
  if (!time) return std::nullopt;
  const std::string other = named.entity == "disease"
                                ? absl::StrCat("; a feature is has phenotype ", named.term, " with onset in its place")
                                : "";
  return absl::StrCat("write has ", named.entity, " ", named.term, " ", *time, other);
}

// age >= 18 years at diagnosis
std::optional<std::string> AgeAt(const HabitTokens& tokens, int end) {
  if (!tokens.Is(0, "age") || !tokens.IsOneOf(1, {"<", "<=", ">", ">=", "="}) || !tokens.IsNumber(2))
    return std::nullopt;
  const int at = tokens.IsOneOf(3, {"years", "year", "months", "weeks", "days"}) ? 4 : 3;
  if (!tokens.IsOneOf(at, {"at", "of"}) || at + 1 >= end) return std::nullopt;
  const std::string compared = absl::StrCat(tokens.Join(1, 3), " ", at == 4 ? std::string(tokens[3]) : "years");
  if (tokens.Is(at + 1, "diagnosis")) {
    return absl::StrCat("write has disease \"...\" with age at diagnosis ", compared);
  }
  if (tokens.Is(at + 1, "onset")) return absl::StrCat("write has disease \"...\" with age at onset ", compared);
  const std::string named = NamedTimeAt(tokens, at + 1);
  if (named.empty()) return std::nullopt;
  return absl::StrCat("write age at ", named, " ", compared);
}

// age at diagnosis of "asthma" < 18 years
std::optional<std::string> FieldOfTerm(const HabitTokens& tokens, int end) {
  int of = 0;
  while (of < end && tokens.IsWord(of) && !tokens.Is(of, "of")) ++of;
  if (of == 0 || !tokens.Is(of, "of") || !tokens.IsTerm(of + 1) ||
      !(tokens.IsFieldWord(of - 1) || tokens.Is(of - 1, "diagnosis"))) {
    return std::nullopt;
  }
  const int behind = of + 2;
  if (!tokens.IsOneOf(behind, {"<", "<=", ">", ">=", "=", "before", "after", "between", "aged", "is"}))
    return std::nullopt;
  const std::string entity = EntityOfCode(tokens[of + 1]);
  return absl::StrCat("write has ", entity.empty() ? "disease" : entity, " ", std::string(tokens[of + 1]), " with ",
                      tokens.Join(0, of), " ", tokens.Join(behind, end));
}

// within 6 months of screening has measurement LOINC:4548-4 >= 7 %: the time stands behind the record.
std::optional<std::string> TimeInFront(const HabitTokens& tokens, int end) {
  if (!tokens.IsOneOf(0, {"within", "in", "during", "since", "before", "after"})) return std::nullopt;
  int has = 1;
  while (has < end && !tokens.IsOneOf(has, {"has", "have", "had"})) ++has;
  if (has == end || !tokens.IsEntity(has + 1) || !tokens.IsTerm(has + 2)) return std::nullopt;
  const std::string entity = tokens.EntityAsWritten(has + 1);
  const auto time = TimeInWords(tokens, 0, entity);
  if (!time) return std::nullopt;
  const std::string record = absl::StrCat("write has ", entity, " ", std::string(tokens[has + 2]), " ");
  if (has + 3 == end) return absl::StrCat(record, *time);
  if (!tokens.IsOneOf(has + 3, {"<", "<=", ">", ">=", "="})) return std::nullopt;
  constexpr std::string_view kWith = "with ";
  const size_t comma = std::min(time->find(", where"), time->size());
  return absl::StrCat(record, "with (value ", tokens.Join(has + 3, end), " and ",
                      time->substr(kWith.size(), comma - kWith.size()), ")", time->substr(comma));
}

// 7% <= HbA1c <= 10%; 18 <= age < 65
std::optional<std::string> BetweenTwo(const HabitTokens& tokens, int end) {
  if (!tokens.IsNumber(0)) return std::nullopt;
  const auto compares = [&](int i) { return tokens.IsOneOf(i, {"<", "<="}); };
  const int first = compares(1) ? 1 : 2;
  int second = first + 1;
  while (second < end && second < first + 6 && tokens.IsWord(second)) ++second;
  const int unit_behind = end - second - 2;  // words behind the second number
  if (!compares(first) || !compares(second) || second == first + 1 || !tokens.IsNumber(second + 1) || unit_behind > 1 ||
      unit_behind < 0) {
    return std::nullopt;
  }
  std::string unit(unit_behind == 1 ? tokens[end - 1] : first == 2 ? tokens[1] : "");
  std::string name = tokens.Join(first + 1, second);
  if (absl::AsciiStrToLower(name) == "age") name = "age at last contact";
  if (unit.empty() && tokens.Is(first + 1, "age")) unit = "years";
  const std::string low(tokens[0]), high(tokens[second + 1]);
  if (tokens.Is(first, "<=") && tokens.Is(second, "<=")) return absl::StrCat("write ", RangeOf(name, low, high, unit));
  if (!unit.empty()) unit.insert(0, " ");
  return absl::StrCat("write ", name, tokens.Is(first, "<") ? " > " : " >= ", low, unit, " and ", name, " ",
                      std::string(tokens[second]), " ", high, unit);
}

// seizures at least 4 per month; >= 4 seizures per month; 4 per month: how often is no number of records.
std::optional<std::string> HowOften(const HabitTokens& tokens, int end) {
  int per = 1;
  while (per < end && !tokens.IsOneOf(per, {"per", "a", "each", "every"})) ++per;
  if (per >= end || !tokens.IsOneOf(per + 1, {"day", "week", "month", "year"})) return std::nullopt;
  int number = 0;
  while (number < per && !tokens.CountInWords(number)) ++number;
  if (number == per) return std::nullopt;
  const bool behind = number + 1 == per;  // the name stands before the number, or between it and per
  int begin = behind ? 0 : number + 1, stop = behind ? number : per;
  if (behind) {
    while (stop > begin &&
           tokens.IsOneOf(stop - 1, {"at", "least", "most", "of", "more", "than", "<", "<=", ">", ">="}))
      --stop;
  }
  while (begin < stop && tokens.IsOneOf(begin, {"or", "more", "has", "have", "no", "frequency"})) ++begin;
  const bool named = begin < stop && stop - begin < 4 && !tokens.IsEntity(begin);
  for (int i = 0; i < per; ++i) {
    if (tokens.IsTerm(i)) return std::nullopt;
  }
  for (int i = begin; i < stop; ++i) {
    const bool unit =
        tokens[i].size() < 3 || tokens.IsOneOf(i, {"mcg", "units", "tablets", "pills", "drinks", "packs"});
    if (!tokens.IsWord(i) || tokens.IsFieldWord(i) || unit) return std::nullopt;  // 1000 mg per day
  }
  if (!named) return std::nullopt;
  const std::string name = tokens.Join(begin, stop);
  return absl::StrCat("how often in a ", std::string(tokens[per + 1]), " is not counted here: terms like \"", name,
                      "\" in measurements shows whether it is measured; has at least ", *tokens.CountInWords(number),
                      " phenotype \"", name, "\" counts records");
}

// at least 2 seizures: of which kind the records are, the words do not say.
std::optional<std::string> SeveralOf(const HabitTokens& tokens, int end) {
  if (!tokens.Is(0, "at") || !tokens.IsOneOf(1, {"least", "most"}) || !tokens.CountInWords(2) || end < 4 || end > 6) {
    return std::nullopt;
  }
  for (int i = 3; i < end; ++i) {
    if (!tokens.IsWord(i) || tokens.IsEntity(i) || tokens.IsFieldWord(i) ||
        tokens.IsOneOf(i, {"of", "years", "year", "months", "old", "weeks", "days"})) {
      return std::nullopt;
    }
  }
  if (tokens.IsOneOf(end - 1, {"visit", "visits", "encounters", "appointments", "admissions", "consultations"})) {
    return absl::StrCat("visits are not recorded; of days with a record write has measurement \"...\" on at ",
                        std::string(tokens[1]), " ", *tokens.CountInWords(2), " distinct dates");
  }
  const std::string how = absl::StrCat("has at ", std::string(tokens[1]), " ", *tokens.CountInWords(2), " ");
  const std::string name = absl::StrCat(" \"", tokens.Join(3, end), "\"");
  return absl::StrCat("write ", how, "phenotype", name, ", or another kind of record in place of phenotype");
}

// What is wrong with token 0 itself, whatever the sentence: 100 x 10^9/L; onset = a.onset; >= 190 mg/dL on statin
std::optional<std::string> AtToken(const HabitTokens& tokens) {
  if (tokens[0].starts_with("10^") && tokens.IsOneOf(-1, {"x", "*"}) && tokens.IsNumber(-2)) {
    std::string unit(tokens[0]);
    unit.replace(2, 1, "*");
    return absl::StrCat("write ", std::string(tokens[-2]), " ", unit);
  }
  // => and =<, of which the lexer makes two signs
  const int sign = tokens[0] == "=" ? 0 : -1;
  if (tokens[sign] == "=" && tokens.IsOneOf(sign + 1, {"<", ">"})) {
    const std::string other(tokens[sign + 1]);
    return absl::StrCat("write ", other, "= in place of =", other);
  }
  if (tokens[0] == "." && tokens.IsWord(-1) && tokens.IsOneOf(-2, {"=", "is"}) && tokens.IsWord(1)) {
    return absl::StrCat("write within 0 days of ", std::string(tokens[-1]), ".", std::string(tokens[1]),
                        ", which is on the same day");
  }
  if (const size_t slash = tokens[0].find('/'); slash != std::string_view::npos && tokens.IsOneOf(-1, {"is", "="})) {
    const std::string_view one = tokens[0].substr(0, slash), other = tokens[0].substr(slash + 1);
    const auto word = [](std::string_view text) {
      return !text.empty() && std::all_of(text.begin(), text.end(),
                                          [](char c) { return absl::ascii_isalpha(static_cast<unsigned char>(c)); });
    };
    if (word(one) && word(other)) {
      int name = -1;
      while (tokens.IsWord(name - 1) && !tokens.BeginsCriterion(name)) --name;
      return absl::StrCat("write ", tokens.Join(name, -1), " is ", std::string(one), " or ", std::string(other),
                          ", which leaves out those of whom ", "neither is recorded");
    }
  }
  if (tokens.IsOneOf(0, {"on", "taking", "receiving"}) && tokens.IsWord(1) && !tokens.Is(1, "at") &&
      !tokens.IsNumber(-1) && tokens.IsNumber(-2)) {
    return absl::StrCat("write and has treatment \"", std::string(tokens[1]), "\"");
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> HabitOfSentence(const std::vector<std::string>& tokens, size_t at) {
  if (auto words = AtToken(HabitTokens(tokens, at))) return words;
  constexpr size_t kLookedBack = 9;
  for (size_t first = at + 1; first-- > 0 && first + kLookedBack >= at;) {
    const HabitTokens sentence(tokens, first);
    if (sentence[-1].empty() || !EndsASentence(sentence, -1) || sentence[-1] == ")") continue;
    const int end = EndOf(sentence);
    for (const auto habit : {OfGene, OfWords, WordsBeforeAName, NoOther, NameAndTime, AgeAt, FieldOfTerm, HowOften,
                             SeveralOf, TimeInFront, BetweenTwo}) {
      if (auto words = habit(sentence, end)) return words;
    }
    break;
  }
  return std::nullopt;
}

}  // namespace muster::grammar
