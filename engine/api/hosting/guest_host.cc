#include "engine/api/hosting/guest_host.h"

#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "allowance/allowance.h"
#include "engine/api/guest/policy_documents.h"
#include "engine/api/hosting/epoch.h"
#include "engine/api/hosting/hosting.h"
#include "engine/api/versions/upgrade.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/index/catalogue_writer.h"
#include "engine/index/record_keys.h"
#include "engine/model/document/code_spellings.h"
#include "engine/release/ledger/ledger.h"
#include "engine/release/policy/policy.h"
#include "storage/store.h"

namespace muster::api {

absl::Status GuestHost::SetPolicy(std::string_view json) {
  // Read first, so that a mistake changes nothing.
  absl::StatusOr<std::optional<StoredPolicy>> last = LastPolicy(*live_.view()->snapshot().documents);
  if (!last.ok()) return last.status();
  if (auto policy = NumberedPolicy(json, *last); !policy.ok()) return policy.status();
  absl::StatusOr<secret::SecretKeys> keys = EnsureKeys();
  if (!keys.ok()) return keys.status();
  const absl::StatusOr<release::Ledger*> ledger = access_.OpenLedger(keys->noise);
  if (!ledger.ok()) return ledger.status();
  const auto change = [&](index::CatalogueWriter& writer) -> absl::Status {
    if (absl::Status stored = index::StoreRecordKeys(live_.store()); !stored.ok()) return stored;
    const storage::Snapshot& present = live_.view()->snapshot();
    last = LastPolicy(*present.documents);  // another may have set one since
    if (!last.ok()) return last.status();
    const absl::StatusOr<release::Policy> policy = NumberedPolicy(json, *last);
    if (!policy.ok()) return policy.status();
    // Before anybody is answered by it, so that bounds are true whatever comes.
    if (absl::Status widened = (*ledger)->Widen(policy->MaxPeople()); !widened.ok()) return widened;
    for (auto& [name, bytes] : DocumentsOfPolicy(*policy, json, *present.documents)) {
      writer.PutDocument(std::move(name), std::move(bytes));
    }
    const absl::StatusOr<std::optional<Epoch>> epoch = EpochIn(*present.documents);
    if (!epoch.ok()) return epoch.status();
    if (epoch->has_value()) return absl::OkStatus();
    for (auto& [name, bytes] : DocumentsOfEpoch(present.manifest, std::nullopt)) {
      writer.PutDocument(std::move(name), std::move(bytes));
    }
    return absl::OkStatus();
  };
  if (absl::Status written = live_.Write(change, CurrentAllowance()); !written.ok()) return written;
  const AllowanceScope unbounded(nullptr);  // the policy is written: not stopped any more
  if (absl::Status opened = Reopen(); !opened.ok()) return opened;
  return NoteOfHost(access_, "policy", "");
}

absl::StatusOr<secret::SecretKeys> GuestHost::EnsureKeys() {
  absl::StatusOr<std::optional<secret::SecretKeys>> keys = std::nullopt;
  absl::Status written = live_.Write([&](index::CatalogueWriter& writer) -> absl::Status {
    keys = secret::SecretKeysIn(*live_.view()->snapshot().documents);
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

absl::Status GuestHost::Reopen() {
  absl::MutexLock lock(&mutex_);
  return OpenGuestAccess(live_.store(), *live_.view(), &access_);
}

absl::StatusOr<GuestAccess*> GuestHost::OpenedAccess() {
  absl::MutexLock lock(&mutex_);
  if (access_.state() != nullptr) return &access_;
  if (absl::Status opened = OpenGuestAccess(live_.store(), *live_.view(), &access_); !opened.ok()) return opened;
  return &access_;
}

absl::StatusOr<GuestAccess*> GuestHost::AccessToEnter() {
  absl::StatusOr<GuestAccess*> access = OpenedAccess();
  if (!access.ok()) return access;
  if (!live_.read_only()) PublishEpochIfDue().status().IgnoreError();  // where it cannot be, the epoch goes on
  const GuestStatePtr state = (*access)->state();
  const absl::StatusOr<release::Ledger*> ledger = (*access)->OpenLedger(state->keys.noise);
  if (!ledger.ok()) return ledger.status();
  if (absl::Status forgotten = (*ledger)->ForgetTexts(state->policy.ledger.text_days); !forgotten.ok()) {
    return forgotten;
  }
  return access;
}

absl::Status GuestHost::FollowRefresh() {
  absl::MutexLock lock(&mutex_);
  const GuestStatePtr before = access_.state();
  if (before == nullptr) return absl::OkStatus();
  if (absl::Status opened = OpenGuestAccess(live_.store(), *live_.view(), &access_); !opened.ok()) return opened;
  const bool begun = access_.state()->epoch != before->epoch;
  return begun && access_.ledger() != nullptr ? NoteOfHost(access_, "epoch", "") : absl::OkStatus();
}

absl::Status GuestHost::WriteEpoch(bool even_for_few) {
  const auto change = [&](index::CatalogueWriter& writer) -> absl::Status {
    const storage::Snapshot& present = live_.view()->snapshot();
    const absl::StatusOr<std::optional<StoredPolicy>> stored = LastPolicy(*present.documents);
    if (!stored.ok()) return stored.status();
    if (!stored->has_value()) return NoPolicy();
    const absl::StatusOr<release::Policy> policy = release::ParsePolicy((*stored)->json);
    if (!policy.ok()) return policy.status();
    const absl::StatusOr<storage::SnapshotPtr> seen = live_.store().PinnedSnapshot(present);
    if (!seen.ok()) return seen.status();
    const absl::StatusOr<uint64_t> differing = DifferingPeople(**seen, present);
    if (!differing.ok()) return differing.status();
    const int64_t least = policy->epoch.min_people;
    bool enough = *differing >= static_cast<uint64_t>(least);
    if (!enough && even_for_few) {
      const absl::StatusOr<bool> deleted = HasDeletedPeople(live_.store(), **seen, present);
      if (!deleted.ok()) return deleted.status();
      enough = *deleted;
    }
    if (!enough) {
      return absl::FailedPreconditionError(absl::StrCat("since the last epoch ", *differing,
                                                        " people have come, gone or changed, and the policy wants ",
                                                        least, " at least, so that nobody is alone in a step"));
    }
    const absl::StatusOr<std::optional<Epoch>> epoch = EpochIn(*present.documents);
    if (!epoch.ok()) return epoch.status();
    for (auto& [name, bytes] : DocumentsOfEpoch(present.manifest, *epoch)) {
      writer.PutDocument(std::move(name), std::move(bytes));
    }
    return absl::OkStatus();
  };
  return live_.Write(change, CurrentAllowance());
}

absl::Status GuestHost::BeginEpoch(bool even_for_few) {
  const bool elsewhere = live_.read_only();
  if (absl::Status written = elsewhere ? write_elsewhere_(even_for_few) : WriteEpoch(even_for_few); !written.ok()) {
    return written;
  }
  const AllowanceScope unbounded(nullptr);                                // the epoch has started: not stopped any more
  if (elsewhere && access_.ledger() != nullptr) return absl::OkStatus();  // noted when it was refreshed
  if (!elsewhere) {
    if (absl::Status opened = Reopen(); !opened.ok()) return opened;
  }
  return NoteEpoch();
}

absl::Status GuestHost::MoveEpoch(Allowance* bounds) {
  const bind::CatalogueViewPtr present = live_.view();
  const storage::Snapshot& snapshot = present->snapshot();
  const absl::StatusOr<std::optional<Epoch>> epoch = EpochIn(*snapshot.documents);
  if (!epoch.ok() || !epoch->has_value()) return epoch.status();
  {
    const absl::StatusOr<storage::SnapshotPtr> seen = live_.store().PinnedSnapshot(snapshot);
    if (!seen.ok()) return seen.status();
    const absl::StatusOr<bool> same = ShowTheSame(**seen, snapshot);
    if (!same.ok() || !*same) return same.status();
  }
  const auto pin = [&](index::CatalogueWriter& writer) -> absl::Status {
    for (auto& [name, bytes] : DocumentsOfSameEpoch(snapshot.manifest, **epoch)) {
      writer.PutDocument(std::move(name), std::move(bytes));
    }
    return absl::OkStatus();
  };
  if (absl::Status written = live_.WriteNow(pin, bounds); !written.ok()) return written;
  absl::MutexLock lock(&mutex_);
  return access_.state() == nullptr ? absl::OkStatus() : OpenGuestAccess(live_.store(), *live_.view(), &access_);
}

absl::Status GuestHost::NoteEpoch() {
  if (const absl::StatusOr<GuestAccess*> access = OpenedAccess(); !access.ok()) return access.status();
  absl::Status noted = NoteOfHost(access_, "epoch", "");
  // The process that has the ledger open notes it when it sees the epoch.
  return absl::IsUnavailable(noted) && access_.ledger() == nullptr ? absl::OkStatus() : noted;
}

absl::Status GuestHost::PublishEpoch() { return BeginEpoch(/*even_for_few=*/false); }

absl::StatusOr<bool> GuestHost::IsEpochDue() const {
  constexpr int64_t kDay = 86'400;
  const bind::CatalogueViewPtr present = live_.view();
  const auto& documents = *present->snapshot().documents;
  const absl::StatusOr<std::optional<Epoch>> epoch = EpochIn(documents);
  if (!epoch.ok() || !epoch->has_value()) return epoch.ok() ? absl::StatusOr<bool>(false) : epoch.status();
  // Guests do not go on with a version that would be counted wrongly.
  if (const GuestStatePtr state = access_.state(); state != nullptr) {
    const auto outdated = OutdatedSegments(state->view->snapshot());
    if (outdated.ok() && !outdated->empty()) return true;
    if (state->view->snapshot().manifest.version < model::SpellingsIn(documents).since) return true;
  }
  const int64_t age = absl::ToUnixSeconds(absl::Now()) - (*epoch)->begun;
  if (age < kDay) return false;  // no policy has less
  const absl::StatusOr<std::optional<StoredPolicy>> stored = LastPolicy(documents);
  if (!stored.ok() || !stored->has_value()) return stored.ok() ? absl::StatusOr<bool>(false) : stored.status();
  const absl::StatusOr<release::Policy> policy = release::ParsePolicy((*stored)->json);
  if (!policy.ok()) return policy.status();
  return age >= policy->epoch.max_days * kDay;
}

absl::StatusOr<bool> GuestHost::PublishEpochIfDue() {
  const uint64_t version = live_.view()->snapshot().manifest.version;
  if (not_due_at_ == version) return false;
  absl::StatusOr<bool> due = IsEpochDue();
  if (!due.ok() || !*due) return due;
  const absl::Status begun = BeginEpoch(/*even_for_few=*/true);
  if (!absl::IsFailedPrecondition(begun)) {
    if (!begun.ok()) return begun;
    return true;
  }
  not_due_at_ = version;  // finding who differs reads records: not again until something changes
  return false;
}

}  // namespace muster::api
