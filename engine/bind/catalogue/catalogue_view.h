// The catalogue as the binder sees it: one snapshot's codes and ontologies.
#ifndef MUSTER_ENGINE_BIND_CATALOGUE_CATALOGUE_VIEW_H_
#define MUSTER_ENGINE_BIND_CATALOGUE_CATALOGUE_VIEW_H_

#include <memory>
#include <optional>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/status/statusor.h"
#include "absl/synchronization/mutex.h"
#include "containers/hash_table.h"
#include "engine/bind/catalogue/label_index.h"
#include "engine/bind/catalogue/listed_values.h"
#include "engine/bind/catalogue/people_counts.h"
#include "engine/bind/catalogue/remark_counts.h"
#include "engine/model/document/collection.h"
#include "engine/model/document/saved_cohort.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/units/units.h"
#include "engine/ontology/terminology.h"
#include "engine/parallel/workers.h"
#include "storage/store.h"

namespace muster::bind {

/// A unit that records have; nullopt for what is no unit.
struct RecordedUnit {
  model::Symbol symbol = model::kNoSymbol;
  std::optional<model::Unit> unit;
};
using RecordedUnits = std::shared_ptr<const std::vector<RecordedUnit>>;

using SavedCohortsPtr = std::shared_ptr<const model::SavedCohorts>;
using CollectionsPtr = std::shared_ptr<const std::vector<model::Collection>>;

/// One version of the catalogue, complete: segments, dictionary, ontologies. Immutable but for caches; thread-safe.
class CatalogueView {
 public:
  /// `workers` help where something has to be read from disk; they outlive the view, or are null.
  CatalogueView(storage::SnapshotPtr snapshot, model::DictionaryPtr dictionary, ontology::TerminologyPtr terminology,
                SavedCohortsPtr cohorts = nullptr, CollectionsPtr collections = nullptr,
                parallel::Workers* workers = nullptr)
      : snapshot_(std::move(snapshot)),
        dictionary_(std::move(dictionary)),
        terminology_(std::move(terminology)),
        cohorts_(cohorts != nullptr ? std::move(cohorts) : std::make_shared<const model::SavedCohorts>()),
        collections_(collections != nullptr ? std::move(collections)
                                            : std::make_shared<const std::vector<model::Collection>>()),
        workers_(workers),
        counts_(snapshot_.get(), workers),
        people_(snapshot_.get()) {}

  /// The same version as somebody sees it for whom only `listed` values exist, and these cohorts.
  std::shared_ptr<const CatalogueView> WithListed(ListedValuesPtr listed, SavedCohortsPtr cohorts) const;
  /// Null: all values are.
  const ListedValues* listed() const { return listed_.get(); }

  const storage::Snapshot& snapshot() const { return *snapshot_; }
  const storage::SnapshotPtr& snapshot_ptr() const { return snapshot_; }
  const model::Dictionary& dictionary() const { return *dictionary_; }
  const model::DictionaryPtr& dictionary_ptr() const { return dictionary_; }
  const ontology::Terminology& terminology() const { return *terminology_; }
  const ontology::TerminologyPtr& terminology_ptr() const { return terminology_; }

  const model::SavedCohorts& cohorts() const { return *cohorts_; }
  const SavedCohortsPtr& cohorts_ptr() const { return cohorts_; }
  /// Datasets and cohorts as their custodians describe them.
  const std::vector<model::Collection>& collections() const { return *collections_; }
  const CollectionsPtr& collections_ptr() const { return collections_; }
  parallel::Workers* workers() const { return workers_; }

  /// The symbols that live records have in `field` (observed or excluded), over all segments, ascending; those that are
  /// listed, where the view has a list.
  absl::StatusOr<ontology::SymbolSet> FieldValues(model::FieldId field) const;
  /// The same whether they are listed or not: for what a criterion means, never for what is said.
  absl::StatusOr<ontology::SymbolSet> RecordedValues(model::FieldId field) const;
  /// The recorded ones by their labels.
  absl::StatusOr<std::shared_ptr<const LabelIndex>> RecordedLabels(model::FieldId field) const;
  /// Which fields: all that have symbols, or those of codes.
  enum class Which { kSymbols, kCodes };
  /// The symbols that live records have in any of these fields, ascending. Asks for the values of each the first time,
  /// so that what can be decided by the values of one field should be. The dictionary has others: of records that are
  /// not there any more, or that were not taken.
  absl::StatusOr<ontology::SymbolSet> InUse(Which which) const;
  /// The same of a field of units.
  absl::StatusOr<RecordedUnits> FieldUnits(model::FieldId field) const;

  /// Whether some live record has bounds of the number in `field` in place of the number.
  absl::StatusOr<bool> HasNumberBounds(model::FieldId field) const;

  /// The fields whose values were asked for.
  std::vector<model::FieldId> FieldsLookedUp() const;

  /// What remarks count: rows, and people by what they have.
  const RemarkCounts& counts() const { return counts_; }
  const PeopleCounts& people() const { return people_; }

 private:
  storage::SnapshotPtr snapshot_;
  model::DictionaryPtr dictionary_;
  ontology::TerminologyPtr terminology_;
  SavedCohortsPtr cohorts_;
  CollectionsPtr collections_;
  parallel::Workers* workers_;
  ListedValuesPtr listed_;
  RemarkCounts counts_;
  PeopleCounts people_;
  mutable absl::Mutex mutex_;
  mutable HashMap<model::FieldId, ontology::SymbolSet> values_ ABSL_GUARDED_BY(mutex_);
  mutable HashMap<model::FieldId, ontology::SymbolSet> listed_of_ ABSL_GUARDED_BY(mutex_);
  mutable HashMap<model::FieldId, std::shared_ptr<const LabelIndex>> labels_ ABSL_GUARDED_BY(mutex_);
  mutable ontology::SymbolSet symbols_in_use_ ABSL_GUARDED_BY(mutex_);
  mutable ontology::SymbolSet codes_in_use_ ABSL_GUARDED_BY(mutex_);
  mutable HashMap<model::FieldId, RecordedUnits> units_ ABSL_GUARDED_BY(mutex_);
  mutable HashMap<model::FieldId, bool> number_bounds_ ABSL_GUARDED_BY(mutex_);
};

using CatalogueViewPtr = std::shared_ptr<const CatalogueView>;

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CATALOGUE_CATALOGUE_VIEW_H_
