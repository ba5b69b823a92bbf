// Record keys of segments that were written before the catalogue had secret keys.
#ifndef MUSTER_ENGINE_INDEX_RECORD_KEYS_H_
#define MUSTER_ENGINE_INDEX_RECORD_KEYS_H_

#include "absl/status/status.h"
#include "storage/store.h"

namespace muster::index {

/// Stores the record keys of all segments of the store's version that have none. Nothing where the catalogue has no
/// secret keys. Interrupted, it goes on where it stopped: what is missing meanwhile is made when it is asked for, from
/// the records. Called by the thread that writes.
absl::Status StoreRecordKeys(storage::Store& store);

}  // namespace muster::index

#endif  // MUSTER_ENGINE_INDEX_RECORD_KEYS_H_
