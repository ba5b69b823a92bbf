#include "grammar/habits/phrases/habits_of_times.h"

#include <cstdlib>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"

namespace muster::grammar {
namespace {

constexpr const char* kBeforeStudyDate = " before study date, where study date 2026-01-01; stands in front";

bool IsUnitOfTime(const HabitTokens& tokens, int i) {
  return tokens.IsOneOf(
      i, {"year", "years", "month", "months", "week", "weeks", "day", "days", "hour", "hours", "y", "yr", "yrs"});
}

bool IsYear(const HabitTokens& tokens, int i) {
  const std::optional<int> number = tokens.Count(i);
  return number && *number >= 1800 && *number < 2200;
}

// "12 months", from token `i` on; empty when there is no number.
std::string DurationAt(const HabitTokens& tokens, int i) {
  if (!tokens.IsNumber(i)) return "";
  return tokens.Join(i, i + (IsUnitOfTime(tokens, i + 1) ? 2 : 1));
}

// A date, or an age; words before an age that say that it is one are left out. Empty when there is none.
std::string PointAt(const HabitTokens& tokens, int i) {
  if (tokens.Is(i, "the")) ++i;
  const bool age = tokens.Is(i, "age");
  if (age) i += tokens.Is(i + 1, "of") ? 2 : 1;
  if (tokens.Is(i, "study") && tokens.Is(i + 1, "date")) return "study date";
  if (!tokens.IsNumber(i)) {  // a date is none
    const std::string_view token = tokens[i];
    return !token.empty() && absl::ascii_isdigit(static_cast<unsigned char>(token[0])) ? std::string(token) : "";
  }
  if (!age && IsYear(tokens, i)) return std::string(tokens[i]);
  return absl::StrCat(std::string(tokens[i]), " ",
                      IsUnitOfTime(tokens, i + 1) ? std::string(tokens[i + 1])
                      : tokens[i] == "1"          ? std::string("year")
                                                  : std::string("years"));
}

// The time of another record, which has to have a name.
std::string OfAnother(std::string_view entity, std::string_view time, std::string_view how) {
  return absl::StrCat("give the other record a name, before this one: has disease ... as first_one and has ",
                      entity.empty() ? "treatment" : std::string(entity), " ... with ", std::string(time), " ",
                      std::string(how), " first_one");
}

bool BeginsAnotherRecord(const HabitTokens& tokens, int i) {
  return tokens.IsEntity(i) || tokens.IsOneOf(i, {"has", "have", "the"});
}

// Whether the field is the one of the beginning of what may go on for long.
bool IsBegin(std::string_view time) { return time == "start" || time == "started"; }

// in the last 5 years: the duration, if there is one, is at token `i`.
std::string InTheLast(const HabitTokens& tokens, int i, const std::string& time) {
  const std::string duration = DurationAt(tokens, i);
  const std::string length = duration.empty() ? "1 year" : duration;
  if (IsBegin(time)) {  // what began long before may go on
    return absl::StrCat("(start before study date and (end is missing or end within ", length,
                        " before study date or end after study date)), or for those that began in it start within ",
                        length, kBeforeStudyDate);
  }
  return absl::StrCat(time, " within ", length, kBeforeStudyDate);
}

// within 12 months, within 12 months of diagnosis; `another` as of Compared.
std::string WithinDuration(const HabitTokens& tokens, int i, std::string_view entity, const std::string& time,
                           bool* another) {
  const int end = IsUnitOfTime(tokens, i + 2) ? i + 3 : i + 2;
  const bool names_point = tokens.IsOneOf(end, {"of", "before", "after"});
  const bool prior = tokens.IsOneOf(end, {"prior", "previous"}) && tokens.Is(end + 1, "to");
  const bool order = prior || tokens.IsOneOf(end, {"before", "after"});
  const std::string named = order ? NamedTimeAt(tokens, prior ? end + 2 : end + 1) : "";
  if (!named.empty()) {
    return absl::StrCat(time, " ", tokens.Join(i, end), tokens.Is(end, "after") ? " after " : " before ", named);
  }
  if (tokens.Is(end, "of") && NamedTimeAt(tokens, end + 1) == "study date") {
    return absl::StrCat(time, " ", tokens.Join(i, end), " before study date");
  }
  if (names_point && BeginsAnotherRecord(tokens, end + 1)) {
    *another = true;
    return OfAnother(entity, time, tokens.Join(i, end + 1));
  }
  return absl::StrCat(time, " ", tokens.Join(i, end),
                      !names_point             ? kBeforeStudyDate
                      : tokens.IsWord(end + 1) ? absl::StrCat(" ", tokens.Join(end, end + 2))
                                               : absl::StrCat(" ", std::string(tokens[end]), " ..."));
}

// since 2015, before age 40, in 2020; `another` as of Compared.
std::string AtPoint(const HabitTokens& tokens, int i, std::string_view entity, const std::string& time, bool* another) {
  const std::string point = PointAt(tokens, i + 1);
  const bool order = tokens.IsOneOf(i, {"before", "after"});
  if (point.empty()) {
    if (!order || !BeginsAnotherRecord(tokens, i + 1)) return "";
    *another = true;
    return OfAnother(entity, time, tokens.Join(i, i + 1));
  }
  const bool age = point.find(' ') != std::string::npos && point != "study date";
  const bool says_age = tokens.Is(i + 1, "age") || IsUnitOfTime(tokens, i + 2);
  if (tokens.IsOneOf(i, {"under", "over"}) && (!age || !says_age)) return "";  // over 30: of the value
  if (tokens.Is(i, "from") && age) return "";                                  // a range
  if (tokens.IsOneOf(i, {"in", "during", "on", "at"}) && age) {
    return absl::StrCat(time, " aged ", point.substr(0, point.find(' ')));
  }
  return absl::StrCat(time, " ",
                      order                                  ? std::string(tokens[i])
                      : tokens.IsOneOf(i, {"since", "from"}) ? ">="
                      : tokens.IsOneOf(i, {"until", "by"})   ? "<="
                      : tokens.Is(i, "under")                ? "<"
                      : tokens.Is(i, "over")                 ? ">"
                                                             : "=",
                      " ", point);
}

// for at least 3 months, for more than 3 months, for >= 3 months, for 3 months
std::string ForDuration(const HabitTokens& tokens, int i, const std::string& time) {
  int number = i + 1;
  while (number < i + 5 && !tokens[number].empty() && !tokens.IsNumber(number)) ++number;
  const std::string duration = DurationAt(tokens, number);
  if (duration.empty() || !IsUnitOfTime(tokens, number + 1)) return "";
  if (IsBegin(time)) {
    return absl::StrCat("end at least ", duration, " after start, or for what goes on with (end is missing and ",
                        "start at least ", duration, " before study date)");
  }
  return absl::StrCat(time, " at least ", duration, kBeforeStudyDate);
}

// `time` is compared from token `i` on: in the last 5 years, within 12 months, since 2015, before age 40. Empty when
// nothing is said of when. `another` is set when it is all that is to be written.
std::string Compared(const HabitTokens& tokens, int i, std::string_view entity, const std::string& time,
                     bool* another) {
  const bool in_the = tokens.Is(i, "in") && tokens.Is(i + 1, "the");
  const int last = tokens.Is(i + 1, "the") ? i + 2 : i + 1;
  if ((in_the || tokens.IsOneOf(i, {"in", "within", "during", "over"})) &&
      tokens.IsOneOf(last, {"last", "past", "previous"})) {
    return InTheLast(tokens, last + 1, time);
  }
  if (tokens.IsOneOf(i, {"at", "before"}) &&
      tokens.IsOneOf(i + 1, {"baseline", "screening", "entry", "inclusion", "randomisation", "randomization"})) {
    return absl::StrCat(time, kBeforeStudyDate);
  }
  if (tokens.Is(i, "within") && tokens.IsNumber(i + 1)) return WithinDuration(tokens, i, entity, time, another);
  if (tokens.IsOneOf(
          i, {"since", "from", "before", "after", "until", "in", "during", "on", "at", "under", "over", "by"})) {
    return AtPoint(tokens, i, entity, time, another);
  }
  if (tokens.Is(i, "for")) return ForDuration(tokens, i, time);
  if (tokens.IsNumber(i) && IsUnitOfTime(tokens, i + 1) && tokens.IsOneOf(i + 2, {"before", "after"})) {
    if (const std::string named = NamedTimeAt(tokens, i + 3); !named.empty()) {  // < 5 years before study date
      const bool less = tokens.IsOneOf(i - 1, {"<", "<="});
      return absl::StrCat(time, less ? " within " : " at least ", tokens.Join(i, i + 3), " ", named);
    }
    *another = true;
    return OfAnother(entity, time, absl::StrCat("at least ", tokens.Join(i, i + 3)));
  }
  return "";
}

bool IsTimeVerb(const HabitTokens& tokens, int i) {
  return tokens.IsOneOf(i, {"diagnosed", "started", "performed", "collected", "measured", "treated", "onset", "done",
                            "taken", "given", "enrolled", "born", "died", "seen"});
}

}  // namespace

std::string NamedTimeAt(const HabitTokens& tokens, int i) {
  if (tokens.Is(i, "age") && tokens.IsOneOf(i + 1, {"at", "of"}) && !tokens.Is(i + 2, "age")) {
    const std::string named = NamedTimeAt(tokens, i + 2);
    return named.empty() ? "" : absl::StrCat("age at ", named);
  }
  if (tokens.IsOneOf(i, {"the", "study"}) && !tokens.Is(i + 1, "date")) ++i;
  if (tokens.IsOneOf(i, {"enrolment", "enrollment", "inclusion", "entry"})) return "enrolment";
  if (tokens.IsOneOf(i, {"screening", "baseline", "randomisation", "randomization"})) return "study date";
  if (tokens.Is(i, "study") && tokens.Is(i + 1, "date")) return "study date";
  if (tokens.Is(i, "last") && tokens.Is(i + 1, "contact")) return "last contact";
  return tokens.Is(i, "death") ? "death" : "";
}

std::optional<std::string> TimeInWords(const HabitTokens& tokens, int i, std::string_view entity) {
  const std::string time(TimeOfEntity(entity));
  if (time.empty()) return std::nullopt;
  bool another = false;
  const std::string compared = Compared(tokens, IsTimeVerb(tokens, i) ? i + 1 : i, entity, time, &another);
  if (compared.empty() || another) return std::nullopt;
  return absl::StrCat("with ", compared);
}

// diagnosed in the last 5 years; has procedure "colectomy" within 12 months; has disease "melanoma" after 2015;
// enrolled in 2023
std::optional<std::string> HabitOfTime(const HabitTokens& tokens, int to_wrong) {
  if (std::abs(to_wrong) > 4) return std::nullopt;
  int i = 0;
  std::string time;
  if (IsTimeVerb(tokens, 0)) {
    time = absl::AsciiStrToLower(std::string(tokens[0]));
    i = 1;
  }
  const std::string entity = tokens.EntityBefore(0);
  const bool begins = tokens.BeginsCriterion(0);
  if (time.empty() && tokens.IsWord(-1) && !tokens.IsEntity(-1)) {
    // That is the time, or the unit of a value: only what is no comparison of the language is said otherwise.
    if (!tokens.IsOneOf(0, {"in", "during", "since", "until"}) || !(IsYear(tokens, 1) || tokens.Is(1, "the"))) {
      return std::nullopt;
    }
    int name = -1;
    while (tokens.IsWord(name - 1) && !tokens.BeginsCriterion(name)) --name;
    if (tokens.BeginsCriterion(name) && !tokens.IsOneOf(name, {"has", "have"})) {
      bool another = false;
      const std::string compared = Compared(tokens, 0, entity, tokens.Join(name, 0), &another);
      return compared.empty() || another ? std::nullopt : std::optional(absl::StrCat("write ", compared));
    }
  }
  if (time.empty() || !begins) {
    const std::string_view known = TimeOfEntity(entity);
    if (!known.empty() && !begins && (time != "onset" || known == "start")) time = known;
  }
  if (time.empty()) return std::nullopt;
  bool another = false;
  const std::string compared = Compared(tokens, i, entity, time, &another);
  if (compared.empty()) return std::nullopt;
  if (another) return compared;
  // Behind `with` the field stands there already.
  return absl::StrCat("write ", begins ? "" : "with ", compared);
}

}  // namespace muster::grammar
