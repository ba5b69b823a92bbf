#include "engine/import/record/rules/denying_member.h"

#include <algorithm>
#include <iterator>

#include "engine/import/record/polarity_word.h"

namespace muster::import {
namespace {

// Answers of LOINC, NCIT and SNOMED CT, and HL7's interpretation of an observation; "" of other codes.
std::string_view WordOfCode(std::string_view code) {
  constexpr std::string_view kNo[] = {"LA32-8", "C49487", "373067005"};
  constexpr std::string_view kAbsent[] = {"LA9634-2", "410516002", "2667000"};
  const std::string_view part = code.substr(code.find_last_of(":|/#") + 1);
  if (IsIn(kNo, part)) return "no";
  if (IsIn(kAbsent, part)) return "absent";
  return part == "NEG" ? "negative" : "";
}

bool IsLabelOfNo(std::string_view label) {
  return label.size() > 1 && PolarityOfPresence(label) == Polarity::kExcluded;
}

// Whether a part of the name is one of `words`: "test" of "test_status" and "testStatus", but not of "latestStatus".
bool HasPart(std::string_view key, std::span<const std::string_view> words) {
  size_t begin = 0;
  for (size_t i = 0; i <= key.size(); ++i) {
    const bool hump = i > begin && i < key.size() && key[i] >= 'A' && key[i] <= 'Z' && key[i - 1] >= 'a';
    if (i < key.size() && model::IsAsciiAlpha(key[i]) && !hump) continue;
    if (IsIn(words, Letters(key.substr(begin, i - begin)).text())) return true;
    begin = hump ? i : i + 1;
  }
  return false;
}

}  // namespace

NoOfClass FindNoOfClass(Element value) {
  Object object;
  if (value.get(object) != simdjson::SUCCESS) return {};
  for (const auto field : object) {
    if (field.key == "label" || field.key == "display" || field.key == "text") {
      if (const std::string_view label = StringOf(field.value); IsLabelOfNo(label)) return {label, label};
    } else if (field.key == "id" || field.key == "code") {
      const std::string_view code = StringOf(field.value);
      if (const std::string_view word = WordOfCode(code); !word.empty()) return {code, word};
    } else if (field.key == "coding") {
      Array codings;
      if (field.value.get(codings) != simdjson::SUCCESS) continue;
      for (const Element coding : codings) {
        if (const NoOfClass no = FindNoOfClass(coding); !no.word.empty()) return no;
      }
    }
  }
  return {};
}

bool CallsNoCase(std::string_view key, std::string_view word) {
  constexpr std::string_view kWords[] = {
      "carrier",     "healthycarrier", "unaffectedcarrier", "asymptomaticcarrier", "obligatecarrier", "notconfirmed",
      "unconfirmed", "notacase",       "noncase",           "falsepositive",       "misdiagnosis",    "misdiagnosed",
      "ruleout",     "ruledout"};
  // With more behind them: "ruled out on biopsy".
  constexpr std::string_view kBegins[] = {"ruledout", "notconfirmed", "excludedby", "excludedon", "refutedby"};
  constexpr std::string_view kOfDecisions[] = {"rejected", "refuted",        "denied",
                                               "notmet",   "criterianotmet", "dismissed"};
  constexpr std::string_view kDecisions[] = {"adjudicat", "outcome", "decision", "conclu", "verdict", "confirm"};
  const Letters name(key);
  // (Whose word it is stands in the name: "fatherCarrierStatus".)
  constexpr std::string_view kOfOthers[] = {"mother",  "father",  "matern", "patern", "parent",
                                            "sibling", "partner", "spouse", "famil",  "variant"};
  constexpr std::string_view kOfTests[] = {"test", "tests", "testing", "tested", "gene", "genes", "genetic"};
  if (HasOneOf(name.text(), kOfOthers) || HasPart(key, kOfTests)) return false;
  const Letters letters(word);
  const std::string_view text = letters.text();
  return IsIn(kWords, text) || (HasOneOf(name.text(), kDecisions) && IsIn(kOfDecisions, text)) ||
         std::any_of(std::begin(kBegins), std::end(kBegins),
                     [&](std::string_view begin) { return text.starts_with(begin); });
}

bool IsFrequencyOfNothing(std::string_view text) {
  const size_t end = text.find_first_of("/%");
  if (end == text.npos) return false;
  const std::optional<double> share = NumberOf(text.substr(0, end));
  return share.has_value() && *share == 0;
}

}  // namespace muster::import
