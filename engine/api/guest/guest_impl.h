// Private to api/: an admitted principal.
#ifndef MUSTER_ENGINE_API_GUEST_GUEST_IMPL_H_
#define MUSTER_ENGINE_API_GUEST_GUEST_IMPL_H_

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "engine/api/calls/call.h"
#include "engine/api/guest/guest_access.h"
#include "engine/api/guest/view/guest_view.h"
#include "muster/guest.h"

namespace muster {

class Guest::Impl {
 public:
  /// `catalogue` owns both.
  Impl(std::weak_ptr<const void> catalogue, api::GuestAccess* guest_access, release::Ledger* ledger,
       Principal principal)
      : catalogue_(std::move(catalogue)),
        guest_access_(*guest_access),
        ledger_(*ledger),
        principal_(std::move(principal)) {}

  /// Runs `f`, which returns a status or a StatusOr, while the catalogue is open, and keeps it open for that.
  /// FailedPrecondition: it was closed.
  template <typename F>
  auto WhileOpen(const F& f) const -> decltype(f()) {
    const std::shared_ptr<const void> open = catalogue_.lock();
    if (open == nullptr) return api::ClosedCatalogue();
    return f();
  }

  /// Lets go of what would keep the catalogue's database open.
  void Close();

  HeldAnswers Query(std::string_view text, const QueryOptions& options);
  absl::StatusOr<GuestInfo> Info();
  absl::StatusOr<GuestBudget> Budget();
  absl::StatusOr<std::vector<std::string>> UnitsOf(std::string_view assay);
  absl::StatusOr<std::vector<ListedCode>> Listed(std::string_view entity, std::string_view field);
  /// What the guest sees now: of the door's present policy and epoch.
  absl::StatusOr<api::GuestViewPtr> View();

 private:
  /// The same with other versions of ontologies, by id.
  absl::StatusOr<api::GuestViewPtr> ViewWith(const api::GuestViewPtr& present,
                                             const std::map<std::string, std::string>& versions);

  const std::weak_ptr<const void> catalogue_;
  api::GuestAccess& guest_access_;
  release::Ledger& ledger_;
  const Principal principal_;
  absl::Mutex mutex_;
  api::GuestViewPtr view_ ABSL_GUARDED_BY(mutex_);
  api::GuestViewPtr older_view_ ABSL_GUARDED_BY(mutex_);  // what ViewWith made last, and of what
  api::GuestViewPtr older_of_ ABSL_GUARDED_BY(mutex_);
  std::map<std::string, std::string> older_versions_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace muster

#endif  // MUSTER_ENGINE_API_GUEST_GUEST_IMPL_H_
