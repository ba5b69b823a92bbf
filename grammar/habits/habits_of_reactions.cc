#include "grammar/habits/habits_of_reactions.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "grammar/habits/phrases/habit_tokens.h"

namespace muster::grammar {
namespace {

enum class Reaction { kFailed, kResponded, kStopped, kIntolerant, kAllergic, kContraindicated, kNaive };

struct Phrase {
  std::array<std::string_view, 3> words;  // empty ones at the end
  Reaction reaction;
};
constexpr Phrase kPhrases[] = {
    {{"inadequate", "response", "to"}, Reaction::kFailed},
    {{"no", "response", "to"}, Reaction::kFailed},
    {{"response", "to", ""}, Reaction::kResponded},
    {{"responded", "to", ""}, Reaction::kResponded},
    {{"responding", "to", ""}, Reaction::kResponded},
    {{"responsive", "to", ""}, Reaction::kResponded},
    {{"progression", "on", ""}, Reaction::kFailed},
    {{"progressed", "on", ""}, Reaction::kFailed},
    {{"progressed", "after", ""}, Reaction::kFailed},
    {{"progressing", "on", ""}, Reaction::kFailed},
    {{"relapsed", "after", ""}, Reaction::kFailed},
    {{"relapsed", "on", ""}, Reaction::kFailed},
    {{"refractory", "to", ""}, Reaction::kFailed},
    {{"resistant", "to", ""}, Reaction::kFailed},
    {{"resistance", "to", ""}, Reaction::kFailed},
    {{"unresponsive", "to", ""}, Reaction::kFailed},
    {{"nonresponsive", "to", ""}, Reaction::kFailed},
    {{"failure", "of", ""}, Reaction::kFailed},
    {{"failure", "on", ""}, Reaction::kFailed},
    {{"failed", "on", ""}, Reaction::kFailed},
    {{"failed", "", ""}, Reaction::kFailed},
    {{"failing", "", ""}, Reaction::kFailed},
    {{"discontinued", "", ""}, Reaction::kStopped},
    {{"stopped", "", ""}, Reaction::kStopped},
    {{"intolerant", "to", ""}, Reaction::kIntolerant},
    {{"intolerant", "of", ""}, Reaction::kIntolerant},
    {{"intolerance", "to", ""}, Reaction::kIntolerant},
    {{"intolerance", "of", ""}, Reaction::kIntolerant},
    {{"allergic", "to", ""}, Reaction::kAllergic},
    {{"allergy", "to", ""}, Reaction::kAllergic},
    {{"allergies", "to", ""}, Reaction::kAllergic},
    {{"hypersensitive", "to", ""}, Reaction::kAllergic},
    {{"hypersensitivity", "to", ""}, Reaction::kAllergic},
    {{"contraindication", "to", ""}, Reaction::kContraindicated},
    {{"contraindication", "for", ""}, Reaction::kContraindicated},
    {{"contraindications", "to", ""}, Reaction::kContraindicated},
    {{"contraindicated", "for", ""}, Reaction::kContraindicated},
    {{"naive", "to", ""}, Reaction::kNaive},
    {{"untreated", "with", ""}, Reaction::kNaive},
    {{"never", "received", ""}, Reaction::kNaive},
};
// Behind what was or was not given: metformin naive, statin-intolerant.
constexpr Phrase kEnds[] = {
    {{"naive", "", ""}, Reaction::kNaive},
    {{"intolerant", "", ""}, Reaction::kIntolerant},
    {{"resistant", "", ""}, Reaction::kFailed},
    {{"refractory", "", ""}, Reaction::kFailed},
    {{"allergy", "", ""}, Reaction::kAllergic},
    {{"failure", "", ""}, Reaction::kFailed},
    {{"intolerance", "", ""}, Reaction::kIntolerant},
    {{"hypersensitivity", "", ""}, Reaction::kAllergic},
};
// Failures that are of organs, and allergies with names of their own.
constexpr std::string_view kNoTreatments[] = {"heart",   "cardiac",     "renal",     "kidney",  "liver",
                                              "hepatic", "respiratory", "treatment", "food",    "drug",
                                              "peanut",  "lactose",     "gluten",    "glucose", "therapy"};
constexpr std::string_view kFillers[] = {"has",   "have",  "had",      "a",        "an",         "the",
                                         "any",   "is",    "are",      "was",      "were",       "who",
                                         "known", "prior", "previous", "patients", "documented", "previously"};

std::string Lower(std::string_view word) { return absl::AsciiStrToLower(std::string(word)); }

template <typename Words>
bool IsAmong(const Words& words, std::string_view word) {
  return std::find(std::begin(words), std::end(words), Lower(word)) != std::end(words);
}

size_t SizeOf(const Phrase& phrase) {
  return static_cast<size_t>(
      std::count_if(phrase.words.begin(), phrase.words.end(), [](std::string_view word) { return !word.empty(); }));
}

bool StandsAt(const Phrase& phrase, const std::vector<std::string>& words, size_t at) {
  if (at + SizeOf(phrase) > words.size()) return false;
  for (size_t i = 0; i < SizeOf(phrase); ++i) {
    if (Lower(words[at + i]) != phrase.words[i]) return false;
  }
  return true;
}

std::string InQuotes(std::vector<std::string> words) {
  const auto is_filler = [](const std::string& word) {
    return IsAmong(kFillers, word) || Lower(word) == "treatment" ||
           Lower(word) == "treatments";  // stopped treatment "a"
  };
  while (words.size() > 1 && is_filler(words.front())) words.erase(words.begin());
  const std::string joined = absl::StrJoin(words, " ");
  const bool term = joined.find('"') != std::string::npos || joined.find(':') != std::string::npos;
  return term ? joined : absl::StrCat("\"", joined, "\"");
}

std::string Written(Reaction reaction, const std::vector<std::string>& words, bool negated) {
  const std::string verb = negated ? "no " : "has ";
  const std::string what = InQuotes(words);
  const std::string treatment = absl::StrCat("write ", verb, "treatment ", what);
  switch (reaction) {
    case Reaction::kFailed:
      return absl::StrCat(treatment, " with response is \"...\", where the response is recorded; has treatment ", what,
                          " alone is who was given it");
    case Reaction::kResponded:
      return absl::StrCat("write has treatment ", what, " with response is \"...\", where the response is recorded");
    case Reaction::kStopped:
      return absl::StrCat(treatment, " with end is recorded");
    case Reaction::kIntolerant:
      return absl::StrCat(treatment, " with (termination reason is \"...\" or adverse event is recorded), where these ",
                          "are recorded");
    case Reaction::kAllergic: {
      std::string allergy = what;
      if (allergy.ends_with('"')) allergy.insert(allergy.size() - 1, " allergy");
      return absl::StrCat("write ", verb, "disease ", allergy, ", or ", verb, "phenotype ", allergy,
                          "; terms like \"allergy\" shows how allergies are recorded here, if they are");
    }
    case Reaction::kContraindicated:
      return absl::StrCat("write the diseases and results that speak against it, such as ", negated ? "no" : "has",
                          " disease \"...\": a contraindication to ", what, " is no record of its own");
    case Reaction::kNaive:
      return absl::StrCat("write ", negated ? "has" : "no", " treatment ", what);
  }
  return "";
}

bool EndsACriterion(std::string_view token) {
  constexpr std::string_view kEndsOfCriteria[] = {"and",   "or", "by", "but",    "except", "having", "limit",
                                                  "where", ";",  ")",  ",",      "(",      "with",   "<",
                                                  ">",     "<=", ">=", "within", "in",     "before", "after"};
  return token.empty() || IsAmong(kEndsOfCriteria, token);
}

}  // namespace

std::optional<std::string> WriteForReaction(const std::vector<std::string>& written, bool negated) {
  std::vector<std::string> words = written;
  if (words.size() > 2 && Lower(words[0]) == "history" && Lower(words[1]) == "of")
    words.erase(words.begin(), words.begin() + 2);
  while (!words.empty() && (IsAmong(kFillers, words[0]) || Lower(words[0]) == "no" || Lower(words[0]) == "not")) {
    if (Lower(words[0]) == "no" && words.size() > 1 && Lower(words[1]) == "response") break;
    negated = negated != (Lower(words[0]) == "no" || Lower(words[0]) == "not");
    words.erase(words.begin());
  }
  for (const Phrase& phrase : kPhrases) {
    if (!StandsAt(phrase, words, 0) || SizeOf(phrase) == words.size()) continue;
    const auto behind = words.begin() + static_cast<std::ptrdiff_t>(SizeOf(phrase));
    return Written(phrase.reaction, std::vector<std::string>(behind, words.end()), negated);
  }
  // statin-intolerant
  if (const size_t dash = words.empty() ? std::string::npos : words.back().rfind('-'); dash != std::string::npos) {
    const std::string last = words.back().substr(dash + 1);
    words.back().resize(dash);
    words.push_back(last);
  }
  for (const Phrase& phrase : kEnds) {
    if (words.size() < 2 || !StandsAt(phrase, words, words.size() - 1) ||
        IsAmong(kNoTreatments, words[words.size() - 2])) {
      continue;
    }
    words.pop_back();
    return Written(phrase.reaction, words, negated);
  }
  // refractory epilepsy, uncontrolled hypertension
  if (words.size() < 2) return std::nullopt;
  const bool refractory = IsAmong(std::array<std::string_view, 2>{"refractory", "resistant"}, words[0]) ||
                          Lower(words[0]).ends_with("-resistant");
  if (!refractory && Lower(words[0]) != "uncontrolled") return std::nullopt;
  const std::string disease = InQuotes({words.begin() + 1, words.end()});
  return absl::StrCat("write ", negated ? "no" : "has", " disease ", disease, "; that it is ", Lower(words[0]),
                      refractory ? " is said by the response to a treatment, where it is recorded: has treatment "
                                   "\"...\" with response is \"...\""
                                 : " is said by a measurement: has measurement \"...\" with value > ...");
}

std::optional<std::string> HabitOfReaction(const std::vector<std::string>& tokens, size_t at) {
  constexpr size_t kLookedBack = 8, kLookedOn = 6;
  size_t begin = at;
  while (begin > 0 && at - begin < kLookedBack && !EndsACriterion(tokens[begin - 1])) --begin;
  if (begin == 0 || !EndsACriterion(tokens[begin - 1])) return std::nullopt;
  std::vector<std::string> words;
  for (size_t i = begin; i < tokens.size() && i < at + kLookedOn && !EndsACriterion(tokens[i]); ++i) {
    words.push_back(tokens[i]);
  }
  return WriteForReaction(words, false);
}

}  // namespace muster::grammar
