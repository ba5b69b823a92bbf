#include "grammar/habits/habits_of_having.h"

#include <algorithm>
#include <array>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "grammar/habits/criteria/single_words.h"
#include "grammar/habits/phrases/habit_tokens.h"
#include "grammar/habits/phrases/habits_of_phrases.h"
#include "grammar/habits/phrases/habits_of_times.h"

namespace muster::grammar {
namespace {

// Words that say that somebody has something. Those of two words stand first, so that they are found first.
struct Verb {
  std::array<std::string_view, 2> words;
  std::string_view entity;  // of which it says so; empty where it does not tell
  bool negates = false;
};
constexpr Verb kVerbs[] = {
    {{"diagnosed", "with"}, "disease"},
    {{"diagnosed", "as"}, "disease"},
    {{"diagnosis", "of"}, "disease"},
    {{"diagnoses", "of"}, "disease"},
    {{"suffers", "from"}, "disease"},
    {{"suffer", "from"}, "disease"},
    {{"suffering", "from"}, "disease"},
    {{"affected", "by"}, "disease"},
    {{"affected", "with"}, "disease"},
    {{"history", "of"}, ""},
    {{"presence", "of"}, ""},
    {{"evidence", "of"}, ""},
    {{"signs", "of"}, "phenotype"},
    {{"symptoms", "of"}, "phenotype"},
    {{"positive", "for"}, ""},
    {{"presents", "with"}, "phenotype"},
    {{"presenting", "with"}, "phenotype"},
    {{"treated", "with"}, "treatment"},
    {{"treated", "by"}, "treatment"},
    {{"treatment", "with"}, "treatment"},
    {{"treatment", "by"}, "treatment"},
    {{"therapy", "with"}, "treatment"},
    {{"use", "of"}, "treatment"},
    {{"dose", "of"}, "treatment"},
    {{"doses", "of"}, "treatment"},
    {{"exposure", "to"}, "exposure"},
    {{"exposed", "to"}, "exposure"},
    {{"mutation", "in"}, "variant"},
    {{"mutations", "in"}, "variant"},
    {{"variant", "in"}, "variant"},
    {{"variants", "in"}, "variant"},
    {{"absence", "of"}, "", true},
    {{"lack", "of"}, "", true},
    {{"free", "of"}, "", true},
    {{"free", "from"}, "", true},
    {{"negative", "for"}, "", true},
    {{"on", ""}, "treatment"},
    {{"taking", ""}, "treatment"},
    {{"takes", ""}, "treatment"},
    {{"take", ""}, "treatment"},
    {{"receiving", ""}, "treatment"},
    {{"receives", ""}, "treatment"},
    {{"receive", ""}, "treatment"},
    {{"received", ""}, "treatment"},
    {{"using", ""}, "treatment"},
    {{"uses", ""}, "treatment"},
    {{"prescribed", ""}, "treatment"},
    {{"underwent", ""}, "procedure"},
    {{"undergone", ""}, "procedure"},
    {{"undergoing", ""}, "procedure"},
    {{"carries", ""}, "variant"},
    {{"carrying", ""}, "variant"},
    {{"has", ""}, ""},
    {{"have", ""}, ""},
    {{"had", ""}, ""},
    {{"having", ""}, ""},
    {{"with", ""}, ""},
    {{"no", ""}, "", true},
    {{"not", ""}, "", true},
    {{"never", ""}, "", true},
    {{"cannot", ""}, "", true},
    {{"without", ""}, "", true},
    {{"excluding", ""}, "", true},
    {{"lacks", ""}, "", true},
    {{"lacking", ""}, "", true},
};

// Words around these that add nothing here.
constexpr std::string_view kFillers[] = {
    "the",     "a",        "an",         "any",       "some",         "all",        "patient",     "patients",
    "subject", "subjects", "people",     "person",    "participants", "individual", "individuals", "they",
    "who",     "that",     "which",      "must",      "should",       "may",        "can",         "will",
    "shall",   "be",       "is",         "are",       "was",          "were",       "been",        "being",
    "do",      "does",     "did",        "ever",      "currently",    "previously", "prior",       "previous",
    "past",    "known",    "documented", "confirmed", "active",       "recent",     "recently",    "current",
    "ongoing", "clinical", "also",       "there",     "exists",       "recorded",   "newly",       "other",
    "stable",
};
// Those of them that say when: a record that is there at all may be of any time.
constexpr std::string_view kTimesOfHaving[] = {"current", "currently", "active", "ongoing", "recent", "recently"};

struct PersonWord {
  std::string_view word, criterion;
};
constexpr PersonWord kPersons[] = {
    {"women", "sex is female and "},
    {"females", "sex is female and "},
    {"girls", "sex is female and "},
    {"men", "sex is male and "},
    {"males", "sex is male and "},
    {"boys", "sex is male and "},
    {"adults", "age at last contact >= 18 years and "},
    {"children", "age at last contact < 18 years and "},
};

// What ends words that are a name.
constexpr std::string_view kEndsOfName[] = {
    "and",    "or",     "with",  "by",    "as",   "but",   "except",    "having",  "within", "on",   "in",
    "since",  "before", "after", "for",   "at",   "under", "over",      "above",   "below",  "than", "until",
    "during", "who",    "where", "whose", "that", "then",  "excluding", "without", "unless", "plus", "from",
    "not",    "no",     "has",   "have",  "nor",  "aged",  "is",        "of",
};

bool IsAmong(const auto& words, std::string_view word) {
  const std::string lower = absl::AsciiStrToLower(std::string(word));
  return std::find(std::begin(words), std::end(words), lower) != std::end(words);
}

struct Reading {
  bool negated = false;
  bool plain = true;  // nothing but what the language has itself: has, no, not has
  bool says = false;  // that somebody has, or has not
  bool when = false;
  std::string entity, person, term;
  int end = 0;
};

const Verb* VerbAt(const HabitTokens& tokens, int i) {
  const auto* found = std::find_if(std::begin(kVerbs), std::end(kVerbs), [&](const Verb& verb) {
    return tokens.Is(i, verb.words[0]) && (verb.words[1].empty() || tokens.Is(i + 1, verb.words[1]));
  });
  return found == std::end(kVerbs) ? nullptr : found;
}

// The words before what somebody has.
Reading ReadLead(const HabitTokens& tokens) {
  Reading reading;
  int& i = reading.end;
  while (true) {
    if (const Verb* verb = VerbAt(tokens, i)) {
      const bool has = tokens.IsOneOf(i, {"has", "have"});
      const bool plain = has ? i == 0 || tokens.Is(i - 1, "not")
                             : (tokens.Is(i, "no") && (i == 0 || tokens.IsOneOf(i - 1, {"has", "have"}))) ||
                                   (tokens.Is(i, "not") && i == 0);
      reading.plain = reading.plain && plain;
      // With `not` alone it does not say what it is that somebody has.
      reading.says = reading.says || !tokens.Is(i, "not");
      reading.negated = reading.negated || verb->negates;
      if (!verb->entity.empty()) reading.entity = verb->entity;
      // Who is on a drug has not stopped it.
      reading.when = reading.when || tokens.IsOneOf(i, {"on", "taking", "takes", "receiving", "receives"});
      i += verb->words[1].empty() ? 1 : 2;
      continue;
    }
    if (IsAmong(kFillers, tokens[i])) {
      reading.when = reading.when || IsAmong(kTimesOfHaving, tokens[i]);
      reading.plain = false;
      ++i;
      continue;
    }
    const auto* person = std::find_if(std::begin(kPersons), std::end(kPersons),
                                      [&](const PersonWord& known) { return tokens.Is(i, known.word); });
    if (person == std::end(kPersons) || !reading.person.empty()) return reading;
    reading.person = person->criterion;
    reading.plain = false;
    ++i;
  }
}

// What stands between an entity and a name: disease called "melanoma", disease is "melanoma".
int ReadConnector(const HabitTokens& tokens, int i) {
  if (tokens.IsOneOf(i, {"called", "named", "is", "=", "==", "like"})) return i + 1;
  if (tokens.Is(i, "with") && tokens.Is(i + 1, "name")) return i + 2;
  return i;
}

// A term as it is written, or words that lack their quotation marks; empty when there is none.
std::string ReadName(const HabitTokens& tokens, int* i) {
  if (tokens.IsTerm(*i)) {
    const bool labelled = tokens[*i].find(':') != std::string_view::npos && tokens[*i + 1].starts_with('"');
    const int begin = std::exchange(*i, *i + (labelled ? 2 : 1));
    return tokens.Join(begin, *i);
  }
  if (tokens.IsFieldWord(*i)) return "";
  int end = *i;
  const auto goes_on = [&](int at) {
    return (tokens.IsWord(at) && !IsAmong(kEndsOfName, tokens[at])) ||
           (at > *i && tokens.IsNumber(at) && tokens.IsWord(at + 1) && !IsAmong(kEndsOfName, tokens[at + 1]));
  };
  while (end < *i + 6 && goes_on(end)) ++end;
  if (end == *i) return "";
  // What is compared is a field.
  if (tokens.IsOneOf(end, {"is", "=", "<", ">", "<=", ">=", "between", "starts", "not"})) return "";
  const int begin = std::exchange(*i, end);
  return absl::StrCat("\"", tokens.Join(begin, end), "\"");
}

// Where nothing says what it is that somebody has: prior chemotherapy, an EGFR mutation.
void ReadKind(Reading* reading) {
  if (!reading->entity.empty() || !reading->term.starts_with('"')) return;
  const std::string words = reading->term.substr(1, reading->term.size() - 2);
  const std::vector<std::string> split = absl::StrSplit(words, ' ', absl::SkipEmpty());
  if (split.empty()) return;
  const NamedRecords named = RecordsNamedBy(split);
  if (named.entity == "disease") return;
  reading->entity = named.entity;
  reading->term = named.term;
}

Reading ReadHaving(const HabitTokens& tokens) {
  Reading reading = ReadLead(tokens);
  int& i = reading.end;
  if (tokens.IsEntity(i)) {
    reading.entity = tokens.EntityAsWritten(i);
    reading.says = true;
    ++i;
    const int behind = ReadConnector(tokens, i);
    const bool connected = behind != i && (tokens.IsTerm(behind) || tokens.IsWord(behind));
    if (connected) {
      reading.plain = false;
      i = behind;
    }
    if (!connected && reading.plain && !tokens.IsTerm(i)) return reading;
  }
  if (tokens.IsTerm(i) && reading.entity.empty()) reading.entity = EntityOfCode(tokens[i]);
  reading.term = ReadName(tokens, &i);
  // What one smokes is said by the verb.
  if (reading.term == "\"smoked\"" || reading.term == "\"smoking\"" || reading.term == "\"smoker\"") {
    reading.entity = "exposure";
    reading.term = "\"smoking\"";
  }
  if (reading.entity.empty() && !tokens.IsTerm(i - 1)) ReadKind(&reading);
  if (reading.entity.empty()) reading.entity = tokens.EntityBefore(0);
  return reading;
}

std::string Written(const Reading& reading) {
  const std::string_view verb = reading.negated ? "no " : "has ";
  std::string entity = reading.entity;
  std::string term = reading.term.empty() ? "" : absl::StrCat(" ", reading.term);
  std::string out =
      absl::StrCat("write ", reading.person, std::string(verb), entity.empty() ? "disease" : entity, term);
  return out;
}

std::optional<std::string> OfFamily(const HabitTokens& tokens, int begin) {
  for (int i = begin; i < begin + 4; ++i) {
    if (!tokens.Is(i, "family") || !tokens.Is(i + 1, "history")) continue;
    return "family history is recorded with the person's own disease: has disease \"...\" with family history is yes, "
           "or no; of relatives in the catalogue write has relative with has disease \"...\"";
  }
  return std::nullopt;
}

std::optional<std::string> HavingFrom(const HabitTokens& tokens, int at) {
  if (auto family = OfFamily(tokens, 0)) return family;
  Reading reading = ReadHaving(tokens);
  if (reading.plain || at > reading.end || reading.end == 0) return std::nullopt;
  if (reading.term.empty() && (reading.entity.empty() || !reading.says)) return std::nullopt;
  const bool quoted_here = tokens.IsTerm(reading.end - 1);
  if (!reading.says && !quoted_here) return std::nullopt;
  const bool ends =
      tokens[reading.end].empty() || tokens.IsOneOf(reading.end, {"and", "or", "but", "by", ")", ",", ";"});
  if (reading.negated && ends && reading.entity == "exposure" && reading.term == "\"smoking\"") {
    return std::string(kNeverSmoked);
  }
  // `not disease "asthma"` and `not "asthma"` have words of their own.
  if (reading.negated && reading.end > 0 && tokens.Is(0, "not") && tokens.IsTerm(1)) return std::nullopt;
  if (!quoted_here &&
      (tokens.IsNumber(reading.end) || (tokens.Is(reading.end, "of") && tokens.IsNumber(reading.end + 1)))) {
    return absl::StrCat("write has measurement ", reading.term, " >= and the number with its unit, or =, <, <=, >");
  }
  std::string out = Written(reading);
  const std::string entity = reading.entity.empty() ? "disease" : reading.entity;
  if (const auto time = TimeInWords(tokens, reading.end, entity)) {
    absl::StrAppend(&out, " ", *time);
  } else if (reading.when && TimeOfEntity(entity) == "start") {
    absl::StrAppend(&out, " with end is missing, as of what goes on");
  } else if (reading.when) {
    absl::StrAppend(&out, ", and behind it its time, such as with ",
                    TimeOfEntity(entity).empty() ? "date" : std::string(TimeOfEntity(entity)),
                    " within 1 year before study date");
  }
  return out;
}

}  // namespace

std::optional<std::string> HabitOfHaving(const std::vector<std::string>& tokens, size_t at) {
  constexpr size_t kLookedBack = 14;
  std::vector<size_t> begins;  // where the criterion may begin, the outermost first
  bool in_criteria = false;
  for (size_t i = at; i > 0 && at - i < kLookedBack; --i) {
    const std::string before = absl::AsciiStrToLower(tokens[i - 1]);
    if (before == ";") break;
    const bool joint = before == "where" || before == "and" || before == "or" || before == "but" ||
                       before == "except" || before == "(" || before == ",";
    if (!joint && before != "with") continue;
    begins.insert(begins.begin(), i);
    if (joint) {
      in_criteria = true;
      break;
    }
  }
  if (!in_criteria) return std::nullopt;
  for (const size_t begin : begins) {
    if (auto words = HavingFrom(HabitTokens(tokens, begin), static_cast<int>(at - begin))) return words;
  }
  return std::nullopt;
}

std::optional<std::string> HabitOfHaving(std::string_view words, bool negated, std::string_view term) {
  std::vector<std::string> tokens = absl::StrSplit(std::string(words), ' ', absl::SkipEmpty());
  tokens.insert(tokens.begin(), negated ? "no" : "has");
  if (!term.empty()) tokens.emplace_back(term);
  const HabitTokens all(tokens, 0);
  if (auto family = OfFamily(all, 1)) return family;
  const Reading reading = ReadHaving(all);
  if (reading.plain || static_cast<size_t>(reading.end) < tokens.size()) return std::nullopt;
  if (reading.term.empty() && reading.entity.empty()) return std::nullopt;
  std::string out = Written(reading);
  if (reading.when)
    absl::StrAppend(&out, " ... with its time, such as ",
                    std::string(TimeOfEntity(reading.entity.empty() ? "disease" : reading.entity)),
                    " before study date");
  return out;
}

}  // namespace muster::grammar
