#include "engine/api/guest/guest_view.h"

#include <memory>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "engine/api/guest/restricted_view.h"
#include "engine/release/policy/listed_in_tier.h"

namespace muster::api {
namespace {

// Not of any set of people: what is drawn for a name.
constexpr release::SetKind kNameKind = UINT16_MAX;

release::ListingRules RulesOf(const DoorStatePtr& state, const release::Tier& tier) {
  release::ListingRules rules;
  rules.shown_from = static_cast<uint64_t>(tier.protection.shown_from);
  rules.hidden = tier.limits.hidden;
  rules.noise = [state, variance = tier.protection.variance](std::string_view name) {
    release::ComparedSet named;
    named.kind = kNameKind;
    named.people.n = secret::SipHash24(state->keys.noise, std::string("V").append(name));
    return state->noise.Of(named, variance);
  };
  return rules;
}

}  // namespace

absl::StatusOr<GuestViewPtr> MakeGuestView(const DoorStatePtr& state, const Principal& principal) {
  if (!state->policy.tiers.contains(principal.tier)) {
    return absl::NotFoundError(absl::StrCat("the policy has no tier '", principal.tier, "'"));
  }
  auto guest = std::make_shared<GuestView>();
  guest->state = state;
  guest->tier = state->policy.For(principal.tier, principal.datasets);
  if (!state->noise.Has(guest->tier.protection.variance)) {
    return absl::InternalError("the policy's tables have no noise of the tier's variance");
  }
  absl::StatusOr<bind::CatalogueViewPtr> view =
      RestrictTo(state->view, principal.datasets, state->policy.HiddenFrom(principal.tier));
  if (!view.ok()) return view.status();
  auto listed = std::make_shared<release::ListedInTier>(*view, RulesOf(state, guest->tier));
  guest->view = (*view)->WithListed(std::move(listed), std::make_shared<const model::SavedCohorts>());
  return guest;
}

absl::StatusOr<GuestViewPtr> WithOlderOntologies(const GuestView& guest, const Principal& principal,
                                                 const std::map<std::string, std::string>& versions) {
  absl::StatusOr<bind::CatalogueViewPtr> view = guest.state->with_ontologies(versions);
  if (!view.ok()) return view.status();
  auto state = std::make_shared<DoorState>(*guest.state);
  state->view = *std::move(view);
  return MakeGuestView(state, principal);
}

}  // namespace muster::api
