#include "engine/bind/bound/unknown_name.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "engine/bind/bound/scope.h"
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

// An entity behind words that the language does without: a sample, several samples, prior treatment.
std::optional<std::string> EntityInWords(std::string_view name) {
  for (size_t blank = name.find(' '); blank != std::string_view::npos; blank = name.find(' ', blank + 1)) {
    const std::string_view entity = name.substr(blank + 1), before = name.substr(0, blank);
    if (!FindEntity(entity)) continue;
    const auto is = [&](std::initializer_list<std::string_view> words) {
      return std::find(words.begin(), words.end(), before) != words.end();
    };
    const std::string shown(entity);
    if (is({"a", "an", "any", "some", "the", "had", "ever", "had a", "at some time", "one"})) {
      return absl::StrCat("write has ", shown);
    }
    if (is({"two", "several", "multiple", "more than one", "many"}))
      return absl::StrCat("write has at least 2 ", shown);
    if (is({"three"})) return absl::StrCat("write has at least 3 ", shown);
    if (is({"different"})) return absl::StrCat("write distinct in place of different: has at least 2 distinct ", shown);
    if (is({"prior", "previous", "earlier", "past", "current", "recent", "ongoing"})) {
      return absl::StrCat("write has ", shown, " ... with its time, such as start before study date");
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

// What is counted, in other words: women, all patients, number of individuals.
std::optional<std::string> CountedInWords(std::string_view name) {
  const auto is = [&](std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), name) != words.end();
  };
  if (is({"women", "females", "girls"})) return "write individuals where sex is female";
  if (is({"men", "males", "boys"})) return "write individuals where sex is male";
  if (is({"adults"})) return "write individuals where age at last contact >= 18 years";
  if (is({"children"})) return "write individuals where age at last contact < 18 years";
  if (name.ends_with(" group")) return "write by alone: count individuals by sex";
  for (size_t blank = name.find(' '); blank != std::string_view::npos; blank = name.find(' ', blank + 1)) {
    const std::string_view entity = name.substr(blank + 1), before = name.substr(0, blank);
    if (!FindEntity(entity)) continue;
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
    ReportUnknownField(reporter, compare.field, space);
    return;
  }
  reporter->Error(compare.field.span, "unknown-field",
                  absl::StrCat(WithArticle(EntityName(space)), " has no field '", compare.field.text, "'"),
                  {absl::StrCat("write ", *instead)});
}

void ReportUnknownEntity(Reporter* reporter, const grammar::Name& name, std::optional<Entity> space,
                         std::vector<std::string> meant) {
  if (!reporter->ExplainsErrors()) return reporter->Error(name.span, "unknown-entity", "");
  auto plain = space ? EntityInWords(name.text) : CountedInWords(name.text);
  if (const auto other = OtherThan(name.text)) plain = other;
  if (plain) {
    return reporter->Error(name.span, "unknown-entity", absl::StrCat("no entity is called '", name.text, "'"),
                           {*plain});
  }
  std::vector<std::string> hints;
  // `has disease Seizure`: the entity, and a label that lacks its quotes.
  const size_t blank = name.text.find(' ');
  if (blank != std::string::npos && FindEntity(name.text.substr(0, blank))) {
    hints.push_back(absl::StrCat("a label is written in quotes: ", name.text.substr(0, blank), " \"",
                                 name.text.substr(blank + 1), "\""));
  }
  for (const std::string& near : NearestNames(name.text, AllEntityNames()))
    hints.push_back("did you mean " + near + "?");
  if (hints.empty()) hints = std::move(meant);
  if (hints.empty() && space) {
    hints.push_back(
        absl::StrCat(WithArticle(EntityName(*space)), " may have: ", absl::StrJoin(EntityNames(*space), ", ")));
  } else if (hints.empty()) {
    std::vector<std::string> plurals;
    for (const model::EntityInfo& info : model::Entities()) plurals.emplace_back(info.plural);
    hints.push_back(absl::StrCat("there are ", absl::StrJoin(plurals, ", ")));
  }
  reporter->Error(name.span, "unknown-entity", absl::StrCat("no entity is called '", name.text, "'"), hints);
}

void ReportUnknownField(Reporter* reporter, const grammar::Name& name, Entity space) {
  if (!reporter->ExplainsErrors()) return reporter->Error(name.span, "unknown-field", "");
  if (name.text == "age") {
    reporter->Error(name.span, "age-without-anchor", "an age needs to say when",
                    {absl::StrCat("of the person write ", AgesOf(true)),
                     absl::StrCat("of a record, behind has ... with, write ", AgesOf(false))});
    return;
  }
  std::vector<std::string> hints;
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
    hints.push_back(absl::StrCat(WithArticle(EntityName(entity)), " has it: write has ", EntityName(entity), " with ",
                                 name.text, " ..."));
    if (hints.size() == 3) break;
  }
  for (const std::string& near : NearestNames(name.text, FieldNames(space)))
    hints.push_back("did you mean " + near + "?");
  if (hints.empty() && space == Entity::kIndividual && HasNoValues(name.text)) {
    hints.push_back(absl::StrCat("what records say is asked by has; terms like \"", name.text, "\" finds their terms"));
  }
  if (hints.empty()) {
    hints.push_back(
        absl::StrCat("fields of ", WithArticle(EntityName(space)), ": ", absl::StrJoin(FieldNames(space), ", ")));
  }
  reporter->Error(name.span, "unknown-field",
                  absl::StrCat(WithArticle(EntityName(space)), " has no field '", name.text, "'"), hints);
}

}  // namespace muster::bind
