// The last decisions on listed values, stored in the ledger's database.
#ifndef MUSTER_ENGINE_RELEASE_LEDGER_STORED_LISTING_H_
#define MUSTER_ENGINE_RELEASE_LEDGER_STORED_LISTING_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/status/status.h"
#include "absl/synchronization/mutex.h"
#include "containers/hash_table.h"
#include "engine/release/memory/listing_memory.h"
#include "storage/rocks/rocks_journal.h"

namespace muster::release {

/// Under the keys 'l' name:8 of the journal, which outlives it. On disk with the next Sync().
class StoredListing final : public ListingMemory {
 public:
  explicit StoredListing(storage::RocksJournal& journal) : journal_(journal) {}
  /// Reads the stored decisions. DataLoss: they are damaged.
  absl::Status Load();

  std::optional<bool> Find(uint64_t name) const override;
  bool Keep(const std::vector<Decision>& decisions) override;

 private:
  storage::RocksJournal& journal_;
  mutable absl::Mutex mutex_;
  HashMap<uint64_t, bool> listed_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace muster::release

#endif  // MUSTER_ENGINE_RELEASE_LEDGER_STORED_LISTING_H_
