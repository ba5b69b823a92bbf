#include "engine/import/record/rules/coded/result_status.h"

#include <algorithm>

#include "engine/import/record/polarity_word.h"
#include "engine/import/record/rules/certainty_word.h"
#include "engine/import/record/rules/coded/denying_code.h"
#include "engine/import/record/rules/words/void_word.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

// By HL7's table, where all are its letters and some results are final or corrected.
CodedDenial StatusOfLetter(std::string_view name, std::span<const std::string> words) {
  constexpr DenyingCode kDenying[] = {{"X", "cancelled"},
                                      {"D", "deleted"},
                                      {"W", "wrong, such as of another patient"},
                                      {"I", "pending"},
                                      {"P", "preliminary"}};
  if (!IsNameOfResultStatus(name)) return {};
  bool final = false;
  for (const std::string& word : words) {
    const std::string_view letter = model::Trim(word);
    if (letter.size() != 1 || std::string_view("ABCDFINOPRSUVWX").find(letter) == std::string_view::npos) return {};
    final = final || letter == "F" || letter == "C";
  }
  if (!final) return {};
  for (const DenyingCode& code : kDenying) {  // those first that certainly do not count
    const auto is_it = [&](std::string_view letter) { return letter == code.code ? &code : nullptr; };
    CodedDenial denial = FirstDenial(words, CodedDenial::Kind::kExcluded, is_it);
    if (denial.kind != CodedDenial::Kind::kNothing) return denial;
  }
  return {};
}

// FHIR's words for an observation without a result, where others beside them are of results as well: people are
// registered, too. (Those for none at all are known anywhere.)
CodedDenial NotYet(std::string_view name, std::span<const std::string> words) {
  constexpr DenyingCode kWords[] = {{"registered", "no result yet"}, {"specimeninprocess", "no result yet"}};
  constexpr std::string_view kOfResults[] = {"final", "amended", "corrected", "preliminary"};
  bool denied = false;
  bool of_results = false;
  for (const std::string& word : words) {
    denied = denied || IsVoidWord(word) || AssertionOfAction(word) != Assertion::kNothing;
    of_results = of_results || IsIn(kOfResults, Letters(word).text());
  }
  if (denied || !of_results || !IsNameOfResultStatus(name)) return {};
  return FirstDenial(words, CodedDenial::Kind::kExcluded, [&](std::string_view word) {
    const Letters letters(word);
    return FindCode(kWords, letters.text());
  });
}

}  // namespace

bool IsNameOfResultStatus(std::string_view name) {
  constexpr std::string_view kNames[] = {"status", "abnormalstatus", "valuestatus", "statuscode", "statuscd"};
  constexpr std::string_view kStems[] = {"obx11",         "resultstatus",      "observationstatus", "obsstatus",
                                         "labstatus",     "teststatus",        "reportstatus",      "orderstatus",
                                         "resultsstatus", "observresultstatus"};
  const Letters letters(name);
  return letters.text() == "obx" || IsIn(kNames, letters.text()) || HasOneOf(letters.text(), kStems);
}

CodedDenial FindResultStatus(std::string_view name, std::span<const std::string> words) {
  CodedDenial denial = StatusOfLetter(name, words);
  return denial.kind == CodedDenial::Kind::kNothing ? NotYet(name, words) : denial;
}

}  // namespace muster::import
