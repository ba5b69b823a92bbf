// Counts of rows for remarks.
#ifndef MUSTER_ENGINE_BIND_CATALOGUE_REMARK_COUNTS_H_
#define MUSTER_ENGINE_BIND_CATALOGUE_REMARK_COUNTS_H_

#include <cstdint>
#include <tuple>
#include <utility>

#include "absl/base/thread_annotations.h"
#include "absl/functional/function_ref.h"
#include "absl/status/statusor.h"
#include "containers/hash_table.h"
#include "containers/quick_mutex.h"
#include "engine/model/record/symbol_list.h"
#include "engine/model/schema/schema.h"
#include "engine/parallel/workers.h"
#include "storage/store.h"

namespace muster::bind {

/// Counts for one version of the catalogue, each computed once: queries about the same terms need the same remarks.
/// Rows of deleted and replaced individuals do not count. `terms` are primary codes of the entity; kAnyValue means any.
/// Thread-safe.
class RemarkCounts {
 public:
  /// `workers` may be null. Both must outlive this.
  RemarkCounts(const storage::Snapshot* snapshot, parallel::Workers* workers)
      : snapshot_(*snapshot), workers_(workers) {}

  /// The number of observed rows of `terms` with `value` in `field`.
  absl::StatusOr<uint64_t> Observed(model::Entity entity, const model::SymbolList& terms, model::FieldId field,
                                    model::Symbol value) const;
  /// The number of individuals that have such a row.
  absl::StatusOr<uint64_t> PeopleObserved(model::Entity entity, const model::SymbolList& terms, model::FieldId field,
                                          model::Symbol value) const;
  /// The number of individuals that have any row of `entity`; an observed one, if rows may be excluded.
  absl::StatusOr<uint64_t> PeopleWithRows(model::Entity entity) const;
  /// The number of observed rows of `terms` that have a value in `field` and none in `other`.
  absl::StatusOr<uint64_t> Without(model::Entity entity, const model::SymbolList& terms, model::FieldId field,
                                   model::FieldId other) const;
  /// The number of observed rows of `terms` (null: any) that have no value in `field`.
  absl::StatusOr<uint64_t> Lacking(model::Entity entity, const model::SymbolList* terms, model::FieldId field) const;

  /// The rows for which a comparison of a time cannot be decided.
  struct Untimed {
    uint64_t lacking = 0;    ///< they have no time
    uint64_t otherwise = 0;  ///< they have a time, but without the part that is compared
    uint64_t all = 0;
  };
  /// Counts observed rows of `terms` (null: all rows) that have no value in the time `field`, or one without `part`.
  absl::StatusOr<Untimed> WithoutTime(model::Entity entity, const model::SymbolList* terms, model::FieldId field,
                                      model::Part part) const;
  /// Counts rows whose time, according to `count`, spans several days (`otherwise`), and all rows (`all`).
  absl::StatusOr<Untimed> OfSeveralDays(model::Entity entity, const model::SymbolList* terms, model::FieldId field,
                                        absl::FunctionRef<absl::StatusOr<Untimed>()> count) const {
    return Once(KeyOf(What::kOfSeveralDays, entity, terms, field, 0), count);
  }
  /// Whether a live observed row of `terms` has `part` of the time `field`, according to `find`.
  absl::StatusOr<bool> SomeHavePart(model::Entity entity, const model::SymbolList& terms, model::FieldId field,
                                    model::Part part, absl::FunctionRef<absl::StatusOr<bool>()> find) const;
  /// The number of individuals with two or more observed rows of `terms`, according to `count`.
  absl::StatusOr<uint64_t> PeopleWithSeveral(model::Entity entity, const model::SymbolList& terms,
                                             absl::FunctionRef<absl::StatusOr<uint64_t>()> count) const {
    return CountOnce(KeyOf(What::kPeopleWithSeveral, entity, &terms, 0, 0), count);
  }
  /// How many of `terms` (null: all that are in use) others of them lie below, according to `count`.
  absl::StatusOr<uint64_t> Nested(model::Entity entity, const model::SymbolList* terms, model::FieldId field,
                                  absl::FunctionRef<absl::StatusOr<uint64_t>()> count) const {
    return CountOnce(KeyOf(What::kNested, entity, terms, field, 0), count);
  }
  /// How many of the diseases `terms` are another thing by their names, according to `count`; `named` tells apart those
  /// that were asked for under other names.
  absl::StatusOr<uint64_t> Below(const model::SymbolList& terms, uint32_t named,
                                 absl::FunctionRef<absl::StatusOr<uint64_t>()> count) const {
    return CountOnce(KeyOf(What::kBelow, model::Entity::kDisease, &terms, 0, named), count);
  }
  /// The numbers in `field` of observed rows of one term that have one unit.
  struct Numbers {
    uint64_t rows = 0;
    double least = 0, greatest = 0;  ///< where there are any
  };
  /// `unit` is a value of `unit_field`. Rows with bounds in place of a number do not count.
  absl::StatusOr<Numbers> NumbersOf(model::Entity entity, model::Symbol term, model::FieldId field,
                                    model::FieldId unit_field, model::Symbol unit) const;
  /// Whether any row, live or not, has the time `field` without `part`. Usually none has, and then rows need not be
  /// read.
  absl::StatusOr<bool> SomeLackPart(model::FieldId field, model::Part part) const;

  /// Whether some rows of the field's entity, live or not, have a value in it and others have none. Usually all or none
  /// have one, and then rows need not be read.
  absl::StatusOr<bool> SomeHaveAndSomeLack(model::FieldId field) const;

  /// The number of rows with one of `values` in `field`, which is not a primary field. Not cached.
  absl::StatusOr<uint64_t> WithValue(model::FieldId field, const model::SymbolList& values) const;

  /// The number of individuals with a granted consent that another of their records may have ended
  /// (CountEndedConsents).
  absl::StatusOr<uint64_t> WithEndedConsents(const model::SymbolList& granted, const model::SymbolList& refusals,
                                             const model::SymbolList* permissions) const;

 private:
  enum class What {
    kObserved,
    kPeopleObserved,
    kPeopleWithRows,
    kWithout,
    kLacking,
    kWithoutTime,
    kOfSeveralDays,
    kNumbers,
    kSomeLack,
    kSomeHavePart,
    kPeopleWithSeveral,
    kNested,
    kBelow,
    kEndedConsents
  };
  // The kind of count, entity, terms (their fingerprint, or the symbol of a single one), field, and value, other field
  // or part.
  using Key = std::tuple<What, model::Entity, uint64_t, uint64_t, model::FieldId, uint32_t>;

  static Key KeyOf(What what, model::Entity entity, const model::SymbolList* terms, model::FieldId field,
                   uint32_t more);
  absl::StatusOr<Untimed> Once(const Key& key, absl::FunctionRef<absl::StatusOr<Untimed>()> count) const;
  absl::StatusOr<uint64_t> CountOnce(const Key& key, absl::FunctionRef<absl::StatusOr<uint64_t>()> count) const;
  // Counts each term by itself, so that sets of terms share what they have in common.
  absl::StatusOr<uint64_t> SumOfEach(const model::SymbolList& terms, What what, model::Entity entity,
                                     model::FieldId field, uint32_t more,
                                     absl::FunctionRef<absl::StatusOr<uint64_t>(model::Symbol)> count) const;

  const storage::Snapshot& snapshot_;
  parallel::Workers* workers_;
  mutable QuickMutex mutex_;
  mutable HashMap<Key, Untimed> counted_ ABSL_GUARDED_BY(mutex_);
  mutable HashMap<std::pair<model::FieldId, model::Part>, bool> some_lack_part_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CATALOGUE_REMARK_COUNTS_H_
