// Private to api/: access for guests: the policy, the secret keys, the ledger and the epoch of one catalogue.
#ifndef MUSTER_ENGINE_API_GUEST_GUEST_ACCESS_H_
#define MUSTER_ENGINE_API_GUEST_GUEST_ACCESS_H_

#include <memory>
#include <string>

#include "absl/base/thread_annotations.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/synchronization/mutex.h"
#include "engine/api/guest/view/guest_state.h"
#include "engine/execute/rows/union_cache.h"
#include "engine/release/ledger/ledger.h"
#include "engine/secret/secret_keys.h"

namespace muster::api {

class KnownTexts;
class SharedViews;

/// Thread-safe.
class GuestAccess {
 public:
  GuestAccess(std::string ledger_path, execute::UnionCache* unions);
  ~GuestAccess();

  /// What guests see from now on.
  void Set(GuestStatePtr state);
  /// Null: no guests are let in.
  GuestStatePtr state() const;
  /// Opened when first asked for. Unavailable: another process lets guests in.
  absl::StatusOr<release::Ledger*> OpenLedger(const secret::SipKey& key);
  /// Null where this process has not opened it.
  release::Ledger* ledger() const;
  const std::string& path() const { return path_; }
  execute::UnionCache* unions() const { return unions_; }
  SharedViews& views() const { return *views_; }
  /// Of all views of the present state.
  KnownTexts& known() const { return *known_; }

 private:
  const std::string path_;
  execute::UnionCache* const unions_;
  const std::unique_ptr<SharedViews> views_;
  const std::unique_ptr<KnownTexts> known_;
  mutable absl::Mutex mutex_;
  GuestStatePtr state_ ABSL_GUARDED_BY(mutex_);
  std::unique_ptr<release::Ledger> ledger_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_GUEST_GUEST_ACCESS_H_
