#include "tests/property/random/random_query.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "tests/property/naive/naive_relation.h"
#include "tests/property/naive/names.h"
#include "tests/property/random/random_literal.h"

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

std::string QueryGenerator::Expression(Entity space, int depth) {
  if (depth <= 0 || random_.Chance(45)) return Predicate(space, depth);
  const int names_before = names_;
  const size_t form = random_.Below(8);
  if (form < 3) return Conjunction(space, depth);
  std::vector<std::string> operands;
  const size_t wanted = form == 3 ? 1 : 1 + random_.Below(4);
  const auto named = named_;
  const bool exactly = wanted > 1 && !in_exactly_ && random_.Chance(20);
  const bool outside = std::exchange(in_exactly_, in_exactly_ || exactly);
  while (operands.size() < wanted) {
    std::string operand = Expression(space, depth - 1);
    named_ = named;
    if (operand.empty()) break;
    operands.push_back(random_.Chance(40) ? absl::StrCat("(", operand, ")") : operand);
  }
  in_exactly_ = outside;
  if (operands.size() < wanted) return "";
  const std::string list = absl::StrCat(" of (", absl::StrJoin(operands, ", "), ")");
  if (exactly) return absl::StrCat("exactly ", random_.Below(operands.size() + 1), list);
  if (operands.size() > 1 && random_.Chance(12)) return absl::StrCat(Keyword("none"), list);
  if (operands.size() > 1 && random_.Chance(12)) {
    return absl::StrCat("at most ", random_.Below(operands.size()), list);
  }
  if (operands.size() == 1) {
    // What is named in it is named in all of it.
    const bool names = names_ != names_before || !named_.empty();
    return absl::StrCat(Keyword("not"), names ? " (" : " ", operands[0], names ? ")" : "");
  }
  if (random_.Chance(50)) return absl::StrJoin(operands, " " + Keyword("or") + " ");
  return absl::StrCat("at least ", 1 + random_.Below(operands.size()), " of (", absl::StrJoin(operands, ", "), ")");
}

// Rows that are named stay named for the operands behind.
std::string QueryGenerator::Conjunction(Entity space, int depth) {
  if (std::string pair = random_.Chance(20) ? PairInTime(space) : ""; !pair.empty()) return pair;
  if (std::string pair = random_.Chance(8) ? PairApart(space, depth - 1) : ""; !pair.empty()) return pair;
  const auto named = named_;
  std::vector<std::string> operands;
  const size_t wanted = 2 + random_.Below(3);
  while (operands.size() < wanted) {
    std::string operand;
    const bool speak = named_.size() > named.size() && random_.Chance(70);
    for (int attempt = 0; attempt < 10 && speak && operand.empty(); ++attempt) operand = Relation(space);
    if (operand.empty() && random_.Chance(40)) {
      operand = Has(space, depth - 1);
    }
    if (operand.empty()) {
      const auto before = named_;
      operand = Expression(space, depth - 1);
      named_ = before;
      if (!operand.empty() && (random_.Chance(40) || names_ > 0)) operand = absl::StrCat("(", operand, ")");
    }
    if (operand.empty()) {
      named_ = named;
      return "";
    }
    operands.push_back(std::move(operand));
  }
  named_ = named;
  // a and (b and c): what a names, b and c speak of.
  if (operands.size() > 2 && random_.Chance(20)) {
    const std::string last = std::move(operands.back());
    operands.pop_back();
    operands.back() = absl::StrCat("(", operands.back(), " and ", last, ")");
  }
  if (random_.Chance(10)) return absl::StrJoin(operands, " but ");
  // What is named behind `except` is known in it only.
  const bool names = std::any_of(operands.begin(), operands.end(), [](const std::string& operand) {
    return operand.find(" as ") != std::string::npos || operand.find(" AS ") != std::string::npos;
  });
  return absl::StrJoin(operands, !names && random_.Chance(12) ? " except " : " " + Keyword("and") + " ");
}

std::string QueryGenerator::Predicate(Entity space, int depth) {
  for (int attempt = 0; attempt < 20; ++attempt) {
    std::string text;
    const size_t form = random_.Below(100);
    if (form < (space == Entity::kIndividual ? 45 : 22)) {
      const auto named = named_;
      text = Has(space, depth);
      named_ = named;
    } else if (form < 50) {
      text = Relatives(depth);
    } else if (form < 53) {
      text = InCohort();
    } else if (form < 55) {
      text = Usable();
    } else if (form < 63 || (!named_.empty() && form < 80)) {
      text = Relation(space);
    } else {
      text = random_.Chance(5) ? AgeAsOf() : Comparison(space);
    }
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
  bool one = true;
  if (random_.Chance(8)) {
    text = random_.Chance(50) ? "no" : text + " no";
    one = false;
  } else if (random_.Chance(25)) {
    one = false;
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
  const bool timed = MomentOf(entity).has_value();
  if (timed && random_.Chance(18)) text += random_.Chance(50) ? " first" : " last";
  absl::StrAppend(&text, " ", Name(NamesOf(entity)));
  if (info.primary >= 0 && random_.Chance(70)) {
    const std::vector<Seen>& seen = seen_[static_cast<FieldId>(info.primary)];
    std::vector<Seen> of_polarity;
    std::copy_if(seen.begin(), seen.end(), std::back_inserter(of_polarity),
                 [&](const Seen& s) { return s.row->excluded == excluded || random_.Chance(5); });
    if (of_polarity.empty()) return "";
    const auto term = [&] { return Term(random_.Pick(of_polarity)); };
    std::string terms = random_.Chance(80) ? term() : absl::StrCat("in ", ListOf(term));
    if (terms.empty() || terms == "in ") return "";
    if (const std::string other = random_.Chance(10) ? term() : ""; !other.empty() && terms[0] != 'i') {
      absl::StrAppend(&terms, " or ", other);
    }
    if (const std::string other = random_.Chance(8) ? term() : ""; !other.empty()) {
      absl::StrAppend(&terms, " except ", other);
    }
    absl::StrAppend(&text, " ", terms);
  }
  const auto named = named_;
  const bool dates = one && timed && random_.Chance(10);
  const bool alias = one && !dates && random_.Chance(45);
  std::string name;
  if (alias) {
    name = absl::StrCat(random_.Chance(90) ? "e" : "E", ++names_);
    named_.emplace_back(name, entity);
  }
  const bool behind = random_.Chance(20);
  if (alias && !behind) absl::StrAppend(&text, " as ", name);
  if (depth > 0 && random_.Chance(45)) text += With(entity, depth - 1);
  if (alias && behind) absl::StrAppend(&text, " as ", name);
  if (dates)
    absl::StrAppend(&text, " on ", random_.Chance(50) ? "at least " : "", 1 + random_.Below(3), " distinct dates");
  named_ = named;
  if (alias) named_.emplace_back(name, entity);
  return text;
}

std::string QueryGenerator::PairApart(Entity space, int depth) {
  const Entity entity = SomeEntity();
  if (model::IsAncestorOrSelf(entity, space)) return "";
  const int primary = model::Info(entity).primary;
  const auto named = std::exchange(named_, {});
  const std::string name = Name(NamesOf(entity));
  const auto one = [&](const char* has) {
    std::string text = absl::StrCat(Keyword(has), " ", name);
    if (primary >= 0 && random_.Chance(60) && !seen_[static_cast<FieldId>(primary)].empty()) {
      const std::string term = Term(random_.Pick(seen_[static_cast<FieldId>(primary)]));
      if (!term.empty()) absl::StrAppend(&text, " ", term);
    }
    const std::string with = random_.Chance(50) ? Comparison(entity) : "";
    return with.empty() ? text : absl::StrCat(text, " with (", with, ")");
  };
  std::string text = absl::StrCat("(", one("has"));
  const int others = random_.Chance(80) || depth < 0 ? 1 : 2;
  for (int i = 0; i < others; ++i) absl::StrAppend(&text, " and ", one("has another"));
  named_ = named;
  return text + ")";  // which may be denied as one
}

std::string QueryGenerator::Relatives(int depth) {
  constexpr const char* kKin[] = {"mother",  "father",   "parent",   "parents",   "child",  "children",
                                  "sibling", "siblings", "relative", "relatives", "member", "family members"};
  std::string text = Keyword("has");
  if (random_.Chance(35)) {
    constexpr const char* kKinds[] = {"at least ", "at most ", "exactly "};
    const size_t kind = random_.Below(4);
    absl::StrAppend(&text, " ");
    kind == 3 ? absl::StrAppend(&text, "no")
              : absl::StrAppend(&text, kKinds[kind], random_.Below(3) + (kind == 0 ? 1 : 0));
  }
  absl::StrAppend(&text, " ", kKin[random_.Below(std::size(kKin))]);
  if (depth <= 0 || random_.Chance(35)) return text;
  const auto named = std::exchange(named_, {});
  text += With(Entity::kPedigree, depth - 1);
  named_ = named;
  return text;
}

std::string QueryGenerator::With(Entity space, int depth) {
  const auto named = named_;
  const std::string condition = Expression(space, depth);
  named_ = named;
  if (condition.empty()) return "";
  if (random_.Chance(15)) return absl::StrCat(" with not (", condition, ")");
  return absl::StrCat(" with (", condition, ")");
}

std::string QueryGenerator::Comparison(Entity space, const std::string& of) {
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
    comparison = KeywordComparison(field, seen);
  } else if (kind == model::Kind::kNumber) {
    comparison = NumberComparison(field, seen);
    constexpr const char* kCertainty[] = {"possibly ", "certainly ", "", ""};
    if (!comparison.empty()) return absl::StrCat(kCertainty[random_.Below(4)], of, Name({name}), " ", comparison);
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
      if (!comparison.empty()) return absl::StrCat(kCertainty[random_.Below(4)], of, Name({name}), " ", comparison);
    }
  }
  return comparison.empty() ? "" : absl::StrCat(of, Name({name}), " ", comparison);
}

}  // namespace muster::property
