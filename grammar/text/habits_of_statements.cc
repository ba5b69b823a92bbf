#include "grammar/text/habits_of_statements.h"

#include "absl/strings/str_cat.h"

namespace muster::grammar {
namespace {

// count women with disease "melanoma"; count patients who have disease "melanoma"
std::optional<std::string> WhoHave(const HabitTokens& tokens) {
  const bool with = tokens.IsOneOf(0, {"with", "having"}) && tokens.IsEntity(1) && tokens.IsTerm(2);
  const bool without = tokens.Is(0, "without") && tokens.IsEntity(1);
  const bool who = tokens.IsOneOf(0, {"who", "that", "which", "whose"});
  const bool counted = tokens.IsOneOf(-2, {"count", "list", "funnel", "impact", "individuals", "distinct", ","}) ||
                       tokens.IsOneOf(-1, {"individuals", "patients", "people", "persons", "subjects"});
  if (!counted || !(with || without || who) || tokens.BeginsCriterion(0)) return std::nullopt;
  const bool women = tokens.IsOneOf(-1, {"women", "females", "girls"});
  const bool men = tokens.IsOneOf(-1, {"men", "males", "boys"});
  std::string hint = women || men ? absl::StrCat("write individuals where sex is ", women ? "female" : "male", " and ")
                                  : "write where ";
  if (who && !tokens.IsOneOf(1, {"have", "has"})) return absl::StrAppend(&hint, "... and its criteria"), hint;
  const int entity = who ? 2 : 1;
  absl::StrAppend(
      &hint, without ? "no " : "has ",
      tokens.IsEntity(entity) ? tokens.Join(entity, entity + (tokens.IsTerm(entity + 1) ? 2 : 1)) : "disease \"...\"");
  return hint;
}

std::optional<std::string> OtherVerbs(const HabitTokens& tokens) {
  if (!tokens[-1].empty() && tokens[-1] != ";") return std::nullopt;
  if (tokens.Is(0, "how") && tokens.Is(1, "many")) {
    return "write count individuals where has disease \"...\", or another criterion";
  }
  if (tokens.IsOneOf(0, {"mean", "average", "median", "distribution", "histogram", "min", "max"})) {
    return "write summarise individuals of age at last contact, or of another field";
  }
  if (tokens.IsOneOf(0, {"select", "find", "get", "number", "what", "which"})) {
    return "write count individuals where has disease \"...\" by sex: what is counted, its criteria, and by what";
  }
  return std::nullopt;
}

// summarise age at last contact
std::optional<std::string> SummaryOfNobody(const HabitTokens& tokens) {
  if (!tokens.IsOneOf(0, {"summarise", "summarize"}) || !tokens.IsWord(1)) return std::nullopt;
  int end = 1;
  while (tokens.IsWord(end) && !tokens.IsOneOf(end, {"where", "of"})) ++end;
  if (tokens.Is(end, "of") || tokens.IsOneOf(1, {"individuals", "patients", "people"})) return std::nullopt;
  return absl::StrCat("write summarise individuals of ", tokens.Join(1, end));
}

std::optional<std::string> Clauses(const HabitTokens& tokens) {
  if (tokens.Is(0, "group") && tokens.Is(1, "by")) return "write by alone: count individuals by sex";
  if ((tokens.Is(0, "order") || tokens.Is(0, "sort")) && tokens.Is(1, "by")) {
    return "rows have an order; by FIELD top 10 has the most frequent first";
  }
  if (tokens.IsOneOf(0, {"from", "join"}) && tokens[-1] != ";" && !tokens[-1].empty()) {
    return "leave it out: count individuals where ... by ...";
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> HabitOfStatement(const HabitTokens& tokens) {
  for (const auto habit : {OtherVerbs, SummaryOfNobody, WhoHave, Clauses}) {
    if (auto words = habit(tokens)) return words;
  }
  return std::nullopt;
}

}  // namespace muster::grammar
