// Private to api/: the catalogue as a guest sees it.
#ifndef MUSTER_ENGINE_API_GUEST_VIEW_GUEST_VIEW_H_
#define MUSTER_ENGINE_API_GUEST_VIEW_GUEST_VIEW_H_

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>

#include "absl/base/thread_annotations.h"
#include "absl/status/statusor.h"
#include "absl/synchronization/mutex.h"
#include "engine/api/guest/view/guest_state.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/release/memory/listing_memory.h"
#include "engine/release/policy/policy.h"
#include "muster/guest.h"

namespace muster::api {

/// What one principal sees of one state of the door. Immutable.
struct GuestView {
  uint64_t number = 0;  ///< its own, of all in this process; never 0
  GuestStatePtr state;
  release::Tier tier;           ///< with what the datasets ask for that he may see
  bind::CatalogueViewPtr view;  ///< the epoch: listed values, the people of these datasets, no saved cohorts
};
using GuestViewPtr = std::shared_ptr<const GuestView>;

/// Shares one view among guests who see the same, as finding the listed values reads all people. Does not own views:
/// each lives as long as a guest holds it. Thread-safe.
class SharedViews {
 public:
  /// The view of another principal of the same tier, with the same datasets and state. Null: there is none.
  GuestViewPtr Find(const GuestStatePtr& state, const Principal& principal) const;
  /// Makes the view available to those who come after `principal`.
  void Add(const Principal& principal, const GuestViewPtr& view);

 private:
  using Key = std::pair<std::string, std::set<std::string>>;  // tier and datasets
  static Key KeyOf(const Principal& principal);

  mutable absl::Mutex mutex_;
  std::map<Key, std::weak_ptr<const GuestView>> views_ ABSL_GUARDED_BY(mutex_);
};

/// NotFound: the policy has no such tier. `listing` outlives the view.
absl::StatusOr<GuestViewPtr> MakeGuestView(const GuestStatePtr& state, const Principal& principal,
                                           release::ListingMemory* listing);

/// What the principal sees with other versions of ontologies, by id. NotFound: the catalogue does not have one.
absl::StatusOr<GuestViewPtr> WithOlderOntologies(const GuestView& guest, const Principal& principal,
                                                 const std::map<std::string, std::string>& versions,
                                                 release::ListingMemory* listing);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_GUEST_VIEW_GUEST_VIEW_H_
