#include "grammar/habits/criteria/value_without_is.h"

#include <string_view>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "grammar/habits/criteria/criterion_for_words.h"
#include "grammar/habits/phrases/habits_of_phrases.h"

namespace muster::grammar {
namespace {

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

// BRCA1 positive, HIV negative, metastatic melanoma: tokens 0 to `to_wrong`, none of which is of a field's name.
std::string WriteForNoField(const HabitTokens& tokens, int to_wrong) {
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

// depth 30 x: a number, token `to_wrong`, behind a field.
std::string WriteForNumber(const HabitTokens& tokens, int to_wrong) {
  const bool joint = tokens.IsOneOf(to_wrong + 1, {"and", "or", "but", "by", "to"});
  const std::string unit = tokens[to_wrong + 1] == "%" || (tokens.IsWord(to_wrong + 1) && !joint)
                               ? absl::StrCat(" ", std::string(tokens[to_wrong + 1]))
                               : "";
  return absl::StrCat("write ", tokens.Join(0, to_wrong), " >= ", std::string(tokens[to_wrong]), unit,
                      ", or another comparison: =, <, between A and B");
}

// tumour and normal, of which token 0 is one: two samples of a person.
std::optional<std::string> TumourAndNormal(const HabitTokens& tokens) {
  const auto tumour = [&](int i) { return tokens.IsOneOf(i, {"tumor", "tumour"}); };
  const auto normal = [&](int i) { return tokens.IsOneOf(i, {"normal", "germline", "reference"}); };
  const int other = tokens.Is(1, "and") ? 2 : tokens.Is(-1, "and") ? -2 : 0;
  if (!((tumour(0) && normal(other)) || (normal(0) && tumour(other)))) return std::nullopt;
  return "write has sample with type is tumour and has sample with type is reference, which are two samples";
}

// has variant BRCA1 or BRCA2, has disease "asthma" or COPD: token 0 is the last label, which lacks its quotes as the
// first one may.
std::optional<std::string> AlternativeLabels(const HabitTokens& tokens) {
  constexpr int kMostWords = 4;  // of a label
  const bool both = tokens.Is(-1, "and");
  if (!both && !tokens.Is(-1, "or")) return std::nullopt;
  int begin = -1;
  if (tokens.IsTerm(-2)) {
    begin = -2;
  } else {
    while (begin > -1 - kMostWords && tokens.IsWord(begin - 1) && !tokens.IsEntity(begin - 1) &&
           !EndsAPhrase(tokens, begin - 1)) {
      --begin;
    }
  }
  const int record = begin - 1;
  if (begin == -1 || !tokens.IsEntity(record) || !tokens.IsOneOf(record - 1, {"has", "have", "no"})) {
    return std::nullopt;
  }
  const std::string entity = tokens.EntityAsWritten(record);
  const bool gene = entity.starts_with("variant") && IsGene(tokens[0]);
  const NamedRecords named = RecordsNamedBy(tokens.Words(0, 1));
  // has disease asthma or metformin: not of one kind.
  if (!gene && (both || (named.entity != "disease" && !entity.starts_with(named.entity)))) return std::nullopt;
  const std::string one =
      tokens.IsTerm(begin) ? std::string(tokens[begin]) : absl::StrCat("\"", tokens.Join(begin, -1), "\"");
  const std::string has = absl::StrCat(tokens.Is(record - 1, "no") ? "no " : "has ", entity, " ");
  return absl::StrCat("write ", has, one, both ? absl::StrCat(" and ", has) : " or ", "\"", std::string(tokens[0]),
                      "\"");
}

}  // namespace

std::optional<std::string> ValueWithoutIs(const HabitTokens& tokens, int to_wrong) {
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
  if (tokens.IsNumber(to_wrong) && !tokens[to_wrong].starts_with('-')) return WriteForNumber(tokens, to_wrong);
  const bool ends = tokens[to_wrong].empty() || tokens.IsOneOf(to_wrong, {"and", "or", ")", ";", "by", ",", "but"});
  if (!ends) return std::nullopt;
  if (auto said = CriterionForWords(tokens.Join(0, to_wrong))) return said;
  if (to_wrong == 3 && tokens.IsOneOf(1, {"eq", "ne", "equals", "neq"})) {
    return absl::StrCat("write ", std::string(tokens[0]), tokens.IsOneOf(1, {"ne", "neq"}) ? " is not " : " is ",
                        std::string(tokens[2]));
  }
  if (to_wrong == 2 && tokens.Is(1, "exists")) return absl::StrCat("write ", std::string(tokens[0]), " is recorded");
  if (to_wrong == 2 && tokens.Is(0, "exists")) return absl::StrCat("write ", std::string(tokens[1]), " is recorded");
  if (to_wrong == 2 && tokens.Is(1, "unknown")) {
    return absl::StrCat("write ", std::string(tokens[0]), " is missing, or ", std::string(tokens[0]), " is unknown");
  }
  if (to_wrong == 2 && tokens.IsOneOf(1, {"missing", "null", "empty"})) {
    return absl::StrCat("write ", std::string(tokens[0]), " is missing");
  }
  // Only what may be a field has a value.
  bool field = false;
  for (int i = 0; i + 1 < to_wrong; ++i) field = field || tokens.IsFieldWord(i);
  if (to_wrong > 1 && tokens.IsEntity(0)) {
    return absl::StrCat("write has ", tokens.EntityAsWritten(0), " \"", tokens.Join(1, to_wrong), "\"");
  }
  if (to_wrong > 1 && !field) return WriteForNoField(tokens, to_wrong);
  if (to_wrong > 1 && tokens.Is(to_wrong, "or") && tokens.IsWord(to_wrong + 1)) {  // stage III or IV
    int end = to_wrong + 1;
    while (tokens.IsWord(end) && !tokens.IsOneOf(end, {"and", "by", "but", "having", "has"})) ++end;
    if (tokens.Is(0, "stage") && IsStage(tokens[1])) return Stage(tokens, end);
    return absl::StrCat("write ", tokens.Join(0, to_wrong - 1), " is ", tokens.Join(to_wrong - 1, end));
  }
  if (to_wrong == 2 && tokens.Is(0, "stage") && IsStage(tokens[1])) return Stage(tokens, to_wrong);
  if (to_wrong == 1) {
    if (auto several = TumourAndNormal(tokens)) return several;
    if (auto several = AlternativeLabels(tokens)) return several;
  }
  if (to_wrong == 1 && RecordsNamedBy(tokens.Words(0, 1)).entity != "disease") {  // metformin
    return WriteForPhrase(tokens.Words(0, 1), tokens.Is(-1, "not"));
  }
  if (to_wrong == 1 && tokens.IsFieldWord(0)) {
    return absl::StrCat("say what of it: ", std::string(tokens[0]), " is ..., or ", std::string(tokens[0]),
                        " is recorded");
  }
  if (to_wrong == 1) {
    return absl::StrCat("say what of it: ", std::string(tokens[0]), " is ..., or has disease \"",
                        std::string(tokens[0]), "\"; terms like \"", std::string(tokens[0]),
                        "\" shows what is called so");
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

}  // namespace muster::grammar
