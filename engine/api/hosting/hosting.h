// Private to api/: what the host does for guests, apart from commits.
#ifndef MUSTER_ENGINE_API_HOSTING_HOSTING_H_
#define MUSTER_ENGINE_API_HOSTING_HOSTING_H_

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/api/guest/guest_access.h"
#include "engine/api/guest/policy_documents.h"
#include "muster/guest.h"
#include "storage/store.h"

namespace muster::api {

/// The error if there are no guests.
absl::Status NoPolicy();

/// Lets guests see what the documents of `present` say: policy, epoch. FailedPrecondition: they have no policy.
absl::Status OpenGuestAccess(const storage::Store& store, const bind::CatalogueView& present,
                             GuestAccess* guest_access);

/// The policy with its number, which follows `last`. Aborted: it was made from another version than the last.
absl::StatusOr<release::Policy> NumberedPolicy(std::string_view json, const std::optional<StoredPolicy>& last);

/// The documents that begin an epoch with the version of `present`.
/// Those of an epoch that goes on with `present`, which shows the same.
NewDocuments DocumentsOfSameEpoch(const storage::Manifest& present, Epoch epoch);
NewDocuments DocumentsOfEpoch(const storage::Manifest& present, const std::optional<Epoch>& last);

/// Writes an entry of the host's about a principal.
absl::Status NoteOfHost(GuestAccess& guest_access, std::string_view what, std::string_view principal);

absl::Status ReadLedger(GuestAccess& guest_access, uint64_t from, const std::function<bool(const LedgerEntry&)>& sink);
absl::StatusOr<LedgerCheck> VerifyLedger(const GuestAccess& guest_access, std::string_view kept);
absl::StatusOr<AuditReport> Audit(GuestAccess& guest_access);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_HOSTING_HOSTING_H_
