// Private to api/: policy, keys and epochs of a catalogue, by which guests are let in.
#ifndef MUSTER_ENGINE_API_HOSTING_GUEST_HOST_H_
#define MUSTER_ENGINE_API_HOSTING_GUEST_HOST_H_

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/synchronization/mutex.h"
#include "allowance/allowance.h"
#include "engine/api/guest/guest_access.h"
#include "engine/api/versions/live_catalogue.h"
#include "engine/execute/rows/union_cache.h"
#include "engine/secret/secret_keys.h"

namespace muster::api {

/// Thread-safe.
class GuestHost {
 public:
  /// Does WriteEpoch() for a catalogue that is open read-only: opens it for writing for that moment, and refreshes.
  using WriteElsewhere = std::function<absl::Status(bool even_for_few)>;

  /// What is pointed to outlives it.
  GuestHost(LiveCatalogue* live, const std::string& ledger_path, execute::UnionCache* unions, WriteElsewhere elsewhere)
      : live_(*live), write_elsewhere_(std::move(elsewhere)), access_(ledger_path, unions) {}

  absl::Status SetPolicy(std::string_view json);

  /// Lets guests see the present version. FailedPrecondition: too few people differ.
  absl::Status PublishEpoch();
  /// Where it is due by the policy that counts. False: not due, or too few people differ.
  absl::StatusOr<bool> PublishEpochIfDue();
  /// Makes the commit that starts an epoch. `even_for_few`: even if fewer people differ than the policy requires, when
  /// somebody whom guests see was deleted.
  absl::Status WriteEpoch(bool even_for_few);
  /// Within LiveCatalogue::Exclusively, after segments were rewritten: moves the epoch to the current version if that
  /// shows guests the same people, so that data deleted before it need not be kept for them.
  absl::Status MoveEpoch(Allowance* bounds);
  /// After a refresh that found a new version: guests go on with the policy and epoch that it has.
  absl::Status FollowRefresh();

  /// With what guests see, loaded when it is first asked for.
  absl::StatusOr<GuestAccess*> OpenedAccess();
  /// The same for a principal who is admitted: opens the ledger, and does all that is due at that moment.
  absl::StatusOr<GuestAccess*> AccessToEnter();
  /// As it is: perhaps not opened.
  const GuestAccess& access() const { return access_; }

 private:
  // Opens the access of guests again, on the current version.
  absl::Status Reopen();
  // Drawn once: other keys would be fresh noise for the same sets.
  absl::StatusOr<secret::SecretKeys> EnsureKeys();
  absl::StatusOr<bool> IsEpochDue() const;
  absl::Status BeginEpoch(bool even_for_few);
  // An entry for an epoch that has begun, by the process that lets guests in.
  absl::Status NoteEpoch();

  LiveCatalogue& live_;
  const WriteElsewhere write_elsewhere_;
  std::atomic<uint64_t> not_due_at_ = 0;  // the version that was found not to begin an epoch, though one is due
  absl::Mutex mutex_;  // of the thread that opens the access; locked before the one of the current version
  GuestAccess access_;
};

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_HOSTING_GUEST_HOST_H_
