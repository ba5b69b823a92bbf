// Deleting what no snapshot can reach any more.
#ifndef MUSTER_STORAGE_ROCKS_ROCKS_RECLAIM_H_
#define MUSTER_STORAGE_ROCKS_ROCKS_RECLAIM_H_

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "storage/manifest.h"
#include "storage/pinned_version.h"
#include "storage/rocks/rocks_db.h"
#include "storage/rocks/rocks_segment_reader.h"

namespace muster::storage {

/// Remembers dropped segments and replaced live bitmaps until the last snapshot that reads them is gone. It never
/// deletes by itself: the writing thread calls Reclaim() when it has time. Not thread-safe.
class Reclaimer {
 public:
  explicit Reclaimer(std::shared_ptr<const RocksDb> db) : db_(std::move(db)) {}

  /// The manifest no longer names the segment of this reader.
  void SegmentDropped(const std::shared_ptr<const RocksSegmentReader>& reader);
  /// The manifest names another live bitmap than this reader's.
  void LiveReplaced(const std::shared_ptr<const RocksSegmentReader>& reader);
  /// Deletes segments that nobody holds any more, and returns their numbers. A deletion that fails is tried again next
  /// time: the segment takes space, but is invisible.
  std::vector<uint32_t> Reclaim();
  /// Whether somebody still holds something that could be deleted otherwise.
  bool Waits() const { return !segments_.empty() || !live_.empty(); }

  /// On opening for writing, when there are no snapshots yet: deletes what crashes and abandoned imports left behind.
  /// Returns the least segment number that was never used. `pinned`: the version that is kept beside the manifest's.
  absl::StatusOr<uint32_t> Sweep(const Manifest& manifest, const Pinned& pinned);

 private:
  absl::Status Delete(const std::vector<uint32_t>& segments, const std::vector<std::string>& live_keys,
                      const std::string& next_segment);

  std::shared_ptr<const RocksDb> db_;
  std::vector<std::pair<uint32_t, std::weak_ptr<const SegmentLease>>> segments_;
  std::vector<std::pair<std::string, std::weak_ptr<const RocksSegmentReader>>> live_;  // LiveKey
  size_t deleted_ = 0;                                                                 // segments, since the last flush
};

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_ROCKS_ROCKS_RECLAIM_H_
