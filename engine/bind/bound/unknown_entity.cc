#include "engine/bind/bound/unknown_entity.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "engine/bind/bound/counted_in_words.h"
#include "engine/bind/bound/one_of_words.h"
#include "engine/bind/bound/other_tongues.h"
#include "engine/bind/bound/records_in_words.h"
#include "engine/bind/bound/scope.h"
#include "grammar/habits/criteria/criterion_for_words.h"
#include "grammar/habits/criteria/single_words.h"
#include "grammar/habits/habits_of_reactions.h"
#include "grammar/habits/phrases/habits_of_phrases.h"
#include "grammar/habits/phrases/habits_of_words.h"
#include "grammar/parse.h"

namespace muster::bind {
namespace {

using model::Entity;

// mondo_0005105, hp0001250, c43.1: as codes are written; empty for other words.
std::string CodeInWord(std::string_view word) {
  size_t letters = 0;
  while (letters < word.size() && absl::ascii_isalpha(static_cast<unsigned char>(word[letters]))) ++letters;
  const std::string prefix = absl::AsciiStrToUpper(std::string(word.substr(0, letters)));
  std::string_view rest = word.substr(letters);
  const bool numbers = !rest.empty() && rest.find_first_not_of("0123456789.") == std::string_view::npos;
  if (prefix.size() == 1 && numbers && rest.size() >= 2 && rest[0] != '.') {
    return absl::StrCat("ICD10:", prefix, std::string(rest));
  }
  if (rest.starts_with("_")) rest.remove_prefix(1);
  const bool known = IsOneOfWords(prefix, {"HP", "MONDO", "OMIM", "ORPHA", "NCIT", "DOID", "UBERON", "SNOMED"});
  const bool digits = rest.size() >= 3 && rest.find_first_not_of("0123456789") == std::string_view::npos;
  return known && digits ? absl::StrCat(prefix, ":", std::string(rest)) : "";
}

// run wgs, sample tumour: of an entity without a term, what `value` is the value of.
std::string EntityWithValue(std::string_view name, Entity entity, std::string_view value) {
  const std::string shown(name);
  if (entity == Entity::kIndividual) return "criteria stand behind where";
  if (const auto criterion = grammar::ValueInWords(EntityName(entity), value)) {
    return absl::StrCat("write ", shown, " with ", *criterion);
  }
  if (entity == Entity::kRun && IsOneOfWords(value, {"wgs", "wes", "panel", "array", "rna-seq"})) {
    return absl::StrCat("write ", shown, " with assay is ", std::string(value));
  }
  return absl::StrCat(WithArticle(EntityName(entity)), " has no term: write ", shown, " with and its fields; describe ",
                      EntityName(entity), " lists them");
}

// has disease E11, where no record has a code of ICD-10; empty where one has.
std::vector<std::string> NameInPlaceOf(const std::string& code, Entity entity, const std::vector<std::string>& kinds) {
  const std::string kind = code.substr(0, code.find(':') + 1);
  if (kinds.empty() || std::find(kinds.begin(), kinds.end(), kind) != kinds.end()) return {};
  const std::string name(EntityName(entity));
  return {absl::StrCat("no ", name, " here is coded with ", kind, "; it is asked for by its name, as in has ", name,
                       " \"...\", which terms like \"WORD\" in ", std::string(model::Info(entity).plural), " finds"),
          absl::StrCat("codes in use begin with ", absl::StrJoin(kinds, ", "))};
}

// `has disease Seizure`: the entity, and a label that lacks its quotes; and names that are nearly it. `kinds`: those of
// EntitySuggestions.
std::vector<std::string> NearEntities(std::string_view name, const std::vector<std::string>& kinds = {}) {
  std::vector<std::string> hints;
  const size_t blank = name.find(' ');
  if (blank != std::string_view::npos && FindEntity(name.substr(0, blank))) {
    if (const std::string code = CodeInWord(name.substr(blank + 1)); !code.empty()) {
      if (auto by_name = NameInPlaceOf(code, *FindEntity(name.substr(0, blank)), kinds); !by_name.empty())
        return by_name;
      return {absl::StrCat("write the code with its colon: ", std::string(name.substr(0, blank)), " ", code)};
    }
    std::string_view label = name.substr(blank + 1);
    const Entity entity = *FindEntity(name.substr(0, blank));
    for (const std::string_view without : {"without ", "with no ", "lacking "}) {
      if (!label.starts_with(without) || !FindEntity(label.substr(without.size()))) continue;
      return {absl::StrCat("write ", std::string(name.substr(0, blank)), " with no ",
                           EntityName(*FindEntity(label.substr(without.size()))))};
    }
    if (model::Info(entity).primary < 0) return {EntityWithValue(name.substr(0, blank), entity, label)};
    for (const std::string_view before : {"of ", "type ", "called ", "named "}) {
      if (label.starts_with(before)) label.remove_prefix(before.size());
    }
    hints.push_back(absl::StrCat("a label is written in quotes: ", std::string(name.substr(0, blank)), " \"",
                                 std::string(label), "\""));
  }
  if (const std::string_view english = EntityInEnglish(name); !english.empty()) {
    return {absl::StrCat("did you mean ", std::string(english), "?")};
  }
  for (const std::string& near : NearestNames(name, AllEntityNames())) hints.push_back("did you mean " + near + "?");
  return hints;
}

// has genotype "CFTR", has allele "homozygous"; empty for other words.
std::string GenotypeInstead(const grammar::Has& has, bool none) {
  if (!IsOneOfWords(has.entity.text, {"genotype", "genotypes", "allele", "alleles"})) return "";
  const std::string variant = absl::StrCat("write ", none ? "no" : "has", " variant");
  if (has.terms.size() != 1) return absl::StrCat(variant, " \"...\" with its gene");
  if (const auto state = grammar::ValueInWords("variant", has.terms[0].text)) {
    return absl::StrCat(variant, " with ", *state);
  }
  const std::string gene = absl::StrCat(variant, " ", grammar::Print(has.terms[0]));
  return absl::StrCat(gene, "; of one genotype ", gene, " with allelic state is \"homozygous\"");
}

// concomitant metformin, prior colectomy: nullopt where nothing but the words themselves would be written.
std::optional<std::string> PhraseInstead(const std::string& words, bool negated) {
  const std::vector<std::string> split = absl::StrSplit(words, ' ', absl::SkipEmpty());
  if (split.empty()) return std::nullopt;
  const grammar::NamedRecords named = grammar::RecordsNamedBy(split);
  if (named.entity == "disease" && named.with.empty() && named.term == absl::StrCat("\"", words, "\"")) {
    return std::nullopt;
  }
  return grammar::WriteForPhrase(split, negated);
}

void SayNoEntity(Reporter* reporter, const grammar::Name& name, std::vector<std::string> hints) {
  reporter->Error(name.span, "unknown-entity", absl::StrCat("no entity is called '", name.text, "'"), std::move(hints));
}

}  // namespace

void ReportUnknownEntity(Reporter* reporter, const grammar::Name& name) {
  if (!reporter->ExplainsErrors()) return reporter->Error(name.span, "unknown-entity", "");
  if (const auto plain = CountedInWords(name.text)) return SayNoEntity(reporter, name, {*plain});
  std::vector<std::string> hints = NearEntities(name.text);
  if (hints.empty()) {
    std::vector<std::string> plurals;
    for (const model::EntityInfo& info : model::Entities()) plurals.emplace_back(info.plural);
    hints.push_back(absl::StrCat("there are ", absl::StrJoin(plurals, ", ")));
  }
  SayNoEntity(reporter, name, std::move(hints));
}

void ReportUnknownEntity(Reporter* reporter, const grammar::Has& has, Entity space, EntitySuggestions meant) {
  const grammar::Name& name = has.entity;
  if (!reporter->ExplainsErrors()) return reporter->Error(name.span, "unknown-entity", "");
  const bool none = has.quantity && has.quantity->kind == grammar::Quantity::Kind::kExactly && has.quantity->count == 0;
  std::vector<std::string> said = absl::StrSplit(name.text, ' ', absl::SkipEmpty());
  for (const grammar::Literal& term : has.terms) said.push_back(grammar::Print(term));
  if (auto reaction = grammar::WriteForReaction(said, none)) return SayNoEntity(reporter, name, {*std::move(reaction)});
  if (std::string genotype = GenotypeInstead(has, none); !genotype.empty()) {
    return SayNoEntity(reporter, name, {std::move(genotype)});
  }
  // That somebody never smoked is recorded as an exposure.
  if (!none && IsOneOfWords(name.text, {"never smoked", "never smoker", "never smokers"})) {
    return SayNoEntity(reporter, name, {std::string(grammar::kNeverSmoked)});
  }
  if ((name.text.starts_with("more ") || name.text.starts_with("fewer ")) &&
      name.text.find(" than ") != std::string::npos) {
    return SayNoEntity(reporter, name,
                       {"numbers of records are compared with a number, not with each other: write has at least 2 "
                        "samples, and has at most 1 run"});
  }
  if (auto elsewhere = has.terms.empty() ? grammar::CriterionForWords(name.text) : std::nullopt) {
    return SayNoEntity(reporter, name, {*std::move(elsewhere)});
  }
  if (auto elsewhere =
          has.terms.size() == 1 && has.with == nullptr ? grammar::CriterionForWords(name.text) : std::nullopt) {
    return SayNoEntity(
        reporter, name,
        {absl::StrCat("write ", none ? "no" : "has", " disease ", grammar::Print(has.terms[0]), "; ", *elsewhere)});
  }
  if (auto plain = RecordsInWords(has, none)) {
    // What is written for `has` is written for `no` behind that.
    std::string words = *std::move(plain);
    constexpr std::string_view kHas = "write has ";
    if (none && words.starts_with(kHas)) words = absl::StrCat("write no ", words.substr(kHas.size()));
    return SayNoEntity(reporter, name, {std::move(words)});
  }
  if (IsOneOfWords(name.text, {"exclusion", "absence"}) && has.terms.size() == 1) {
    const std::string term = grammar::Print(has.terms[0]);
    const std::string excluded = absl::StrCat(none ? "no" : "has", " excluded ");
    return SayNoEntity(reporter, name,
                       {absl::StrCat("write ", excluded, "disease ", term, ", or ", excluded, "phenotype ", term)});
  }
  if (!meant.by_value.empty() && meant.by_name.empty()) return SayNoEntity(reporter, name, std::move(meant.by_value));
  std::vector<std::string> hints = NearEntities(name.text, meant.kinds);
  if (hints.empty()) hints = std::move(meant.by_name);
  if (hints.empty() && has.terms.empty()) {
    if (auto phrase = PhraseInstead(name.text, none)) hints.push_back(*std::move(phrase));
  }
  if (hints.empty() && FindField(space, name.text)) hints.push_back(absl::StrCat("write ", name.text, " is recorded"));
  if (hints.empty()) {
    if (meant.nothing_is_called_so && has.terms.empty()) {
      hints.push_back(absl::StrCat("nothing in this catalogue is called \"", name.text,
                                   "\"; names stand behind what they are of: has disease \"...\""));
    }
    hints.push_back(
        absl::StrCat(WithArticle(EntityName(space)), " may have: ", absl::StrJoin(EntityNames(space), ", ")));
  }
  SayNoEntity(reporter, name, std::move(hints));
}

}  // namespace muster::bind
