#include "engine/bind/catalogue_view.h"

#include "engine/model/schema.h"

namespace muster::bind {

absl::StatusOr<ontology::SymbolSet> CatalogueView::FieldValues(model::FieldId field) const {
  {
    absl::MutexLock lock(&mutex_);
    if (const auto it = values_.find(field); it != values_.end()) return it->second;
  }
  const model::Entity entity = model::Info(field).entity;
  std::vector<bool> found(dictionary_->size());
  for (const auto& segment : snapshot_->segments) {
    for (const model::Family family :
         {model::Family::kRows, model::Family::kObservedRows, model::Family::kExcludedRows}) {
      auto values = segment->Values(static_cast<uint8_t>(family), static_cast<uint8_t>(entity), field);
      if (!values.ok()) return values.status();
      for (const uint32_t value : **values) {
        if (value < found.size()) found[value] = true;  // not kAnyValue
      }
    }
  }
  std::vector<model::Symbol> symbols;
  for (model::Symbol symbol = 0; symbol < found.size(); ++symbol) {
    if (found[symbol]) symbols.push_back(symbol);
  }
  auto set = std::make_shared<const std::vector<model::Symbol>>(std::move(symbols));
  absl::MutexLock lock(&mutex_);
  return values_.try_emplace(field, std::move(set)).first->second;
}

std::vector<model::FieldId> CatalogueView::FieldsLookedUp() const {
  std::vector<model::FieldId> fields;
  absl::MutexLock lock(&mutex_);
  for (const auto& [field, values] : values_) fields.push_back(field);
  return fields;
}

absl::StatusOr<RecordedUnits> CatalogueView::FieldUnits(model::FieldId field) const {
  {
    absl::MutexLock lock(&mutex_);
    if (const auto it = units_.find(field); it != units_.end()) return it->second;
  }
  const absl::StatusOr<ontology::SymbolSet> symbols = FieldValues(field);
  if (!symbols.ok()) return symbols.status();
  std::vector<RecordedUnit> units;
  for (const model::Symbol symbol : **symbols) {
    absl::StatusOr<model::Unit> unit = model::ParseUnit(dictionary_->Text(symbol));
    units.push_back({symbol, unit.ok() ? std::optional(*std::move(unit)) : std::nullopt});
  }
  auto all = std::make_shared<const std::vector<RecordedUnit>>(std::move(units));
  absl::MutexLock lock(&mutex_);
  return units_.try_emplace(field, std::move(all)).first->second;
}

absl::StatusOr<uint64_t> CatalogueView::CountObserved(model::Entity entity, const std::vector<model::Symbol>& terms,
                                                      model::FieldId field, model::Symbol value) const {
  constexpr size_t kMostKept = 1 << 16;
  uint64_t count = 0;
  for (const model::Symbol term : terms) {
    const Observed key{entity, term, field, value};
    {
      absl::MutexLock lock(&mutex_);
      if (const auto it = observed_.find(key); it != observed_.end()) {
        count += it->second;
        continue;
      }
    }
    const absl::StatusOr<uint64_t> of_term = CountObservedOf(entity, term, field, value);
    if (!of_term.ok()) return of_term.status();
    count += *of_term;
    absl::MutexLock lock(&mutex_);
    if (observed_.size() >= kMostKept) observed_.clear();
    observed_[key] = *of_term;
  }
  return count;
}

absl::StatusOr<uint64_t> CatalogueView::CountObservedOf(model::Entity entity, model::Symbol term, model::FieldId field,
                                                        model::Symbol value) const {
  const auto number = static_cast<uint8_t>(entity);
  const auto primary = static_cast<model::FieldId>(model::Info(entity).primary);
  uint64_t count = 0;
  for (const auto& segment : snapshot_->segments) {
    auto with_value = segment->Posting({static_cast<uint8_t>(model::Family::kRows), number, field, value});
    if (!with_value.ok()) return with_value.status();
    if ((*with_value)->Empty()) continue;
    auto of_term = segment->Posting({static_cast<uint8_t>(model::Family::kObservedRows), number, primary, term});
    if (!of_term.ok()) return of_term.status();
    count += storage::Bitmap::AndCount(**of_term, **with_value);
  }
  return count;
}

}  // namespace muster::bind
