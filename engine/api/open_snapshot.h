// Private to api/: a version that the embedding program holds.
#ifndef MUSTER_ENGINE_API_OPEN_SNAPSHOT_H_
#define MUSTER_ENGINE_API_OPEN_SNAPSHOT_H_

#include <cstdint>
#include <memory>
#include <utility>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "engine/api/pipeline/query_cache.h"
#include "engine/bind/catalogue/catalogue_view.h"

namespace muster::api {

/// It lets go of it when it is destroyed or closed, whichever comes first. Thread-safe.
class OpenSnapshot {
 public:
  explicit OpenSnapshot(bind::CatalogueViewPtr view)
      : version_(view->snapshot().manifest.version), view_(std::move(view)) {}

  uint64_t version() const { return version_; }
  /// Null when it was closed.
  bind::CatalogueViewPtr view() const {
    absl::MutexLock lock(&mutex_);
    return view_;
  }
  void Close() {
    bind::CatalogueViewPtr closed;  // destroyed when the lock is released
    absl::MutexLock lock(&mutex_);
    closed.swap(view_);
  }
  /// Of texts that are asked of this version while it is not the present one.
  QueryCache* prepared() const { return &prepared_; }

 private:
  const uint64_t version_;
  mutable QueryCache prepared_;
  mutable absl::Mutex mutex_;
  bind::CatalogueViewPtr view_ ABSL_GUARDED_BY(mutex_);
};
using OpenSnapshotPtr = std::shared_ptr<OpenSnapshot>;

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_OPEN_SNAPSHOT_H_
