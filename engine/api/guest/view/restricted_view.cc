#include "engine/api/guest/view/restricted_view.h"

#include <array>
#include <map>
#include <memory>
#include <utility>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "engine/model/schema/keyword.h"
#include "engine/model/schema/schema.h"

namespace muster::api {
namespace {

// A segment with fewer live individuals. Everything else, including caches, is shared with `base`: nothing there
// depends on which rows are live, except the live rows of other entities, which are cached here.
class RestrictedSegment final : public storage::SegmentReader {
 public:
  RestrictedSegment(storage::SegmentReaderPtr base, storage::BitmapPtr live)
      : base_(std::move(base)), live_(std::move(live)) {}

  const storage::SegmentInfo& info() const override { return base_->info(); }
  absl::StatusOr<storage::BitmapPtr> Live() const override { return live_; }
  absl::StatusOr<storage::BitmapPtr> LiveRows(
      uint8_t entity, absl::FunctionRef<absl::StatusOr<storage::Bitmap>()> make) const override {
    {
      absl::MutexLock lock(&mutex_);
      if (const auto known = live_rows_.find(entity); known != live_rows_.end()) return known->second;
    }
    absl::StatusOr<storage::Bitmap> made = make();
    if (!made.ok()) return made.status();
    auto rows = std::make_shared<const storage::Bitmap>(*std::move(made));
    absl::MutexLock lock(&mutex_);
    return live_rows_.emplace(entity, std::move(rows)).first->second;
  }

  absl::StatusOr<std::shared_ptr<const std::vector<uint32_t>>> LiveValues(
      uint8_t kind, uint8_t entity, uint8_t field,
      absl::FunctionRef<absl::StatusOr<std::vector<uint32_t>>(const EarlierValues* earlier)> make) const override {
    const std::array<uint8_t, 3> key = {kind, entity, field};
    {
      absl::MutexLock lock(&mutex_);
      if (const auto known = live_values_.find(key); known != live_values_.end()) return known->second;
    }
    absl::StatusOr<std::vector<uint32_t>> made = make(nullptr);
    if (!made.ok()) return made.status();
    auto values = std::make_shared<const std::vector<uint32_t>>(*std::move(made));
    absl::MutexLock lock(&mutex_);
    return live_values_.emplace(key, std::move(values)).first->second;
  }

  absl::StatusOr<storage::BitmapPtr> Posting(const storage::PostingKey& key, uint32_t rows) const override {
    return base_->Posting(key, rows);
  }
  absl::StatusOr<storage::United> Union(const storage::PostingKey& key, std::span<const uint32_t> values,
                                        uint32_t rows) const override {
    return base_->Union(key, values, rows);
  }
  absl::Status ForEachUnion(const storage::PostingKey& key,
                            absl::FunctionRef<bool(const storage::StoredUnion&)> f) const override {
    return base_->ForEachUnion(key, f);
  }
  absl::StatusOr<storage::ColumnPtr> GetColumn(const storage::ColumnKey& key) const override {
    return base_->GetColumn(key);
  }
  absl::Status ValuesAt(const storage::ColumnKey& key, std::span<const uint32_t> rows,
                        std::span<int64_t> values) const override {
    return base_->ValuesAt(key, rows, values);
  }
  absl::StatusOr<std::string> Record(uint32_t row) const override { return base_->Record(row); }
  absl::Status ForEachRecord(const std::function<bool(uint32_t row, std::string_view)>& f) const override {
    return base_->ForEachRecord(f);
  }
  absl::Status ForEachPosting(
      int kind, int entity, int field,
      const std::function<bool(const storage::PostingKey&, const storage::Bitmap&)>& f) const override {
    return base_->ForEachPosting(kind, entity, field, f);
  }
  absl::StatusOr<std::shared_ptr<const std::vector<uint32_t>>> Values(uint8_t kind, uint8_t entity,
                                                                      uint8_t field) const override {
    return base_->Values(kind, entity, field);
  }
  absl::StatusOr<std::vector<storage::ColumnKey>> ColumnKeys() const override { return base_->ColumnKeys(); }
  bool CanKeep(uint64_t bytes) const override { return base_->CanKeep(bytes); }
  std::shared_ptr<const void> Kept(const storage::DerivedKey& key) const override { return base_->Kept(key); }
  void Keep(const storage::DerivedKey& key, std::shared_ptr<const void> object, size_t bytes) const override {
    base_->Keep(key, std::move(object), bytes);
  }

 private:
  const storage::SegmentReaderPtr base_;
  const storage::BitmapPtr live_;
  mutable absl::Mutex mutex_;
  mutable std::map<uint8_t, storage::BitmapPtr> live_rows_ ABSL_GUARDED_BY(mutex_);
  mutable std::map<std::array<uint8_t, 3>, std::shared_ptr<const std::vector<uint32_t>>> live_values_
      ABSL_GUARDED_BY(mutex_);
};

using DatasetNames = std::set<std::string>;  // of datasets, as they are matched

DatasetNames Matched(const auto& names) {
  DatasetNames matched;
  for (const std::string& name : names) matched.insert(model::NormalizeWord(model::field::kDataset, name));
  return matched;
}

bool IsSeen(const std::string& dataset, const DatasetNames& only, const DatasetNames& hidden) {
  return !hidden.contains(dataset) && (only.empty() || only.contains(dataset));
}

absl::StatusOr<storage::SegmentReaderPtr> RestrictSegment(const storage::SegmentReaderPtr& segment,
                                                          const std::vector<model::Symbol>& datasets) {
  const storage::PostingKey key{static_cast<uint8_t>(model::PostingKind::kRows),
                                static_cast<uint8_t>(model::Entity::kIndividual), model::field::kDataset};
  absl::StatusOr<storage::United> people = segment->Union(key, datasets, segment->rows(0));
  if (!people.ok()) return people.status();
  const absl::StatusOr<storage::BitmapPtr> live = segment->Live();
  if (!live.ok()) return live.status();
  if (*live != nullptr) people->rows &= **live;
  return std::make_shared<RestrictedSegment>(segment, std::make_shared<const storage::Bitmap>(std::move(people->rows)));
}

}  // namespace

absl::StatusOr<bind::CatalogueViewPtr> RestrictTo(const bind::CatalogueViewPtr& view,
                                                  const std::vector<std::string>& only,
                                                  const std::set<std::string>& hidden) {
  if (only.empty() && hidden.empty()) return view;
  const DatasetNames seen = Matched(only);
  const DatasetNames unseen = Matched(hidden);
  const absl::StatusOr<ontology::SymbolSet> all = view->FieldValues(model::field::kDataset);
  if (!all.ok()) return all.status();
  std::vector<model::Symbol> datasets;
  for (const model::Symbol symbol : **all) {
    const std::string_view text = view->dictionary().Text(symbol);
    if (IsSeen(std::string(text), seen, unseen)) datasets.push_back(symbol);
  }
  auto snapshot = std::make_shared<storage::Snapshot>(view->snapshot());
  for (storage::SegmentReaderPtr& segment : snapshot->segments) {
    absl::StatusOr<storage::SegmentReaderPtr> restricted = RestrictSegment(segment, datasets);
    if (!restricted.ok()) return restricted.status();
    segment = *std::move(restricted);
  }
  auto collections = std::make_shared<std::vector<model::Collection>>();
  for (const model::Collection& collection : view->collections()) {
    const bool dataset = collection.kind == model::Collection::Kind::kDataset;
    const std::string name = model::NormalizeWord(model::field::kDataset, collection.id);
    if (!dataset || IsSeen(name, seen, unseen)) collections->push_back(collection);
  }
  return std::make_shared<const bind::CatalogueView>(std::move(snapshot), view->dictionary_ptr(),
                                                     view->terminology_ptr(), view->cohorts_ptr(),
                                                     std::move(collections), view->workers());
}

bind::CatalogueViewPtr WithoutLabelsOfRecords(const bind::CatalogueView& view) {
  auto dictionary = std::make_shared<const model::Dictionary>(view.dictionary().WithSpellingsOnly());
  auto terminology = std::make_shared<const ontology::Terminology>(view.terminology().ontologies(), dictionary);
  return std::make_shared<const bind::CatalogueView>(view.snapshot_ptr(), std::move(dictionary), std::move(terminology),
                                                     view.cohorts_ptr(), view.collections_ptr(), view.workers());
}

}  // namespace muster::api
