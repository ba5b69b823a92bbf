// Whole random statements.
#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "tests/property/naive/naive_relation.h"
#include "tests/property/naive/names.h"
#include "tests/property/random/random_literal.h"
#include "tests/property/random/random_query.h"

namespace muster::property {

using model::Entity;

std::string QueryGenerator::Statement() {
  may_name_study_ = true;
  study_.clear();
  const std::string text = AnyStatement();
  may_name_study_ = false;
  return study_.empty() ? text : absl::StrCat("study date ", study_, "; ", text);
}

std::string QueryGenerator::AnyStatement() {
  named_.clear();
  names_ = 0;
  const size_t form = random_.Below(100);
  std::string text;
  if (form < 11) return ListStatement();
  if (form < 19) return CertaintyStatement();
  if (form < 27) text = StepsStatement();
  if (form >= 27 && form < 31) text = CompareStatement();
  if (form >= 31 && form < 37) text = SummariseStatement();
  return text.empty() ? CountStatement() : text;
}

std::string QueryGenerator::Definition(const std::string& name) {
  named_.clear();
  names_ = 0;
  const std::string where = Expression(Entity::kIndividual, 2);
  return absl::StrCat("define cohort ", Quoted(name), " as individuals", where.empty() ? "" : " where ", where);
}

std::string QueryGenerator::ListStatement() {
  Entity entity = random_.Chance(50) ? Entity::kIndividual : SomeEntity();
  if (entity == Entity::kFile) entity = Entity::kSample;  // files have neither id nor main code
  std::string text = absl::StrCat("list ", CountedName(entity));
  const std::string where = Expression(entity, 2);
  if (!where.empty()) absl::StrAppend(&text, " where ", where);
  if (random_.Chance(40)) absl::StrAppend(&text, " limit ", random_.Below(6));
  return text;
}

std::string QueryGenerator::CertaintyStatement() {
  const Entity counted = random_.Chance(65) ? Entity::kIndividual : SomeEntity();
  const std::string where = Expression(counted, 3);
  return absl::StrCat("count ", CountedName(counted), random_.Chance(30) ? " with not recorded" : " with certainty",
                      where.empty() ? "" : " where ", where);
}

// Entities that belong to each other. `having` gets names by which a `having` can call them.
std::string QueryGenerator::CountedNames(Entity counted, std::vector<std::string>* having) {
  std::vector<std::string> names = {CountedName(counted)};
  std::vector<Entity> used = {counted};
  having->push_back(random_.Pick(NamesOf(counted)));
  for (int i = 0; i < 3; ++i) {
    const Entity other = SomeEntity();
    if (!random_.Chance(25) || std::find(used.begin(), used.end(), other) != used.end()) continue;
    if (!OnOneLine(counted, other)) continue;
    names.push_back(CountedName(other));
    used.push_back(other);
    having->push_back(random_.Pick(NamesOf(other)));
  }
  return absl::StrJoin(names, ", ");
}

std::string QueryGenerator::CountStatement() {
  Entity counted = random_.Chance(55) ? Entity::kIndividual : SomeEntity();
  std::vector<std::string> having;
  std::string names = CountedNames(counted, &having);
  bool distinct = false;
  if (random_.Chance(10)) {
    // What is counted in other ways than by rows.
    constexpr const char* kNames[] = {"distinct individuals",           "families",
                                      "individuals, families",          "individuals, distinct individuals",
                                      "families, distinct individuals", "pedigrees, families",
                                      "samples, distinct individuals"};
    names = kNames[random_.Below(std::size(kNames))];
    counted = names.starts_with("families") || names.starts_with("ped") ? Entity::kPedigree
              : names.starts_with("samples")                            ? Entity::kSample
                                                                        : Entity::kIndividual;
    distinct = true;
  }
  std::string text = absl::StrCat(Keyword("count"), " ", names);
  const std::string where = random_.Chance(92) ? Expression(counted, 3) : "";
  if (!where.empty()) absl::StrAppend(&text, " ", Keyword("where"), " ", where);
  const std::string by = !distinct && random_.Chance(35) ? By(counted) : "";
  text += by;
  for (int i = 0; !by.empty() && i < 2 && random_.Chance(20); ++i) {
    constexpr const char* kOperators[] = {">=", ">", "<", "<=", "=", "!="};
    absl::StrAppend(&text, i == 0 ? " having " : " and ", random_.Pick(having), " ",
                    kOperators[random_.Below(std::size(kOperators))], " ", random_.Below(5));
  }
  return text;
}

std::string QueryGenerator::StepsStatement() {
  const Entity counted = random_.Chance(70) ? Entity::kIndividual : SomeEntity();
  std::vector<std::string> having;
  const std::string names = CountedNames(counted, &having);
  const std::string where = random_.Chance(70) ? Conjunction(counted, 2) : Expression(counted, 2);
  return where.empty() ? "" : absl::StrCat(random_.Chance(50) ? "funnel " : "impact ", names, " where ", where);
}

std::string QueryGenerator::SummariseStatement() {
  const Entity counted = random_.Chance(70) ? Entity::kIndividual : SomeEntity();
  std::vector<std::string> measured;
  for (int attempt = 0; attempt < 12 && measured.size() < 2; ++attempt) {
    std::string field = Measured(counted);
    if (!field.empty()) measured.push_back(std::move(field));
  }
  if (measured.empty()) return "";
  const std::string where = random_.Chance(75) ? Expression(counted, 2) : "";
  return absl::StrCat(Keyword("summarise"), " ", CountedName(counted), " of ", absl::StrJoin(measured, ", "),
                      where.empty() ? "" : " where ", where);
}

// A number or a time that some row has.
std::string QueryGenerator::Measured(Entity counted) {
  std::vector<model::FieldId> fields;
  for (const auto& [field, seen] : seen_) {
    const model::Kind kind = model::Info(field).kind;
    const bool measurable =
        kind == model::Kind::kNumber || (kind == model::Kind::kTime && field != model::field::kBirth);
    if (measurable && !seen.empty() && OnOneLine(counted, model::Info(field).entity)) fields.push_back(field);
  }
  if (fields.empty()) return "";
  const model::FieldId field = random_.Pick(fields);
  const model::EntityInfo& owner = model::Info(model::Info(field).entity);
  std::string name = random_.Pick(NamesOf(field));
  const bool below = !model::IsAncestorOrSelf(owner.entity, counted);
  if (below)
    name = random_.Chance(50) ? absl::StrCat(name, " of ", std::string(owner.name))
                              : absl::StrCat(std::string(owner.name), " ", name);
  if (ResolveDimension(counted, name) != field || !IsWritable(name)) return "";
  if (below && MomentOf(owner.entity) && random_.Chance(20)) name = (random_.Chance(50) ? "first " : "last ") + name;
  const Seen& seen = random_.Pick(seen_[field]);
  if (below && owner.primary >= 0 && random_.Chance(40) && !seen_[static_cast<model::FieldId>(owner.primary)].empty()) {
    const std::string term = Term(random_.Pick(seen_[static_cast<model::FieldId>(owner.primary)]));
    if (!term.empty()) absl::StrAppend(&name, " ", term);
  }
  if (model::Info(field).kind == model::Kind::kTime) {
    constexpr const char* kUnits[] = {"", "", " in months", " in weeks", " in years"};
    return name + kUnits[random_.Below(std::size(kUnits))];
  }
  if (!CompanionUnit(field)) return name;
  const std::vector<std::string> units = UnitsFor(field, seen);
  return units.empty() ? "" : absl::StrCat(name, " in ", Quoted(random_.Pick(units)));
}

// A saved cohort, or an imported one that some record has.
std::string QueryGenerator::Cohort() {
  std::vector<std::string> names;
  for (const auto& [name, definition] : world_.cohorts) names.push_back(name);
  for (const Seen& seen : seen_[model::field::kCohort]) {
    if (!random_.Chance(20)) continue;
    names.emplace_back(world_.dictionary.Label(std::get<model::Symbol>(*seen.value)));
  }
  return names.empty() ? "" : Word(random_, random_.Pick(names));
}

std::string QueryGenerator::InCohort() {
  const std::string cohort = Cohort();
  if (cohort.empty() || cohort.find_first_of("0123456789") == 0) return "";
  return absl::StrCat(random_.Chance(60) ? "in cohort " : "in ", cohort);
}

std::string QueryGenerator::Usable() {
  constexpr const char* kPurposes[] = {
      "general research",    "research",     "health research", "ancestry research", "methods development",
      "biomedical research", "clinical care"};
  std::string text = "usable for ";
  const std::vector<Seen>& diseases = seen_[model::field::kDiseaseTerm];
  if (!diseases.empty() && random_.Chance(70)) {
    const std::string term = Term(random_.Pick(diseases));
    if (term.empty() || term.starts_with("exactly")) return "";
    text += term;
  } else {
    text += kPurposes[random_.Below(std::size(kPurposes))];
  }
  if (random_.Chance(50)) text += random_.Chance(50) ? " by commercial" : " by non-commercial";
  if (random_.Chance(30)) text += random_.Chance(50) ? " in DE" : " in \"fi\"";
  return text;
}

// A cohort that there is, or one that is defined on the spot.
std::string QueryGenerator::Compared(const std::string& name) {
  const std::string cohort = Cohort();
  if (!cohort.empty() && random_.Chance(60)) return cohort;
  named_.clear();
  const std::string where = Expression(Entity::kIndividual, 2);
  return absl::StrCat(name, " as ", random_.Pick(NamesOf(Entity::kIndividual)), where.empty() ? "" : " where ", where);
}

std::string QueryGenerator::CompareStatement() {
  const std::string first = Compared("one");
  const std::string second = Compared("other");
  if (first.empty() || second.empty() || first == second) return "";
  std::string text = absl::StrCat("compare ", first, ", ", second);
  if (random_.Chance(25)) absl::StrAppend(&text, ", ", Compared("\"a third\""));
  return random_.Chance(75) ? absl::StrCat(text, By(Entity::kIndividual)) : text;
}

}  // namespace muster::property
