// Private to api/: what is behind a Catalogue. Its functions are in catalogue.cc, catalogue_writes.cc,
// catalogue_imports.cc, catalogue_guests.cc and catalogue_queries.cc.
#ifndef MUSTER_ENGINE_API_CATALOGUE_IMPL_H_
#define MUSTER_ENGINE_API_CATALOGUE_IMPL_H_

#include <sys/types.h>

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/synchronization/mutex.h"
#include "allowance/allowance.h"
#include "engine/api/calls/gone.h"
#include "engine/api/guest/guest_access.h"
#include "engine/api/host_log.h"
#include "engine/api/open_snapshots.h"
#include "engine/api/pipeline/pipeline.h"
#include "engine/api/query_counters.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/execute/rows/union_cache.h"
#include "engine/import/importer.h"
#include "engine/import/record/label_counts.h"
#include "engine/index/catalogue_writer.h"
#include "engine/parallel/workers.h"
#include "muster/catalogue.h"
#include "muster/guest.h"
#include "storage/store.h"

namespace muster {

/// Thread-safe, as Catalogue says. Shared by whatever asks it, while it does, so that it is not destroyed under it.
class Catalogue::Impl : public std::enable_shared_from_this<Catalogue::Impl> {
 public:
  static absl::StatusOr<std::shared_ptr<Impl>> Open(const std::string& path, const OpenOptions& options);
  Impl(std::unique_ptr<storage::Store> store, std::unique_ptr<parallel::Workers> workers, bind::CatalogueViewPtr view,
       const OpenOptions& options);
  ~Impl();

  /// Of when it is destroyed, and the store with it.
  const api::Gone& gone() const { return gone_; }
  /// False in the child of a fork, where the threads that ask it are not.
  bool IsOfThisProcess() const;

  /// The present version.
  bind::CatalogueViewPtr view() const;

  // Asking: catalogue_queries.cc.

  /// `sink` may be null. `snapshot`: the version to ask; null: the present one. `parsed`: what the text is, read
  /// before; or null.
  absl::StatusOr<std::vector<Answer>> Query(std::string_view text, const QueryOptions& options, const RowSink* sink,
                                            const api::OpenSnapshot* snapshot, api::ParsedTextPtr parsed);
  /// What is wrong with a text without parameters, or worth knowing, as the present version has it.
  absl::StatusOr<std::vector<Diagnostic>> Check(std::string_view text, const QueryOptions& options,
                                                api::ParsedTextPtr parsed);
  api::OpenSnapshotPtr TakeSnapshot() { return snapshots_.Add(view()); }
  muster::Stats Stats() const;

  // Changing: catalogue_writes.cc.

  using Reader = absl::FunctionRef<absl::StatusOr<ImportReport>(import::Sink&)>;
  /// One commit of what `read` hands to a sink.
  absl::StatusOr<ImportReport> Import(const ImportOptions& options, Reader read);
  absl::StatusOr<uint64_t> Delete(std::string_view dataset, const std::vector<std::string>& ids);
  absl::Status Compact();
  /// Rewrites segments of an older format from their records, in one commit.
  absl::Status Upgrade(const std::vector<uint32_t>& segments);
  absl::StatusOr<uint64_t> Refresh();

  absl::StatusOr<CatalogueInfo> Info();
  absl::StatusOr<uint64_t> Backup(const std::string& to);

  // Guests: catalogue_guests.cc.

  absl::Status SetPolicy(std::string_view json);
  absl::Status PublishEpoch();
  /// Where it is due by the policy that counts. False: not due, or too few people differ.
  absl::StatusOr<bool> PublishEpochIfDue();
  absl::StatusOr<std::unique_ptr<Guest::Impl>> Admit(const Principal& principal);
  /// With what guests see, loaded when it is first asked for.
  absl::StatusOr<api::GuestAccess*> OpenedGuestAccess();

  const api::GuestAccess& guest_access() const { return guest_access_; }
  storage::Store& store() { return *store_; }
  execute::UnionCache* unions() { return &unions_; }
  const api::HostLog& log() const { return log_; }

 private:
  using Change = absl::FunctionRef<absl::Status(index::CatalogueWriter&)>;

  // The present version, with these versions of ontologies. Those last asked for are kept.
  absl::StatusOr<bind::CatalogueViewPtr> WithOntologies(const bind::CatalogueViewPtr& view,
                                                        const std::map<std::string, std::string>& ontologies);

  // How a text ended.
  void Count(Stopped outcome);

  // Runs `f`, which changes the store, when nobody else does.
  absl::Status Exclusively(absl::FunctionRef<absl::Status()> f);
  // Runs `change` with a writer, commits, and lets queries see the new version. Under `bounds`, which may be null,
  // until the commit is written: what is stopped before that has changed nothing.
  absl::Status Write(Change change, Allowance* bounds = nullptr);
  absl::Status WriteNow(Change change, Allowance* bounds);
  // The store can be written to, and queries see what it holds: after a failure that may be another version than they
  // saw before.
  absl::Status Resume();
  // Does what a commit is followed by. The commit stands, and so nobody is to hear that this failed.
  static void AfterTheCommit(absl::FunctionRef<void()> f);
  void PrepareBroadTerms(const bind::CatalogueView& previous, bool new_ontologies);
  absl::StatusOr<ImportReport> ImportBounded(const ImportOptions& options, Reader read);
  absl::Status Judge(const std::vector<import::LabelOfCode>& labels, index::CatalogueWriter& writer,
                     ImportReport* report);
  absl::Status ExpectSpelling(const std::string& dataset) const;
  absl::Status LookIntoOtherDatasets(const ImportOptions& options, const std::vector<std::string>& ids,
                                     ImportReport* report);
  absl::Status AddMixedEditions(model::Symbol before, ImportReport* report);
  absl::Status AddUnknownCodes(model::Symbol before, ImportReport* report);
  absl::Status ForgetValues(std::optional<std::string_view> dataset, index::CatalogueWriter& writer);
  absl::Status ForgetCodes(index::CatalogueWriter& writer);
  absl::StatusOr<model::SavedCohort> SaveCohort(const std::string& name, model::CohortVersion version);
  absl::Status DropCohort(const std::string& name);
  // What queries see from now on.
  void Show(bind::CatalogueViewPtr view);
  void ForgetOtherOntologies();

  absl::StatusOr<secret::SecretKeys> EnsureKeys();
  absl::StatusOr<bool> IsEpochDue() const;
  // The commit that begins an epoch. `even_for_few`: also where fewer people differ than the policy wants, when one of
  // those whom guests see was deleted.
  absl::Status WriteEpoch(bool even_for_few);
  absl::Status BeginEpoch(bool even_for_few);
  // After segments were rewritten: the epoch goes on with the present version, if that shows guests the same people, so
  // that what was deleted before it need not be kept for them.
  absl::Status MoveEpoch(Allowance* bounds);
  // An entry for an epoch that has begun, by the process that lets guests in.
  absl::Status NoteEpoch();

  const api::Gone gone_;  // the first
  const pid_t process_;
  std::unique_ptr<storage::Store> store_;
  const bool read_only_;
  const size_t cache_bytes_;
  const api::HostLog log_;
  api::QueryCounters counters_;
  execute::UnionCache unions_;
  api::QueryCache prepared_;
  const std::unique_ptr<parallel::Workers> workers_;  // of the views
  api::OpenSnapshots snapshots_;
  api::GuestAccess guest_access_;
  std::atomic<uint64_t> not_due_at_ = 0;  // the version that was found not to begin an epoch, though one is due
  absl::Mutex door_mutex_ ABSL_ACQUIRED_BEFORE(mutex_);
  absl::Mutex write_mutex_ ABSL_ACQUIRED_BEFORE(mutex_);
  std::atomic<std::thread::id> writing_thread_{};  // that has write_mutex_
  mutable absl::Mutex mutex_;
  bind::CatalogueViewPtr view_ ABSL_GUARDED_BY(mutex_);
  // What WithOntologies made last, and of what.
  mutable absl::Mutex other_mutex_ ABSL_ACQUIRED_BEFORE(mutex_);
  mutable std::map<std::string, std::string> other_ontologies_ ABSL_GUARDED_BY(other_mutex_);
  mutable bind::CatalogueViewPtr other_of_ ABSL_GUARDED_BY(other_mutex_);
  mutable bind::CatalogueViewPtr other_view_ ABSL_GUARDED_BY(other_mutex_);
};

}  // namespace muster

#endif  // MUSTER_ENGINE_API_CATALOGUE_IMPL_H_
