#include "engine/bind/values/names/visible_collections.h"

#include "engine/model/schema/keyword.h"
#include "engine/model/schema/schema.h"

namespace muster::bind {

absl::StatusOr<bool> IsVisible(const CatalogueView& view, const model::Collection& collection) {
  if (view.listed() == nullptr) return true;
  if (collection.kind == model::Collection::Kind::kDataset) return !view.listed()->IsHidden(model::field::kDataset);
  const absl::StatusOr<ontology::SymbolSet> listed = view.FieldValues(model::field::kCohort);
  if (!listed.ok()) return listed.status();
  const auto symbol = view.dictionary().Find(model::NormalizeKeyword(collection.id));
  return symbol.has_value() && (*listed)->Contains(*symbol);
}

}  // namespace muster::bind
