// Private to api/: the version of a catalogue that queries see, and how a change makes the next one.
#ifndef MUSTER_ENGINE_API_VERSIONS_LIVE_CATALOGUE_H_
#define MUSTER_ENGINE_API_VERSIONS_LIVE_CATALOGUE_H_

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <thread>
#include <utility>

#include "absl/base/thread_annotations.h"
#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/synchronization/mutex.h"
#include "allowance/allowance.h"
#include "containers/quick_mutex.h"
#include "engine/api/calls/host_log.h"
#include "engine/api/pipeline/query_cache.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/execute/rows/union_cache.h"
#include "engine/index/catalogue_writer.h"
#include "engine/parallel/workers.h"
#include "storage/store.h"

namespace muster::api {

/// A store, with the version of it that queries see. Changes take turns, and queries go on meanwhile. Thread-safe.
class LiveCatalogue {
 public:
  using Change = absl::FunctionRef<absl::Status(index::CatalogueWriter&)>;
  /// What is warmed before a version is shown.
  struct Caches {
    const QueryCache* prepared;
    execute::UnionCache* unions;
  };

  /// What is pointed to outlives it.
  LiveCatalogue(std::unique_ptr<storage::Store> store, std::unique_ptr<parallel::Workers> workers,
                bind::CatalogueViewPtr view, bool read_only, const HostLog* log, Caches caches)
      : store_(std::move(store)),
        read_only_(read_only),
        log_(*log),
        caches_(caches),
        workers_(std::move(workers)),
        view_(std::move(view)) {}

  /// What is done after each Write() that made a version, when others may have their turn. Set before anybody writes.
  void AfterWrites(std::function<void()> f) { after_writes_ = std::move(f); }

  storage::Store& store() const { return *store_; }
  bool read_only() const { return read_only_; }
  /// The present version.
  bind::CatalogueViewPtr view() const;
  /// How many were committed.
  uint64_t commits() const { return commits_; }

  /// Runs `change` with a writer, commits, and lets queries see the new version. Under `bounds`, which may be null,
  /// until the commit is written: what is stopped before that has changed nothing.
  absl::Status Write(Change change, Allowance* bounds = nullptr);

  /// Runs `f`, which changes the store, while no other thread changes it.
  absl::Status Exclusively(absl::FunctionRef<absl::Status()> f);
  /// Within Exclusively(): as Write(), without what is done after it.
  absl::Status WriteNow(Change change, Allowance* bounds);
  /// Within Exclusively(): makes the store writable, and queries see its content. After an earlier failure that may be
  /// another version than they saw before.
  absl::Status Resume();

  /// For a catalogue that is open read-only: follows the writer. `shown` is called, while no other thread refreshes, as
  /// soon as queries see what the store has; its argument says whether that is a new version.
  absl::Status Refresh(absl::FunctionRef<absl::Status(bool is_new)> shown);

  /// Does what follows a commit. Failures are not reported, as the commit has succeeded.
  static void AfterTheCommit(absl::FunctionRef<void()> f);

 private:
  void Show(bind::CatalogueViewPtr view);
  void StoreBroadTerms(const bind::CatalogueView& previous, bool new_ontologies);

  const std::unique_ptr<storage::Store> store_;
  const bool read_only_;
  const HostLog& log_;
  const Caches caches_;
  const std::unique_ptr<parallel::Workers> workers_;  // of the views
  std::function<void()> after_writes_;
  std::atomic<uint64_t> commits_ = 0;
  absl::Mutex write_mutex_ ABSL_ACQUIRED_BEFORE(mutex_);
  std::atomic<std::thread::id> writing_thread_{};  // that has write_mutex_
  mutable QuickMutex mutex_;
  bind::CatalogueViewPtr view_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_VERSIONS_LIVE_CATALOGUE_H_
