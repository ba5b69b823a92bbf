// Private to api/: a principal who was let in.
#ifndef MUSTER_ENGINE_API_GUEST_GUEST_IMPL_H_
#define MUSTER_ENGINE_API_GUEST_GUEST_IMPL_H_

#include <memory>
#include <utility>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "engine/api/guest/door.h"
#include "engine/api/guest/guest_view.h"
#include "muster/guest.h"

namespace muster {

class Guest::Impl {
 public:
  /// Both outlive the guest.
  Impl(api::Door* door, release::Ledger* ledger, Principal principal)
      : door_(*door), ledger_(*ledger), principal_(std::move(principal)) {}

  absl::StatusOr<std::vector<Answer>> Query(std::string_view text, const QueryOptions& options);
  absl::StatusOr<GuestInfo> Info();
  absl::StatusOr<GuestBudget> Budget();
  /// What the guest sees now: of the door's present policy and epoch.
  absl::StatusOr<api::GuestViewPtr> View();

 private:
  api::Door& door_;
  release::Ledger& ledger_;
  const Principal principal_;
  absl::Mutex mutex_;
  api::GuestViewPtr view_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace muster

#endif  // MUSTER_ENGINE_API_GUEST_GUEST_IMPL_H_
