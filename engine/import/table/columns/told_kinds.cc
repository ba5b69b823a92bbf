#include "engine/import/table/columns/told_kinds.h"

#include <algorithm>
#include <iterator>

#include "engine/import/record/polarity_word.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

struct Told {
  std::string_view word;
  std::string_view meaning;
};

// The first of `told`, in their order, that is among `words` as it is written.
CodedDenial FirstTold(std::span<const Told> told, std::span<const std::string> words) {
  for (const Told& one : told) {
    for (const std::string& word : words) {
      if (model::Trim(word) == one.word) return {CodedDenial::Kind::kExcluded, word, one.meaning};
    }
  }
  return {};
}

bool Has(std::span<const std::string> words, std::string_view wanted) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return model::Trim(word) == wanted; });
}

bool AllAreIn(std::span<const std::string> words, std::span<const std::string_view> list) {
  return std::all_of(words.begin(), words.end(),
                     [&](const std::string& word) { return IsIn(list, model::Trim(word)); });
}

// "0/0", "0|0", ".", "./.": alleles that are the reference's or not known, at least two of them.
bool IsGenotypeWithout(std::string_view word) {
  return word.size() > 2 && word.find_first_not_of("0./|") == word.npos && word.find_first_of("/|") != word.npos;
}

CodedDenial NoGenotype(std::string_view name, std::span<const std::string> words) {
  constexpr std::string_view kNames[] = {
      "gt",        "genotype",   "zygosity", "zyg",       "zygositat",    "zygositt",        "zygosite",
      "zygotie",   "call",       "geno",     "tumorgt",   "allelicstate", "cigosidad",       "zygositaet",
      "carrier",   "state",      "samplegt", "probandgt", "indexgt",      "vcfgt",           "gtproband",
      "cna",       "cnv",        "cnacall",  "cnvcall",   "cncall",       "copynumberstate", "mutationstatus",
      "mutstatus", "variantcall"};
  constexpr std::string_view kWords[] = {"homref",
                                         "homrefs",
                                         "homozygousreference",
                                         "homozygousref",
                                         "nocall",
                                         "nocalls",
                                         "wildtype",
                                         "reference",
                                         "ref",
                                         "wt",
                                         "notpresent",
                                         "notdetected",
                                         "missing",
                                         "homozygouswt",
                                         "homwt",
                                         "noncarrier",
                                         "absent",
                                         "refref",
                                         "neutral",
                                         "copyneutral",
                                         "diploid",
                                         "notamplified",
                                         "unmutated",
                                         "notmutated",
                                         "noalteration"};
  if (!IsIn(kNames, Letters(name).text())) return {};
  for (const std::string& word : words) {
    const bool none = IsGenotypeWithout(model::Trim(word));
    if (none || IsIn(kWords, Letters(word).text())) {
      return {CodedDenial::Kind::kExcluded, word, "no variant there, or not known"};
    }
  }
  return {};
}

CodedDenial NotPassed(std::string_view name, std::span<const std::string> words) {
  constexpr std::string_view kNames[] = {"filter", "filters", "vcffilter", "qcfilter", "filterstatus", "variantfilter"};
  constexpr std::string_view kPassed[] = {"pass", "passed"};
  if (!IsIn(kNames, Letters(name).text())) return {};
  const auto passed = [&](const std::string& word) { return IsIn(kPassed, Letters(word).text()); };
  if (std::none_of(words.begin(), words.end(), passed)) return {};
  for (const std::string& word : words) {
    if (!passed(word) && model::Trim(word) != ".") {
      return {CodedDenial::Kind::kExcluded, word, "did not pass the filter"};
    }
  }
  return {};
}

}  // namespace

CodedDenial FindNoCall(std::string_view name, std::span<const std::string> words) {
  CodedDenial denial = NoGenotype(name, words);
  return denial.kind == CodedDenial::Kind::kNothing ? NotPassed(name, words) : denial;
}

bool IsNameOfAlleleShare(std::string_view name) {
  constexpr std::string_view kNames[] = {"vaf",      "tumorvaf", "tumourvaf",    "variantallelefraction",
                                         "altreads", "altcount", "taltcount",    "altdepth",
                                         "tvaf",     "nalt",     "readswithalt", "mutantreads"};
  return IsIn(kNames, Letters(name).text());
}

bool AreCopyNumberLevels(std::string_view name, std::span<const std::string> words) {
  constexpr std::string_view kNames[] = {"cna", "cnv", "gistic", "cnacall", "cnvcall", "cncall", "copynumberstate"};
  constexpr std::string_view kLevels[] = {"-2", "-1", "0", "1", "2"};
  return IsIn(kNames, Letters(name).text()) && words.size() > 1 && Has(words, "0") && AllAreIn(words, kLevels);
}

CodedDenial FindOldState(std::string_view name, std::span<const std::string> words, bool beside_states) {
  constexpr std::string_view kActions[] = {"action",    "op",           "operation",    "changetype",
                                           "rowaction", "cdcoperation", "recordaction", "dmltype",
                                           "dmlaction", "change",       "updatetype",   "aktion"};
  constexpr std::string_view kChanges[] = {"i",      "u",      "d",   "insert",  "update",   "delete", "n",
                                           "insert", "change", "add", "deleted", "inserted", "updated"};
  constexpr std::string_view kDeleted[] = {"d", "delete", "deleted"};
  constexpr std::string_view kCurrent[] = {"iscurrentrow", "currentrecord", "islatest",   "latestversion",
                                           "currentrow",   "rowiscurrent",  "latestflag", "islastversion"};
  constexpr std::string_view kMayBeCurrent[] = {"iscurrent", "currentflag"};
  const Letters letters(name);
  if (IsIn(kActions, letters.text())) {
    const auto in = [](std::span<const std::string_view> list) {
      return [list](const std::string& word) { return IsIn(list, Letters(word).text()); };
    };
    if (words.size() < 2 || !std::all_of(words.begin(), words.end(), in(kChanges))) return {};
    const auto deleted = std::find_if(words.begin(), words.end(), in(kDeleted));
    if (deleted != words.end()) return {CodedDenial::Kind::kReplaced, *deleted, "deleted"};
  }
  if (IsIn(kCurrent, letters.text()) || (!beside_states && IsIn(kMayBeCurrent, letters.text()))) {
    for (const std::string& word : words) {
      if (PolarityOfPresence(word) == Polarity::kExcluded)
        return {CodedDenial::Kind::kReplaced, word, "an earlier state"};
    }
  }
  return {};
}

CodedDenial FindKindOfDiagnosis(std::string_view name, std::span<const std::string> words) {
  constexpr std::string_view kDiagnoses[] = {"diag", "dx", "icd", "dgtype", "dg1"};
  constexpr std::string_view kKinds[] = {"type", "art", "kind", "role", "source", "class", "kateg", "categ"};
  const Letters letters(name);
  if (!HasOneOf(letters.text(), kDiagnoses) || !HasOneOf(letters.text(), kKinds)) return {};
  // Denmark's register of patients (LPR).
  constexpr std::string_view kDanish[] = {"A", "B", "C", "G", "H", "M", "+"};
  constexpr Told kOfDanish[] = {{"H", "of a referral"}, {"M", "temporary"}, {"+", "adds to another code"}};
  if (Has(words, "A") && AllAreIn(words, kDanish)) return FirstTold(kOfDanish, words);
  constexpr std::string_view kHl7[] = {"A", "W", "F"};
  constexpr Told kOfHl7[] = {{"W", "working"}, {"A", "of the admission"}};
  if (Has(words, "F") && AllAreIn(words, kHl7)) return FirstTold(kOfHl7, words);
  constexpr std::string_view kPcornet[] = {"AD", "DI", "FI", "IN", "NI", "UN", "OT"};
  constexpr Told kOfPcornet[] = {{"IN", "interim"}, {"AD", "of the admission"}};
  if ((Has(words, "FI") || Has(words, "DI")) && AllAreIn(words, kPcornet)) return FirstTold(kOfPcornet, words);
  constexpr std::string_view kStems[] = {
      "henvisning",           "midlertidig", "einweisung",   "aufnahmediag", "zuweisung",  "ueberweisung",
      "berweisung",           "admitting",   "admissiondia", "referral",     "workingdia", "verwijs",
      "diagnosticodeingreso", "arbeitsdia",  "remissdia"};
  for (const std::string& word : words) {
    const Letters plain(word);
    if (HasOneOf(plain.text(), kStems)) return {CodedDenial::Kind::kExcluded, word, "not the final diagnosis"};
  }
  return {};
}

}  // namespace muster::import
