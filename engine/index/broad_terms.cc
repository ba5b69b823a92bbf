#include "engine/index/broad_terms.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "allowance/allowance.h"
#include "containers/hash_table.h"
#include "engine/model/schema/entity_number.h"
#include "engine/model/schema/schema.h"

namespace muster::index {
namespace {

using ontology::SymbolSet;
using storage::Bitmap;
using storage::SegmentReader;
using storage::StoredUnion;

// Of one segment and field: about what the postings themselves need.
constexpr size_t kMaxBytesForIndividual = 64;
constexpr size_t kAlways = size_t{1} << 20;

// What each term of the ontologies reaches, where that is much; each set once, the largest first.
std::vector<SymbolSet> BroadSets(const std::vector<ontology::OntologyPtr>& ontologies,
                                 const model::DictionaryPtr& dictionary) {
  // Not the one of queries, which would keep all that is asked here.
  const ontology::Terminology terminology(ontologies, dictionary);
  const auto less = [](const SymbolSet& a, const SymbolSet& b) {
    return a->size() != b->size() ? a->size() > b->size() : a->symbols() < b->symbols();
  };
  std::set<SymbolSet, decltype(less)> sets(less);
  for (const ontology::OntologyPtr& ontology : ontologies) {
    for (ontology::TermIndex term = 0; term < ontology->size() && ShouldContinueSampled(); ++term) {
      const ontology::Concept found = terminology.Find(ontology->TermId(term));
      SymbolSet symbols = terminology.Follow(found, ontology::Reach::kDescendants).symbols;
      if (symbols->size() >= storage::kFewestInUnion) sets.insert(std::move(symbols));
    }
  }
  return {sets.begin(), sets.end()};
}

absl::Status StoreOfField(storage::Store& store, const SegmentReader& segment, const storage::PostingKey& key,
                          const std::vector<SymbolSet>& sets) {
  auto values = segment.Values(key.kind, key.entity, key.field);
  if (!values.ok()) return values.status();
  if ((*values)->size() < storage::kFewestInUnion) return absl::OkStatus();
  HashMap<uint32_t, Bitmap> postings;
  absl::Status status = segment.ForEachPosting(key.kind, key.entity, key.field,
                                               [&](const storage::PostingKey& posting, const Bitmap& rows) {
                                                 postings.emplace(posting.value, rows);
                                                 return ShouldContinueSampled();
                                               });
  if (!status.ok()) return status;
  if (absl::Status check = CheckStop(); !check.ok()) return check;  // a union of some of its postings is none
  std::vector<StoredUnion> unions;
  std::set<std::vector<uint32_t>> seen;
  size_t bytes = 0;
  for (const SymbolSet& symbols : sets) {
    if (symbols->size() < storage::kFewestInUnion) break;
    if (absl::Status check = CheckStop(); !check.ok()) return check;
    std::vector<uint32_t> present;
    std::ranges::set_intersection(*symbols, **values, std::back_inserter(present));
    if (present.size() < storage::kFewestInUnion || !seen.insert(present).second) continue;
    std::vector<const Bitmap*> parts;
    for (const uint32_t value : present) {
      if (const auto part = postings.find(value); part != postings.end()) parts.push_back(&part->second);
    }
    StoredUnion stored{std::move(present), Bitmap::OrMany(parts)};
    stored.rows.Optimize();
    bytes += stored.rows.SizeInBytes();
    if (bytes > std::max<size_t>(kMaxBytesForIndividual * segment.rows(0), kAlways)) break;
    unions.push_back(std::move(stored));
  }
  return store.PutUnions(segment.info().id, key, unions);
}

}  // namespace

absl::Status StoreBroadTerms(storage::Store& store, const std::vector<ontology::OntologyPtr>& ontologies,
                             const model::DictionaryPtr& dictionary,
                             const std::function<bool(const storage::SegmentInfo&)>& wanted) {
  const storage::SnapshotPtr snapshot = store.snapshot();
  std::vector<SymbolSet> sets;
  bool prepared = false;
  for (const storage::SegmentReaderPtr& segment : snapshot->segments) {
    if (!wanted(segment->info())) continue;
    if (!std::exchange(prepared, true)) sets = BroadSets(ontologies, dictionary);
    for (const model::EntityInfo& entity : model::Entities()) {
      if (entity.primary < 0) continue;
      const auto field = static_cast<model::FieldId>(entity.primary);
      if (model::Info(field).kind != model::Kind::kCode) continue;
      const storage::PostingKey key{static_cast<uint8_t>(model::PostingKind::kObservedIndividuals),
                                    model::EntityNumber(entity.entity), field, 0};
      if (absl::Status status = StoreOfField(store, *segment, key, sets); !status.ok()) return status;
    }
  }
  return prepared ? store.FlushUnions() : absl::OkStatus();
}

}  // namespace muster::index
