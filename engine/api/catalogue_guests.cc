// Of the public API: what a host does about guests. No exception gets out.
#include <memory>
#include <optional>
#include <utility>

#include "engine/api/calls/bounded.h"
#include "engine/api/calls/fence.h"
#include "engine/api/catalogue_impl.h"
#include "engine/api/guest/policy_documents.h"
#include "engine/api/hosting/hosting.h"
#include "engine/release/policy/policy.h"
#include "muster/guest.h"

namespace muster {

absl::StatusOr<std::unique_ptr<Guest>> Catalogue::Admit(const Principal& principal) const {
  return api::Fence("letting a guest in", [&]() -> absl::StatusOr<std::unique_ptr<Guest>> {
    auto guest = impl()->Admit(principal);
    if (!guest.ok()) return guest.status();
    return std::unique_ptr<Guest>(new Guest(*std::move(guest)));
  });
}

absl::Status Catalogue::SetPolicy(std::string_view json, const CallBounds& bounds) {
  return api::Fence("setting the policy", [&] {
    const std::shared_ptr<Impl> impl = this->impl();
    return api::Bounded("setting the policy", bounds, [&] { return impl->guests().SetPolicy(json); });
  });
}

namespace {

absl::StatusOr<api::StoredPolicy> CurrentPolicy(const bind::CatalogueView& view) {
  absl::StatusOr<std::optional<api::StoredPolicy>> last = api::LastPolicy(*view.snapshot().documents);
  if (!last.ok()) return last.status();
  if (!last->has_value()) return absl::NotFoundError("the catalogue has no policy: guests are not let in");
  return **std::move(last);
}

}  // namespace

absl::StatusOr<std::string> Catalogue::Policy() const {
  return api::Fence("reading the policy", [&]() -> absl::StatusOr<std::string> {
    absl::StatusOr<api::StoredPolicy> current = CurrentPolicy(*impl()->view());
    if (!current.ok()) return current.status();
    return std::move(current->json);
  });
}

absl::StatusOr<std::string> Catalogue::ExplainCurrentPolicy() const {
  return api::Fence("reading the policy", [&]() -> absl::StatusOr<std::string> {
    const absl::StatusOr<api::StoredPolicy> current = CurrentPolicy(*impl()->view());
    if (!current.ok()) return current.status();
    absl::StatusOr<release::Policy> policy = release::ParsePolicy(current->json);
    if (!policy.ok()) return policy.status();
    policy->version = current->version;  // the document may leave it out
    return release::ExplainPolicy(*policy);
  });
}

absl::StatusOr<std::string> Catalogue::ExplainPolicy(std::string_view json) {
  return api::Fence("reading a policy", [&]() -> absl::StatusOr<std::string> {
    const absl::StatusOr<release::Policy> policy = release::ParsePolicy(json);
    if (!policy.ok()) return policy.status();
    return release::ExplainPolicy(*policy);
  });
}

absl::Status Catalogue::PublishEpoch(const CallBounds& bounds) {
  return api::Fence("beginning an epoch", [&] {
    const std::shared_ptr<Impl> impl = this->impl();
    return api::Bounded("beginning an epoch", bounds, [&] { return impl->guests().PublishEpoch(); });
  });
}

absl::StatusOr<bool> Catalogue::PublishEpochIfDue() {
  return api::Fence("beginning an epoch", [&] { return impl()->guests().PublishEpochIfDue(); });
}

absl::Status Catalogue::Ledger(uint64_t from, const std::function<bool(const LedgerEntry&)>& sink) const {
  return api::Fence("reading the ledger", [&]() -> absl::Status {
    const std::shared_ptr<Impl> impl = this->impl();
    const absl::StatusOr<api::GuestAccess*> access = impl->guests().OpenedAccess();
    return access.ok() ? api::ReadLedger(**access, from, sink) : access.status();
  });
}

absl::StatusOr<LedgerCheck> Catalogue::VerifyLedger(std::string_view kept, const CallBounds& bounds) const {
  return api::Fence("verifying the ledger", [&] {
    const std::shared_ptr<Impl> impl = this->impl();
    return api::Bounded("verifying the ledger", bounds,
                        [&] { return api::VerifyLedger(impl->guests().access(), kept); });
  });
}

absl::StatusOr<AuditReport> Catalogue::Audit(const CallBounds& bounds) const {
  return api::Fence("auditing", [&]() -> absl::StatusOr<AuditReport> {
    // The door stays open for others, and so it is opened without bounds.
    const std::shared_ptr<Impl> impl = this->impl();
    const absl::StatusOr<api::GuestAccess*> access = impl->guests().OpenedAccess();
    if (!access.ok()) return access.status();
    return api::Bounded("the audit", bounds, [&] { return api::Audit(**access); });
  });
}

absl::Status Catalogue::Suspend(std::string_view principal) const {
  return api::Fence("suspending", [&]() -> absl::Status {
    const std::shared_ptr<Impl> impl = this->impl();
    const absl::StatusOr<api::GuestAccess*> access = impl->guests().OpenedAccess();
    return access.ok() ? api::NoteOfHost(**access, "suspend", principal) : access.status();
  });
}

absl::Status Catalogue::Reinstate(std::string_view principal) const {
  return api::Fence("reinstating", [&]() -> absl::Status {
    const std::shared_ptr<Impl> impl = this->impl();
    const absl::StatusOr<api::GuestAccess*> access = impl->guests().OpenedAccess();
    return access.ok() ? api::NoteOfHost(**access, "reinstate", principal) : access.status();
  });
}

}  // namespace muster
