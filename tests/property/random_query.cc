#include "tests/property/random_query.h"

#include <algorithm>
#include <optional>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "tests/property/names.h"
#include "tests/property/random_literal.h"

namespace muster::property {

using model::Entity;
using model::FieldId;

QueryGenerator::QueryGenerator(const World& world, Random& random)
    : world_(world), random_(random), meaning_(world.ontologies) {
  for (const model::Record& record : world.records) {
    for (const model::Row& row : record.rows) {
      entities_.push_back(row.entity);
      for (const model::FieldValue& fv : row.values) seen_[fv.field].push_back({&row, &fv.value});
    }
  }
}

std::string QueryGenerator::Keyword(const std::string& word) {
  return random_.Chance(95) ? word : absl::AsciiStrToUpper(word);
}

std::string QueryGenerator::Name(const std::vector<std::string>& names) {
  const std::string name = random_.Chance(50) ? names[0] : random_.Pick(names);
  return random_.Chance(95) ? name : absl::AsciiStrToUpper(name);
}

Entity QueryGenerator::SomeEntity() {
  if (entities_.empty() || random_.Chance(5)) return static_cast<Entity>(random_.Below(model::kEntityCount));
  return random_.Pick(entities_);
}

std::string QueryGenerator::CountedName(Entity entity) {
  const std::string name = Name(NamesOf(entity));
  if (!model::Info(entity).polar || random_.Chance(50)) return name;
  return absl::StrCat(random_.Chance(50) ? "observed " : "excluded ", name);
}

std::string QueryGenerator::Statement() { return random_.Chance(12) ? ListStatement() : CountStatement(); }

std::string QueryGenerator::ListStatement() {
  Entity entity = random_.Chance(50) ? Entity::kIndividual : SomeEntity();
  if (entity == Entity::kFile) entity = Entity::kSample;  // files have neither id nor main code
  std::string text = absl::StrCat("list ", CountedName(entity));
  const std::string where = Expression(entity, 2);
  if (!where.empty()) absl::StrAppend(&text, " where ", where);
  if (random_.Chance(40)) absl::StrAppend(&text, " limit ", random_.Below(6));
  return text;
}

std::string QueryGenerator::CountStatement() {
  const Entity counted = random_.Chance(55) ? Entity::kIndividual : SomeEntity();
  std::vector<std::string> names = {CountedName(counted)};
  std::vector<Entity> used = {counted};
  for (int i = 0; i < 3; ++i) {
    const Entity other = SomeEntity();
    if (!random_.Chance(25) || std::find(used.begin(), used.end(), other) != used.end()) continue;
    if (!OnOneLine(counted, other)) continue;
    names.push_back(CountedName(other));
    used.push_back(other);
  }
  std::string text = absl::StrCat(Keyword("count"), " ", absl::StrJoin(names, ", "));
  const std::string where = random_.Chance(92) ? Expression(counted, 3) : "";
  if (!where.empty()) absl::StrAppend(&text, " ", Keyword("where"), " ", where);
  return random_.Chance(35) ? absl::StrCat(text, By(counted)) : text;
}

std::string QueryGenerator::Expression(Entity space, int depth) {
  if (depth <= 0 || random_.Chance(45)) return Predicate(space, depth);
  std::vector<std::string> operands;
  const size_t wanted = 1 + random_.Below(4);
  while (operands.size() < wanted) {
    std::string operand = Expression(space, depth - 1);
    if (operand.empty()) return "";
    operands.push_back(random_.Chance(40) ? absl::StrCat("(", operand, ")") : operand);
  }
  if (operands.size() == 1) return absl::StrCat(Keyword("not"), " ", operands[0]);
  switch (random_.Below(3)) {
    case 0:
      return absl::StrJoin(operands, " " + Keyword("and") + " ");
    case 1:
      return absl::StrJoin(operands, " " + Keyword("or") + " ");
    default:
      return absl::StrCat("at least ", 1 + random_.Below(operands.size()), " of (", absl::StrJoin(operands, ", "), ")");
  }
}

std::string QueryGenerator::Predicate(Entity space, int depth) {
  for (int attempt = 0; attempt < 20; ++attempt) {
    const bool has = random_.Chance(space == Entity::kIndividual ? 50 : 25);
    std::string text = has ? Has(space, depth) : random_.Chance(5) ? AgeAsOf() : Comparison(space);
    if (!text.empty()) return text;
  }
  return "";
}

std::string QueryGenerator::Has(Entity space, int depth) {
  const Entity entity = SomeEntity();
  // A sample has no samples, and a run belongs to one: only what is below or beside can be had.
  if (model::IsAncestorOrSelf(entity, space)) return "";
  const model::EntityInfo& info = model::Info(entity);
  std::string text = Keyword("has");
  if (random_.Chance(25)) {
    constexpr const char* kKinds[] = {"at least", "at most", "exactly"};
    const size_t kind = random_.Below(3);
    absl::StrAppend(&text, " ", kKinds[kind], " ", random_.Below(3) + (kind == 0 ? 1 : 0));
    if (info.primary >= 0 && random_.Chance(30)) text += " distinct";
  }
  const bool excluded = info.polar && random_.Chance(35);
  if (excluded) {
    text += " excluded";
  } else if (info.polar && random_.Chance(25)) {
    text += " observed";
  }
  absl::StrAppend(&text, " ", Name(NamesOf(entity)));
  if (info.primary >= 0 && random_.Chance(70)) {
    const std::vector<Seen>& seen = seen_[static_cast<FieldId>(info.primary)];
    std::vector<Seen> of_polarity;
    std::copy_if(seen.begin(), seen.end(), std::back_inserter(of_polarity),
                 [&](const Seen& s) { return s.row->excluded == excluded || random_.Chance(5); });
    if (of_polarity.empty()) return "";
    const auto term = [&] { return Term(random_.Pick(of_polarity)); };
    const std::string terms = random_.Chance(80) ? term() : absl::StrCat("in ", ListOf(term));
    if (terms.empty() || terms == "in ") return "";
    absl::StrAppend(&text, " ", terms);
  }
  if (depth > 0 && random_.Chance(45)) text += With(entity, depth - 1);
  return text;
}

std::string QueryGenerator::With(Entity space, int depth) {
  const std::string condition = Expression(space, depth);
  if (condition.empty()) return "";
  if (random_.Chance(15)) return absl::StrCat(" with not (", condition, ")");
  return absl::StrCat(" with (", condition, ")");
}

std::string QueryGenerator::Comparison(Entity space) {
  // A field of the space or of what is above it.
  Entity owner = space;
  while (owner != Entity::kIndividual && random_.Chance(25)) owner = model::Info(owner).parent;
  const FieldId field = random_.Pick(model::FieldsOf(owner));
  const std::string name = random_.Pick(NamesOf(field));
  if (!IsWritable(name)) return "";
  const model::Kind kind = model::Info(field).kind;
  if (kind == model::Kind::kText || ResolveField(space, name) != field) return "";
  const std::vector<Seen>& seen = seen_[field];
  if (seen.empty() && random_.Chance(90)) return "";
  std::string comparison;
  if (seen.empty() || random_.Chance(10)) {
    constexpr const char* kPresence[] = {"is missing", "is recorded", "is not missing", "is not recorded"};
    comparison = kPresence[random_.Below(4)];
  } else if (kind == model::Kind::kCode) {
    comparison = CodeComparison(seen);
  } else if (kind == model::Kind::kKeyword) {
    comparison = KeywordComparison(seen);
  } else if (kind == model::Kind::kNumber) {
    comparison = NumberComparison(field, seen);
  } else {
    const bool birth = field == model::field::kBirth;
    const bool dates = birth || (!name.starts_with("age") && random_.Chance(35));
    if (!birth && random_.Chance(15)) {
      std::vector<Seen> terms;
      for (const Seen& s : seen) {
        if (std::get<model::TimeValue>(*s.value).term != model::kNoSymbol) terms.push_back(s);
      }
      if (terms.empty()) return "";
      comparison = CodeComparison(terms);
      if (comparison.starts_with("starts")) return "";
    } else {
      comparison = TimeComparison(dates, seen);
      constexpr const char* kCertainty[] = {"possibly ", "certainly ", "possibly ", ""};
      if (!comparison.empty()) return absl::StrCat(kCertainty[random_.Below(4)], Name({name}), " ", comparison);
    }
  }
  return comparison.empty() ? "" : absl::StrCat(Name({name}), " ", comparison);
}

}  // namespace muster::property
