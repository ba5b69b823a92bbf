#include "engine/api/guest/view/guest_view.h"

#include <atomic>
#include <memory>
#include <set>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "engine/api/guest/view/restricted_view.h"
#include "engine/release/memory/listed_in_tier.h"

namespace muster::api {
namespace {

// Not of any set of people: what is drawn for a name.
constexpr release::SetKind kNameKind = UINT16_MAX;

// Whether a name is listed depends only on these, besides the people who have it.
std::string ScopeOf(const GuestStatePtr& state, const release::Tier& tier, const Principal& principal) {
  const release::Protection& protection = tier.protection;
  const std::set<std::string> seen(principal.datasets.begin(), principal.datasets.end());
  return absl::StrCat(protection.people, " ", protection.shown_from, " ", protection.variance, "\n",
                      absl::StrJoin(seen, "\n"), "\nbut\n",
                      absl::StrJoin(state->policy.HiddenFrom(principal.tier), "\n"));
}

release::ListingRules RulesOf(const GuestStatePtr& state, const release::Tier& tier, const Principal& principal,
                              release::ListingMemory* listing) {
  release::ListingRules rules;
  rules.people = static_cast<uint64_t>(tier.protection.people);
  rules.memory = listing;
  rules.scope = ScopeOf(state, tier, principal);
  rules.bits = [state](std::string_view text) {
    return secret::SipHash24(state->keys.noise, std::string("L").append(text));
  };
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

SharedViews::Key SharedViews::KeyOf(const Principal& principal) {
  return {principal.tier, {principal.datasets.begin(), principal.datasets.end()}};
}

GuestViewPtr SharedViews::Find(const GuestStatePtr& state, const Principal& principal) const {
  absl::MutexLock lock(&mutex_);
  const auto found = views_.find(KeyOf(principal));
  if (found == views_.end()) return nullptr;
  GuestViewPtr view = found->second.lock();
  return view != nullptr && view->state == state ? view : nullptr;
}

void SharedViews::Add(const Principal& principal, const GuestViewPtr& view) {
  absl::MutexLock lock(&mutex_);
  std::erase_if(views_, [](const auto& one) { return one.second.expired(); });
  views_[KeyOf(principal)] = view;
}

absl::StatusOr<GuestViewPtr> MakeGuestView(const GuestStatePtr& state, const Principal& principal,
                                           release::ListingMemory* listing) {
  if (!state->policy.tiers.contains(principal.tier)) {
    return absl::NotFoundError(absl::StrCat("the policy has no tier '", principal.tier, "'"));
  }
  static std::atomic<uint64_t> numbers = 0;
  auto guest = std::make_shared<GuestView>();
  guest->number = ++numbers;
  guest->state = state;
  guest->tier = state->policy.For(principal.tier, principal.datasets);
  if (!state->noise.Has(guest->tier.protection.variance)) {
    return absl::InternalError("the policy's tables have no noise of the tier's variance");
  }
  absl::StatusOr<bind::CatalogueViewPtr> view =
      RestrictTo(guest->tier.limits.labels_of_records ? state->view : state->view_without_labels, principal.datasets,
                 state->policy.HiddenFrom(principal.tier));
  if (!view.ok()) return view.status();
  auto listed = std::make_shared<release::ListedInTier>(*view, RulesOf(state, guest->tier, principal, listing));
  guest->view = (*view)->WithListed(std::move(listed), std::make_shared<const model::SavedCohorts>());
  return guest;
}

absl::StatusOr<GuestViewPtr> WithOlderOntologies(const GuestView& guest, const Principal& principal,
                                                 const std::map<std::string, std::string>& versions,
                                                 release::ListingMemory* listing) {
  absl::StatusOr<bind::CatalogueViewPtr> view = guest.state->with_ontologies(versions);
  if (!view.ok()) return view.status();
  auto state = std::make_shared<GuestState>(*guest.state);
  state->view_without_labels = WithoutLabelsOfRecords(**view);
  state->view = *std::move(view);
  return MakeGuestView(state, principal, listing);
}

}  // namespace muster::api
