// Families of people, over all segments: mothers, fathers, siblings.
#ifndef MUSTER_ENGINE_EXECUTE_FILTER_FAMILIES_H_
#define MUSTER_ENGINE_EXECUTE_FILTER_FAMILIES_H_

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/status/statusor.h"
#include "absl/synchronization/mutex.h"
#include "engine/bind/bound/bound.h"
#include "engine/model/record/dictionary.h"
#include "storage/bits/bitmap.h"
#include "storage/store.h"

namespace muster::execute {

/// The families of one snapshot. A family is known by dataset and family id, a person in it by the member id; persons
/// of one family may be in different segments. Immutable, thread-safe.
class Families {
 public:
  /// `dictionary` has the texts of the ids: what stands for "not known" is nobody's id.
  static absl::StatusOr<Families> Load(const storage::Snapshot& snapshot, const model::Dictionary& dictionary);

  /// Per segment: the pedigree rows whose family has at least `count` persons that are related so to the row's person
  /// and have a pedigree row (of that family) in `with`, which is per segment as well.
  std::vector<storage::BitmapPtr> Related(bind::Relation relation, int count,
                                          const std::vector<storage::BitmapPtr>& with) const;

  /// Numbers of the families that live pedigree `rows` of a segment are of.
  std::vector<uint32_t> FamiliesOf(size_t segment, const storage::Bitmap& rows) const;
  /// Whether the pedigree row of a segment is live and of a family.
  bool HasFamily(size_t segment, uint32_t row) const { return family_of_row_[segment][row] != kNobody; }

  /// By what a family is known: symbols of its dataset, -1 for none, and of its id.
  struct Name {
    int64_t dataset = -1;
    int64_t family = -1;
  };
  const Name& NameOf(uint32_t family) const { return names_[family]; }

 private:
  static constexpr uint32_t kNobody = UINT32_MAX;
  static constexpr uint64_t kNoParent = UINT64_MAX;

  struct Member {
    uint32_t segment = 0;
    uint32_t row = 0;         // of the pedigree
    uint64_t individual = 0;  // segment and row
    uint32_t family = 0;
    uint64_t mother = kNoParent;  // as `individual`; or by the id alone, of who has no pedigree row in the family
    uint64_t father = kNoParent;
  };

  bool AreRelated(bind::Relation relation, uint32_t of, uint32_t other) const;

  std::vector<Member> members_;                       // by family
  std::vector<Name> names_;                           // of each family
  std::vector<uint32_t> first_;                       // of each family, in members_; one more at the end
  std::vector<std::vector<uint32_t>> family_of_row_;  // per segment, per pedigree row; kNobody: none, or not live
};

/// Families, loaded when first asked for. Thread-safe.
class LazyFamilies {
 public:
  LazyFamilies(const storage::Snapshot& snapshot, const model::Dictionary& dictionary)
      : snapshot_(snapshot), dictionary_(dictionary) {}
  absl::StatusOr<const Families*> Get() {
    absl::MutexLock lock(&mutex_);
    if (!families_) {
      auto loaded = Families::Load(snapshot_, dictionary_);
      if (!loaded.ok()) return loaded.status();
      families_ = *std::move(loaded);
    }
    return &*families_;
  }

 private:
  const storage::Snapshot& snapshot_;
  const model::Dictionary& dictionary_;
  absl::Mutex mutex_;
  std::optional<Families> families_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_FILTER_FAMILIES_H_
