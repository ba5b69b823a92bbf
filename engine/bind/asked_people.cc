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

// Individuals of one segment that have an observed row of each; of nothing: all.
absl::StatusOr<storage::Bitmap> PeopleWithAll(const storage::SegmentReader& segment, const std::vector<OfTerms>& all) {
  if (all.empty()) return storage::Bitmap::Range(0, segment.rows(0));
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
    if (people.Empty()) break;
  }
  return people;
}

absl::StatusOr<uint64_t> CountWithAll(const CatalogueView& view, const std::vector<OfTerms>& all) {
  uint64_t people = 0;
  for (const auto& segment : view.snapshot().segments) {
    const auto with_all = PeopleWithAll(*segment, all);
    if (!with_all.ok()) return with_all.status();
    const auto counted = CountLive(*segment, Entity::kIndividual, *with_all);
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

// What the criteria ask for by terms, but for what is measured.
struct Others {
  std::vector<ontology::SymbolSet> held;
  std::vector<OfTerms> terms;
  std::string named;
};

// But for `has`, and what asks for the same; nullptr: all. Nullopt after a failure.
std::optional<Others> OthersOf(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria,
                               const Has* has) {
  Others others;
  for (const Leaf& leaf : LeavesOf(criteria)) {
    const auto entity = AsksByTerms(leaf);
    const auto* other = std::get_if<Has>(&leaf.criterion->node);
    if (!entity || other == has || IsMeasured(*entity) || others.terms.size() == kMaxOthers) continue;
    if (has != nullptr && *entity == FindEntity(has->entity.text) && TermsOf(*other) == TermsOf(*has)) continue;
    others.held.push_back(SymbolsOf(view, reporter, *other, *entity));
    if (others.held.back() == nullptr) return std::nullopt;
    others.terms.push_back({*entity, others.held.back().get()});
    absl::StrAppend(&others.named, others.named.empty() ? "" : " and ", NameWithTerms(*other, *entity));
  }
  return others;
}

}  // namespace

bool IsMeasured(Entity entity) { return entity == Entity::kMeasurement || entity == Entity::kExposure; }

std::optional<AskedPeople> CountAskedPeople(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria,
                                            const Has& has) {
  const Entity entity = *FindEntity(has.entity.text);
  const ontology::SymbolSet symbols = SymbolsOf(view, reporter, has, entity);
  if (symbols == nullptr) return std::nullopt;
  auto others = OthersOf(view, reporter, criteria, &has);
  if (!others) return std::nullopt;
  const bool alone = others->terms.empty();
  const auto primary = static_cast<model::FieldId>(model::Info(entity).primary);
  const auto anywhere = view.counts().PeopleObserved(entity, *symbols, primary, model::kAnyValue);
  const auto all = alone ? CountIndividuals(view) : CountWithAll(view, others->terms);
  others->terms.push_back({entity, symbols.get()});
  const auto with = alone ? anywhere : CountWithAll(view, others->terms);
  for (const auto* count : {&anywhere, &all, &with}) {
    if (count->ok()) continue;
    reporter->Fail(count->status());
    return std::nullopt;
  }
  return AskedPeople{*all, *with, *anywhere, std::move(others->named)};
}

std::optional<AskedPeople> CountAskedPeople(
    const CatalogueView& view, Reporter* reporter, const SideBySide& criteria,
    absl::FunctionRef<absl::StatusOr<storage::Bitmap>(const storage::SegmentReader&)> recorded) {
  auto others = OthersOf(view, reporter, criteria, nullptr);
  if (!others) return std::nullopt;
  AskedPeople people;
  people.others = std::move(others->named);
  const auto count = [&](const storage::SegmentReader& segment) {
    const auto asked = PeopleWithAll(segment, others->terms);
    if (!asked.ok()) return asked.status();
    const auto known = recorded(segment);
    if (!known.ok()) return known.status();
    const auto all = CountLive(segment, Entity::kIndividual, *asked);
    const auto with = CountLive(segment, Entity::kIndividual, storage::Bitmap::And(*asked, *known));
    if (!all.ok() || !with.ok()) return all.ok() ? with.status() : all.status();
    people.all += *all;
    people.with += *with;
    return absl::OkStatus();
  };
  for (const auto& segment : view.snapshot().segments) {
    if (const absl::Status status = count(*segment); !status.ok()) {
      reporter->Fail(status);
      return std::nullopt;
    }
  }
  return people;
}

std::string OutOf(uint64_t count, const AskedPeople& people) {
  if (people.others.empty()) return absl::StrCat(count, " of ", people.all, " individuals");
  return absl::StrCat(count, " of the ", people.all, " individuals who have ", people.others);
}

}  // namespace muster::bind
