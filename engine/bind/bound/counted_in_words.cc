#include "engine/bind/bound/counted_in_words.h"

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "engine/bind/bound/one_of_words.h"
#include "engine/bind/bound/scope.h"
#include "grammar/text/edit_distance.h"

namespace muster::bind {
namespace {

// brca1 carriers, individuals who are carriers of an nf1 mutation: people with a variant in the gene.
std::optional<std::string> Carriers(std::string_view name) {
  constexpr std::string_view kAround[] = {"carriers",  "carrier", "individuals", "patients",  "people",
                                          "who",       "are",     "of",          "a",         "an",
                                          "the",       "in",      "gene",        "known",     "mutation",
                                          "mutations", "variant", "variants",    "pathogenic"};
  std::vector<std::string> genes;
  bool carriers = false;
  const std::vector<std::string> words = absl::StrSplit(std::string(name), ' ', absl::SkipEmpty());
  for (const std::string& word : words) {
    carriers = carriers || word == "carriers" || word == "carrier";
    if (std::find(std::begin(kAround), std::end(kAround), word) == std::end(kAround)) genes.push_back(word);
  }
  if (!carriers || genes.size() > 1) return std::nullopt;
  return absl::StrCat("write individuals where has variant \"", genes.empty() ? "..." : absl::AsciiStrToUpper(genes[0]),
                      "\", which is its gene");
}

// bye sex, across country, split sex: a word in place of by, and a field.
std::optional<std::string> ByInOtherWords(const std::vector<std::string>& words) {
  const std::string& by = words[0];
  const bool other = IsOneOfWords(by, {"bye", "buy", "bby", "byy", "across", "split", "versus", "vs", "stratified",
                                       "grouped", "tabulated", "crossed"});
  if (!other && (by.size() > 3 || grammar::EditDistance(by, "by", 1) > 1)) return std::nullopt;
  const std::string field = absl::StrJoin(words.begin() + 1, words.end(), " ");
  if (!FindField(model::Entity::kIndividual, field)) return std::nullopt;
  return absl::StrCat("write by in place of ", by, ": individuals by ", field);
}

// individuals taking metformin, individuals diagnosed, individuals fields sex: the words behind the entity that is
// counted.
std::optional<std::string> BehindPeople(std::string_view name) {
  std::vector<std::string> words = absl::StrSplit(std::string(name), ' ', absl::SkipEmpty());
  if (words.size() < 2 || FindEntity(words[0]) != model::Entity::kIndividual) return std::nullopt;
  words.erase(words.begin());
  const std::string first = words[0];
  const auto is = [&](std::initializer_list<std::string_view> some) { return IsOneOfWords(first, some); };
  if (is({"fields", "field", "columns", "show", "names", "ids", "details"})) {
    return absl::StrCat("a list has ids alone; write count individuals by ",
                        words.size() > 1 && FindField(model::Entity::kIndividual, words[1]) ? words[1] : "sex");
  }
  for (const std::string& word : words) {
    if (!NearestNames(word, {"where"}).empty()) return "did you mean where?";
  }
  if (auto by = ByInOtherWords(words)) return by;
  std::string entity;
  if (is({"taking", "on", "receiving", "using", "given", "prescribed", "treated", "taken"})) entity = "treatment";
  if (is({"diagnosed", "suffering", "affected", "having"})) entity = "disease";
  if (is({"undergoing", "underwent"})) entity = "procedure";
  if (is({"carrying"})) entity = "variant";
  if (entity.empty()) return std::nullopt;
  size_t rest = 1;
  while (rest < words.size() && IsOneOfWords(words[rest], {"with", "from", "by", "a", "an", "the"})) ++rest;
  std::string term;
  for (; rest < words.size(); ++rest) absl::StrAppend(&term, term.empty() ? "" : " ", words[rest]);
  if (entity == "variant") term = absl::AsciiStrToUpper(term);
  return absl::StrCat("write individuals where has ", entity, " \"", term.empty() ? "..." : term, "\"");
}

}  // namespace

std::optional<std::string> CountedInWords(std::string_view name) {
  const auto is = [&](std::initializer_list<std::string_view> words) { return IsOneOfWords(name, words); };
  if (is({"women", "females", "girls"})) return "write individuals where sex is female";
  if (is({"men", "males", "boys"})) return "write individuals where sex is male";
  if (is({"female"})) return "write individuals where sex is female";
  if (is({"male"})) return "write individuals where sex is male";
  if (is({"adults"})) return "write individuals where age at last contact >= 18 years";
  if (is({"children"})) return "write individuals where age at last contact < 18 years";
  for (const std::string_view women : {" women", " females", " girls"}) {
    if (name.ends_with(women)) {
      return absl::StrCat("write individuals where sex is female and a criterion for ",
                          std::string(name.substr(0, name.size() - women.size())));
    }
  }
  for (const std::string_view men : {" men", " males", " boys"}) {
    if (name.ends_with(men)) {
      return absl::StrCat("write individuals where sex is male and a criterion for ",
                          std::string(name.substr(0, name.size() - men.size())));
    }
  }
  if (auto carriers = Carriers(name)) return carriers;
  if (is({"elderly", "infants", "adolescents"}))
    return "write individuals where and the age: age at last contact >= 65 years";
  if (is({"trios", "trio"})) return "write individuals where has mother and has father";
  if (is({"all", "everyone", "everybody", "participants", "cases", "cohort", "us", "them", "who"})) {
    return "write individuals";
  }
  if (name.starts_with("cohort ")) {
    return absl::StrCat("write individuals where in ", std::string(name.substr(sizeof("cohort ") - 1)));
  }
  if (name.ends_with(" group") || name.ends_with(" grouped")) {
    return absl::StrCat("leave out ", name.ends_with("d") ? "grouped" : "group", ": write by alone");
  }
  if (auto behind = BehindPeople(name)) return behind;
  for (const std::string_view per : {" per ", " for each ", " in each "}) {
    const size_t at = name.find(per);
    if (at != std::string_view::npos && FindEntity(name.substr(0, at))) {
      return absl::StrCat("write ", std::string(name.substr(0, at)), " by ", std::string(name.substr(at + per.size())));
    }
  }
  for (const std::string_view who : {" who ", " which ", " that ", " are "}) {
    const size_t at = name.find(who);
    if (at == std::string_view::npos) continue;
    std::string_view is_what = name.substr(at + who.size());
    if (is_what.starts_with("are ")) is_what.remove_prefix(sizeof("are ") - 1);
    return absl::StrCat("write individuals where and a criterion in place of ", std::string(is_what),
                        ", such as sex is female or has disease \"...\"");
  }
  for (size_t blank = name.find(' '); blank != std::string_view::npos; blank = name.find(' ', blank + 1)) {
    const std::string_view entity = name.substr(blank + 1), before = name.substr(0, blank);
    if (!FindEntity(entity)) continue;
    if (before == "pregnant") {
      return absl::StrCat("write ", std::string(entity), " where has ..., as terms like \"pregnan\" shows it recorded");
    }
    if (before == "female" || before == "male" || before == "adult") {
      return absl::StrCat(
          "write ", std::string(entity), " where ",
          before == "adult" ? "age at last contact >= 18 years" : absl::StrCat("sex is ", std::string(before)));
    }
    if (before == "different" || before == "unique") return absl::StrCat("write distinct ", std::string(entity));
    return absl::StrCat("write ", std::string(entity), ", and criteria behind where");
  }
  return std::nullopt;
}

}  // namespace muster::bind
