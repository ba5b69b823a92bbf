#include "engine/api/hosting/hosting.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "engine/api/guest/view/restricted_view.h"
#include "engine/api/hosting/epoch.h"
#include "engine/api/versions/load_view.h"
#include "engine/release/memory/audit.h"
#include "muster/reason.h"
#include "storage/pinned_version.h"

namespace muster::api {
namespace {

absl::StatusOr<release::Ledger*> LedgerOf(GuestAccess& guest_access) {
  const GuestStatePtr state = guest_access.state();
  if (state == nullptr) return NoPolicy();
  return guest_access.OpenLedger(state->keys.noise);
}

}  // namespace

absl::Status NoPolicy() {
  return absl::FailedPreconditionError("the catalogue has no policy, so guests are not let in: set one first");
}

absl::Status OpenGuestAccess(const storage::Store& store, const bind::CatalogueView& present,
                             GuestAccess* guest_access) {
  const StoredDocuments& documents = *present.snapshot().documents;
  const absl::StatusOr<std::optional<StoredPolicy>> stored = LastPolicy(documents);
  if (!stored.ok()) return stored.status();
  const absl::StatusOr<std::optional<secret::SecretKeys>> keys = secret::SecretKeysIn(documents);
  if (!keys.ok()) return keys.status();
  const absl::StatusOr<std::optional<Epoch>> epoch = EpochIn(documents);
  if (!epoch.ok()) return epoch.status();
  if (!stored->has_value()) return NoPolicy();
  if (!keys->has_value() || !epoch->has_value()) {
    return absl::DataLossError("the catalogue has a policy, but no secret keys or no epoch");
  }
  absl::StatusOr<release::Policy> policy = release::ParsePolicy((*stored)->json);
  if (!policy.ok()) return policy.status();
  policy->version = (*stored)->version;
  absl::StatusOr<std::vector<release::PerturbationTable>> tables = TablesOf(*policy, documents);
  if (!tables.ok()) return tables.status();
  absl::StatusOr<bind::CatalogueViewPtr> view = EpochView(store, present);
  if (!view.ok()) return view.status();
  release::Noise noise((*keys)->noise, *std::move(tables));
  auto with_ontologies = [&store, of = *view](const std::map<std::string, std::string>& versions) {
    return WithOntologies(store, *of, versions);
  };
  bind::CatalogueViewPtr without_labels = WithoutLabelsOfRecords(**view);
  guest_access->Set(std::make_shared<const GuestState>(
      GuestState{*std::move(policy), **keys, std::move(noise), (*epoch)->number, (*epoch)->begun, *std::move(view),
                 std::move(without_labels), std::move(with_ontologies)}));
  return absl::OkStatus();
}

absl::StatusOr<release::Policy> NumberedPolicy(std::string_view json, const std::optional<StoredPolicy>& last) {
  absl::StatusOr<release::Policy> policy = release::ParsePolicy(json);
  if (!policy.ok()) return policy;
  const uint64_t before = last.has_value() ? last->version : 0;
  if (policy->version != 0 && policy->version != before && policy->version != before + 1) {
    return WithReason(absl::AbortedError(absl::StrCat("the policy was made from version ", policy->version,
                                                      ", and the last is ", before, ": look at that first")),
                      reason::kStale);
  }
  policy->version = before + 1;
  return policy;
}

NewDocuments DocumentsOfSameEpoch(const storage::Manifest& present, Epoch epoch) {
  epoch.version = present.version;
  return {DocumentOf(epoch), {std::string(storage::kPinnedDocument), present.Encode()}};
}

NewDocuments DocumentsOfEpoch(const storage::Manifest& present, const std::optional<Epoch>& last) {
  Epoch epoch;
  epoch.number = (last.has_value() ? last->number : 0) + 1;
  epoch.begun = absl::ToUnixSeconds(absl::Now());
  return DocumentsOfSameEpoch(present, epoch);
}

absl::Status NoteOfHost(GuestAccess& guest_access, std::string_view what, std::string_view principal) {
  const absl::StatusOr<release::Ledger*> ledger = LedgerOf(guest_access);
  if (!ledger.ok()) return ledger.status();
  const GuestStatePtr state = guest_access.state();
  LedgerEntry entry;
  entry.what = what;
  entry.principal = principal;
  entry.policy = state->policy.version;
  entry.epoch = state->epoch;
  entry.outcome = "done";
  return (*ledger)->Note(std::move(entry));
}

absl::Status ReadLedger(GuestAccess& guest_access, uint64_t from, const std::function<bool(const LedgerEntry&)>& sink) {
  if (absl::Status noted = NoteOfHost(guest_access, "reading", ""); !noted.ok()) return noted;
  return guest_access.ledger()->Read(from, sink);
}

absl::StatusOr<LedgerCheck> VerifyLedger(const GuestAccess& guest_access, std::string_view kept) {
  if (const release::Ledger* open = guest_access.ledger(); open != nullptr) return open->Verify(kept);
  auto journal = storage::RocksJournal::Open(guest_access.path(), {.read_only = true});
  if (!journal.ok()) return journal.status();
  return release::VerifyEntries(**journal, kept);
}

absl::StatusOr<AuditReport> Audit(GuestAccess& guest_access) {
  const absl::StatusOr<release::Ledger*> ledger = LedgerOf(guest_access);
  if (!ledger.ok()) return ledger.status();
  const GuestStatePtr state = guest_access.state();
  absl::StatusOr<AuditReport> report = absl::InternalError("the memory was not looked at");
  (*ledger)->Look([&](const release::AnswerMemory& memory, const release::Accounts& accounts, int64_t now) {
    report = release::AuditOf(memory, state->policy.MaxPeople());
    if (!report.ok()) return;
    report->near_used_up = accounts.NearUsedUp(state->policy, now);
    report->suspended = accounts.Suspended();
  });
  return report;
}

}  // namespace muster::api
