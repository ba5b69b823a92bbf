#include "engine/api/guest/guest_access.h"

#include <memory>
#include <utility>

#include "engine/api/guest/known/known_texts.h"
#include "engine/api/guest/view/guest_view.h"

namespace muster::api {

GuestAccess::GuestAccess(std::string ledger_path, execute::UnionCache* unions)
    : path_(std::move(ledger_path)),
      unions_(unions),
      views_(std::make_unique<SharedViews>()),
      known_(std::make_unique<KnownTexts>()) {}
GuestAccess::~GuestAccess() = default;

void GuestAccess::Set(GuestStatePtr state) {
  {
    absl::MutexLock lock(&mutex_);
    state_.swap(state);
  }
  known_->Clear();  // forgets what was found about deleted people, too
}

GuestStatePtr GuestAccess::state() const {
  absl::MutexLock lock(&mutex_);
  return state_;
}

absl::StatusOr<release::Ledger*> GuestAccess::OpenLedger(const secret::SipKey& key) {
  absl::MutexLock lock(&mutex_);
  if (ledger_ != nullptr) return ledger_.get();
  absl::StatusOr<std::unique_ptr<release::Ledger>> opened = release::Ledger::Open(path_, key);
  if (!opened.ok()) return opened.status();
  ledger_ = *std::move(opened);
  return ledger_.get();
}

release::Ledger* GuestAccess::ledger() const {
  absl::MutexLock lock(&mutex_);
  return ledger_.get();
}

}  // namespace muster::api
