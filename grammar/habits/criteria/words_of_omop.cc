#include "grammar/habits/criteria/words_of_omop.h"

#include "absl/strings/str_cat.h"
#include "grammar/habits/criteria/terms_in_criteria.h"

namespace muster::grammar {
namespace {

constexpr std::string_view kBelowAsWell = ", which means itself and everything below it";

// at least 2 occurrences of disease "melanoma": token 0 is at.
std::optional<std::string> Occurrences(const HabitTokens& tokens) {
  if (!tokens.IsOneOf(0, {"at", "exactly"}) || !tokens.BeginsCriterion(0)) return std::nullopt;
  const int number = tokens.Is(0, "at") ? 2 : 1;
  const int what = number + 1;
  if (!tokens.CountInWords(number) || !tokens.IsOneOf(what, {"occurrence", "occurrences", "record", "records", "event",
                                                             "events", "episode", "episodes", "diagnoses"})) {
    return std::nullopt;
  }
  int at = what + 1;
  while (tokens.IsOneOf(at, {"of", "a", "the", "with", "for"})) ++at;
  std::string entity = tokens.IsEntity(at) ? tokens.EntityAsWritten(at++) : "";
  std::string term(tokens.IsTerm(at) ? tokens[at] : "");
  if (term.empty() && tokens.IsWord(at)) {
    int end = at;
    while (tokens.IsWord(end) && !tokens.IsOneOf(end, {"and", "or", "by", "with", "within", "but", "in"})) ++end;
    if (end > at) term = absl::StrCat("\"", tokens.Join(at, end), "\"");
  }
  if (entity.empty()) entity = term.empty() ? "disease" : EntityOfTerm(term, "");
  return absl::StrCat("write has ", number == 2 ? absl::StrCat("at ", std::string(tokens[1])) : "exactly", " ",
                      *tokens.CountInWords(number), " ", entity, term.empty() ? "" : " ", term);
}

// descendants of MONDO:0005105, including descendants: said of every term.
std::optional<std::string> Descendants(const HabitTokens& tokens) {
  if (!tokens.IsOneOf(0, {"descendants", "descendant", "children", "subtypes", "subclasses"})) return std::nullopt;
  if (tokens.IsOneOf(1, {"of"}) && tokens.IsTerm(2)) {
    return absl::StrCat("write has ", EntityOfTerm(tokens[2], tokens.EntityBefore(0)), " ", std::string(tokens[2]),
                        std::string(kBelowAsWell));
  }
  if (tokens.Is(0, "children")) return std::nullopt;  // people
  for (int i = -1; i > -4; --i) {
    if (!tokens.IsTerm(i)) continue;
    return absl::StrCat("leave ", tokens.Join(i + 1, 1), " out: write ", std::string(tokens[i]),
                        std::string(kBelowAsWell));
  }
  return std::nullopt;
}

// first occurrence of disease "melanoma": token 0 is first.
std::optional<std::string> FirstOccurrence(const HabitTokens& tokens) {
  if (!tokens.IsOneOf(0, {"first", "last", "earliest", "latest"}) ||
      !tokens.IsOneOf(1, {"occurrence", "record", "event", "episode", "diagnosis"}) || !tokens.Is(2, "of") ||
      !tokens.IsEntity(3)) {
    return std::nullopt;
  }
  return absl::StrCat("write has ", tokens.IsOneOf(0, {"first", "earliest"}) ? "first " : "last ",
                      tokens.EntityAsWritten(3), tokens.IsTerm(4) ? " " : "",
                      tokens.IsTerm(4) ? std::string(tokens[4]) : "");
}

// in the 365 days before index: token 0 is in.
std::optional<std::string> DaysBeforeIndex(const HabitTokens& tokens) {
  if (!tokens.IsOneOf(0, {"in", "within", "during"})) return std::nullopt;
  int at = 1;
  while (tokens.IsOneOf(at, {"the", "last", "past"})) ++at;
  if (!tokens.IsNumber(at) ||
      !tokens.IsOneOf(at + 1, {"day", "days", "week", "weeks", "month", "months", "year", "years"})) {
    return std::nullopt;
  }
  const int order = at + 2;
  if (!tokens.IsOneOf(order, {"before", "prior", "preceding", "after", "following"})) return std::nullopt;
  int of = order + 1;
  while (tokens.IsOneOf(of, {"to", "the"})) ++of;
  if (!tokens.IsOneOf(of, {"index", "baseline", "screening", "enrolment", "enrollment", "cohort", "study"})) {
    return std::nullopt;
  }
  if (tokens.Is(0, "within") && !tokens.IsOneOf(of, {"index", "cohort"})) return std::nullopt;  // habits_of_times
  const std::string entity = tokens.EntityBefore(0);
  const std::string time(TimeOfEntity(entity));
  if (time.empty() || !tokens.IsTerm(-1)) return std::nullopt;
  const bool after = tokens.IsOneOf(order, {"after", "following"});
  const std::string moment = tokens.IsOneOf(of, {"enrolment", "enrollment"}) ? "enrolment" : "study date";
  return absl::StrCat("write has ", entity, " ", std::string(tokens[-1]), " with ", time, " within ",
                      tokens.Join(at, at + 2), after ? " after " : " before ", moment,
                      moment == "enrolment" ? "" : ", where study date 2026-01-01; stands in front");
}

}  // namespace

std::optional<std::string> WordOfOmop(const HabitTokens& tokens, int to_wrong) {
  if (to_wrong < 0) return std::nullopt;
  if (auto words = Descendants(tokens)) return words;
  if (to_wrong <= 5) {
    if (auto words = FirstOccurrence(tokens)) return words;
    if (auto words = Occurrences(tokens)) return words;
  }
  return to_wrong <= 1 ? DaysBeforeIndex(tokens) : std::nullopt;
}

}  // namespace muster::grammar
