#include "grammar/habits/phrases/habits_of_phrases.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"

namespace muster::grammar {
namespace {

// Words before a name that records do not tell apart from it, or that other criteria say.
constexpr std::string_view kBefore[] = {
    "known",
    "documented",
    "confirmed",
    "histologically",
    "cytologically",
    "pathologically",
    "radiologically",
    "clinically",
    "genetically",
    "molecularly",
    "proven",
    "established",
    "diagnosed",
    "diagnosis",
    "prior",
    "previous",
    "previously",
    "past",
    "concomitant",
    "concurrent",
    "any",
    "other",
    "significant",
    "a",
    "an",
    "the",
    "of",
    "with",
    "history",
    "evidence",
    "presence",
    "ever",
    "current",
    "currently",
    "active",
    "recent",
    "measurable",
    "symptomatic",
    "written",
    "signed",
    "valid",
    "received",
    "receiving",
    "major",
    "patients",
    "subjects",
    "participants",
};

// What the last word, or another one that is a noun of its kind, says of the records. `is_term`: it is what they are
// called, and does not only say what kind they are.
struct KindOfRecord {
  std::string_view word;
  std::string_view entity;
  bool is_term = false;
};
constexpr KindOfRecord kKinds[] = {
    {"therapy", "treatment"},
    {"therapies", "treatment"},
    {"treatment", "treatment"},
    {"treatments", "treatment"},
    {"medication", "treatment"},
    {"medications", "treatment"},
    {"chemotherapy", "treatment", true},
    {"immunotherapy", "treatment", true},
    {"radiotherapy", "procedure", true},
    {"radiation", "procedure", true},
    {"surgery", "procedure"},
    {"surgeries", "procedure"},
    {"operation", "procedure"},
    {"operations", "procedure"},
    {"procedure", "procedure"},
    {"procedures", "procedure"},
    {"resection", "procedure", true},
    {"transplant", "procedure", true},
    {"transplantation", "procedure", true},
    {"dialysis", "procedure", true},
    {"biopsy", "procedure", true},
    {"echocardiography", "procedure", true},
    {"mutation", "variant"},
    {"mutations", "variant"},
    {"mutant", "variant"},
    {"mutated", "variant"},
    {"mut", "variant"},
    {"variant", "variant"},
    {"variants", "variant"},
    {"carrier", "variant"},
    {"carriers", "variant"},
    {"smoker", "exposure"},
    {"smokers", "exposure"},
    {"smoking", "exposure"},
};
// Stems that drugs are named by (INN), and what several drugs are called.
constexpr std::string_view kEndsOfDrugs[] = {
    "mab",     "tinib",     "rafenib",    "ciclib",  "parib",   "platin",   "taxel",   "rubicin", "formin",
    "gliptin", "gliflozin", "glutide",    "statin",  "statins", "sartan",   "prazole", "cillin",  "mycin",
    "cycline", "floxacin",  "olol",       "dipine",  "fibrate", "xaban",    "grel",    "lukast",  "setron",
    "triptan", "azepam",    "azepine",    "profen",  "steroid", "steroids", "insulin", "aspirin", "warfarin",
    "heparin", "inhibitor", "inhibitors", "blocker", "blockers"};
constexpr std::string_view kEndsOfProcedures[] = {"ectomy", "plasty", "otomy", "oscopy", "ostomy"};

std::string Lower(std::string_view word) { return absl::AsciiStrToLower(std::string(word)); }

bool IsBefore(std::string_view word) {
  if (Lower(word).ends_with("-proven") || Lower(word).ends_with("-confirmed")) return true;  // by biopsy
  return std::find(std::begin(kBefore), std::end(kBefore), Lower(word)) != std::end(kBefore);
}

bool IsOneOfThese(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), Lower(word)) != words.end();
}

const KindOfRecord* KindOf(std::string_view word) {
  const std::string lower = Lower(word);
  const auto* found =
      std::find_if(std::begin(kKinds), std::end(kKinds), [&](const KindOfRecord& kind) { return kind.word == lower; });
  return found == std::end(kKinds) ? nullptr : found;
}

}  // namespace

bool IsStage(std::string_view word) {
  std::string_view digits = word;
  while (!digits.empty() && (IsOneOfThese(digits.substr(0, 1), {"i", "v"}) || absl::ascii_isdigit(digits[0]))) {
    digits.remove_prefix(1);
  }
  return digits.size() < word.size() &&
         (digits.empty() || (digits.size() == 1 && IsOneOfThese(digits, {"a", "b", "c"})));
}

bool IsGene(std::string_view word) {
  return word.size() >= 3 &&
         std::all_of(word.begin(), word.end(),
                     [](char c) {
                       return absl::ascii_isupper(static_cast<unsigned char>(c)) ||
                              absl::ascii_isdigit(static_cast<unsigned char>(c));
                     }) &&
         absl::ascii_isupper(static_cast<unsigned char>(word[0]));
}

std::string StageInQuotes(std::string_view stage) {
  return absl::StrCat("\"Stage ", absl::AsciiStrToUpper(std::string(stage)), "\"");
}

namespace {

// Takes "newly diagnosed", "stage III" and "stage III or IV" out of the words.
std::string TakeWith(std::vector<std::string>* words) {
  for (size_t i = 0; i + 1 < words->size(); ++i) {
    const auto at = words->begin() + static_cast<std::ptrdiff_t>(i);
    const bool is_new = IsOneOfThese((*words)[i], {"newly", "recently", "new"}) &&
                        IsOneOfThese((*words)[i + 1], {"diagnosed", "onset", "diagnosis"});
    const bool stage = IsOneOfThese((*words)[i], {"stage"}) && IsStage((*words)[i + 1]);
    if (!is_new && !stage) continue;
    size_t end = i + 2;
    std::string with = "diagnosed within 1 year before study date";
    if (stage) {
      with = absl::StrCat("stage is ", StageInQuotes((*words)[i + 1]));
      for (; end + 1 < words->size() && IsOneOfThese((*words)[end], {"or"}) && IsStage((*words)[end + 1]); end += 2) {
        absl::StrAppend(&with, " or ", StageInQuotes((*words)[end + 1]));
      }
    }
    words->erase(at, words->begin() + static_cast<std::ptrdiff_t>(end));
    return with;
  }
  return "";
}

std::string InQuotes(const std::vector<std::string>& words) {
  return words.empty() ? "" : absl::StrCat("\"", absl::StrJoin(words, " "), "\"");
}

}  // namespace

namespace {

// The classes from one to another: II, III and IV of II and IV. Only these two where nothing is known of their order.
std::vector<std::string> ClassesBetween(const std::string& from, const std::string& to) {
  constexpr std::string_view kOrders[][5] = {
      {"I", "II", "III", "IV", "V"}, {"A", "B", "C", "D", "E"}, {"0", "1", "2", "3", "4"}};
  for (const auto& order : kOrders) {
    const auto* const first = std::find(std::begin(order), std::end(order), from);
    const auto* const last = std::find(std::begin(order), std::end(order), to);
    if (first < last && last != std::end(order)) return {first, last + 1};
  }
  return {from, to};
}

// NYHA class II-III, Child-Pugh A: a class that was found, which is the coded value of a measurement.
std::optional<NamedRecords> FoundClass(const std::vector<std::string>& words) {
  if (words.size() < 2 || !IsOneOfThese(words[0], {"nyha", "child-pugh", "asa", "killip", "metavir"})) {
    return std::nullopt;
  }
  std::vector<std::string> classes;
  bool range = false;
  for (size_t i = 1; i < words.size(); ++i) {
    if (IsOneOfThese(words[i], {"class", "grade", "score", "stage", "or", "functional"})) continue;
    if (IsOneOfThese(words[i], {"to"})) {
      range = true;
      continue;
    }
    const std::vector<std::string> ends = absl::StrSplit(absl::AsciiStrToUpper(words[i]), '-', absl::SkipEmpty());
    for (const std::string& end : ends) {
      if (!classes.empty() && (range || &end != &ends.front())) {
        const std::vector<std::string> between = ClassesBetween(classes.back(), end);
        classes.pop_back();
        classes.insert(classes.end(), between.begin(), between.end());
      } else {
        classes.push_back(end);
      }
      range = false;
    }
  }
  if (classes.empty()) return std::nullopt;
  for (std::string& one : classes) one = absl::StrCat("\"Class ", one, "\"");
  return NamedRecords{"measurement", InQuotes({words[0]}),
                      absl::StrCat("coded value is ", absl::StrJoin(classes, " or "))};
}

}  // namespace

NamedRecords RecordsNamedBy(const std::vector<std::string>& written) {
  if (auto found = FoundClass(written)) return *std::move(found);
  std::vector<std::string> words = written;
  NamedRecords named;
  named.with = TakeWith(&words);
  if (words.empty()) {  // stage III alone
    named.entity = "disease";
    return named;
  }
  while (words.size() > 1 && IsBefore(words.front())) words.erase(words.begin());
  const auto is = [&](std::initializer_list<std::string_view> any) {
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return IsOneOfThese(word, any); });
  };
  if (is({"consent", "consented"})) return {"consent", "", "status is granted"};
  for (size_t i = words.size(); i-- > 0;) {
    const KindOfRecord* kind = KindOf(words[i]);
    if (kind == nullptr) continue;
    named.entity = kind->entity;
    if (named.entity == "exposure") {
      named.term = "\"smoking\"";
      return named;
    }
    // A gene stands before or behind what says that it is one: carriers of BRCA1, BRCA1 mutation.
    if (named.entity == "variant") {
      std::erase_if(words, [](const std::string& word) { return KindOf(word) != nullptr || IsBefore(word); });
      if (!words.empty()) named.term = InQuotes({words.front()});
      return named;
    }
    if (i + 1 < words.size()) break;
    if (!kind->is_term) words.pop_back();
    named.term = InQuotes(words);
    return named;
  }
  const std::string last = Lower(words.back());
  if (std::any_of(std::begin(kEndsOfProcedures), std::end(kEndsOfProcedures),
                  [&](std::string_view end) { return last.ends_with(end); })) {
    named.entity = "procedure";
  }
  if (named.entity.empty() && std::any_of(std::begin(kEndsOfDrugs), std::end(kEndsOfDrugs),
                                          [&](std::string_view end) { return last.ends_with(end); })) {
    named.entity = "treatment";
  }
  if (named.entity.empty() && last.starts_with("anti-")) named.entity = "treatment";  // anti-PD-1
  named.guessed = named.entity.empty() && named.with.empty();
  if (named.entity.empty()) named.entity = "disease";
  named.term = InQuotes(words);
  return named;
}

std::string CriterionFor(const NamedRecords& named, bool negated) {
  std::string out = absl::StrCat(negated ? "no " : "has ", named.entity);
  if (!named.term.empty()) absl::StrAppend(&out, " ", named.term);
  if (!named.with.empty()) absl::StrAppend(&out, " with ", named.with);
  return out;
}

std::string WriteForPhrase(const std::vector<std::string>& words, bool negated) {
  const NamedRecords named = RecordsNamedBy(words);
  std::string out = absl::StrCat("write ", CriterionFor(named, negated));
  // A prior disease is rarely said of what is not one: it may be a drug that nothing here is called by.
  if (named.guessed && IsOneOfThese(words.front(), {"prior", "previous", "previously", "concomitant", "concurrent"})) {
    absl::StrAppend(&out, ", or ", negated ? "no" : "has", " treatment ", named.term, " where it is one");
  }
  if (named.term.empty() && named.entity == "treatment") {
    absl::StrAppend(&out, ", or ", negated ? "no" : "has", " treatment \"...\" with what was given");
  } else if (named.term.empty() && named.entity == "procedure") {
    absl::StrAppend(&out, ", or ", negated ? "no" : "has", " procedure \"...\" with what was done");
  }
  return out;
}

}  // namespace muster::grammar
