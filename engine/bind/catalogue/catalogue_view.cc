#include "engine/bind/catalogue/catalogue_view.h"

#include <array>

#include "engine/bind/catalogue/live_values.h"
#include "engine/bind/catalogue/people_recorded.h"
#include "engine/bind/catalogue/recorded_part.h"
#include "engine/model/schema/schema.h"

namespace muster::bind {

std::shared_ptr<const CatalogueView> CatalogueView::WithListed(ListedValuesPtr listed, SavedCohortsPtr cohorts) const {
  auto view =
      std::make_shared<CatalogueView>(snapshot_, dictionary_, terminology_, std::move(cohorts), collections_, workers_);
  view->listed_ = std::move(listed);
  return view;
}

absl::StatusOr<ontology::SymbolSet> CatalogueView::FieldValues(model::FieldId field) const {
  if (listed_ == nullptr) return RecordedValues(field);
  {
    absl::MutexLock lock(&mutex_);
    if (const auto it = listed_of_.find(field); it != listed_of_.end()) return it->second;
  }
  const absl::StatusOr<ontology::SymbolSet> recorded = RecordedValues(field);
  if (!recorded.ok()) return recorded;
  absl::StatusOr<ontology::SymbolSet> listed = listed_->Listed(field, *recorded);
  if (!listed.ok()) return listed;
  absl::MutexLock lock(&mutex_);
  return listed_of_.try_emplace(field, *std::move(listed)).first->second;
}

absl::StatusOr<ontology::SymbolSet> CatalogueView::RecordedValues(model::FieldId field) const {
  if (const ontology::SymbolSet* known = values_.Find(field)) return *known;
  constexpr std::array kKinds = {model::PostingKind::kRows, model::PostingKind::kObservedRows,
                                 model::PostingKind::kExcludedRows};
  std::vector<std::array<SegmentValues, kKinds.size()>> values(snapshot_->segments.size());
  const absl::Status status = parallel::ForEachSharedIfSlow(workers_, snapshot_->segments.size(), [&](size_t s) {
    for (size_t f = 0; f < kKinds.size(); ++f) {
      auto read = LiveValues(*snapshot_->segments[s], kKinds[f], field);
      if (!read.ok()) return read.status();
      values[s][f] = *std::move(read);
    }
    return absl::OkStatus();
  });
  if (!status.ok()) return status;
  std::vector<bool> found(dictionary_->size());
  for (const auto& of_segment : values) {
    for (const SegmentValues& of_kind : of_segment) {
      for (const uint32_t value : *of_kind) {
        if (value < found.size()) found[value] = true;  // not kAnyValue
      }
    }
  }
  std::vector<model::Symbol> symbols;
  for (model::Symbol symbol = 0; symbol < found.size(); ++symbol) {
    if (found[symbol]) symbols.push_back(symbol);
  }
  return values_.Set(field, std::make_shared<const model::SymbolList>(std::move(symbols)));
}

absl::StatusOr<std::shared_ptr<const LabelIndex>> CatalogueView::RecordedLabels(model::FieldId field) const {
  if (const auto* known = labels_.Find(field)) return *known;
  const absl::StatusOr<ontology::SymbolSet> values = RecordedValues(field);
  if (!values.ok()) return values.status();
  auto index = LabelIndex::Make(*dictionary_, **values);
  if (!index.ok()) return index;
  return labels_.Set(field, *std::move(index));
}

absl::StatusOr<std::shared_ptr<const CalledAlike>> CatalogueView::RecordedCalledAlike(model::FieldId field) const {
  if (const auto* known = called_alike_.Find(field)) return *known;
  const absl::StatusOr<ontology::SymbolSet> values = RecordedValues(field);
  if (!values.ok()) return values.status();
  const auto labels = RecordedLabels(field);
  if (!labels.ok()) return labels.status();
  auto alike = CalledAlike::Make(*terminology_, **values, **labels);
  if (!alike.ok()) return alike;
  return called_alike_.Set(field, *std::move(alike));
}

absl::StatusOr<std::vector<CodesOfOneMeaning>> CatalogueView::EquivalentValues(model::FieldId field,
                                                                               const model::SymbolList* among) const {
  if (terminology_->ontologies().empty()) return std::vector<CodesOfOneMeaning>();
  if (among == nullptr) {
    absl::MutexLock lock(&mutex_);
    if (const auto it = equivalents_.find(field); it != equivalents_.end()) return it->second;
  }
  const absl::StatusOr<ontology::SymbolSet> values = FieldValues(field);
  if (!values.ok()) return values.status();
  std::vector<std::string> codes;
  for (const model::Symbol symbol : among == nullptr ? **values : *among) {
    if (among == nullptr || (*values)->Contains(symbol)) codes.emplace_back(dictionary_->Text(symbol));
  }
  std::vector<CodesOfOneMeaning> groups = EquivalentCodes(*terminology_, codes);
  if (among != nullptr) return groups;
  absl::MutexLock lock(&mutex_);
  return equivalents_.try_emplace(field, std::move(groups)).first->second;
}

absl::StatusOr<ontology::SymbolSet> CatalogueView::InUse(Which which) const {
  ontology::SymbolSet& kept = which == Which::kCodes ? codes_in_use_ : symbols_in_use_;
  {
    absl::MutexLock lock(&mutex_);
    if (kept != nullptr) return kept;
  }
  std::vector<bool> found(dictionary_->size());
  for (const model::Field& field : model::Fields()) {
    const bool wanted = which == Which::kCodes ? field.kind == model::Kind::kCode
                                               : field.kind != model::Kind::kText && field.kind != model::Kind::kNumber;
    if (!wanted) continue;
    const auto values = FieldValues(field.id);
    if (!values.ok()) return values.status();
    for (const model::Symbol symbol : **values) found[symbol] = true;
  }
  std::vector<model::Symbol> symbols;
  for (model::Symbol symbol = 0; symbol < found.size(); ++symbol) {
    if (found[symbol]) symbols.push_back(symbol);
  }
  auto set = std::make_shared<const model::SymbolList>(std::move(symbols));
  absl::MutexLock lock(&mutex_);
  if (kept == nullptr) kept = std::move(set);
  return kept;
}

std::vector<model::FieldId> CatalogueView::FieldsLookedUp() const {
  std::vector<model::FieldId> fields;
  for (const model::Field& field : model::Fields()) {
    if (values_.Find(field.id) != nullptr) fields.push_back(field.id);
  }
  return fields;
}

absl::StatusOr<RecordedUnits> CatalogueView::FieldUnits(model::FieldId field) const {
  if (const RecordedUnits* known = units_.Find(field)) return *known;
  const absl::StatusOr<ontology::SymbolSet> symbols = FieldValues(field);
  if (!symbols.ok()) return symbols.status();
  std::vector<RecordedUnit> units;
  for (const model::Symbol symbol : **symbols) {
    absl::StatusOr<model::Unit> unit = model::ParseUnit(dictionary_->Text(symbol));
    units.push_back({symbol, unit.ok() ? std::optional(*std::move(unit)) : std::nullopt});
  }
  return units_.Set(field, std::make_shared<const std::vector<RecordedUnit>>(std::move(units)));
}

absl::StatusOr<bool> CatalogueView::HasNumberBounds(model::FieldId field) const {
  if (!model::MayHaveBounds(field)) return false;
  return RecordsPart(field, model::kNumberLow);
}

absl::StatusOr<bool> CatalogueView::RecordsPart(model::FieldId field, model::Part part) const {
  std::atomic<Known>& known = parts_[part * kFields + field];
  if (const Known is = known.load(std::memory_order_relaxed); is != Known::kNothing) return is == Known::kYes;
  const absl::StatusOr<bool> recorded = HasPart(*snapshot_, field, part);
  if (recorded.ok()) known.store(*recorded ? Known::kYes : Known::kNo, std::memory_order_relaxed);
  return recorded;
}

absl::StatusOr<PeopleCounts::Share> CatalogueView::PeopleWith(model::FieldId field) const {
  if (const PeopleCounts::Share* known = people_with_.Find(field)) return *known;
  const auto counted = people_.Count({}, KeyOfRecorded(field), [&](const storage::SegmentReader& segment) {
    return PeopleRecorded(*this, segment, field);
  });
  if (!counted.ok()) return counted;
  return people_with_.Set(field, *counted);
}

}  // namespace muster::bind
