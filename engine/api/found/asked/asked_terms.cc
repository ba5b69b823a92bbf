#include "engine/api/found/asked/asked_terms.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "engine/bind/bound/scope.h"
#include "engine/bind/remarks/asked/code_as_written.h"
#include "engine/bind/remarks/asked/occurrences.h"
#include "grammar/clone.h"

namespace muster::api {
namespace {

using grammar::Compare;
using grammar::Has;
using model::Entity;

// Whether it says which terms rows of the entity have.
bool AsksForTerms(const bind::Leaf& leaf, Entity entity) {
  const auto* compare = leaf.negated ? nullptr : std::get_if<Compare>(&leaf.criterion->node);
  if (compare == nullptr || compare->event || compare->as_of || compare->values.empty()) return false;
  const auto field = bind::FindField(entity, compare->field.text);
  return (compare->op == Compare::Op::kIs || compare->op == Compare::Op::kIn) && field &&
         model::Info(entity).primary == static_cast<int>(*field) && model::Info(*field).kind == model::Kind::kCode;
}

const Compare* ComparisonOf(const Has& has, Entity entity) {
  if (has.with == nullptr) return nullptr;
  for (const bind::Leaf& leaf : bind::LeavesOf({has.with.get()})) {
    if (AsksForTerms(leaf, entity)) return &std::get<Compare>(leaf.criterion->node);
  }
  return nullptr;
}

bool SameTerms(const std::vector<grammar::Literal>& a, const std::vector<grammar::Literal>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& one, const auto& other) {
    return one.kind == other.kind && one.text == other.text && one.exactly == other.exactly;
  });
}

// The place of these in `all`, where they are added.
AskedTerms& PlaceOf(AskedTerms asked, std::vector<AskedTerms>* all) {
  for (AskedTerms& one : *all) {
    if (one.entity == asked.entity && one.none == asked.none && SameTerms(*one.terms, *asked.terms)) {
      one.plain = false;
      return one;
    }
  }
  all->push_back(std::move(asked));
  return all->back();
}

}  // namespace

grammar::Rewriting AskedTerms::With(const Compare& also) const {
  grammar::Rewriting instead;
  for (const Has* one : has) instead[one] = grammar::WithCriterion(*one, grammar::MakeExpr({}, also));
  for (const Compare* one : rows) {
    grammar::And both;
    both.operands.push_back(grammar::MakeExpr({}, *one));
    both.operands.push_back(grammar::MakeExpr({}, also));
    instead[one] = grammar::MakeExpr({}, std::move(both));
  }
  return instead;
}

grammar::Rewriting AskedTerms::WithCodes(const std::vector<std::string>& codes) const {
  const std::vector<grammar::Literal> also = LiteralsOf(codes);
  const auto with = [&](const Compare& compare) {
    Compare wider = compare;
    if (wider.op == Compare::Op::kIs) wider.op = Compare::Op::kIn;
    wider.values.insert(wider.values.end(), also.begin(), also.end());
    return grammar::MakeExpr({}, std::move(wider));
  };
  grammar::Rewriting instead;
  for (const Has* one : has) {
    if (by_field) {
      const Compare* compare = ComparisonOf(*one, entity);
      instead[compare] = with(*compare);
      continue;
    }
    Has wider = grammar::Clone(*one);
    wider.terms.insert(wider.terms.end(), also.begin(), also.end());
    instead[one] = grammar::MakeExpr({}, std::move(wider));
  }
  for (const Compare* one : rows) instead[one] = with(*one);
  return instead;
}

std::vector<grammar::Literal> LiteralsOf(const std::vector<std::string>& codes) {
  std::vector<grammar::Literal> literals;
  for (const std::string& code : codes) literals.push_back(bind::LiteralOfCode(code));
  return literals;
}

std::vector<AskedTerms> AskedTermsIn(const bind::SideBySide& criteria, Entity counted) {
  std::vector<AskedTerms> all;
  for (const bind::Occurrence& one : bind::OccurrencesIn(criteria)) {
    const auto entity = bind::FindEntity(one.has->entity.text);
    if (!entity || *entity == Entity::kVariant) continue;  // of genes it is told where they are bound
    if (one.has->polarity == grammar::Polarity::kExcluded) continue;
    AskedTerms asked{*entity, &one.has->terms, {}, bind::HoldsWithoutRows(*one.has) != one.negated, false, one.alone};
    if (asked.terms->empty()) {
      const Compare* compare = ComparisonOf(*one.has, *entity);
      if (compare == nullptr) continue;
      asked.terms = &compare->values;
      asked.by_field = true;
      asked.plain = false;
    }
    asked.span = asked.terms->front().span;
    PlaceOf(std::move(asked), &all).has.push_back(one.has);
  }
  for (const bind::Leaf& leaf : criteria.leaves()) {
    if (counted == Entity::kVariant || !AsksForTerms(leaf, counted)) continue;
    const auto& compare = std::get<Compare>(leaf.criterion->node);
    AskedTerms asked{counted, &compare.values, compare.values[0].span, false, true};
    PlaceOf(std::move(asked), &all).rows.push_back(&compare);
  }
  return all;
}

}  // namespace muster::api
