#include "engine/bind/bound/records_in_words.h"

#include <initializer_list>
#include <string_view>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "engine/bind/bound/extreme_values.h"
#include "engine/bind/bound/one_of_words.h"
#include "engine/bind/bound/scope.h"
#include "grammar/habits/criteria/criterion_for_words.h"
#include "grammar/habits/habits_of_having.h"
#include "grammar/habits/phrases/habits_of_phrases.h"
#include "grammar/habits/phrases/habits_of_words.h"
#include "grammar/parse.h"

namespace muster::bind {
namespace {

using model::Entity;

// An entity behind words that the language does without: a sample, several samples, latest measurement.
std::optional<std::string> EntityInWords(std::string_view name) {
  for (size_t blank = name.find(' '); blank != std::string_view::npos; blank = name.find(' ', blank + 1)) {
    const std::string_view entity = name.substr(blank + 1), before = name.substr(0, blank);
    if (!FindEntity(entity)) continue;
    const auto is = [&](std::initializer_list<std::string_view> words) { return IsOneOfWords(before, words); };
    const std::string shown(entity);
    if (is({"a", "an", "any", "some", "the", "had", "ever", "had a", "at some time", "ever had"})) {
      return absl::StrCat("write has ", shown);
    }
    if (is({"one", "only one"})) return absl::StrCat("write has exactly 1 ", shown, ", or has ", shown);
    if (is({"two", "several", "multiple", "more than one", "many"}))
      return absl::StrCat("write has at least 2 ", shown);
    if (is({"three"})) return absl::StrCat("write has at least 3 ", shown);
    if (is({"different"})) {
      const Entity of = *FindEntity(entity);
      if (of == Entity::kSample || of == Entity::kVariant || of == Entity::kInterpretation) {
        const std::string term(model::Info(static_cast<model::FieldId>(model::Info(of).primary)).name);
        return absl::StrCat("write has at least 2 ", shown, ": each record is another one; distinct counts each ", term,
                            " once");
      }
      return absl::StrCat("write distinct in place of different: has at least 2 distinct ", shown);
    }
    if (is({"absent", "negative", "denied"})) return absl::StrCat("write has excluded ", shown);
    if (is({"latest", "newest", "most recent", "the last"})) return absl::StrCat("write has last ", shown);
    if (is({"earliest", "oldest", "initial", "the first"})) return absl::StrCat("write has first ", shown);
    if (is({"consecutive", "successive", "sequential", "serial", "repeated", "repeat"})) {
      return absl::StrCat(
          "write has ", shown,
          " \"...\" on at least 2 distinct dates; that no other one lies between them is not asked for");
    }
    if (is({"other"})) {
      return absl::StrCat("write has ", shown, " A except B, or has another ", shown, " behind has ", shown);
    }
    if (is({"only"})) {
      return absl::StrCat("write has ", shown, " A and no ", shown, " with not term is A");
    }
    if (is({"prior", "previous", "earlier", "past", "recent"})) {
      return absl::StrCat("write has ", shown, " ... with its time, such as start before study date");
    }
    if (is({"current", "ongoing", "active"}) && FindEntity(entity) == Entity::kTreatment) {
      return absl::StrCat("write has ", shown, " ... with end is missing, as of what goes on");
    }
    if (auto elsewhere = grammar::CriterionForWords(before)) return elsewhere;  // frozen sample
    if (FindEntity(entity) == Entity::kSample) {
      const bool type = is({"tumour", "tumor", "reference", "normal", "abnormal"});
      return type ? absl::StrCat("write has ", shown, " with type is ",
                                 before == "normal" ? "reference" : std::string(before))
                  : absl::StrCat("write has ", shown, " \"", std::string(before), "\", which is its tissue");
    }
    if (is({"genetic", "molecular", "genetically confirmed", "confirmed genetic"}) &&
        FindEntity(entity) == Entity::kDisease) {
      return "write has interpretation with status is solved, where a variant explains what somebody has";
    }
    const bool word = before.find(' ') == std::string_view::npos;
    if (word && FindEntity(entity) == Entity::kVariant && !grammar::ValueInWords("variant", before)) {
      return absl::StrCat("write has ", shown, " \"", absl::AsciiStrToUpper(std::string(before)),
                          "\", which is its gene");
    }
    if (word) {
      return absl::StrCat("write has ", shown, " ... with a field that says so: FIELD is ", std::string(before),
                          "; describe ", shown, " lists the fields");
    }
  }
  return std::nullopt;
}

// confirmed disease "melanoma", homozygous variant: the word is the value of a field. `term` is what is written behind.
std::optional<std::string> EntityWithItsValue(std::string_view name, const std::string& term) {
  const std::string of_term = term.empty() ? "" : absl::StrCat(" ", term);
  for (size_t blank = name.find(' '); blank != std::string_view::npos; blank = name.find(' ', blank + 1)) {
    const std::string_view entity = name.substr(blank + 1), before = name.substr(0, blank);
    if (before == "both" && entity == "parents") return "write has mother and has father";
    if (before == "affected" && FindRelation(entity)) {
      return absl::StrCat("write has ", std::string(entity), " with affected is affected");
    }
    if (IsOneOfWords(before, {"tumour", "tumor", "normal", "germline"}) &&
        IsOneOfWords(entity, {"wgs", "wes", "exome", "genome"})) {
      const bool tumour = before.starts_with("tumo");
      return absl::StrCat("write has sample with (type is ", tumour ? "tumour" : "reference",
                          " and has run with assay is ", IsOneOfWords(entity, {"wgs", "genome"}) ? "WGS)" : "WES)");
    }
    if (!FindEntity(entity)) continue;
    const std::string shown = absl::StrCat(std::string(entity), of_term);
    if (before == "lines of") {
      return absl::StrCat("lines are not recorded; of different drugs write has at least 2 distinct ", shown);
    }
    if (IsOneOfWords(before, {"newly diagnosed", "recently diagnosed", "new onset", "new"})) {
      return absl::StrCat("write has ", shown, " with diagnosed within 1 year before study date");
    }
    if (before.starts_with("stage ")) {
      return absl::StrCat("write has ", shown, " with stage is \"Stage ",
                          absl::AsciiStrToUpper(std::string(before.substr(sizeof("stage ") - 1))), "\"");
    }
    if (before.find(' ') != std::string_view::npos && (before.ends_with(" confirmed") || before.ends_with(" proven"))) {
      return absl::StrCat("write has ", shown, ", with status is confirmed where that is recorded");
    }
    if (IsOneOfWords(before, {"received", "documented", "recorded", "known", "established", "any"})) {
      return absl::StrCat("leave out ", std::string(before), ": has ", shown);
    }
    if (IsOneOfWords(before, {"ended", "completed", "finished", "discontinued"}) &&
        FindEntity(entity) == Entity::kTreatment) {
      return absl::StrCat("write has ", shown, " with end is recorded");
    }
    if (IsOneOfWords(before, {"ended", "resolved", "cured"}) &&
        (FindEntity(entity) == Entity::kDisease || FindEntity(entity) == Entity::kPhenotype)) {
      return absl::StrCat("write has ", shown, " with resolution is recorded");
    }
    if (const auto value = grammar::ValueInWords(entity, before)) {
      return absl::StrCat("write has ", shown, " with ", *value);
    }
  }
  constexpr std::string_view kTypes = " types";
  if (!name.ends_with(kTypes)) return std::nullopt;
  std::string_view what = name.substr(0, name.size() - kTypes.size());
  for (const std::string_view number : {"two ", "different ", "several ", "multiple "}) {
    if (what.starts_with(number)) what.remove_prefix(number.size());
  }
  return absl::StrCat("write has at least 2 distinct phenotype \"", std::string(what), "\"");
}

// has all phenotypes in ("a", "b"): a record of each.
std::optional<std::string> EachOf(const grammar::Has& has) {
  for (const std::string_view all : {"all ", "every ", "each ", "both "}) {
    if (!has.entity.text.starts_with(all)) continue;
    const auto entity = FindEntity(std::string_view(has.entity.text).substr(all.size()));
    if (!entity) return std::nullopt;
    const std::string one = absl::StrCat("has ", EntityName(*entity), " ");
    if (has.terms.size() < 2 || has.with != nullptr) {
      return absl::StrCat("say has for each: ", one, "\"...\" and ", one, "\"...\"");
    }
    std::string each = "write ";
    for (const grammar::Literal& term : has.terms) {
      absl::StrAppend(&each, &term == &has.terms.front() ? "" : " and ", one, grammar::Print(term));
    }
    return each;
  }
  return std::nullopt;
}

// Words for kinds of records that have a field for it: wgs, gene, surgery, diagnosis called.
std::optional<std::string> RecordInWords(std::string_view name) {
  if (IsOneOfWords(name, {"wgs", "wes", "exome", "genome", "panel", "rna-seq", "wxs"})) {
    const bool exome = IsOneOfWords(name, {"exome", "wxs"});
    return absl::StrCat("write has run with assay is ", exome ? "wes" : name == "genome" ? "wgs" : std::string(name));
  }
  if (name.starts_with("gene ")) {
    return absl::StrCat("write has variant \"", absl::AsciiStrToUpper(std::string(name.substr(sizeof("gene ") - 1))),
                        "\", which is its gene");
  }
  if (IsOneOfWords(name,
                   {"whole genome sequencing", "genome sequencing", "whole exome sequencing", "exome sequencing"})) {
    return absl::StrCat("write has run with assay is ", name.find("exome") != std::string_view::npos ? "wes" : "wgs");
  }
  if (IsOneOfWords(name, {"sequencing", "ngs", "sequence data", "sequencing data"})) return "write has run";
  if (IsOneOfWords(name, {"gene", "genes", "mutation", "mutations", "pathogenic variant", "pathogenic mutation"})) {
    return "write has variant \"...\", which is its gene, with pathogenicity is pathogenic where that is meant";
  }
  if (IsOneOfWords(name, {"symptom", "symptoms", "sign", "signs", "finding", "findings"})) return "write has phenotype";
  if (IsOneOfWords(name, {"test", "tests", "lab", "labs", "lab test", "laboratory test", "lab value", "result"})) {
    return "write has measurement";
  }
  if (IsOneOfWords(name, {"surgery", "operation", "surgeries", "operations"})) return "write has procedure";
  if (IsOneOfWords(name, {"therapy", "therapies", "chemotherapy", "medicine"})) return "write has treatment";
  return std::nullopt;
}

// condition occurrence, drug exposure: tables of OMOP.
std::optional<std::string> TableOfOmop(std::string_view name, const std::string& term) {
  struct OmopTable {
    std::string_view name, entity;
  };
  constexpr OmopTable kTables[] = {{"condition occurrence", "disease"},
                                   {"condition_occurrence", "disease"},
                                   {"condition era", "disease"},
                                   {"condition_era", "disease"},
                                   {"drug exposure", "treatment"},
                                   {"drug_exposure", "treatment"},
                                   {"drug era", "treatment"},
                                   {"drug_era", "treatment"},
                                   {"procedure occurrence", "procedure"},
                                   {"procedure_occurrence", "procedure"},
                                   {"device exposure", "procedure"},
                                   {"device_exposure", "procedure"}};
  const std::string of_term = term.empty() ? "" : absl::StrCat(" ", term);
  for (const OmopTable& table : kTables) {
    if (name == table.name) return absl::StrCat("write has ", std::string(table.entity), of_term);
  }
  if (!IsOneOfWords(name, {"observation", "observations"})) return std::nullopt;
  return absl::StrCat("say what it is: has phenotype", of_term, ", has measurement", of_term, " or has exposure",
                      of_term);
}

// disease called "melanoma", disease contains "cancer"
std::optional<std::string> Called(std::string_view name, const std::string& term) {
  for (const std::string_view called : {" called", " named", " like", " contains", " containing", " includes",
                                        " including", " equals", " matches", " matching", " labelled"}) {
    if (name.ends_with(called) && FindEntity(name.substr(0, name.size() - called.size()))) {
      return absl::StrCat("leave out", std::string(called), ": has ",
                          std::string(name.substr(0, name.size() - called.size())), " ",
                          term.empty() ? "\"...\"" : absl::StrReplaceAll(term, {{"%", ""}, {"*", ""}}));
    }
  }
  return std::nullopt;
}

// has disease other than "cancer"
std::optional<std::string> OtherThan(std::string_view name) {
  constexpr std::string_view kOtherThan = " other than";
  if (!name.ends_with(kOtherThan)) return std::nullopt;
  const std::string entity(name.substr(0, name.size() - kOtherThan.size()));
  return absl::StrCat("write has ", entity, " with (not term is T), which is any but T and what is below it");
}

// no other malignancy, no other disease "cardiomyopathy": what is allowed has to be said.
std::string NoOther(const std::string& words, const std::vector<grammar::Literal>& terms) {
  if (FindEntity(words) && terms.empty()) {
    return absl::StrCat("write no ", words,
                        " with term is not \"...\", which leaves out who has any but that and what is below it");
  }
  const std::vector<std::string> split = absl::StrSplit(words, ' ', absl::SkipEmpty());
  grammar::NamedRecords named;
  if (!split.empty()) named = grammar::RecordsNamedBy(split);
  const std::string entity = FindEntity(words) ? words : named.entity;
  const std::string term = terms.empty() ? named.term : grammar::Print(terms.front());
  return absl::StrCat("write no ", entity, " ", term, " except \"...\"; behind except stands what is allowed");
}

}  // namespace

std::optional<std::string> RecordsInWords(const grammar::Has& has, bool none) {
  const std::string& name = has.entity.text;
  constexpr std::string_view kOther = "other ";
  if (none && name.starts_with(kOther)) return NoOther(name.substr(kOther.size()), has.terms);
  const std::string term = has.terms.empty() ? "" : grammar::Print(has.terms.front());
  auto plain = TableOfOmop(name, term);
  if (!plain) plain = ExtremeOfValues(has);
  if (!plain) plain = OtherThan(name);
  if (!plain) plain = EntityWithItsValue(name, term);
  if (!plain && !none) plain = EachOf(has);
  if (!plain) plain = EntityInWords(name);
  if (!plain) plain = RecordInWords(name);
  if (!plain) plain = Called(name, term);
  if (!plain) plain = grammar::HabitOfHaving(name, none, term);
  return plain;
}

}  // namespace muster::bind
