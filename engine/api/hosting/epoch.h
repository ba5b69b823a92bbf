// Private to api/: epochs. Guests see one version of the catalogue for a time, so that a step to a new version never
// concerns only one person.
#ifndef MUSTER_ENGINE_API_HOSTING_EPOCH_H_
#define MUSTER_ENGINE_API_HOSTING_EPOCH_H_

#include <cstdint>

#include "absl/status/statusor.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "storage/store.h"

namespace muster::api {

/// The pinned version of `store`, as the documents of `present` have it, with that version's ontologies. NotFound: none
/// is pinned.
absl::StatusOr<bind::CatalogueViewPtr> EpochView(const storage::Store& store, const bind::CatalogueView& present);

/// How many people at least are in one of the snapshots only, or are different there.
absl::StatusOr<uint64_t> DifferingPeople(const storage::Snapshot& a, const storage::Snapshot& b);

/// Whether both have the same people with the same records, and the same ontologies.
absl::StatusOr<bool> ShowTheSame(const storage::Snapshot& a, const storage::Snapshot& b);

/// Whether somebody in `seen` is no longer in `present`.
absl::StatusOr<bool> HasDeletedPeople(const storage::Store& store, const storage::Snapshot& seen,
                                      const storage::Snapshot& present);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_HOSTING_EPOCH_H_
