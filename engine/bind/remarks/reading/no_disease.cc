#include "engine/bind/remarks/reading/no_disease.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/catalogue/people_with_rows.h"
#include "engine/bind/remarks/asked/asked_people.h"
#include "engine/model/schema/schema.h"

namespace muster::bind {
namespace {

using grammar::Has;
using grammar::Quantity;
using model::Entity;
using Segment = storage::SegmentReader;

// Whether it holds for who has no record of the entity, and for nobody else.
bool AsksForNone(const Has& has, bool negated) {
  if (!has.terms.empty() || has.with != nullptr || has.dates || has.order != grammar::Order::kAny ||
      has.polarity == grammar::Polarity::kExcluded) {
    return false;
  }
  if (!negated) return HoldsWithoutRows(has) && has.quantity->count == 0;
  return !has.quantity || (has.quantity->kind == Quantity::Kind::kAtLeast && has.quantity->count == 1);
}

// Of the people, not of their relatives.
bool IsAboutPhenotypes(const grammar::Expr& criterion) {
  const auto any = [](const std::vector<grammar::ExprPtr>& operands) {
    return std::any_of(operands.begin(), operands.end(),
                       [](const grammar::ExprPtr& operand) { return IsAboutPhenotypes(*operand); });
  };
  if (const auto* node = std::get_if<grammar::And>(&criterion.node)) return any(node->operands);
  if (const auto* node = std::get_if<grammar::Not>(&criterion.node)) return IsAboutPhenotypes(*node->operand);
  if (const auto* options = OptionsOf(criterion)) return any(*options);
  const auto* has = std::get_if<Has>(&criterion.node);
  return has != nullptr && FindEntity(has->entity.text) == Entity::kPhenotype;
}

// Those with a phenotype and without a disease, observed ones.
absl::StatusOr<storage::Bitmap> PeopleInQuestion(const Segment& segment) {
  auto with = PeopleWithRows(segment, Entity::kPhenotype, WhichRows::kObserved);
  if (!with.ok() || with->Empty()) return with;
  const auto ill = PeopleWithRows(segment, Entity::kDisease, WhichRows::kObserved);
  if (!ill.ok()) return ill;
  return storage::Bitmap::AndNot(*with, *ill);
}

}  // namespace

void RemarkOnNoDisease(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria, grammar::Span span,
                       const Has& has, bool negated) {
  if (view.listed() != nullptr || !reporter->ExplainsRemarks()) return;
  if (FindEntity(has.entity.text) != Entity::kDisease || !AsksForNone(has, negated)) return;
  const bool known = std::any_of(criteria.begin(), criteria.end(),
                                 [](const grammar::Expr* criterion) { return IsAboutPhenotypes(*criterion); });
  if (known) return;
  auto people = CountAskedPeople(view, reporter, criteria, PeopleKey("phenotypes without disease"), PeopleInQuestion);
  if (!people || people->with == 0) return;
  const auto ill = CountAskedPeople(
      view, reporter, criteria, KeyOfRows(Entity::kDisease, WhichRows::kObserved),
      [](const Segment& segment) { return PeopleWithRows(segment, Entity::kDisease, WhichRows::kObserved); });
  if (!ill) return;
  people->all = ill->all - ill->with;
  const std::string who = people->others.empty()
                              ? absl::StrCat(people->with, " of the ", people->all, " individuals who have")
                              : absl::StrCat(OutOf(people->with, *people), " and");
  reporter->Note(span, "with-phenotypes",
                 absl::StrCat(who, " no disease", people->with == 1 ? " has" : " have",
                              " phenotypes, which this does not look at"),
                 {"of those without either, write and no phenotype"});
}

}  // namespace muster::bind
