#include "engine/import/watch/family_check.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

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
                                  "father first), or the sex is wrong: both are taken as they are"};
constexpr RemarkKind kBothParents{ImportProblem::Kind::kNote, "person who is both parents of another one",
                                  "correct the ids of the parents in the source; 0 and empty are nobody"};
constexpr RemarkKind kOwnAncestor{
    ImportProblem::Kind::kNote, "person who is their own ancestor: the parents of a family go round in a circle",
    "correct the ids of the parents in the source: questions about relatives find each of them as parent and child",
    RemarkPlace::kFirst};
constexpr RemarkKind kTooYoung{
    ImportProblem::Kind::kNote, "mother or father who was born after the child, or less than 8 years before",
    "see which date of birth is wrong, or whether the ids of parent and child are exchanged", RemarkPlace::kFirst};
constexpr RemarkKind kNoFamily{
    ImportProblem::Kind::kNote, "family 0, none of whose members is the mother or father of another",
    "nothing, if it is one family; files of PLINK write 0 for nobody's family: let the mapping say so, \"missing\": "
    "[\"0\"] of the column, or give each person a family of their own"};
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
  Person person;
  person.sex = SymbolIn(record.rows[0], model::field::kSex);
  if (const model::Value* birth = record.rows[0].Find(model::field::kBirth)) {
    person.birth = std::get<model::TimeValue>(*birth).date;
  }
  for (const model::Row& row : record.rows) {
    if (row.entity != model::Entity::kPedigree) continue;
    const model::Symbol family = SymbolIn(row, model::field::kPedigreeFamily);
    const model::Symbol member = SymbolIn(row, model::field::kPedigreeMember);
    if (family == model::kNoSymbol || member == model::kNoSymbol) continue;
    family_names_.insert(family);
    places_.emplace(PlaceOf(family, member), person);
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
  ReportCircles(dictionary, reporter);
  ReportNoFamily(dictionary, reporter);
  ReportLikeNames(family_names_, "/pedigree/family", dictionary, reporter);
  ReportLikeNames(cohorts_, "/individual/cohort", dictionary, reporter);
}

void FamilyCheck::ReportSexes(const Parent& named, const model::Dictionary& dictionary, Reporter& reporter) const {
  const std::string_view parent = dictionary.Text(named.parent);
  const auto place = places_.find(PlaceOf(named.family, named.parent));
  const std::string_view sex =
      place == places_.end() || place->second.sex == model::kNoSymbol ? "" : dictionary.Text(place->second.sex);
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

void FamilyCheck::ReportAges(const Parent& named, const model::Dictionary& dictionary, Reporter& reporter) const {
  constexpr model::HalfHours kYoungest = 8 * model::kYear;
  const auto parent = places_.find(PlaceOf(named.family, named.parent));
  const auto child = places_.find(PlaceOf(named.family, named.child));
  if (parent == places_.end() || child == places_.end()) return;
  const model::Interval& born = parent->second.birth;
  const model::Interval& child_born = child->second.birth;
  // Only where it is so whatever the dates leave open.
  if (born.empty() || child_born.empty() || born.low + kYoungest <= child_born.high) return;
  const std::string_view name = dictionary.Text(named.parent);
  reporter.SetId(dictionary.Text(named.child));
  reporter.Report(kTooYoung, "/pedigree", name,
                  model::Concat({"\"", name, "\", the ", named.mother ? "mother" : "father", " of \"",
                                 dictionary.Text(named.child), "\", was born ", model::FormatDate(born), ", and \"",
                                 dictionary.Text(named.child), "\" ", model::FormatDate(child_born)}));
}

void FamilyCheck::ReportNoFamily(const model::Dictionary& dictionary, Reporter& reporter) const {
  for (const model::Symbol family : family_names_) {
    if (dictionary.Text(family) != "0") continue;
    uint64_t members = 0;
    for (const auto& [place, person] : places_) members += place >> 32 == family ? 1 : 0;
    const bool related =
        std::any_of(parents_.begin(), parents_.end(), [&](const Parent& named) { return named.family == family; });
    if (members < 2 || related) return;
    reporter.SetId({});
    reporter.Report(kNoFamily, "/pedigree/family", "0",
                    model::Concat({std::to_string(members), " people are in the family \"0\""}));
  }
}

void FamilyCheck::ReportCircles(const model::Dictionary& dictionary, Reporter& reporter) const {
  HashMap<uint64_t, std::vector<uint64_t>> parents;  // of each place that has one; nobody's own
  for (const Parent& named : parents_) {
    if (named.parent == named.child) continue;
    parents[PlaceOf(named.family, named.child)].push_back(PlaceOf(named.family, named.parent));
  }
  // Depth first: who is met again on the way up is an ancestor of themselves.
  HashMap<uint64_t, bool> done;  // false: on the way
  struct Step {
    uint64_t place;
    size_t next = 0;
  };
  std::vector<Step> way;
  for (const Parent& begin : parents_) {
    const uint64_t first = PlaceOf(begin.family, begin.child);
    if (begin.parent == begin.child || done.contains(first)) continue;
    way.assign(1, {first});
    done.emplace(first, false);
    while (!way.empty()) {
      const auto up = parents.find(way.back().place);
      if (up == parents.end() || way.back().next == up->second.size()) {
        done[way.back().place] = true;
        way.pop_back();
        continue;
      }
      const uint64_t parent = up->second[way.back().next++];
      const auto [known, is_new] = done.emplace(parent, false);
      if (is_new) {
        way.push_back({parent});
      } else if (!known->second) {
        constexpr size_t kMostNamed = 5;
        const auto name_of = [&](uint64_t place) {
          return model::Concat({"\"", dictionary.Text(static_cast<model::Symbol>(place)), "\""});
        };
        std::string names = name_of(parent);
        auto step = std::find_if(way.begin(), way.end(), [&](const Step& one) { return one.place == parent; }) + 1;
        for (size_t named = 1; step != way.end(); ++step, ++named) {
          if (named < kMostNamed) {
            names += model::Concat({named == 1 ? " is a child of " : ", who is a child of ", name_of(step->place)});
          } else if (named == kMostNamed) {
            names += ", who is a child of others";
          }
        }
        const std::string_view name = dictionary.Text(static_cast<model::Symbol>(parent));
        reporter.SetId(name);
        reporter.Report(kOwnAncestor, "/pedigree", name, model::Concat({names, ", who is a child of \"", name, "\""}));
      }
    }
  }
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
    ReportAges(named, dictionary, reporter);
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
