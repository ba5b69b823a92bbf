#include "engine/bind/catalogue_view.h"

#include <algorithm>

#include "engine/model/schema.h"

namespace muster::bind {

absl::StatusOr<ontology::SymbolSet> CatalogueView::FieldValues(model::FieldId field) const {
  {
    absl::MutexLock lock(&mutex_);
    if (const auto it = values_.find(field); it != values_.end()) return it->second;
  }
  const model::Entity entity = model::Info(field).entity;
  std::vector<model::Symbol> symbols;
  for (const auto& segment : snapshot_->segments) {
    for (const model::Family family :
         {model::Family::kRows, model::Family::kObservedRows, model::Family::kExcludedRows}) {
      auto values = segment->Values(static_cast<uint8_t>(family), static_cast<uint8_t>(entity), field);
      if (!values.ok()) return values.status();
      for (const uint32_t value : **values) {
        if (value < dictionary_->size()) symbols.push_back(value);  // not kAnyValue
      }
    }
  }
  std::sort(symbols.begin(), symbols.end());
  symbols.erase(std::unique(symbols.begin(), symbols.end()), symbols.end());
  auto set = std::make_shared<const std::vector<model::Symbol>>(std::move(symbols));
  absl::MutexLock lock(&mutex_);
  return values_.try_emplace(field, std::move(set)).first->second;
}

}  // namespace muster::bind
