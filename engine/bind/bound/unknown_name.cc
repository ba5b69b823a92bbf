#include "engine/bind/bound/unknown_name.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "engine/bind/bound/scope.h"
#include "grammar/habits/habits_of_having.h"
#include "grammar/habits/habits_of_phrases.h"
#include "grammar/habits/habits_of_reactions.h"
#include "grammar/habits/habits_of_words.h"
#include "grammar/parse.h"

namespace muster::bind {
namespace {

using model::Entity;
using model::FieldId;

// `has phenotype "Seizure"` for `phenotype is "Seizure"`; nullopt when that is not what is written.
std::optional<std::string> HasInstead(const grammar::Compare& compare, Entity space) {
  const auto entity = FindEntity(compare.field.text);
  const bool about_codes =
      compare.op != grammar::Compare::Op::kIsMissing && compare.op != grammar::Compare::Op::kIsRecorded;
  if (!entity || model::IsAncestorOrSelf(*entity, space)) return std::nullopt;
  if (about_codes && model::Info(*entity).primary < 0) return std::nullopt;
  if (compare.op == grammar::Compare::Op::kIsMissing) return absl::StrCat("has no ", EntityName(*entity));
  if (compare.op == grammar::Compare::Op::kIsRecorded) return absl::StrCat("has ", EntityName(*entity));
  const bool several = compare.op == grammar::Compare::Op::kIn || compare.op == grammar::Compare::Op::kNotIn;
  const bool negated = compare.op == grammar::Compare::Op::kIsNot || compare.op == grammar::Compare::Op::kNotIn;
  if (!several && !negated && compare.op != grammar::Compare::Op::kIs) return std::nullopt;
  using Kind = grammar::Literal::Kind;
  for (const grammar::Literal& value : compare.values) {
    if (value.kind != Kind::kCode && value.kind != Kind::kQuoted && value.kind != Kind::kWord) return std::nullopt;
  }
  const std::string values = absl::StrJoin(compare.values, ", ", [](std::string* out, const grammar::Literal& value) {
    // A label that lacks its quotes.
    const bool word = value.kind == Kind::kWord;
    absl::StrAppend(out, word ? absl::StrCat("\"", value.text, "\"") : grammar::Print(value));
  });
  return absl::StrCat(negated ? "not " : "", "has ", EntityName(*entity), several ? " in (" : " ", values,
                      several ? ")" : "");
}

bool IsOneOfWords(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

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
    if (is({"different"})) return absl::StrCat("write distinct in place of different: has at least 2 distinct ", shown);
    if (is({"absent", "negative", "denied"})) return absl::StrCat("write has excluded ", shown);
    if (is({"latest", "newest", "most recent", "the last"})) return absl::StrCat("write has last ", shown);
    if (is({"earliest", "oldest", "initial", "the first"})) return absl::StrCat("write has first ", shown);
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
    if (FindEntity(entity) == Entity::kSample) {
      const bool type = is({"tumour", "tumor", "reference", "normal", "abnormal"});
      return type ? absl::StrCat("write has ", shown, " with type is ",
                                 before == "normal" ? "reference" : std::string(before))
                  : absl::StrCat("write has ", shown, " \"", std::string(before), "\", which is its tissue");
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
  if (IsOneOfWords(name, {"gene", "genes", "mutation", "mutations", "pathogenic variant", "pathogenic mutation"})) {
    return "write has variant \"...\", which is its gene, with pathogenicity is pathogenic where that is meant";
  }
  if (IsOneOfWords(name, {"symptom", "symptoms", "sign", "signs", "finding", "findings"})) return "write has phenotype";
  if (IsOneOfWords(name, {"test", "tests", "lab", "labs", "lab test", "laboratory test", "lab value", "result"})) {
    return "write has measurement";
  }
  if (IsOneOfWords(name, {"surgery", "operation", "surgeries", "operations"})) return "write has procedure";
  if (IsOneOfWords(name, {"therapy", "therapies", "chemotherapy", "medicine"})) return "write has treatment";
  for (const std::string_view called : {" called", " named", " like"}) {
    if (name.ends_with(called) && FindEntity(name.substr(0, name.size() - called.size()))) {
      return absl::StrCat("leave out", std::string(called), ": has ",
                          std::string(name.substr(0, name.size() - called.size())), " \"...\"");
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

// What is counted, in other words: women, all patients, number of individuals.
std::optional<std::string> CountedInWords(std::string_view name) {
  const auto is = [&](std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), name) != words.end();
  };
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
  if (is({"elderly", "infants", "adolescents"}))
    return "write individuals where and the age: age at last contact >= 65 years";
  if (is({"trios", "trio"})) return "write individuals where has mother and has father";
  if (is({"all", "everyone", "everybody", "participants", "cases", "cohort", "us", "them", "who"})) {
    return "write individuals";
  }
  if (name.starts_with("cohort ")) {
    return absl::StrCat("write individuals where in ", std::string(name.substr(sizeof("cohort ") - 1)));
  }
  if (name.ends_with(" group") || name.ends_with(" grouped")) return "write by alone: count individuals by sex";
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

// Whether the name is that of no field of any entity.
bool HasNoValues(std::string_view name) { return FindFieldsBelow(Entity::kIndividual, name).empty(); }

// The ages of the person, or those of records, which say whose they are: "age at onset (of a disease)".
std::string AgesOf(bool person) {
  std::vector<std::string> ages = AgeAnchors();
  std::erase_if(ages, [&](const std::string& age) { return age.ends_with(')') == person; });
  return absl::StrJoin(ages, ", ");
}

}  // namespace

void ReportUnknownField(Reporter* reporter, const grammar::Compare& compare, Entity space,
                        std::vector<std::string> meant) {
  if (!reporter->ExplainsErrors()) return reporter->Error(compare.field.span, "unknown-field", "");
  const auto instead = HasInstead(compare, space);
  if (!instead && !meant.empty() && FindFieldsBelow(space, compare.field.text).empty()) {
    reporter->Error(compare.field.span, "unknown-field",
                    absl::StrCat(WithArticle(EntityName(space)), " has no field '", compare.field.text, "'"),
                    std::move(meant));
    return;
  }
  if (!instead) {
    ReportUnknownField(reporter, compare.field, space, std::move(meant), &compare);
    return;
  }
  reporter->Error(compare.field.span, "unknown-field",
                  absl::StrCat(WithArticle(EntityName(space)), " has no field '", compare.field.text, "'"),
                  {absl::StrCat("write ", *instead)});
}

namespace {

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

// `has disease Seizure`: the entity, and a label that lacks its quotes; and names that are nearly it.
std::vector<std::string> NearEntities(std::string_view name) {
  std::vector<std::string> hints;
  const size_t blank = name.find(' ');
  if (blank != std::string_view::npos && FindEntity(name.substr(0, blank))) {
    if (const std::string code = CodeInWord(name.substr(blank + 1)); !code.empty()) {
      return {absl::StrCat("write the code with its colon: ", std::string(name.substr(0, blank)), " ", code)};
    }
    hints.push_back(absl::StrCat("a label is written in quotes: ", std::string(name.substr(0, blank)), " \"",
                                 std::string(name.substr(blank + 1)), "\""));
  }
  for (const std::string& near : NearestNames(name, AllEntityNames())) hints.push_back("did you mean " + near + "?");
  return hints;
}

// has run with depth >= 30
grammar::Has HavingOne(Entity entity, const grammar::Compare& compare) {
  grammar::Has has;
  has.entity.text = EntityName(entity);
  has.with = grammar::MakeExpr({}, compare);
  return has;
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

// major surgery within 28 days before enrolment: has procedure with performed within ...; null where it is no time that
// is compared, or records of that kind have none.
grammar::ExprPtr TimeOfPhrase(const grammar::Compare& compare) {
  using Op = grammar::Compare::Op;
  const bool time = compare.op == Op::kWithin || compare.op == Op::kWithinBefore || compare.op == Op::kWithinAfter ||
                    compare.op == Op::kLongBefore || compare.op == Op::kLongAfter;
  if (!time || compare.event || compare.as_of) return nullptr;
  const std::vector<std::string> split = absl::StrSplit(compare.field.text, ' ', absl::SkipEmpty());
  if (split.empty()) return nullptr;
  const grammar::NamedRecords named = grammar::RecordsNamedBy(split);
  const auto entity = FindEntity(named.entity);
  const auto moment = entity ? model::MomentOf(*entity) : std::nullopt;
  if (!moment || !named.with.empty()) return nullptr;
  grammar::Compare of_row = compare;
  of_row.field.text = std::string(model::Info(*moment).name);
  grammar::Has has;
  has.entity.text = named.entity;
  if (!named.term.empty()) {
    grammar::Literal term;
    term.kind = grammar::Literal::Kind::kQuoted;
    term.text = named.term.substr(1, named.term.size() - 2);
    has.terms.push_back(std::move(term));
  }
  has.with = grammar::MakeExpr({}, std::move(of_row));
  return grammar::MakeExpr({}, std::move(has));
}

void SayNoField(Reporter* reporter, const grammar::Name& name, Entity space, std::vector<std::string> hints) {
  reporter->Error(name.span, "unknown-field",
                  absl::StrCat(WithArticle(EntityName(space)), " has no field '", name.text, "'"), std::move(hints));
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

void ReportUnknownEntity(Reporter* reporter, const grammar::Has& has, Entity space, std::vector<std::string> meant) {
  const grammar::Name& name = has.entity;
  if (!reporter->ExplainsErrors()) return reporter->Error(name.span, "unknown-entity", "");
  const bool none = has.quantity && has.quantity->kind == grammar::Quantity::Kind::kExactly && has.quantity->count == 0;
  std::vector<std::string> said = absl::StrSplit(name.text, ' ', absl::SkipEmpty());
  for (const grammar::Literal& term : has.terms) said.push_back(grammar::Print(term));
  if (auto reaction = grammar::WriteForReaction(said, none)) return SayNoEntity(reporter, name, {*std::move(reaction)});
  auto plain = OtherThan(name.text);
  if (!plain) plain = EntityWithItsValue(name.text, has.terms.empty() ? "" : grammar::Print(has.terms.front()));
  if (!plain) plain = EntityInWords(name.text);
  if (!plain) plain = RecordInWords(name.text);
  if (!plain) {
    plain = grammar::HabitOfHaving(name.text, none, has.terms.empty() ? "" : grammar::Print(has.terms.front()));
  }
  if (none && name.text.starts_with("other ")) plain = NoOther(name.text.substr(sizeof("other ") - 1), has.terms);
  if (plain) {
    // What is written for `has` is written for `no` behind that.
    std::string words = *std::move(plain);
    constexpr std::string_view kHas = "write has ";
    if (none && words.starts_with(kHas)) words = absl::StrCat("write no ", words.substr(kHas.size()));
    return SayNoEntity(reporter, name, {std::move(words)});
  }
  std::vector<std::string> hints = NearEntities(name.text);
  if (hints.empty()) hints = std::move(meant);
  if (hints.empty() && has.terms.empty()) {
    if (auto phrase = PhraseInstead(name.text, none)) hints.push_back(*std::move(phrase));
  }
  if (hints.empty() && FindField(space, name.text)) hints.push_back(absl::StrCat("write ", name.text, " is recorded"));
  if (hints.empty()) {
    hints.push_back(
        absl::StrCat(WithArticle(EntityName(space)), " may have: ", absl::StrJoin(EntityNames(space), ", ")));
  }
  SayNoEntity(reporter, name, std::move(hints));
}

void ReportUnknownField(Reporter* reporter, const grammar::Name& name, Entity space, std::vector<std::string> meant,
                        const grammar::Compare* compared) {
  if (!reporter->ExplainsErrors()) return reporter->Error(name.span, "unknown-field", "");
  if (name.text == "age") {
    reporter->Error(name.span, "age-without-anchor", "an age needs to say when",
                    {absl::StrCat("of the person write ", AgesOf(true)),
                     absl::StrCat("of a record, behind has ... with, write ", AgesOf(false))});
    return;
  }
  std::vector<std::string> hints;
  if (compared != nullptr && compared->op == grammar::Compare::Op::kAged &&
      IsOneOfWords(name.text, {"patients", "subjects", "participants", "people", "persons", "individuals", "who"})) {
    grammar::Compare aged = *compared;
    aged.field.text = "age at last contact";
    hints.push_back(absl::StrCat("write ", grammar::Print(grammar::Expr{{}, std::move(aged)}),
                                 ", or another age: age at enrolment, age at study date"));
    SayNoField(reporter, name, space, std::move(hints));
    return;
  }
  for (const std::string_view word : {"both ", "either "}) {
    if (!name.text.starts_with(word)) continue;
    hints.push_back(absl::StrCat("leave out ", std::string(word), "at the beginning: and and or join criteria"));
  }
  for (const std::string_view order : {" desc", " asc", " descending", " ascending"}) {
    if (!name.text.ends_with(order)) continue;
    hints.push_back(absl::StrCat("rows have an order; by ", name.text.substr(0, name.text.size() - order.size()),
                                 " top 10 has the most frequent first"));
  }
  for (const FieldId below : FindFieldsBelow(space, name.text)) {
    const Entity entity = model::Info(below).entity;
    std::string statement = compared == nullptr ? "" : reporter->RewrittenWith(compared, HavingOne(entity, *compared));
    if (statement.empty()) statement = absl::StrCat("has ", EntityName(entity), " with ", name.text, " ...");
    hints.push_back(absl::StrCat(WithArticle(EntityName(entity)), " has it: write ", statement));
    if (hints.size() == 3) break;
  }
  for (const std::string& near : NearestNames(name.text, FieldNames(space)))
    hints.push_back("did you mean " + near + "?");
  if (hints.empty() && IsOneOfWords(name.text, {"age group", "age groups", "age band", "age bands", "decade"})) {
    hints.emplace_back("write by age at last contact in bands of 10 years");
  }
  if (hints.empty() && IsOneOfWords(name.text, {"consent", "consents"})) {
    hints.emplace_back("write has consent with status is granted; permission says to what");
  }
  if (hints.empty() && IsOneOfWords(name.text, {"deceased", "died", "dead", "death"})) {
    hints.emplace_back("write vital status is deceased; when is age at death");
  }
  if (hints.empty() && IsOneOfWords(name.text, {"decade of birth", "birth year", "birth decade"})) {
    hints.emplace_back("write by year of birth");
  }
  if (hints.empty() && IsOneOfWords(name.text, {"year", "month"})) {
    hints.push_back(absl::StrCat("say of what: by ", name.text, " of birth date, by ", name.text, " of diagnosis"));
  }
  if (hints.empty() && name.text.starts_with("number of ")) {
    hints.push_back(absl::StrCat("write count individuals by ", name.text, ", or as a criterion has at least 2 ",
                                 name.text.substr(sizeof("number of ") - 1)));
  }
  if (hints.empty() && name.text.starts_with("no ")) {
    hints.push_back(absl::StrCat("write ", name.text, " with and one of its times: start, end, onset"));
  }
  if (hints.empty()) hints = std::move(meant);
  if (hints.empty() && compared != nullptr && space == Entity::kIndividual) {
    if (const grammar::ExprPtr has = TimeOfPhrase(*compared)) hints.push_back("write " + grammar::Print(*has));
  }
  using Op = grammar::Compare::Op;
  const bool number = compared != nullptr && !compared->event &&
                      (compared->op == Op::kLess || compared->op == Op::kLessEqual || compared->op == Op::kGreater ||
                       compared->op == Op::kGreaterEqual || compared->op == Op::kBetween);
  if (hints.empty() && space == Entity::kIndividual && HasNoValues(name.text) && number) {
    hints.push_back(
        absl::StrCat("nothing that is measured here is called \"", name.text,
                     "\"; what is measured is asked for so: has measurement LOINC:4548-4 with value >= 7 %"));
  }
  if (hints.empty() && space == Entity::kIndividual && HasNoValues(name.text)) {
    hints.push_back(absl::StrCat("what records say is asked by has; terms like \"", name.text, "\" finds their terms"));
  }
  if (hints.empty()) {
    hints.push_back(
        absl::StrCat("fields of ", WithArticle(EntityName(space)), ": ", absl::StrJoin(FieldNames(space), ", ")));
  }
  SayNoField(reporter, name, space, std::move(hints));
}

}  // namespace muster::bind
