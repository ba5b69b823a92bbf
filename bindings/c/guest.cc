// Guests, their policy and their ledger.
#include "muster/guest.h"

#include <string>
#include <utility>
#include <vector>

#include "bindings/c/calls.h"
#include "bindings/c/options.h"
#include "bindings/c/report_tables.h"
#include "muster/catalogue.h"

using muster::c::Failure;
using muster::c::FailureOf;
using muster::c::HandOut;
using muster::c::Host;
using muster::c::Invalid;
using muster::c::IsText;
using muster::c::OnCatalogue;
using muster::c::OnHeld;
using muster::c::TablesOf;
using muster::c::ViewOf;

namespace {

using GuestPtr = std::unique_ptr<muster::Guest>;

template <typename T>
void ClearOut(T** out) {
  if (out != nullptr) *out = nullptr;
}

}  // namespace

muster_code muster_admit(muster_catalogue* catalogue, muster_text name, muster_text tier, const muster_text* datasets,
                         size_t n, muster_text reference, muster_guest** out, muster_error** error) {
  ClearOut(out);
  return OnCatalogue(catalogue, error, [&](Host& host) -> Failure {
    if (out == nullptr || !IsText(name) || !IsText(tier) || !IsText(reference)) return Invalid("an argument is NULL");
    muster::Principal principal{
        std::string(ViewOf(name)), std::string(ViewOf(tier)), {}, std::string(ViewOf(reference))};
    if (Failure failure = muster::c::ReadTexts(datasets, n, &principal.datasets); failure.code != MUSTER_OK) {
      return failure;
    }
    auto guest = host.catalogue().Admit(principal);
    if (!guest.ok()) return FailureOf(guest.status());
    *out = new muster_guest(host.shared_from_this(), *std::move(guest));
    return muster::c::Ok();
  });
}

void muster_guest_free(muster_guest* guest) { muster::c::Free(guest); }

muster_code muster_guest_query(muster_guest* guest, muster_text text, const muster_params* params,
                               const muster_options* options, muster_cancel* cancel, muster_answers** out,
                               muster_error** error) {
  ClearOut(out);
  return OnHeld(guest, error, [&](const GuestPtr& held) -> Failure {
    if (!IsText(text) || out == nullptr) return Invalid("the text is NULL, or there is no place for the answers");
    muster::QueryOptions read;
    if (Failure failure = muster::c::ReadQueryOptions(options, params, cancel, &read); failure.code != MUSTER_OK) {
      return failure;
    }
    auto answers = held->Query(ViewOf(text), read);
    if (!answers.ok()) return FailureOf(answers.status());
    return HandOut(*std::move(answers), ViewOf(text), out);
  });
}

muster_code muster_guest_complete(muster_guest* guest, muster_text text, size_t cursor, size_t* begin,
                                  muster_answers** out, muster_error** error) {
  ClearOut(out);
  return OnHeld(guest, error, [&](const GuestPtr& held) -> Failure {
    if (!IsText(text) || cursor > text.size) return Invalid("the cursor is not in the text");
    const muster::Completions found = held->Complete(ViewOf(text), cursor);
    if (begin != nullptr) *begin = found.begin;
    return HandOut(TablesOf(found), "", out);
  });
}

muster_code muster_guest_info(muster_guest* guest, muster_answers** out, muster_error** error) {
  ClearOut(out);
  return OnHeld(guest, error, [&](const GuestPtr& held) -> Failure {
    const auto info = held->Info();
    return info.ok() ? HandOut(TablesOf(*info), "", out) : FailureOf(info.status());
  });
}

muster_code muster_guest_budget(muster_guest* guest, int64_t* units, int64_t* units_left, int64_t* window_ends,
                                int* suspended, muster_error** error) {
  return OnHeld(guest, error, [&](const GuestPtr& held) -> Failure {
    const auto budget = held->Budget();
    if (!budget.ok()) return FailureOf(budget.status());
    if (units != nullptr) *units = budget->units;
    if (units_left != nullptr) *units_left = budget->units_left;
    if (window_ends != nullptr) *window_ends = budget->window_ends;
    if (suspended != nullptr) *suspended = budget->suspended ? 1 : 0;
    return muster::c::Ok();
  });
}

muster_code muster_set_policy(muster_catalogue* catalogue, muster_text json, muster_error** error) {
  return OnCatalogue(catalogue, error, [&](Host& host) -> Failure {
    if (!IsText(json)) return Invalid("the policy is NULL");
    return FailureOf(host.catalogue().SetPolicy(ViewOf(json)));
  });
}

muster_code muster_policy(muster_catalogue* catalogue, muster_answers** out, muster_error** error) {
  ClearOut(out);
  return OnCatalogue(catalogue, error, [&](Host& host) -> Failure {
    auto policy = host.catalogue().Policy();
    if (!policy.ok()) return FailureOf(policy.status());
    return HandOut(muster::c::TableOfText("policy", *std::move(policy)), "", out);
  });
}

muster_code muster_explain_policy(muster_text json, muster_answers** out, muster_error** error) {
  ClearOut(out);
  return muster::c::Guarded(error, [&]() -> Failure {
    if (!IsText(json)) return Invalid("the policy is NULL");
    auto words = muster::Catalogue::ExplainPolicy(ViewOf(json));
    if (!words.ok()) return FailureOf(words.status());
    return HandOut(muster::c::TableOfText("explanation", *std::move(words)), "", out);
  });
}

muster_code muster_publish_epoch(muster_catalogue* catalogue, muster_error** error) {
  return OnCatalogue(catalogue, error,
                     [&](Host& host) -> Failure { return FailureOf(host.catalogue().PublishEpoch()); });
}

muster_code muster_suspend(muster_catalogue* catalogue, muster_text principal, muster_error** error) {
  return OnCatalogue(catalogue, error, [&](Host& host) -> Failure {
    if (!IsText(principal)) return Invalid("the principal is NULL");
    return FailureOf(host.catalogue().Suspend(ViewOf(principal)));
  });
}

muster_code muster_reinstate(muster_catalogue* catalogue, muster_text principal, muster_error** error) {
  return OnCatalogue(catalogue, error, [&](Host& host) -> Failure {
    if (!IsText(principal)) return Invalid("the principal is NULL");
    return FailureOf(host.catalogue().Reinstate(ViewOf(principal)));
  });
}

muster_code muster_ledger(muster_catalogue* catalogue, uint64_t from, size_t most, muster_answers** out,
                          muster_error** error) {
  ClearOut(out);
  return OnCatalogue(catalogue, error, [&](Host& host) -> Failure {
    std::vector<muster::LedgerEntry> entries;
    const absl::Status read = host.catalogue().Ledger(from, [&](const muster::LedgerEntry& entry) {
      if (entries.size() < most) entries.push_back(entry);
      return entries.size() < most;
    });
    return read.ok() ? HandOut(TablesOf(entries), "", out) : FailureOf(read);
  });
}

muster_code muster_verify_ledger(muster_catalogue* catalogue, muster_text kept, muster_answers** out,
                                 muster_error** error) {
  return muster_verify_ledger_cancellable(catalogue, kept, nullptr, out, error);
}

muster_code muster_verify_ledger_cancellable(muster_catalogue* catalogue, muster_text kept, muster_cancel* cancel,
                                             muster_answers** out, muster_error** error) {
  ClearOut(out);
  return OnCatalogue(catalogue, error, [&](Host& host) -> Failure {
    if (!IsText(kept) || !muster::c::IsOrNull(cancel)) return Invalid("the hash or the token is none");
    const auto check = host.catalogue().VerifyLedger(ViewOf(kept), muster::c::BoundsOf(cancel));
    return check.ok() ? HandOut(TablesOf(*check), "", out) : FailureOf(check.status());
  });
}
