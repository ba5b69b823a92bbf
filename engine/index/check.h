// Proof that the indexes say what the records say.
#ifndef MUSTER_ENGINE_INDEX_CHECK_H_
#define MUSTER_ENGINE_INDEX_CHECK_H_

#include <cstdint>
#include <functional>

#include "absl/status/statusor.h"
#include "engine/model/record/dictionary.h"
#include "muster/catalogue.h"
#include "storage/store.h"

namespace muster::index {

/// Reads every byte of the store's files and verifies their checksums; compares the dictionary with the stored one, and
/// the ontologies with the manifest. Builds the index of every segment of `snapshot` again from its records, and
/// compares every posting, column and id with the stored ones, and the texts of its symbols with those at the time of
/// writing. Differences are in the report (at most 100 in detail); a status is a failure to read, or that of the
/// thread's allowance if it is used up. `progress` is called with the number of individuals done and the total, without
/// an allowance; it may be empty.
absl::StatusOr<CheckReport> Check(const storage::Store& store, const storage::Snapshot& snapshot,
                                  const model::Dictionary& dictionary,
                                  const std::function<void(uint64_t, uint64_t)>& progress);

}  // namespace muster::index

#endif  // MUSTER_ENGINE_INDEX_CHECK_H_
