#include "engine/bind/remarks/missing/one_each.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/catalogue/live_values.h"
#include "engine/bind/remarks/asked/asked_people.h"
#include "engine/model/schema/schema.h"

namespace muster::bind {
namespace {

using grammar::Has;
using grammar::Quantity;
using model::Entity;
using Segment = storage::SegmentReader;

bool AsksForSeveral(const Has& has) {
  if (has.polarity == grammar::Polarity::kExcluded) return false;
  if (has.dates) return *has.dates >= 2;
  return has.quantity && has.quantity->count >= 2 &&
         (has.quantity->kind == Quantity::Kind::kAtLeast || has.quantity->kind == Quantity::Kind::kExactly);
}

// All who have such rows where one of them has two; else nobody.
absl::StatusOr<storage::Bitmap> PeopleUnlessOneEach(const Segment& segment, Entity entity,
                                                    const model::SymbolList* terms) {
  const auto rows = LiveRowsOf(segment, entity, terms);
  if (!rows.ok()) return rows.status();
  auto people = IndividualsOf(segment, entity, *rows);
  if (!people.ok() || people->Cardinality() < rows->Cardinality()) return people;
  return storage::Bitmap();
}

void OnHas(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria, const Has& has) {
  if (!AsksForSeveral(has)) return;
  const auto entity = FindEntity(has.entity.text);
  if (!entity || *entity == Entity::kIndividual) return;
  const std::optional<TermMatch> match = criteria.MatchOrAny(has);
  if (!match) return;
  const model::SymbolList* terms = match->symbols.get();
  const auto several =
      view.people().Count({}, PeopleKey("unless one each").Add({*entity, terms}),
                          [&](const Segment& segment) { return PeopleUnlessOneEach(segment, *entity, terms); });
  if (!several.ok()) return reporter->Fail(several.status());
  if (several->with > 0) return;
  const auto any = view.people().Count({}, PeopleKey("any rows").Add({*entity, terms}),
                                       [&](const Segment& segment) -> absl::StatusOr<storage::Bitmap> {
                                         const auto rows = LiveRowsOf(segment, *entity, terms);
                                         if (!rows.ok()) return rows.status();
                                         return IndividualsOf(segment, *entity, *rows);
                                       });
  if (!any.ok()) return reporter->Fail(any.status());
  constexpr uint64_t kFew = 5;  // of fewer it may well be so
  if (any->with < kFew) return;
  const std::string name(model::Info(*entity).name);
  reporter->Note(
      has.dates ? has.dates_span : has.quantity->span, "one-record-each",
      absl::StrCat("nobody in this catalogue has two: each of the ", any->with, " individuals who have ",
                   WithArticle(name), terms == nullptr ? "" : " of ", match->label, " has one record"),
      {*entity == Entity::kVariant ? "where a second variant is not recorded, allelic state tells who is homozygous"
                                   : "where only one of each is recorded, this says nothing about people"});
}

}  // namespace

void RemarkOnOneEach(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria) {
  if (view.listed() != nullptr) return;
  for (const Leaf& leaf : criteria.leaves()) {
    if (!reporter->ExplainsRemarks()) return;
    const auto* has = std::get_if<Has>(&leaf.criterion->node);
    if (has != nullptr && !leaf.negated) OnHas(view, reporter, criteria, *has);
  }
}

}  // namespace muster::bind
