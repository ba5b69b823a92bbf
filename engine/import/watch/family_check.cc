#include "engine/import/watch/family_check.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "engine/model/schema/schema.h"
#include "engine/model/text/alike_key.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

constexpr RemarkKind kOtherFamily{
    ImportProblem::Kind::kNote, "mother or father who is in another family of this import, and is not found",
    "write the ids of families alike: capitals, hyphens and blanks count; relatives are looked for within a family"};
constexpr RemarkKind kNoRecordOfParent{
    ImportProblem::Kind::kNote, "mother or father of whom the family has no record in this import",
    "nothing, if there is none, or an earlier import has it; else see whether the ids of persons and families are "
    "written alike"};
constexpr RemarkKind kOwnParent{ImportProblem::Kind::kNote, "person who is their own mother or father",
                                "correct the ids of the parents in the source; 0 and empty are nobody"};
constexpr RemarkKind kSexOfParent{ImportProblem::Kind::kNote, "mother who is male, or father who is female",
                                  "see whether the columns of mother and father are exchanged (PED files have the "
                                  "father first), or the sex is wrong: "
                                  "both are taken as they are"};
constexpr RemarkKind kBothParents{ImportProblem::Kind::kNote, "person who is both parents of another one",
                                  "correct the ids of the parents in the source; 0 and empty are nobody"};
constexpr RemarkKind kLikeName{
    ImportProblem::Kind::kNote, "name of a cohort or family that is like another one's",
    "if the two are one, write them alike in the source: until then each is asked for by itself"};

uint64_t PlaceOf(model::Symbol family, model::Symbol member) { return (uint64_t{family} << 32) | member; }

model::Symbol SymbolIn(const model::Row& row, model::FieldId field) {
  const model::Value* value = row.Find(field);
  return value == nullptr ? model::kNoSymbol : std::get<model::Symbol>(*value);
}

void ReportLikeNames(const HashSet<model::Symbol>& names, std::string_view where, const model::Dictionary& dictionary,
                     Reporter& reporter) {
  std::vector<model::Symbol> ordered(names.begin(), names.end());
  std::sort(ordered.begin(), ordered.end());
  std::map<std::string, model::Symbol> first;
  for (const model::Symbol name : ordered) {
    const std::string_view text = dictionary.Text(name);
    const auto [known, is_new] = first.try_emplace(model::AlikeKey(text), name);
    if (is_new) continue;
    reporter.Report(kLikeName, where, text,
                    model::Concat({"\"", text, "\" and \"", dictionary.Text(known->second), "\" are two"}));
  }
}

}  // namespace

void FamilyCheck::Look(const model::Record& record) {
  for (const model::FieldValue& value : record.rows[0].values) {
    if (value.field == model::field::kCohort) cohorts_.insert(std::get<model::Symbol>(value.value));
  }
  const model::Symbol sex = SymbolIn(record.rows[0], model::field::kSex);
  for (const model::Row& row : record.rows) {
    if (row.entity != model::Entity::kPedigree) continue;
    const model::Symbol family = SymbolIn(row, model::field::kPedigreeFamily);
    const model::Symbol member = SymbolIn(row, model::field::kPedigreeMember);
    if (family == model::kNoSymbol || member == model::kNoSymbol) continue;
    family_names_.insert(family);
    places_.emplace(PlaceOf(family, member), sex);
    families_.emplace(member, family);
    for (const model::FieldId field : {model::field::kPedigreeMother, model::field::kPedigreeFather}) {
      const model::Symbol parent = SymbolIn(row, field);
      if (parent != model::kNoSymbol) {
        parents_.push_back({family, parent, member, field == model::field::kPedigreeMother});
      }
    }
  }
}

void FamilyCheck::Report(const model::Dictionary& dictionary, bool of_tables, Reporter& reporter) const {
  reporter.ReturnTo({}, 0);
  ReportParents(dictionary, of_tables, reporter);
  ReportLikeNames(family_names_, "/pedigree/family", dictionary, reporter);
  ReportLikeNames(cohorts_, "/individual/cohort", dictionary, reporter);
}

void FamilyCheck::ReportSexes(const Parent& named, const model::Dictionary& dictionary, Reporter& reporter) const {
  const std::string_view parent = dictionary.Text(named.parent);
  const auto place = places_.find(PlaceOf(named.family, named.parent));
  const std::string_view sex =
      place == places_.end() || place->second == model::kNoSymbol ? "" : dictionary.Text(place->second);
  if (sex == (named.mother ? "male" : "female")) {
    reporter.SetId(dictionary.Text(named.child));
    reporter.Report(kSexOfParent, "/pedigree", parent,
                    model::Concat({"\"", parent, "\" is the ", named.mother ? "mother" : "father", " of \"",
                                   dictionary.Text(named.child), "\", and ", sex}));
  }
  // Mothers come first, and the father of the same child behind.
  const Parent* before = &named == parents_.data() ? nullptr : &named - 1;
  if (named.mother || before == nullptr || !before->mother || before->child != named.child ||
      before->family != named.family || before->parent != named.parent) {
    return;
  }
  reporter.SetId(dictionary.Text(named.child));
  reporter.Report(
      kBothParents, "/pedigree", parent,
      model::Concat({"\"", parent, "\" is the mother and the father of \"", dictionary.Text(named.child), "\""}));
}

void FamilyCheck::ReportParents(const model::Dictionary& dictionary, bool of_tables, Reporter& reporter) const {
  for (const Parent& named : parents_) {
    const std::string_view parent = dictionary.Text(named.parent);
    const std::string_view family = dictionary.Text(named.family);
    if (named.parent == named.child) {
      reporter.SetId(dictionary.Text(named.child));
      reporter.Report(kOwnParent, "/pedigree", parent);
      continue;
    }
    ReportSexes(named, dictionary, reporter);
    if (places_.contains(PlaceOf(named.family, named.parent))) continue;
    const auto elsewhere = families_.find(named.parent);
    if (elsewhere == families_.end() && !of_tables) continue;
    reporter.SetId(dictionary.Text(named.child));
    if (elsewhere != families_.end()) {
      reporter.Report(kOtherFamily, "/pedigree", parent,
                      model::Concat({"\"", parent, "\" is in the family \"", dictionary.Text(elsewhere->second),
                                     "\", and not in \"", family, "\""}));
    } else {
      reporter.Report(kNoRecordOfParent, "/pedigree", parent,
                      model::Concat({"the family \"", family, "\" has no record of \"", parent, "\""}));
    }
  }
}

}  // namespace muster::import
