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

/// Reads every byte of the store's files, and compares them with their checksums; the dictionary with the stored one,
/// and the ontologies with the manifest. Builds the index of every segment of `snapshot` anew from its records and
/// compares every posting, every column and every id with what is stored, and the texts of its symbols with those that
/// they had when it was written. Differences go to the report (at most 100 are spelt out); a status is a failure to
/// read, or that of the thread's allowance when it is over. `progress` gets the individuals done and in all, and may be
/// empty; it is called without an allowance.
absl::StatusOr<CheckReport> Check(const storage::Store& store, const storage::Snapshot& snapshot,
                                  const model::Dictionary& dictionary,
                                  const std::function<void(uint64_t, uint64_t)>& progress);

}  // namespace muster::index

#endif  // MUSTER_ENGINE_INDEX_CHECK_H_
