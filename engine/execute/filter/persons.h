// Who is in several datasets: the records of one person, over all segments.
#ifndef MUSTER_ENGINE_EXECUTE_FILTER_PERSONS_H_
#define MUSTER_ENGINE_EXECUTE_FILTER_PERSONS_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/plan/plan.h"
#include "storage/bits/bitmap.h"
#include "storage/segment_reader.h"
#include "storage/store.h"

namespace muster::execute {

/// The persons of one snapshot that have several live records. Immutable, thread-safe.
class Persons {
 public:
  static absl::StatusOr<Persons> Load(const storage::Snapshot& snapshot);

  /// Per segment, individuals: `rows` and all whose person has a live record in them.
  std::vector<storage::BitmapPtr> AllRecordsOf(std::vector<storage::BitmapPtr> rows) const;

  /// Per segment: individuals of persons with several records that have what `to_parent` asks for (N rows, terms or
  /// days) over all their records together. `below`: per segment, the rows that count, as its input says.
  absl::StatusOr<std::vector<storage::BitmapPtr>> WithEnough(const storage::Snapshot& snapshot,
                                                             const plan::Node& to_parent,
                                                             const std::vector<storage::BitmapPtr>& below) const;

 private:
  struct Record {
    uint32_t row = 0;     // of the individual
    uint32_t person = 0;  // numbered from 0
  };

  // Per segment, per person with several records.
  std::vector<storage::BitmapPtr> RowsOf(const std::vector<bool>& persons) const;

  std::vector<std::vector<Record>> records_;  // per segment, ascending
  uint32_t count_ = 0;                        // of persons
};

/// Persons, loaded when first asked for. Not thread-safe.
class LazyPersons {
 public:
  explicit LazyPersons(const storage::Snapshot& snapshot) : snapshot_(snapshot) {}
  absl::StatusOr<const Persons*> Get() {
    if (!persons_) {
      auto loaded = Persons::Load(snapshot_);
      if (!loaded.ok()) return loaded.status();
      persons_ = *std::move(loaded);
    }
    return &*persons_;
  }

 private:
  const storage::Snapshot& snapshot_;
  std::optional<Persons> persons_;
};

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_FILTER_PERSONS_H_
