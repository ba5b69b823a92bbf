// The catalogue at one version: segments, dictionary, ontologies, saved cohorts, and which values are in use.
#ifndef MUSTER_ENGINE_BIND_CATALOGUE_CATALOGUE_VIEW_H_
#define MUSTER_ENGINE_BIND_CATALOGUE_CATALOGUE_VIEW_H_

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/status/statusor.h"
#include "absl/synchronization/mutex.h"
#include "containers/hash_table.h"
#include "engine/bind/catalogue/equivalent_codes.h"
#include "engine/bind/catalogue/label_index.h"
#include "engine/bind/catalogue/listed_values.h"
#include "engine/bind/catalogue/people_counts.h"
#include "engine/bind/catalogue/per_field.h"
#include "engine/bind/catalogue/remark_counts.h"
#include "engine/bind/catalogue/term_match.h"
#include "engine/bind/catalogue/term_memory.h"
#include "engine/model/document/collection.h"
#include "engine/model/document/saved_cohort.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/units/units.h"
#include "engine/ontology/terminology.h"
#include "engine/parallel/workers.h"
#include "storage/store.h"

namespace muster::bind {

/// A unit as written in records; `unit` is nullopt if the text is not a unit.
struct RecordedUnit {
  model::Symbol symbol = model::kNoSymbol;
  std::optional<model::Unit> unit;
};
using RecordedUnits = std::shared_ptr<const std::vector<RecordedUnit>>;

using SavedCohortsPtr = std::shared_ptr<const model::SavedCohorts>;
using CollectionsPtr = std::shared_ptr<const std::vector<model::Collection>>;

/// Immutable except for caches; thread-safe.
class CatalogueView {
 public:
  /// `workers` help to read from disk; may be null, else must outlive the view.
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

  /// The same version for a guest, who sees only `listed` values and these cohorts.
  std::shared_ptr<const CatalogueView> WithListed(ListedValuesPtr listed, SavedCohortsPtr cohorts) const;
  /// Null: all values are visible.
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

  /// The symbols that live records have in `field` (observed or excluded) in any segment, ascending. If the view has a
  /// list, only listed ones.
  absl::StatusOr<ontology::SymbolSet> FieldValues(model::FieldId field) const;
  /// The same, including symbols that are not listed. For finding what a criterion matches; never to be shown.
  absl::StatusOr<ontology::SymbolSet> RecordedValues(model::FieldId field) const;
  /// An index of RecordedValues by label.
  absl::StatusOr<std::shared_ptr<const LabelIndex>> RecordedLabels(model::FieldId field) const;
  /// Which of RecordedValues are called as others are, or as terms.
  absl::StatusOr<std::shared_ptr<const CalledAlike>> RecordedCalledAlike(model::FieldId field) const;
  /// Groups of codes with the same meaning among those that live records have in `field`; if `among` is not null, only
  /// of these.
  absl::StatusOr<std::vector<CodesOfOneMeaning>> EquivalentValues(model::FieldId field,
                                                                  const model::SymbolList* among) const;
  /// Which fields: all whose values are symbols, or only fields of codes.
  enum class Which { kSymbols, kCodes };
  /// The symbols that live records have in any of these fields, ascending. (The dictionary has more: those of records
  /// that were deleted, replaced or rejected.) Expensive the first time, when it reads the values of all fields: use
  /// FieldValues() if one field is enough.
  absl::StatusOr<ontology::SymbolSet> InUse(Which which) const;
  /// The units that live records have in `field`.
  absl::StatusOr<RecordedUnits> FieldUnits(model::FieldId field) const;

  /// Whether a live record has bounds of the number in `field` instead of the number itself.
  absl::StatusOr<bool> HasNumberBounds(model::FieldId field) const;

  /// Whether a live record has this part of `field`, listed or not.
  absl::StatusOr<bool> RecordsPart(model::FieldId field, model::Part part) const;
  /// How many of all live individuals have a value in `field` (PeopleRecorded).
  absl::StatusOr<PeopleCounts::Share> PeopleWith(model::FieldId field) const;

  /// The fields whose values have been read so far: for cache warming.
  std::vector<model::FieldId> FieldsLookedUp() const;

  /// Counts for remarks: of rows, and of people by what they have.
  const RemarkCounts& counts() const { return counts_; }
  const PeopleCounts& people() const { return people_; }

  /// Terms and words that were bound without a diagnostic, with what they match.
  const TermMemory<TermMatch>& known_terms() const { return known_terms_; }
  const TermMemory<TermMatch>& known_words() const { return known_words_; }
  /// What remarks on codes need to know about terms.
  const TermMemory<NamedCode>& named_codes() const { return named_codes_; }
  /// For terms of one entity: what another entity has under the same name (RemarkOnNamesakes).
  const TermMemory<NamesakeCodes>& namesakes() const { return namesakes_; }

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
  TermMemory<TermMatch> known_terms_;
  TermMemory<TermMatch> known_words_;
  TermMemory<NamedCode> named_codes_;
  TermMemory<NamesakeCodes> namesakes_;
  mutable absl::Mutex mutex_;
  mutable PerField<ontology::SymbolSet> values_;
  mutable PerField<std::shared_ptr<const LabelIndex>> labels_;
  mutable PerField<std::shared_ptr<const CalledAlike>> called_alike_;
  mutable PerField<RecordedUnits> units_;
  static constexpr size_t kParts = model::kNumberHigh + 1, kFields = size_t{1} << 8;
  enum class Known : uint8_t { kNothing, kNo, kYes };
  mutable std::array<std::atomic<Known>, kParts* kFields> parts_ = {};
  mutable PerField<PeopleCounts::Share> people_with_;
  mutable HashMap<model::FieldId, ontology::SymbolSet> listed_of_ ABSL_GUARDED_BY(mutex_);
  mutable HashMap<model::FieldId, std::vector<CodesOfOneMeaning>> equivalents_ ABSL_GUARDED_BY(mutex_);  // of all
  mutable ontology::SymbolSet symbols_in_use_ ABSL_GUARDED_BY(mutex_);
  mutable ontology::SymbolSet codes_in_use_ ABSL_GUARDED_BY(mutex_);
};

using CatalogueViewPtr = std::shared_ptr<const CatalogueView>;

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CATALOGUE_CATALOGUE_VIEW_H_
