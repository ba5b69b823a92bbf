// Private to api/: the policy by which guests are let in, and the epoch that they see.
#ifndef MUSTER_ENGINE_API_GUEST_VIEW_GUEST_STATE_H_
#define MUSTER_ENGINE_API_GUEST_VIEW_GUEST_STATE_H_

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/release/memory/noise.h"
#include "engine/release/policy/policy.h"
#include "engine/secret/secret_keys.h"

namespace muster::api {

/// One version of the policy, and one epoch. Immutable.
struct GuestState {
  release::Policy policy;
  secret::SecretKeys keys;
  release::Noise noise;
  uint64_t epoch = 0;
  int64_t epoch_begun = 0;                     ///< seconds since 1970
  bind::CatalogueViewPtr view;                 ///< of the epoch, with all datasets, and with all labels
  bind::CatalogueViewPtr view_without_labels;  ///< the same without those that came with records
  /// The same with these versions of ontologies, by id. NotFound: there is no such version. Not to be called after the
  /// catalogue is gone.
  std::function<absl::StatusOr<bind::CatalogueViewPtr>(const std::map<std::string, std::string>& versions)>
      with_ontologies;
};
using GuestStatePtr = std::shared_ptr<const GuestState>;

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_GUEST_VIEW_GUEST_STATE_H_
