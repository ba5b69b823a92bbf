#include "engine/import/record/rules/coded/coded_denial.h"

#include <algorithm>
#include <utility>

#include "engine/import/record/polarity_word.h"
#include "engine/import/record/rules/coded/behaviour.h"
#include "engine/import/record/rules/coded/denying_code.h"
#include "engine/import/record/rules/coded/kin.h"
#include "engine/import/record/rules/coded/lost_material.h"
#include "engine/import/record/rules/coded/result_status.h"
#include "engine/import/record/rules/derived_rows.h"

namespace muster::import {
namespace {

CodedDenial Derived(std::string_view name, std::span<const std::string> words) {
  DerivedRow row = FindDerivedRow(name, words);
  if (row.word.empty()) return {};
  return {CodedDenial::Kind::kDerived, std::move(row.word), row.meaning};
}

// Rows of a database that were deleted: OMOP's invalid_reason, and A and D.
CodedDenial RowStatus(std::string_view name, std::span<const std::string> words) {
  constexpr std::string_view kNames[] = {"rowstatus", "recordstatus", "recstatus", "entrystatus", "rowstate"};
  constexpr DenyingCode kReasons[] = {{"D", "deleted"}, {"U", "replaced by another"}};
  const Letters letters(name);
  const auto of_reasons = [&](std::string_view letter) { return FindCode(kReasons, letter); };
  if (letters.text() == "invalidreason") return FirstDenial(words, CodedDenial::Kind::kReplaced, of_reasons);
  const bool all = std::all_of(words.begin(), words.end(), [](const std::string& word) {
    return word.size() == 1 && std::string_view("ACDIUN").find(word) != std::string_view::npos;
  });
  if (!all || !IsIn(kNames, letters.text())) return {};
  return FirstDenial(words, CodedDenial::Kind::kReplaced, [&](std::string_view letter) {
    return FindCode({kReasons, 1}, letter);
  });
}

// Records that were made to try a program.
CodedDenial TestRecord(std::string_view name, std::span<const std::string> words) {
  constexpr std::string_view kNames[] = {"recordtype", "patienttype", "subjecttype", "participanttype",
                                         "persontype", "casetype",    "entrytype"};
  constexpr DenyingCode kTests[] = {{"test", "no person"},
                                    {"testpatient", "no person"},
                                    {"dummy", "no person"},
                                    {"demo", "no person"},
                                    {"training", "no person"}};
  const Letters letters(name);
  if (!IsIn(kNames, letters.text()) || words.size() < 2) return {};
  return FirstDenial(words, CodedDenial::Kind::kReplaced, [&](std::string_view word) {
    const Letters of_word(word);
    return FindCode(kTests, of_word.text());
  });
}

// OMOP's concepts of the status of a condition.
CodedDenial ConditionStatus(std::string_view name, std::span<const std::string> words) {
  constexpr DenyingCode kDenying[] = {{"32899", "preliminary diagnosis"},
                                      {"4033240", "preliminary diagnosis"},
                                      {"32892", "condition to be diagnosed by a procedure"}};
  if (!Letters(name).text().ends_with("conceptid")) return {};
  return FirstDenial(words, CodedDenial::Kind::kExcluded, [&](std::string_view id) { return FindCode(kDenying, id); });
}

// Modifiers of i2b2 and PCORnet: "FAMHX", "DX|HISTORY", "DX:FH". Of several parts each may deny.
CodedDenial Modifier(std::string_view name, std::span<const std::string> words) {
  constexpr std::string_view kNames[] = {"dxtype", "diagtype",    "diagnosistype",     "conditiontype",
                                         "dxkind", "dxqualifier", "diagnosisqualifier"};
  constexpr DenyingCode kOfRelatives[] = {
      {"FAMHX", "family history"}, {"FH", "family history"}, {"FHX", "family history"}};
  constexpr DenyingCode kDenying[] = {{"HISTORY", "past"}, {"RO", "to be ruled out"}, {"RULEOUT", "to be ruled out"}};
  const Letters letters(name);
  if (letters.text().find("modifier") == std::string_view::npos && !IsIn(kNames, letters.text())) return {};
  const auto has = [](std::span<const DenyingCode> codes) {
    return [codes](std::string_view word) -> const DenyingCode* {
      while (!word.empty()) {
        const size_t end = std::min(word.find_first_of("|:_ "), word.size());
        if (const DenyingCode* code = FindCode(codes, word.substr(0, end))) return code;
        word.remove_prefix(std::min(end + 1, word.size()));
      }
      return nullptr;
    };
  };
  CodedDenial denial = FirstDenial(words, CodedDenial::Kind::kExcluded, has(kDenying));
  return denial.kind == CodedDenial::Kind::kNothing
             ? FirstDenial(words, CodedDenial::Kind::kRelative, has(kOfRelatives))
             : denial;
}

// Answers as codes: OMOP's, LOINC's and SNOMED CT's no, absent and not detected.
CodedDenial AnswerOfNo(std::string_view name, std::span<const std::string> words) {
  constexpr DenyingCode kConcepts[] = {{"4188540", "no"},
                                       {"45878245", "no"},
                                       {"4132135", "absent"},
                                       {"45884086", "absent"},
                                       {"4069590", "not detected"}};
  constexpr DenyingCode kCodes[] = {
      {"LA32-8", "no"}, {"LA9634-2", "absent"}, {"373067005", "no"}, {"410516002", "known absent"}};
  const bool concept_id = Letters(name).text().ends_with("conceptid");
  return FirstDenial(words, CodedDenial::Kind::kExcluded, [&](std::string_view code) {
    const DenyingCode* known = concept_id ? FindCode(kConcepts, code) : nullptr;
    return known == nullptr ? FindCode(kCodes, code.substr(code.find_last_of(":|") + 1)) : known;
  });
}

}  // namespace

CodedDenial FindCodedDenial(std::string_view name, std::span<const std::string> words, RowsBeside beside) {
  struct Finder {
    bool applies;
    CodedDenial (*find)(std::string_view name, std::span<const std::string> words);
  };
  const Finder finders[] = {
      {true, RowStatus},
      {true, TestRecord},
      {beside.measurements, FindResultStatus},
      {beside.measurements || beside.polar, Derived},
      {beside.measurements, FindSpoilt},
      {beside.samples, FindGoneSample},
      {beside.samples, FindControlOfRun},
      {beside.diseases, FindBehaviour},
      {beside.polar, ConditionStatus},
      {beside.polar, AnswerOfNo},
      {beside.polar, Modifier},
      {beside.polar, FindDegreeOfKin},
      {beside.polar, FindKin},
  };
  for (const Finder& finder : finders) {
    if (!finder.applies) continue;
    CodedDenial denial = finder.find(name, words);
    if (denial.kind != CodedDenial::Kind::kNothing) return denial;
  }
  return {};
}

}  // namespace muster::import
