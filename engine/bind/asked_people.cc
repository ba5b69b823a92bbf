#include "engine/bind/asked_people.h"

#include <utility>
#include <variant>
#include <vector>

#include "absl/strings/str_cat.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/catalogue/live_values.h"
#include "engine/bind/values/term_binder.h"

namespace muster::bind {
namespace {

using grammar::Has;
using model::Entity;

constexpr size_t kMaxOthers = 3;  // more would make a sentence that nobody reads

ontology::SymbolSet SymbolsOf(const CatalogueView& view, Reporter* reporter, const Has& has, Entity entity) {
  std::vector<Diagnostic> said_before;
  Reporter silent(&said_before);
  auto match =
      TermBinder(view, &silent)
          .Bind(has.terms, static_cast<model::FieldId>(model::Info(entity).primary), ontology::Reach::kDescendants);
  if (!silent.status().ok()) reporter->Fail(silent.status());
  return match ? match->symbols : nullptr;
}

struct OfTerms {
  Entity entity;
  const model::SymbolList* terms;
};

// Live individuals of one segment that have an observed row of each.
absl::StatusOr<uint64_t> PeopleWithAll(const storage::SegmentReader& segment, const std::vector<OfTerms>& all) {
  storage::Bitmap people;
  for (const OfTerms& of : all) {
    const storage::PostingKey key = {static_cast<uint8_t>(model::PostingKind::kObservedIndividuals),
                                     static_cast<uint8_t>(of.entity),
                                     static_cast<model::FieldId>(model::Info(of.entity).primary), 0};
    auto some = segment.Union(key, of.terms->symbols(), segment.rows(0));
    if (!some.ok()) return some.status();
    if (&of == &all.front()) {
      people = std::move(some->rows);
    } else {
      people &= some->rows;
    }
    if (people.Empty()) return 0;
  }
  return CountLive(segment, Entity::kIndividual, people);
}

absl::StatusOr<uint64_t> PeopleWithAll(const CatalogueView& view, const std::vector<OfTerms>& all) {
  uint64_t people = 0;
  for (const auto& segment : view.snapshot().segments) {
    const auto counted = PeopleWithAll(*segment, all);
    if (!counted.ok()) return counted;
    people += *counted;
  }
  return people;
}

// Whether it asks for rows by their terms.
std::optional<Entity> AsksByTerms(const Leaf& leaf) {
  const auto* has = std::get_if<Has>(&leaf.criterion->node);
  if (has == nullptr || leaf.negated || has->terms.empty() || HoldsWithoutRows(*has) ||
      has->polarity == grammar::Polarity::kExcluded) {
    return std::nullopt;
  }
  return FindEntity(has->entity.text);
}

}  // namespace

bool IsMeasured(Entity entity) { return entity == Entity::kMeasurement || entity == Entity::kExposure; }

std::optional<AskedPeople> CountAskedPeople(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria,
                                            const Has& has) {
  const Entity entity = *FindEntity(has.entity.text);
  const ontology::SymbolSet symbols = SymbolsOf(view, reporter, has, entity);
  if (symbols == nullptr) return std::nullopt;
  AskedPeople people;
  std::vector<ontology::SymbolSet> held;
  std::vector<OfTerms> others;
  for (const Leaf& leaf : LeavesOf(criteria)) {
    const auto of_other = AsksByTerms(leaf);
    const auto* other = std::get_if<Has>(&leaf.criterion->node);
    if (!of_other || other == &has || IsMeasured(*of_other) || others.size() == kMaxOthers) continue;
    if (*of_other == entity && TermsOf(*other) == TermsOf(has)) continue;
    held.push_back(SymbolsOf(view, reporter, *other, *of_other));
    if (held.back() == nullptr) return std::nullopt;
    others.push_back({*of_other, held.back().get()});
    absl::StrAppend(&people.others, people.others.empty() ? "" : " and ", NameWithTerms(*other, *of_other));
  }
  const auto primary = static_cast<model::FieldId>(model::Info(entity).primary);
  const auto anywhere = view.counts().PeopleObserved(entity, *symbols, primary, model::kAnyValue);
  const auto all = others.empty() ? CountIndividuals(view) : PeopleWithAll(view, others);
  others.push_back({entity, symbols.get()});
  const auto with = others.size() == 1 ? anywhere : PeopleWithAll(view, others);
  for (const auto* count : {&anywhere, &all, &with}) {
    if (count->ok()) continue;
    reporter->Fail(count->status());
    return std::nullopt;
  }
  people.all = *all;
  people.with = *with;
  people.with_anywhere = *anywhere;
  return people;
}

std::string OutOf(uint64_t count, const AskedPeople& people) {
  if (people.others.empty()) return absl::StrCat(count, " of ", people.all, " individuals");
  return absl::StrCat(count, " of the ", people.all, " individuals who have ", people.others);
}

}  // namespace muster::bind
