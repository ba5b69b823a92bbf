#include "engine/bind/catalogue/catalogue_view.h"

#include <array>
#include <atomic>

#include "engine/bind/catalogue/live_values.h"
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
  {
    absl::MutexLock lock(&mutex_);
    if (const auto it = values_.find(field); it != values_.end()) return it->second;
  }
  constexpr std::array kFamilies = {model::Family::kRows, model::Family::kObservedRows, model::Family::kExcludedRows};
  std::vector<std::array<SegmentValues, kFamilies.size()>> values(snapshot_->segments.size());
  const absl::Status status = parallel::ForEachSharedIfSlow(workers_, snapshot_->segments.size(), [&](size_t s) {
    for (size_t f = 0; f < kFamilies.size(); ++f) {
      auto read = LiveValues(*snapshot_->segments[s], kFamilies[f], field);
      if (!read.ok()) return read.status();
      values[s][f] = *std::move(read);
    }
    return absl::OkStatus();
  });
  if (!status.ok()) return status;
  std::vector<bool> found(dictionary_->size());
  for (const auto& of_segment : values) {
    for (const SegmentValues& of_family : of_segment) {
      for (const uint32_t value : *of_family) {
        if (value < found.size()) found[value] = true;  // not kAnyValue
      }
    }
  }
  std::vector<model::Symbol> symbols;
  for (model::Symbol symbol = 0; symbol < found.size(); ++symbol) {
    if (found[symbol]) symbols.push_back(symbol);
  }
  auto set = std::make_shared<const model::SymbolList>(std::move(symbols));
  absl::MutexLock lock(&mutex_);
  return values_.try_emplace(field, std::move(set)).first->second;
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

absl::StatusOr<bool> CatalogueView::HasNumberBounds(model::FieldId field) const {
  if (!model::MayHaveBounds(field)) return false;
  {
    absl::MutexLock lock(&mutex_);
    if (const auto it = number_bounds_.find(field); it != number_bounds_.end()) return it->second;
  }
  const absl::StatusOr<bool> recorded = HasPart(*snapshot_, field, model::kNumberLow);
  if (!recorded.ok()) return recorded;
  absl::MutexLock lock(&mutex_);
  number_bounds_[field] = *recorded;
  return recorded;
}

template <typename Key, typename Counting>
absl::StatusOr<uint64_t> CatalogueView::CountOfEach(const model::SymbolList& terms, Key key, Counting count) const {
  constexpr size_t kMaxKept = 1 << 16;
  uint64_t sum = 0;
  for (const model::Symbol term : terms) {
    const Observed of_term = key(term);
    {
      absl::MutexLock lock(&mutex_);
      if (const auto it = observed_.find(of_term); it != observed_.end()) {
        sum += it->second;
        continue;
      }
    }
    const absl::StatusOr<uint64_t> counted = count(term);
    if (!counted.ok()) return counted.status();
    sum += *counted;
    absl::MutexLock lock(&mutex_);
    if (observed_.size() >= kMaxKept) observed_.clear();
    observed_[of_term] = *counted;
  }
  return sum;
}

absl::StatusOr<uint64_t> CatalogueView::CountObserved(model::Entity entity, const model::SymbolList& terms,
                                                      model::FieldId field, model::Symbol value) const {
  return CountOfEach(
      terms, [&](model::Symbol term) { return Observed(entity, term, field, value, true); },
      [&](model::Symbol term) { return CountObservedOf(entity, term, field, value); });
}

CatalogueView::Counted CatalogueView::KeyOf(char which, model::Entity entity, const model::SymbolList* terms,
                                            model::FieldId field, uint32_t more) {
  const model::Fingerprint of_terms = terms == nullptr ? model::Fingerprint{} : terms->fingerprint();
  return {which, entity, of_terms.high, of_terms.low, field, more};
}

absl::StatusOr<CatalogueView::Untimed> CatalogueView::Remembered(
    const Counted& key, absl::FunctionRef<absl::StatusOr<Untimed>()> count) const {
  {
    absl::MutexLock lock(&mutex_);
    if (const auto it = counted_.find(key); it != counted_.end()) return it->second;
  }
  const absl::StatusOr<Untimed> counted = count();
  if (!counted.ok()) return counted;
  constexpr size_t kMost = 10'000;
  absl::MutexLock lock(&mutex_);
  if (counted_.size() >= kMost) counted_.clear();
  counted_.emplace(key, *counted);
  return counted;
}

absl::StatusOr<uint64_t> CatalogueView::CountOnce(const Counted& key,
                                                  absl::FunctionRef<absl::StatusOr<uint64_t>()> count) const {
  const absl::StatusOr<Untimed> counted = Remembered(key, [&]() -> absl::StatusOr<Untimed> {
    const absl::StatusOr<uint64_t> number = count();
    if (!number.ok()) return number.status();
    return Untimed{*number, 0};
  });
  if (!counted.ok()) return counted.status();
  return counted->lacking;
}

absl::StatusOr<uint64_t> CatalogueView::CountPeopleObserved(model::Entity entity, const model::SymbolList& terms,
                                                            model::FieldId field, model::Symbol value) const {
  return CountOnce(KeyOf('p', entity, &terms, field, value),
                   [&] { return ReadPeopleObserved(entity, terms, field, value); });
}

absl::StatusOr<uint64_t> CatalogueView::ReadPeopleObserved(model::Entity entity, const model::SymbolList& terms,
                                                           model::FieldId field, model::Symbol value) const {
  const auto number = static_cast<uint8_t>(entity);
  const auto primary = static_cast<model::FieldId>(model::Info(entity).primary);
  uint64_t people = 0;
  for (const storage::SegmentReaderPtr& segment : snapshot_->segments) {
    const uint32_t size = segment->rows(number);
    const auto of_terms =
        segment->Union({static_cast<uint8_t>(model::Family::kObservedRows), number, primary, 0}, terms.symbols(), size);
    if (!of_terms.ok()) return of_terms.status();
    const auto with_value = segment->Posting({static_cast<uint8_t>(model::Family::kRows), number, field, value}, size);
    if (!with_value.ok()) return with_value.status();
    const auto having = CountPeople(*segment, entity, storage::Bitmap::And(of_terms->rows, **with_value));
    if (!having.ok()) return having.status();
    people += *having;
  }
  return people;
}

absl::StatusOr<uint64_t> CatalogueView::CountWithout(model::Entity entity, const model::SymbolList& terms,
                                                     model::FieldId field, model::FieldId other) const {
  return CountOfEach(
      terms, [&](model::Symbol term) { return Observed(entity, term, field, other, false); },
      [&](model::Symbol term) { return CountWithoutOf(entity, term, field, other); });
}

absl::StatusOr<uint64_t> CatalogueView::CountObservedOf(model::Entity entity, model::Symbol term, model::FieldId field,
                                                        model::Symbol value) const {
  const auto number = static_cast<uint8_t>(entity);
  const auto primary = static_cast<model::FieldId>(model::Info(entity).primary);
  std::atomic<uint64_t> count = 0;
  const absl::Status status = parallel::ForEachSharedIfSlow(workers_, snapshot_->segments.size(), [&](size_t s) {
    const storage::SegmentReader& segment = *snapshot_->segments[s];
    const uint32_t size = segment.rows(number);
    auto with_value = segment.Posting({static_cast<uint8_t>(model::Family::kRows), number, field, value}, size);
    if (!with_value.ok()) return with_value.status();
    if ((*with_value)->Empty()) return absl::OkStatus();
    auto of_term = segment.Posting({static_cast<uint8_t>(model::Family::kObservedRows), number, primary, term}, size);
    if (!of_term.ok()) return of_term.status();
    const auto live = CountLive(segment, entity, storage::Bitmap::And(**of_term, **with_value));
    if (!live.ok()) return live.status();
    count += *live;
    return absl::OkStatus();
  });
  if (!status.ok()) return status;
  return count.load();
}

absl::StatusOr<uint64_t> CatalogueView::CountWithoutOf(model::Entity entity, model::Symbol term, model::FieldId field,
                                                       model::FieldId other) const {
  const auto number = static_cast<uint8_t>(entity);
  const auto primary = static_cast<model::FieldId>(model::Info(entity).primary);
  std::atomic<uint64_t> count = 0;
  const absl::Status status = parallel::ForEachSharedIfSlow(workers_, snapshot_->segments.size(), [&](size_t s) {
    const storage::SegmentReader& segment = *snapshot_->segments[s];
    const uint32_t size = segment.rows(number);
    const auto posting = [&](model::Family family, model::FieldId of, model::Symbol value) {
      return segment.Posting({static_cast<uint8_t>(family), number, of, value}, size);
    };
    const auto has_value = posting(model::Family::kRows, field, model::kAnyValue);
    if (!has_value.ok()) return has_value.status();
    const auto has_other = posting(model::Family::kRows, other, model::kAnyValue);
    if (!has_other.ok()) return has_other.status();
    const storage::Bitmap without = storage::Bitmap::AndNot(**has_value, **has_other);
    if (without.Empty()) return absl::OkStatus();
    const auto of_term = posting(model::Family::kObservedRows, primary, term);
    if (!of_term.ok()) return of_term.status();
    const auto live = CountLive(segment, entity, storage::Bitmap::And(**of_term, without));
    if (!live.ok()) return live.status();
    count += *live;
    return absl::OkStatus();
  });
  if (!status.ok()) return status;
  return count.load();
}

absl::StatusOr<uint64_t> CatalogueView::CountLacking(model::Entity entity, const model::SymbolList& terms,
                                                     model::FieldId field) const {
  return CountOnce(KeyOf('l', entity, &terms, field, 0), [&] { return ReadLacking(entity, terms, field); });
}

absl::StatusOr<uint64_t> CatalogueView::ReadLacking(model::Entity entity, const model::SymbolList& terms,
                                                    model::FieldId field) const {
  const auto number = static_cast<uint8_t>(entity);
  const auto primary = static_cast<model::FieldId>(model::Info(entity).primary);
  uint64_t count = 0;
  for (const storage::SegmentReaderPtr& segment : snapshot_->segments) {
    const uint32_t size = segment->rows(number);
    const auto of_terms =
        segment->Union({static_cast<uint8_t>(model::Family::kObservedRows), number, primary, 0}, terms.symbols(), size);
    if (!of_terms.ok()) return of_terms.status();
    const auto with =
        segment->Posting({static_cast<uint8_t>(model::Family::kRows), number, field, model::kAnyValue}, size);
    if (!with.ok()) return with.status();
    const auto live = CountLive(*segment, entity, storage::Bitmap::AndNot(of_terms->rows, **with));
    if (!live.ok()) return live.status();
    count += *live;
  }
  return count;
}

absl::StatusOr<bool> CatalogueView::SomeLackPart(model::FieldId field, model::Part part) const {
  const auto key = std::pair(field, part);
  {
    absl::MutexLock lock(&mutex_);
    if (const auto it = some_lack_part_.find(key); it != some_lack_part_.end()) return it->second;
  }
  const auto number = static_cast<uint8_t>(model::Info(field).entity);
  bool some = false;
  for (const storage::SegmentReaderPtr& segment : snapshot_->segments) {
    const auto recorded = segment->Posting(
        {static_cast<uint8_t>(model::Family::kRows), number, field, model::kAnyValue}, segment->rows(number));
    if (!recorded.ok()) return recorded.status();
    const auto column = segment->GetColumn({number, field, part});
    if (!column.ok() && !absl::IsNotFound(column.status())) return column.status();
    const uint64_t with = column.ok() ? (*column)->FindRange(storage::kNull + 1, INT64_MAX).Count() : 0;
    some = some || (*recorded)->Cardinality() > with;
    if (some) break;
  }
  absl::MutexLock lock(&mutex_);
  some_lack_part_[key] = some;
  return some;
}

absl::StatusOr<CatalogueView::Untimed> CatalogueView::CountUntimed(model::Entity entity, const model::SymbolList* terms,
                                                                   model::FieldId field, model::Part part) const {
  return Remembered(KeyOf('u', entity, terms, field, static_cast<uint32_t>(part)),
                    [&] { return ReadUntimed(entity, terms, field, part); });
}

absl::StatusOr<CatalogueView::Untimed> CatalogueView::ReadUntimed(model::Entity entity, const model::SymbolList* terms,
                                                                  model::FieldId field, model::Part part) const {
  const absl::StatusOr<bool> some_lack_part = SomeLackPart(field, part);
  if (!some_lack_part.ok()) return some_lack_part.status();
  const auto number = static_cast<uint8_t>(entity);
  Untimed untimed;
  for (const storage::SegmentReaderPtr& segment : snapshot_->segments) {
    const uint32_t size = segment->rows(number);
    storage::Bitmap rows;
    const auto primary = static_cast<model::FieldId>(model::Info(entity).primary);
    const auto observed = static_cast<uint8_t>(model::Family::kObservedRows);
    if (terms == nullptr && model::Info(entity).polar) {
      const auto all = segment->Posting({observed, number, primary, model::kAnyValue}, size);
      if (!all.ok()) return all.status();
      rows = **all;
    } else if (terms == nullptr) {
      rows = storage::Bitmap::Range(0, size);
    } else {
      auto of_terms = segment->Union({observed, number, primary, 0}, terms->symbols(), size);
      if (!of_terms.ok()) return of_terms.status();
      rows = of_terms->rows;
    }
    const auto live = LiveRows(*segment, entity);
    if (!live.ok()) return live.status();
    if (*live != nullptr) rows &= **live;
    const auto recorded =
        segment->Posting({static_cast<uint8_t>(model::Family::kRows), number, field, model::kAnyValue}, size);
    if (!recorded.ok()) return recorded.status();
    const uint64_t with_any = storage::Bitmap::AndCount(rows, **recorded);
    untimed.lacking += rows.Cardinality() - with_any;
    if (!*some_lack_part || with_any == 0) continue;
    const auto column = segment->GetColumn({number, field, part});
    if (!column.ok() && !absl::IsNotFound(column.status())) return column.status();
    uint64_t with_part = 0;
    if (column.ok()) {
      storage::Bits with = (*column)->FindRange(storage::kNull + 1, INT64_MAX);
      with_part = rows.KeepIn(&with);
    }
    untimed.otherwise += with_any - with_part;
  }
  return untimed;
}

absl::StatusOr<uint64_t> CatalogueView::CountRows(model::FieldId field, const model::SymbolList& values) const {
  const auto number = static_cast<uint8_t>(model::Info(field).entity);
  uint64_t count = 0;
  for (const auto& segment : snapshot_->segments) {
    for (const model::Symbol value : values) {
      const auto rows =
          segment->Posting({static_cast<uint8_t>(model::Family::kRows), number, field, value}, segment->rows(number));
      if (!rows.ok()) return rows.status();
      const auto live = CountLive(*segment, model::Info(field).entity, **rows);
      if (!live.ok()) return live.status();
      count += *live;
    }
  }
  return count;
}

}  // namespace muster::bind
