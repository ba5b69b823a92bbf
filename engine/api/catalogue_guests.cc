// Catalogue: guests, their policy, epochs and ledger.
#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "engine/api/bounded.h"
#include "engine/api/catalogue_impl.h"
#include "engine/api/epoch.h"
#include "engine/api/fence.h"
#include "engine/api/guest/guest_impl.h"
#include "engine/api/guest/policy_documents.h"
#include "engine/api/hosting.h"
#include "engine/api/upgrade.h"
#include "engine/index/record_keys.h"

namespace muster {

absl::Status Catalogue::Impl::SetPolicy(std::string_view json) {
  // Read first, so that a mistake changes nothing.
  absl::StatusOr<std::optional<api::StoredPolicy>> last = api::LastPolicy(*view()->snapshot().documents);
  if (!last.ok()) return last.status();
  if (auto policy = api::NumberedPolicy(json, *last); !policy.ok()) return policy.status();
  absl::StatusOr<secret::SecretKeys> keys = EnsureKeys();
  if (!keys.ok()) return keys.status();
  const absl::StatusOr<release::Ledger*> ledger = guest_access_.OpenLedger(keys->noise);
  if (!ledger.ok()) return ledger.status();
  absl::Status written = Write([&](index::CatalogueWriter& writer) -> absl::Status {
    if (absl::Status stored = index::StoreRecordKeys(*store_); !stored.ok()) return stored;
    const storage::Snapshot& present = view()->snapshot();
    last = api::LastPolicy(*present.documents);  // another may have set one since
    if (!last.ok()) return last.status();
    const absl::StatusOr<release::Policy> policy = api::NumberedPolicy(json, *last);
    if (!policy.ok()) return policy.status();
    // Before anybody is answered by it, so that bounds are true whatever comes.
    if (absl::Status widened = (*ledger)->Widen(policy->MaxPeople()); !widened.ok()) return widened;
    for (auto& [name, bytes] : api::DocumentsOfPolicy(*policy, json, *present.documents)) {
      writer.PutDocument(std::move(name), std::move(bytes));
    }
    const absl::StatusOr<std::optional<api::Epoch>> epoch = api::EpochIn(*present.documents);
    if (!epoch.ok()) return epoch.status();
    if (epoch->has_value()) return absl::OkStatus();
    for (auto& [name, bytes] : api::DocumentsOfEpoch(present.manifest, std::nullopt)) {
      writer.PutDocument(std::move(name), std::move(bytes));
    }
    return absl::OkStatus();
  });
  if (!written.ok()) return written;
  {
    absl::MutexLock lock(&door_mutex_);
    if (absl::Status opened = api::OpenGuestAccess(*store_, *view(), &guest_access_); !opened.ok()) return opened;
  }
  return api::NoteOfHost(guest_access_, "policy", "");
}

// Drawn once: other keys would be fresh noise for the same sets.
absl::StatusOr<secret::SecretKeys> Catalogue::Impl::EnsureKeys() {
  absl::StatusOr<std::optional<secret::SecretKeys>> keys = std::nullopt;
  absl::Status written = Write([&](index::CatalogueWriter& writer) -> absl::Status {
    keys = secret::SecretKeysIn(*view()->snapshot().documents);
    if (!keys.ok()) return keys.status();
    if (keys->has_value()) return absl::OkStatus();
    const absl::StatusOr<secret::SecretKeys> drawn = secret::DrawSecretKeys();
    if (!drawn.ok()) return drawn.status();
    keys = *drawn;
    writer.PutDocument(std::string(secret::kSecretKeysDocument), secret::EncodeSecretKeys(*drawn));
    return absl::OkStatus();
  });
  if (!written.ok()) return written;
  return **keys;
}

absl::StatusOr<api::GuestAccess*> Catalogue::Impl::OpenedGuestAccess() {
  absl::MutexLock lock(&door_mutex_);
  if (guest_access_.state() != nullptr) return &guest_access_;
  if (absl::Status opened = api::OpenGuestAccess(*store_, *view(), &guest_access_); !opened.ok()) return opened;
  return &guest_access_;
}

absl::Status Catalogue::Impl::WriteEpoch(bool even_for_few) {
  return Write([&](index::CatalogueWriter& writer) -> absl::Status {
    const storage::Snapshot& present = view()->snapshot();
    const absl::StatusOr<std::optional<api::StoredPolicy>> stored = api::LastPolicy(*present.documents);
    if (!stored.ok()) return stored.status();
    if (!stored->has_value()) return api::NoPolicy();
    const absl::StatusOr<release::Policy> policy = release::ParsePolicy((*stored)->json);
    if (!policy.ok()) return policy.status();
    const absl::StatusOr<storage::SnapshotPtr> seen = store_->PinnedSnapshot(present);
    if (!seen.ok()) return seen.status();
    const absl::StatusOr<uint64_t> differing = api::DifferingPeople(**seen, present);
    if (!differing.ok()) return differing.status();
    const int64_t least = policy->epoch.min_people;
    bool enough = *differing >= static_cast<uint64_t>(least);
    if (!enough && even_for_few) {
      const absl::StatusOr<bool> deleted = api::HasDeletedPeople(*store_, **seen, present);
      if (!deleted.ok()) return deleted.status();
      enough = *deleted;
    }
    if (!enough) {
      return absl::FailedPreconditionError(absl::StrCat("since the last epoch ", *differing,
                                                        " people have come, gone or changed, and the policy wants ",
                                                        least, " at least, so that nobody is alone in a step"));
    }
    const absl::StatusOr<std::optional<api::Epoch>> epoch = api::EpochIn(*present.documents);
    if (!epoch.ok()) return epoch.status();
    for (auto& [name, bytes] : api::DocumentsOfEpoch(present.manifest, *epoch)) {
      writer.PutDocument(std::move(name), std::move(bytes));
    }
    return absl::OkStatus();
  });
}

absl::Status Catalogue::Impl::BeginEpoch(bool even_for_few) {
  if (!read_only_) {
    if (absl::Status written = WriteEpoch(even_for_few); !written.ok()) return written;
    absl::MutexLock lock(&door_mutex_);
    if (absl::Status opened = api::OpenGuestAccess(*store_, *view(), &guest_access_); !opened.ok()) return opened;
  } else {
    OpenOptions writing;
    writing.cache_bytes = size_t{16} << 20;
    writing.query_threads = 1;
    absl::StatusOr<std::shared_ptr<Impl>> writer = Open(store_->path(), writing);
    if (!writer.ok()) return writer.status();
    if (absl::Status written = (*writer)->WriteEpoch(even_for_few); !written.ok()) return written;
    writer->reset();
    if (const absl::StatusOr<uint64_t> seen = Refresh(); !seen.ok()) return seen.status();
    if (guest_access_.ledger() != nullptr) return absl::OkStatus();  // noted when it was refreshed
  }
  return NoteEpoch();
}

absl::Status Catalogue::Impl::MoveEpoch(Allowance* bounds) {
  const bind::CatalogueViewPtr present = view();
  const storage::Snapshot& snapshot = present->snapshot();
  const absl::StatusOr<std::optional<api::Epoch>> epoch = api::EpochIn(*snapshot.documents);
  if (!epoch.ok() || !epoch->has_value()) return epoch.status();
  {
    const absl::StatusOr<storage::SnapshotPtr> seen = store_->PinnedSnapshot(snapshot);
    if (!seen.ok()) return seen.status();
    const absl::StatusOr<bool> same = api::ShowTheSame(**seen, snapshot);
    if (!same.ok() || !*same) return same.status();
  }
  const auto pin = [&](index::CatalogueWriter& writer) -> absl::Status {
    for (auto& [name, bytes] : api::DocumentsOfSameEpoch(snapshot.manifest, **epoch)) {
      writer.PutDocument(std::move(name), std::move(bytes));
    }
    return absl::OkStatus();
  };
  if (absl::Status written = WriteNow(pin, bounds); !written.ok()) return written;
  absl::MutexLock lock(&door_mutex_);
  return guest_access_.state() == nullptr ? absl::OkStatus() : api::OpenGuestAccess(*store_, *view(), &guest_access_);
}

absl::Status Catalogue::Impl::NoteEpoch() {
  if (const absl::StatusOr<api::GuestAccess*> guest_access = OpenedGuestAccess(); !guest_access.ok())
    return guest_access.status();
  absl::Status noted = api::NoteOfHost(guest_access_, "epoch", "");
  // The process that has the ledger open notes it when it sees the epoch.
  return absl::IsUnavailable(noted) && guest_access_.ledger() == nullptr ? absl::OkStatus() : noted;
}

absl::Status Catalogue::Impl::PublishEpoch() { return BeginEpoch(/*even_for_few=*/false); }

absl::StatusOr<bool> Catalogue::Impl::IsEpochDue() const {
  constexpr int64_t kDay = 86'400;
  const bind::CatalogueViewPtr present = view();
  const auto& documents = *present->snapshot().documents;
  const absl::StatusOr<std::optional<api::Epoch>> epoch = api::EpochIn(documents);
  if (!epoch.ok() || !epoch->has_value()) return epoch.ok() ? absl::StatusOr<bool>(false) : epoch.status();
  // Guests do not go on with a version that would be counted wrongly.
  if (const api::GuestStatePtr state = guest_access_.state(); state != nullptr) {
    const auto outdated = api::OutdatedSegments(state->view->snapshot());
    if (outdated.ok() && !outdated->empty()) return true;
  }
  const int64_t age = absl::ToUnixSeconds(absl::Now()) - (*epoch)->begun;
  if (age < kDay) return false;  // no policy has less
  const absl::StatusOr<std::optional<api::StoredPolicy>> stored = api::LastPolicy(documents);
  if (!stored.ok() || !stored->has_value()) return stored.ok() ? absl::StatusOr<bool>(false) : stored.status();
  const absl::StatusOr<release::Policy> policy = release::ParsePolicy((*stored)->json);
  if (!policy.ok()) return policy.status();
  return age >= policy->epoch.max_days * kDay;
}

absl::StatusOr<bool> Catalogue::Impl::PublishEpochIfDue() {
  const uint64_t version = view()->snapshot().manifest.version;
  if (not_due_at_ == version) return false;
  absl::StatusOr<bool> due = IsEpochDue();
  if (!due.ok() || !*due) return due;
  const absl::Status begun = BeginEpoch(/*even_for_few=*/true);
  if (!absl::IsFailedPrecondition(begun)) {
    if (!begun.ok()) return begun;
    return true;
  }
  not_due_at_ = version;  // who differs is found out by reading records: not again until something changes
  return false;
}

absl::StatusOr<std::unique_ptr<Guest::Impl>> Catalogue::Impl::Admit(const Principal& principal) {
  if (principal.name.empty()) return absl::InvalidArgumentError("a guest needs a name");
  const absl::StatusOr<api::GuestAccess*> guest_access = OpenedGuestAccess();
  if (!guest_access.ok()) return guest_access.status();
  if (!read_only_) PublishEpochIfDue().status().IgnoreError();  // where it cannot be, the epoch goes on
  const absl::StatusOr<release::Ledger*> ledger = (*guest_access)->OpenLedger((*guest_access)->state()->keys.noise);
  if (!ledger.ok()) return ledger.status();
  const int64_t text_days = (*guest_access)->state()->policy.ledger.text_days;
  if (absl::Status forgotten = (*ledger)->ForgetTexts(text_days); !forgotten.ok()) return forgotten;
  auto guest = std::make_unique<Guest::Impl>(weak_from_this(), *guest_access, *ledger, principal);
  if (absl::StatusOr<api::GuestViewPtr> view = guest->View(); !view.ok()) return view.status();
  return guest;
}

// Of the public API: no exception gets out.

absl::StatusOr<std::unique_ptr<Guest>> Catalogue::Admit(const Principal& principal) const {
  return api::Fence("letting a guest in", [&]() -> absl::StatusOr<std::unique_ptr<Guest>> {
    auto guest = impl()->Admit(principal);
    if (!guest.ok()) return guest.status();
    return std::unique_ptr<Guest>(new Guest(*std::move(guest)));
  });
}

absl::Status Catalogue::SetPolicy(std::string_view json) {
  return api::Fence("setting the policy", [&] { return impl()->SetPolicy(json); });
}

absl::StatusOr<std::string> Catalogue::Policy() const {
  return api::Fence("reading the policy", [&]() -> absl::StatusOr<std::string> {
    const bind::CatalogueViewPtr view = impl()->view();
    const absl::StatusOr<std::optional<api::StoredPolicy>> last = api::LastPolicy(*view->snapshot().documents);
    if (!last.ok()) return last.status();
    if (!last->has_value()) return absl::NotFoundError("the catalogue has no policy: guests are not let in");
    return (*last)->json;
  });
}

absl::StatusOr<std::string> Catalogue::ExplainPolicy(std::string_view json) {
  return api::Fence("reading a policy", [&]() -> absl::StatusOr<std::string> {
    const absl::StatusOr<release::Policy> policy = release::ParsePolicy(json);
    if (!policy.ok()) return policy.status();
    return release::ExplainPolicy(*policy);
  });
}

absl::Status Catalogue::PublishEpoch() {
  return api::Fence("beginning an epoch", [&] { return impl()->PublishEpoch(); });
}

absl::StatusOr<bool> Catalogue::PublishEpochIfDue() {
  return api::Fence("beginning an epoch", [&] { return impl()->PublishEpochIfDue(); });
}

absl::Status Catalogue::Ledger(uint64_t from, const std::function<bool(const LedgerEntry&)>& sink) const {
  return api::Fence("reading the ledger", [&]() -> absl::Status {
    const std::shared_ptr<Impl> impl = this->impl();
    const absl::StatusOr<api::GuestAccess*> guest_access = impl->OpenedGuestAccess();
    return guest_access.ok() ? api::ReadLedger(**guest_access, from, sink) : guest_access.status();
  });
}

absl::StatusOr<LedgerCheck> Catalogue::VerifyLedger(std::string_view kept, const CallBounds& bounds) const {
  return api::Fence("verifying the ledger", [&] {
    const std::shared_ptr<Impl> impl = this->impl();
    return api::Bounded("verifying the ledger", bounds, [&] { return api::VerifyLedger(impl->guest_access(), kept); });
  });
}

absl::StatusOr<AuditReport> Catalogue::Audit(const CallBounds& bounds) const {
  return api::Fence("auditing", [&]() -> absl::StatusOr<AuditReport> {
    // The door stays open for others, and so it is opened without bounds.
    const std::shared_ptr<Impl> impl = this->impl();
    const absl::StatusOr<api::GuestAccess*> guest_access = impl->OpenedGuestAccess();
    if (!guest_access.ok()) return guest_access.status();
    return api::Bounded("the audit", bounds, [&] { return api::Audit(**guest_access); });
  });
}

absl::Status Catalogue::Suspend(std::string_view principal) const {
  return api::Fence("suspending", [&]() -> absl::Status {
    const std::shared_ptr<Impl> impl = this->impl();
    const absl::StatusOr<api::GuestAccess*> guest_access = impl->OpenedGuestAccess();
    return guest_access.ok() ? api::NoteOfHost(**guest_access, "suspend", principal) : guest_access.status();
  });
}

absl::Status Catalogue::Reinstate(std::string_view principal) const {
  return api::Fence("reinstating", [&]() -> absl::Status {
    const std::shared_ptr<Impl> impl = this->impl();
    const absl::StatusOr<api::GuestAccess*> guest_access = impl->OpenedGuestAccess();
    return guest_access.ok() ? api::NoteOfHost(**guest_access, "reinstate", principal) : guest_access.status();
  });
}

}  // namespace muster
