// Counts of people for remarks: of the people who have some things, how many also have another.
#ifndef MUSTER_ENGINE_BIND_CATALOGUE_PEOPLE_COUNTS_H_
#define MUSTER_ENGINE_BIND_CATALOGUE_PEOPLE_COUNTS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/functional/function_ref.h"
#include "absl/status/statusor.h"
#include "containers/hash_table.h"
#include "containers/quick_mutex.h"
#include "engine/model/record/symbol_list.h"
#include "engine/model/schema/schema.h"
#include "storage/store.h"

namespace muster::bind {

/// Primary codes of an entity, at least one of which has to be observed; of individuals, the datasets that they may be
/// of.
struct CodesOfEntity {
  model::Entity entity;
  const model::SymbolList* codes;
};

/// Individuals of a segment, live or not.
using FindPeople = absl::FunctionRef<absl::StatusOr<storage::Bitmap>(const storage::SegmentReader&)>;

/// The individuals of `segment`, live or not, that have a row of `entity` with one of `codes`: an observed one, or
/// `kind` of it.
absl::StatusOr<storage::Bitmap> PeopleWithCodes(const storage::SegmentReader& segment, const CodesOfEntity& wanted,
                                                model::PostingKind kind = model::PostingKind::kObservedIndividuals);

/// The key under which a set of people is cached. One key always means the same set.
class PeopleKey {
 public:
  explicit PeopleKey(std::string_view name) {
    bytes_.reserve(kUsualBytes);
    bytes_.append(name).push_back('\0');
  }
  PeopleKey& Add(uint64_t number);
  PeopleKey& Add(const CodesOfEntity& of);  ///< null codes: any
  const std::string& bytes() const { return bytes_; }

 private:
  static constexpr size_t kUsualBytes = 160;  // enough for most keys, with three other criteria

  std::string bytes_;
};

/// The key of the people that PeopleWithCodes finds.
inline PeopleKey KeyOfCodes(const CodesOfEntity& wanted) { return PeopleKey("codes").Add(wanted); }

/// The individuals of `segment` that have one of `excluded` recorded as absent, and none of `observed` as observed.
absl::StatusOr<storage::Bitmap> PeopleWhoLack(const storage::SegmentReader& segment, const CodesOfEntity& observed,
                                              const CodesOfEntity& excluded);
/// The key of these people.
inline PeopleKey KeyOfAbsent(const CodesOfEntity& observed, const CodesOfEntity& excluded) {
  return PeopleKey("absent").Add(observed).Add(excluded);
}

/// Counts for one version of the catalogue, each computed once: queries that differ only in their numbers mostly need
/// the same remarks. Deleted and replaced individuals do not count. Thread-safe.
class PeopleCounts {
 public:
  /// `snapshot` must outlive this.
  explicit PeopleCounts(const storage::Snapshot* snapshot) : snapshot_(*snapshot) {}

  struct Share {
    uint64_t all = 0;   ///< individuals that have all of `asked`
    uint64_t with = 0;  ///< of these, the ones that `find` found
  };
  /// `asked`: conditions on the people; empty: all individuals. `key` identifies the people that `find` finds; `find`
  /// is called only if they were not counted before.
  absl::StatusOr<Share> Count(const std::vector<CodesOfEntity>& asked, PeopleKey key, FindPeople find) const;
  /// The same for the people of each of `datasets`. `find` is called at most once for a segment.
  absl::StatusOr<std::vector<Share>> CountOfEach(const std::vector<model::Symbol>& datasets, const PeopleKey& key,
                                                 FindPeople find) const;

 private:
  std::optional<Share> Known(const PeopleKey& key) const;
  void Remember(const PeopleKey& key, const Share& share) const;

  const storage::Snapshot& snapshot_;
  mutable QuickMutex mutex_;
  mutable HashMap<std::string, Share> counted_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CATALOGUE_PEOPLE_COUNTS_H_
