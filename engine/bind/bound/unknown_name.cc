#include "engine/bind/bound/unknown_name.h"

#include <optional>
#include <string>
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

}  // namespace

void ReportUnknownField(Reporter* reporter, const grammar::Compare& compare, Entity space) {
  if (!reporter->ExplainsErrors()) return reporter->Error(compare.field.span, "unknown-field", "");
  const auto instead = HasInstead(compare, space);
  if (!instead) {
    ReportUnknownField(reporter, compare.field, space);
    return;
  }
  reporter->Error(compare.field.span, "unknown-field",
                  absl::StrCat(WithArticle(EntityName(space)), " has no field '", compare.field.text, "'"),
                  {absl::StrCat("write ", *instead)});
}

void ReportUnknownEntity(Reporter* reporter, const grammar::Name& name, std::optional<Entity> space) {
  if (!reporter->ExplainsErrors()) return reporter->Error(name.span, "unknown-entity", "");
  std::vector<std::string> hints;
  // `has disease Seizure`: the entity, and a label that lacks its quotes.
  const size_t blank = name.text.find(' ');
  if (blank != std::string::npos && FindEntity(name.text.substr(0, blank))) {
    hints.push_back(absl::StrCat("a label is written in quotes: ", name.text.substr(0, blank), " \"",
                                 name.text.substr(blank + 1), "\""));
  }
  for (const std::string& near : NearestNames(name.text, AllEntityNames()))
    hints.push_back("did you mean " + near + "?");
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
                    {absl::StrCat("write ", absl::StrJoin(AgeAnchors(), ", "))});
    return;
  }
  std::vector<std::string> hints;
  for (const FieldId below : FindFieldsBelow(space, name.text)) {
    const Entity entity = model::Info(below).entity;
    hints.push_back(absl::StrCat(WithArticle(EntityName(entity)), " has it: write has ", EntityName(entity), " with ",
                                 name.text, " ..."));
    if (hints.size() == 3) break;
  }
  for (const std::string& near : NearestNames(name.text, FieldNames(space)))
    hints.push_back("did you mean " + near + "?");
  if (hints.empty()) {
    hints.push_back(
        absl::StrCat("fields of ", WithArticle(EntityName(space)), ": ", absl::StrJoin(FieldNames(space), ", ")));
  }
  reporter->Error(name.span, "unknown-field",
                  absl::StrCat(WithArticle(EntityName(space)), " has no field '", name.text, "'"), hints);
}

}  // namespace muster::bind
