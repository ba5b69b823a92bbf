#include "grammar/habits/phrases/habits_of_protocols.h"

#include <algorithm>
#include <cstdlib>

#include "absl/strings/str_cat.h"
#include "grammar/habits/phrases/habits_of_phrases.h"
#include "grammar/habits/phrases/habits_of_times.h"
#include "grammar/habits/phrases/pressures.h"

namespace muster::grammar {
namespace {

// Where the criterion begins that stands before token 0.
int BeginOf(const HabitTokens& tokens) {
  int begin = -1;
  while (begin > -9 && !tokens[begin - 1].empty() && !tokens.BeginsCriterion(begin)) --begin;
  return begin;
}

// has disease "asthma" at age 10 to 20: the whole span
std::optional<std::string> SpanOfAges(const HabitTokens& tokens, int to_wrong) {
  if (to_wrong < 0 || to_wrong > 4 || !tokens.IsTerm(-1) || !tokens.Is(0, "at") ||
      !tokens.IsOneOf(1, {"age", "ages"}) || !tokens.IsNumber(2) || !tokens.IsOneOf(3, {"to", "-", "and"}) ||
      !tokens.IsNumber(4)) {
    return std::nullopt;
  }
  const std::string_view time = TimeOfEntity(tokens.EntityBefore(0));
  if (time.empty()) return std::nullopt;
  return absl::StrCat("write with ", std::string(time), " aged ", std::string(tokens[2]), " to ",
                      std::string(tokens[4]));
}

// has phenotype "seizure" exactly 2 times
std::optional<std::string> TimesBehindATerm(const HabitTokens& tokens, int to_wrong) {
  const bool exactly = tokens.Is(0, "exactly");
  const int number = exactly ? 1 : 2;
  if (to_wrong < 0 || to_wrong > 2 || !tokens.IsTerm(-1) || !tokens.Count(number) ||
      !tokens.IsOneOf(number + 1, {"times", "time"}) ||
      !(exactly || (tokens.Is(0, "at") && tokens.IsOneOf(1, {"least", "most"})))) {
    return std::nullopt;
  }
  const std::string entity = tokens.EntityBefore(0);
  if (entity.empty()) return std::nullopt;
  return absl::StrCat("write has ", tokens.Join(0, number + 1), " ", entity, " ", std::string(tokens[-1]));
}

// has treatment "metformin" before "cisplatin"
std::optional<std::string> BeforeATerm(const HabitTokens& tokens, int to_wrong) {
  if (to_wrong != 0 || !tokens.IsOneOf(0, {"before", "after"}) || !tokens.IsTerm(-1) || !tokens.IsTerm(1)) {
    return std::nullopt;
  }
  const std::string entity = tokens.EntityBefore(0);
  const std::string_view time = TimeOfEntity(entity);
  if (time.empty()) return std::nullopt;
  const std::string coded = EntityOfCode(tokens[1]);
  return absl::StrCat("write has ", coded.empty() ? entity : coded, " ", std::string(tokens[1]),
                      " as other_one and has ", entity, " ", std::string(tokens[-1]), " with ", std::string(time), " ",
                      std::string(tokens[0]), " other_one");
}

// has treatment after m.diagnosis
std::optional<std::string> RecordBesideNamed(const HabitTokens& tokens, int to_wrong) {
  if (to_wrong < 0 || to_wrong > 1 || !tokens.IsOneOf(-1, {"has", "have", "no"}) || !tokens.IsEntity(0) ||
      !tokens.IsOneOf(1, {"before", "after"}) || !tokens.IsWord(2)) {
    return std::nullopt;
  }
  const bool parts = tokens[3] == "." && tokens.IsWord(4);
  const bool whole = tokens[2].find('.') != std::string_view::npos;
  const std::string_view time = TimeOfEntity(tokens.EntityAsWritten(0));
  if ((!parts && !whole) || time.empty()) return std::nullopt;
  const std::string moment =
      whole ? std::string(tokens[2]) : absl::StrCat(std::string(tokens[2]), ".", std::string(tokens[4]));
  return absl::StrCat("write ", std::string(tokens[-1]), " ", std::string(tokens[0]), " with ", std::string(time), " ",
                      std::string(tokens[1]), " ", moment);
}

// age at last contact aged over 65
std::optional<std::string> AgedOver(const HabitTokens& tokens, int to_wrong) {
  const bool over = tokens.IsOneOf(0, {"over", "above"});
  if (to_wrong < 0 || to_wrong > 1 || !tokens.Is(-1, "aged") || tokens.BeginsCriterion(-1) || !tokens.IsNumber(1) ||
      !(over || tokens.IsOneOf(0, {"under", "below"}))) {
    return std::nullopt;
  }
  return absl::StrCat("write ", over ? "> " : "< ", std::string(tokens[1]), " years instead of ", tokens.Join(-1, 2));
}

// has consent for commercial use
std::optional<std::string> ConsentForUse(const HabitTokens& tokens, int to_wrong) {
  if (to_wrong != 0 || !tokens.IsOneOf(0, {"for", "to"}) || !tokens.IsOneOf(-1, {"consent", "consents"})) {
    return std::nullopt;
  }
  return "write has consent with permission is ..., which count consents by permission shows; what datasets and "
         "cohorts "
         "permit is usable for general research by commercial";
}

// has WGS at 30x
std::optional<std::string> AssayAtDepth(const HabitTokens& tokens, int to_wrong) {
  if (to_wrong < 0 || to_wrong > 3 || !tokens.IsOneOf(-1, {"has", "have"}) ||
      !tokens.IsOneOf(0, {"wgs", "wes", "panel"}) || !tokens.Is(1, "at") || !tokens.IsNumber(2)) {
    return std::nullopt;
  }
  return absl::StrCat("write has run with (assay is ", std::string(tokens[0]), " and depth >= ", std::string(tokens[2]),
                      ")");
}

// start prior to enrolment; has treatment "cisplatin" prior to enrolment
std::optional<std::string> PriorTo(const HabitTokens& tokens, int to_wrong) {
  if (!tokens.Is(0, "prior") || !tokens.Is(1, "to") || to_wrong < -1 || to_wrong > 3) return std::nullopt;
  const std::string known = NamedTimeAt(tokens, 2);
  const std::string point = !known.empty() ? known : tokens.IsWord(2) ? std::string(tokens[2]) : "...";
  if (tokens.IsTerm(-1)) {
    const std::string_view time = TimeOfEntity(tokens.EntityBefore(0));
    if (time.empty()) return std::nullopt;
    return absl::StrCat("write with ", std::string(time), " before ", point);
  }
  if (tokens.IsWord(-1) && tokens.IsNumber(-2)) return std::nullopt;  // within 6 months prior to
  return absl::StrCat("write before in place of prior to: before ", point);
}

// has disease "asthma" aged 18 to 40; has treatment "cisplatin" before enrolment
std::optional<std::string> TimeBehindATerm(const HabitTokens& tokens, int to_wrong) {
  if (to_wrong != 0 || !tokens.IsTerm(-1)) return std::nullopt;
  const std::string_view time = TimeOfEntity(tokens.EntityBefore(0));
  if (time.empty()) return std::nullopt;
  if (tokens.Is(0, "aged") && tokens.IsNumber(1)) {
    const bool range = tokens.Is(2, "to") && tokens.IsNumber(3);
    return absl::StrCat("write with ", std::string(time), " ", tokens.Join(0, range ? 4 : 2));
  }
  const std::string point = NamedTimeAt(tokens, 1);
  if (!tokens.IsOneOf(0, {"before", "after"}) || point.empty()) return std::nullopt;
  return absl::StrCat("write with ", std::string(time), " ", tokens.Join(0, 1), " ", point);
}

// onset at birth; onset in infancy
std::optional<std::string> SpanOfLife(const HabitTokens& tokens, int to_wrong) {
  if (std::abs(to_wrong) > 2) return std::nullopt;
  struct Span {
    std::string_view word, ages;
  };
  constexpr Span kSpans[] = {{"birth", "<= 0 days"},
                             {"infancy", ">= 28 days and, said again, < 1 year"},
                             {"childhood", ">= 1 year and, said again, < 5 years"},
                             {"adolescence", ">= 10 years and, said again, < 18 years"},
                             {"adulthood", ">= 16 years"}};
  for (const Span& span : kSpans) {
    if (!tokens.Is(0, span.word) || !tokens.IsOneOf(-1, {"in", "at"})) continue;
    return absl::StrCat("write its ages, such as ", std::string(span.ages),
                        "; onset is \"...\" finds those that were recorded by such a term");
  }
  return std::nullopt;
}

// age at last contact >= 18 years or older; value >= 30 kg/m2 or more
std::optional<std::string> OrMore(const HabitTokens& tokens, int to_wrong) {
  const bool more = tokens.IsOneOf(0, {"older", "more", "greater", "higher", "above", "over"});
  const bool less = tokens.IsOneOf(0, {"younger", "less", "lower", "fewer", "below", "under"});
  if ((!more && !less) || !tokens.Is(-1, "or") || to_wrong < 0 || to_wrong > 1) return std::nullopt;
  if (!tokens.IsNumber(-2) && !tokens.IsNumber(-3)) return std::nullopt;
  if (!tokens[1].empty() && !tokens.IsOneOf(1, {"and", "or", ")", ";", "by", ","})) return std::nullopt;
  const int number = tokens.IsNumber(-2) ? -2 : -3;
  if (tokens.Is(number - 1, "aged")) {  // which alone is that one year
    return absl::StrCat("write ", more ? ">= " : "<= ", std::string(tokens[number]), " years in place of ",
                        tokens.Join(number - 1, 1));
  }
  return absl::StrCat("leave out or ", tokens.Join(0, 1), ": ", more ? ">=" : "<=", " says it");
}

// blood pressure > 140/90 mmHg
std::optional<std::string> TwoPressures(const HabitTokens& tokens, int to_wrong) {
  const std::string_view second = SecondPressure(tokens[-1]);
  if (to_wrong != 0 || second.empty() || !tokens.IsNumber(-2)) return std::nullopt;
  const std::string unit = tokens.IsWord(0) ? std::string(tokens[0]) : "mmHg";
  const std::string sign = tokens.IsOneOf(-3, {"<", "<=", ">", ">=", "="}) ? std::string(tokens[-3])
                           : tokens.Is(-3, "least")                        ? ">="
                           : tokens.Is(-3, "most")                         ? "<="
                                                                           : ">";
  return absl::StrCat("write one criterion for each: ", BothPressures(sign, tokens[-2], second, unit));
}

// type is tumor and normal: no sample is both
std::optional<std::string> TwoSamples(const HabitTokens& tokens, int to_wrong) {
  if (to_wrong != 1 || !tokens.IsOneOf(0, {"normal", "reference", "tumor", "tumour"}) || !tokens.Is(-1, "and") ||
      !tokens.IsOneOf(-2, {"normal", "reference", "tumor", "tumour"}) || !tokens.Is(-4, "type")) {
    return std::nullopt;
  }
  return "these are two samples: has sample with type is tumour and has sample with type is reference";
}

// assay is WGS at 30x
std::optional<std::string> DepthBehindAssay(const HabitTokens& tokens, int to_wrong) {
  if (!tokens.Is(0, "at") || to_wrong < 0 || to_wrong > 1 || !tokens.IsNumber(1) || !tokens.Is(-2, "is")) {
    return std::nullopt;
  }
  const int begin = BeginOf(tokens);
  return absl::StrCat("write (", tokens.Join(begin, 0), " and depth >= ", std::string(tokens[1]), ")");
}

// no disease except "asthma"
std::optional<std::string> NoneBut(const HabitTokens& tokens, int to_wrong) {
  if (to_wrong != 0 || !tokens.IsTerm(0) || !tokens.Is(-1, "except") || !tokens.IsEntity(-2) || !tokens.Is(-3, "no")) {
    return std::nullopt;
  }
  return absl::StrCat("write no ", tokens.Join(-2, -1), " with term is not ", std::string(tokens[0]),
                      ", which leaves out who has any but that and what is below it");
}

// sex is female or is male
std::optional<std::string> IsAgain(const HabitTokens& tokens, int to_wrong) {
  if (to_wrong != 0 || !tokens.IsOneOf(0, {"is", "="}) || !tokens.Is(-1, "or") || !tokens.IsWord(1)) {
    return std::nullopt;
  }
  return absl::StrCat("leave out ", std::string(tokens[0]), " behind or: ... is ", std::string(tokens[-2]), " or ",
                      std::string(tokens[1]));
}

// age at last contact < 18 years or > 65 years; no measurement "HbA1c" < 7 % or > 10 %, where neither may be
std::optional<std::string> OrBeyond(const HabitTokens& tokens, int to_wrong) {
  if (to_wrong != 0 || !tokens.IsOneOf(0, {"<", ">", "<=", ">="}) || !tokens.Is(-1, "or")) return std::nullopt;
  const int begin = BeginOf(tokens);
  int name = begin;
  while (name < -1 && !tokens.IsOneOf(name, {"<", ">", "<=", ">=", "="})) ++name;
  if (name >= -1 || begin == name) return std::nullopt;
  if (tokens.Is(begin - 1, "with")) return std::nullopt;
  const bool denied = tokens.IsOneOf(begin, {"no", "not"}) || tokens.Is(begin + 1, "no");
  return absl::StrCat("say again what is compared: ", denied ? "and " : "or ", tokens.Join(begin, name), " ",
                      tokens.Join(0, 3));
}

// onset > 5 years before enrolment
std::optional<std::string> LongBefore(const HabitTokens& tokens, int to_wrong) {
  if (to_wrong != 0 || !tokens.IsOneOf(0, {"before", "after"}) || !tokens.IsWord(-1) || !tokens.IsNumber(-2) ||
      !tokens.IsOneOf(-3, {">", ">="})) {
    return std::nullopt;
  }
  return absl::StrCat("write at least ", tokens.Join(-2, 1), " ... in place of ", tokens.Join(-3, 1));
}

// has mother with disease "melanoma"
std::optional<std::string> OfRelative(const HabitTokens& tokens, int to_wrong) {
  if (to_wrong != 0 || !tokens.IsTerm(0) || !tokens.IsEntity(-1) || !tokens.Is(-2, "with") ||
      !tokens.IsOneOf(-3, {"mother", "father", "parent", "sibling", "child", "relative", "twin"}) ||
      !tokens.IsOneOf(-4, {"has", "have", "no"})) {
    return std::nullopt;
  }
  return absl::StrCat("write ", tokens.Join(-4, -1), " has ", tokens.Join(-1, 1));
}

// ... and excluded phenotype "seizure"
std::optional<std::string> PolarityWithoutHas(const HabitTokens& tokens, int to_wrong) {
  if (!tokens.IsOneOf(0, {"excluded", "observed"}) || !tokens.IsEntity(1) || !tokens.BeginsCriterion(0) ||
      to_wrong < 0 || to_wrong > 2) {
    return std::nullopt;
  }
  return absl::StrCat("write has ", tokens.Join(0, tokens.IsTerm(2) ? 3 : 2));
}

// has exposure "smoking" with excluded
std::optional<std::string> PolarityBehindWith(const HabitTokens& tokens, int to_wrong) {
  if (to_wrong != 0 || !tokens.IsOneOf(0, {"excluded", "observed", "absent"}) || !tokens.Is(-1, "with") ||
      !tokens.IsTerm(-2) || !tokens.IsEntity(-3)) {
    return std::nullopt;
  }
  return absl::StrCat("write has ", tokens.Is(0, "observed") ? "observed " : "excluded ", tokens.Join(-3, -1));
}

// 25 mL/min/1.73 m2
std::optional<std::string> UnitOfBodySurface(const HabitTokens& tokens, int to_wrong) {
  if (to_wrong != 0 || !tokens.Is(0, "m2") || tokens[-1].find("1.73") == std::string_view::npos) return std::nullopt;
  return "write the unit as one word, in quotes: \"mL/min/{1.73_m2}\"";
}

// has measurement LOINC:4548-4 >= 7 % with time before enrolment
std::optional<std::string> WithBehindValue(const HabitTokens& tokens, int to_wrong) {
  if (to_wrong != 0 || !tokens.Is(0, "with") || !tokens.IsWord(1)) return std::nullopt;
  int sign = -1;
  while (sign > -5 && !tokens.IsOneOf(sign, {"<", ">", "<=", ">="})) --sign;
  if (!tokens.IsOneOf(sign, {"<", ">", "<=", ">="}) || !tokens.IsTerm(sign - 1)) return std::nullopt;
  return absl::StrCat("write both in parentheses behind with: with (value ", tokens.Join(sign, 0), " and ",
                      tokens.Join(1, 4), " ...)");
}

}  // namespace

std::optional<std::string> HabitOfProtocol(const HabitTokens& tokens, int to_wrong) {
  for (const auto habit : {SpanOfAges,         TimesBehindATerm,  BeforeATerm,    RecordBesideNamed,
                           AgedOver,           ConsentForUse,     AssayAtDepth,   PriorTo,
                           TimeBehindATerm,    SpanOfLife,        OrMore,         TwoPressures,
                           TwoSamples,         DepthBehindAssay,  NoneBut,        IsAgain,
                           OrBeyond,           LongBefore,        OfRelative,     PolarityWithoutHas,
                           PolarityBehindWith, UnitOfBodySurface, WithBehindValue}) {
    if (auto words = habit(tokens, to_wrong)) return words;
  }
  return std::nullopt;
}

}  // namespace muster::grammar
