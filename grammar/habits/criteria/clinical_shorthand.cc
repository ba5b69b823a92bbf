#include "grammar/habits/criteria/clinical_shorthand.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "grammar/habits/phrases/habits_of_phrases.h"

namespace muster::grammar {
namespace {

bool EndsAName(const HabitTokens& tokens, int i) {
  return !(tokens.IsWord(i) || tokens.IsNumber(i)) ||
         tokens.IsOneOf(i, {"and", "or", "but", "by", "with", "except", "having", "on", "within", "before", "after"});
}

int EndOfName(const HabitTokens& tokens, int i) {
  constexpr int kMostWords = 6;
  const int begin = i;
  while (i < begin + kMostWords && !EndsAName(tokens, i)) ++i;
  return i;
}

std::string Named(const HabitTokens& tokens, int begin, int end) {
  return CriterionFor(RecordsNamedBy(tokens.Words(begin, end)), false);
}

// h/o MI, s/p CABG, Hx of CVA, rx metformin
std::optional<std::string> LetterAndSlash(const HabitTokens& tokens, int to_wrong) {
  if (to_wrong < 0 || !tokens.IsOneOf(0, {"h/o", "s/p", "c/o", "hx", "dx", "pmh", "pmhx", "rx", "tx"})) {
    return std::nullopt;
  }
  const int begin = tokens.IsOneOf(1, {"of", "for", "with"}) ? 2 : 1;
  const int end = EndOfName(tokens, begin);
  if (end == begin) return std::nullopt;
  const std::string term = absl::StrCat(" \"", tokens.Join(begin, end), "\"");
  if (tokens.Is(0, "s/p"))
    return absl::StrCat("write has procedure", term, ", or has disease", term, " where it is one");
  if (tokens.IsOneOf(0, {"rx", "tx"})) return absl::StrCat("write has treatment", term);
  if (tokens.Is(0, "c/o")) return absl::StrCat("write has phenotype", term);
  return absl::StrCat("write ", Named(tokens, begin, end));
}

// pt has HTN
std::optional<std::string> PersonHas(const HabitTokens& tokens, int to_wrong) {
  if (to_wrong != 1 || !tokens.IsOneOf(0, {"pt", "pts", "patient", "subject", "participant", "individual", "person",
                                           "who", "he", "she", "they"})) {
    return std::nullopt;
  }
  if (!tokens.IsOneOf(1, {"has", "have", "had"})) return std::nullopt;
  const int end = EndOfName(tokens, 2);
  if (end == 2 || tokens.IsEntity(2)) return absl::StrCat("leave out ", std::string(tokens[0]), ": has ...");
  return absl::StrCat("write ", Named(tokens, 2, end));
}

// mother has breast cancer
std::optional<std::string> RelativeHas(const HabitTokens& tokens, int to_wrong) {
  if (to_wrong != 1 || !tokens.IsOneOf(0, {"mother", "father", "parent", "sibling", "child"}) ||
      !tokens.IsOneOf(1, {"has", "have", "had"})) {
    return std::nullopt;
  }
  const std::string relative = absl::StrCat("write has ", absl::AsciiStrToLower(std::string(tokens[0])), " with has ");
  if (tokens.IsEntity(2)) return absl::StrCat(relative, tokens.Join(2, tokens.IsTerm(3) ? 4 : 3));
  const int end = EndOfName(tokens, 2);
  if (end == 2) return std::nullopt;
  constexpr std::string_view kHas = "has ";
  return absl::StrCat(relative, Named(tokens, 2, end).substr(kHas.size()));
}

// T2DM on MTF; token `to_wrong` is on.
std::optional<std::string> NameOnDrug(const HabitTokens& tokens, int to_wrong) {
  const int begin = tokens.IsOneOf(0, {"has", "have"}) ? 1 : 0;
  if (to_wrong <= begin || to_wrong > 5 || !tokens.IsOneOf(to_wrong, {"on", "taking"})) return std::nullopt;
  const int end = EndOfName(tokens, to_wrong + 1);
  if (end == to_wrong + 1 || tokens.IsOneOf(to_wrong + 1, {"at", "the", "a", "day"})) return std::nullopt;
  for (int i = begin; i < to_wrong; ++i) {
    if (EndsAName(tokens, i) || tokens.IsFieldWord(i) || tokens.IsEntity(i)) return std::nullopt;
  }
  if (tokens.IsOneOf(begin, {"is", "not", "no", "in", "currently", "patients", "subjects", "been", "continued"})) {
    return std::nullopt;
  }
  return absl::StrCat("write ", Named(tokens, begin, to_wrong), " and has treatment \"", tokens.Join(to_wrong + 1, end),
                      "\" with end is missing, as of what goes on");
}

// V600E, G12C, R175*: a change of a protein.
bool IsChange(std::string_view word) {
  if (word.size() < 3) return false;
  const std::string_view digits = word.substr(1, word.size() - 2);
  return absl::ascii_isupper(static_cast<unsigned char>(word.front())) &&
         (absl::ascii_isupper(static_cast<unsigned char>(word.back())) || word.back() == '*') &&
         digits.find_first_not_of("0123456789") == std::string_view::npos;
}

// BRAF V600E, EGFR mut, KRAS wild-type
std::optional<std::string> GeneAndChange(const HabitTokens& tokens, int to_wrong) {
  const int gene = tokens.IsOneOf(0, {"has", "have"}) ? 1 : 0;
  if (to_wrong != gene + 2 || !IsGene(tokens[gene]) || !EndsAName(tokens, gene + 2)) return std::nullopt;
  const std::string term = absl::StrCat(" \"", std::string(tokens[gene]), "\"");
  if (tokens.IsOneOf(gene + 1, {"mut", "mutant", "mutated", "mutation", "altered", "amplified", "amplification",
                                "fusion", "rearranged", "rearrangement"})) {
    return absl::StrCat("write has variant", term);
  }
  if (tokens.IsOneOf(gene + 1, {"wt", "wild-type", "wildtype"})) {
    return absl::StrCat("write no variant", term, ", which also holds where none was looked for");
  }
  if (!IsChange(tokens[gene + 1])) return std::nullopt;
  return absl::StrCat("write has variant", term, "; the change ", std::string(tokens[gene + 1]),
                      " is kept in the records and not indexed: where its place is recorded, with (chromosome is "
                      "\"...\" and position = ...) asks for that");
}

// NSCLC stage IIIB/IV: token 0 is what stands behind stage.
std::optional<std::string> TwoStages(const HabitTokens& tokens, int to_wrong) {
  const size_t slash = tokens[0].find('/');
  if (to_wrong != 0 || slash == std::string_view::npos || !tokens.Is(-1, "stage")) return std::nullopt;
  const std::string_view one = tokens[0].substr(0, slash), other = tokens[0].substr(slash + 1);
  if (!IsStage(one) || !IsStage(other)) return std::nullopt;
  const std::string stages = absl::StrCat("stage is ", StageInQuotes(one), " or ", StageInQuotes(other));
  int begin = -1;
  while (begin > -6 && tokens.IsWord(begin - 1) && !tokens.BeginsCriterion(begin)) --begin;
  if (tokens.Is(begin - 1, "with")) return absl::StrCat("write ", stages);
  NamedRecords named = begin < -1 ? RecordsNamedBy(tokens.Words(begin, -1)) : NamedRecords{"disease", "", ""};
  named.with = stages;
  return absl::StrCat("write ", CriterionFor(named, false));
}

// has two or more of asthma, copd, gout: token `to_wrong` is a comma.
std::optional<std::string> SomeOfNames(const HabitTokens& tokens, int to_wrong) {
  int i = tokens.IsOneOf(0, {"has", "have", "had"}) ? 1 : 0;
  const bool least = tokens.Is(i, "at") && tokens.Is(i + 1, "least");
  if (least) i += 2;
  const auto count = tokens.CountInWords(i++);
  if (!least && tokens.Is(i, "or") && tokens.Is(i + 1, "more")) i += 2;
  if (!count || !tokens.Is(i, "of") || to_wrong <= i || tokens[to_wrong] != ",") return std::nullopt;
  std::string criteria;
  int names = 0;
  for (int begin = i + 1, end = begin; names < 8; begin = end + 1, ++names) {
    end = EndOfName(tokens, begin);
    if (end == begin) break;
    absl::StrAppend(&criteria, criteria.empty() ? "" : ", ", Named(tokens, begin, end));
    if (tokens[end] != "," && !tokens.IsOneOf(end, {"or", "and"})) break;
    if (tokens[end] == "," && tokens.IsOneOf(end + 1, {"or", "and"})) ++end;
  }
  if (criteria.find(", ") == std::string::npos) return std::nullopt;
  return absl::StrCat("write at least ", *count, " of (", criteria, ")");
}

// diagnosed as a child, diagnosed in adulthood
std::optional<std::string> DiagnosedAs(const HabitTokens& tokens, int to_wrong) {
  if (to_wrong < 1 || !tokens.IsOneOf(0, {"diagnosed", "diagnosis"}) || !tokens.IsOneOf(1, {"as", "in"})) {
    return std::nullopt;
  }
  const int who = tokens.IsOneOf(2, {"a", "an"}) ? 3 : 2;
  std::string_view age;
  if (tokens.IsOneOf(who, {"child", "children", "childhood", "minor"})) age = "< 18 years";
  if (tokens.IsOneOf(who, {"adult", "adults", "adulthood"})) age = ">= 18 years";
  if (tokens.IsOneOf(who, {"infant", "infants", "infancy", "baby"})) age = "< 1 year";
  if (age.empty()) return std::nullopt;
  return absl::StrCat("write has disease \"...\" with diagnosed ", std::string(age));
}

// first treatment was cisplatin
std::optional<std::string> FirstRecordWas(const HabitTokens& tokens, int to_wrong) {
  if (to_wrong < 2 || !tokens.IsOneOf(0, {"first", "last"}) || !tokens.IsEntity(1) ||
      !tokens.IsOneOf(2, {"was", "were"})) {
    return std::nullopt;
  }
  const int end = tokens.IsTerm(3) ? 4 : EndOfName(tokens, 3);
  if (end == 3) return std::nullopt;
  const std::string term = tokens.IsTerm(3) ? std::string(tokens[3]) : absl::StrCat("\"", tokens.Join(3, end), "\"");
  return absl::StrCat("write has ", tokens.Join(0, 2), " with term is ", term);
}

// everything but melanoma
std::optional<std::string> AllBut(const HabitTokens& tokens, int to_wrong) {
  if (to_wrong < 0 || !tokens.IsOneOf(0, {"everything", "anything", "everyone", "anyone", "all"}) ||
      !tokens.IsOneOf(1, {"but", "except", "without"})) {
    return std::nullopt;
  }
  const int end = EndOfName(tokens, 2);
  if (end == 2 || tokens.IsEntity(2)) return std::nullopt;
  return WriteForPhrase(tokens.Words(2, end), true);
}

}  // namespace

std::optional<std::string> HabitOfShorthand(const HabitTokens& tokens, int to_wrong) {
  if (auto words = TwoStages(tokens, to_wrong)) return words;
  if (!tokens.BeginsCriterion(0)) return std::nullopt;
  for (const auto habit : {LetterAndSlash, PersonHas, RelativeHas, NameOnDrug, GeneAndChange, SomeOfNames, DiagnosedAs,
                           FirstRecordWas, AllBut}) {
    if (auto words = habit(tokens, to_wrong)) return words;
  }
  return std::nullopt;
}

}  // namespace muster::grammar
