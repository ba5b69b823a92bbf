#include "engine/api/catalogue_impl.h"

#include <unistd.h>

#include <chrono>
#include <exception>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <system_error>
#include <thread>
#include <utility>

#include "absl/cleanup/cleanup.h"
#include "absl/strings/str_cat.h"
#include "allowance/allowance.h"
#include "engine/api/calls/call.h"
#include "engine/api/pipeline/prepare.h"
#include "engine/api/versions/changes.h"
#include "engine/api/versions/load_view.h"
#include "engine/api/versions/upgrade.h"
#include "engine/index/catalogue_writer.h"
#include "engine/model/document/saved_cohort.h"

namespace muster {
namespace {

// Bytes for unions of postings, as a share of the cache; the rest is for decoded postings and columns.
constexpr size_t kUnionShare = 3;

// An absolute path: the same file, whatever the working directory is later.
std::string Anchored(const std::string& path) {
  std::error_code error;
  const std::filesystem::path place = std::filesystem::weakly_canonical(std::filesystem::absolute(path, error), error);
  return error ? path : place.string();
}

// A thread that reads ahead until it is stopped or destroyed. Without one, opening takes longer and that is all.
std::jthread ReadAheadOf(const storage::Store& store) {
  try {
    return std::jthread([&store](const std::stop_token& stop) {
      try {
        store.ReadAhead(stop);
      } catch (const std::exception&) {
        // Memory is short. Errors are reported by whoever needs what was to be read.
      }
    });
  } catch (const std::exception&) {
    return {};
  }
}

}  // namespace

Catalogue::Impl::Impl(std::unique_ptr<storage::Store> store, std::unique_ptr<parallel::Workers> workers,
                      bind::CatalogueViewPtr view, const OpenOptions& options)
    : process_(getpid()),
      log_(options.log, options.log_level),
      live_(std::move(store), std::move(workers), std::move(view), options.read_only, &log_, {&prepared_, &unions_}),
      cache_bytes_(options.cache_bytes),
      unions_(options.cache_bytes / kUnionShare),
      guests_(&live_, options.ledger, &unions_,
              [this](bool even_for_few) { return WriteEpochElsewhere(even_for_few); }) {
  live_.AfterWrites([this] { guests_.PublishEpochIfDue().status().IgnoreError(); });
}

bool Catalogue::Impl::IsOfThisProcess() const { return getpid() == process_; }

// Closes snapshots and guests first, as what they hold would keep the database open.
Catalogue::Impl::~Impl() {
  open_snapshots_.Close();
  open_guests_.Close();
}

absl::StatusOr<std::shared_ptr<Catalogue::Impl>> Catalogue::Impl::Open(const std::string& path,
                                                                       const OpenOptions& options) {
  const api::HostLog log(options.log, options.log_level);
  const auto begin = std::chrono::steady_clock::now();
  const size_t union_bytes = options.cache_bytes / kUnionShare;
  auto store =
      storage::Store::Open(path, {options.create_if_missing, options.read_only, options.cache_bytes - union_bytes});
  if (!store.ok()) {
    log.WriteFailure("opening the catalogue", store.status());
    return store.status();
  }
  // While the dictionary and the ontologies are read; it stops when they are.
  std::jthread ahead = ReadAheadOf(**store);
  auto workers = std::make_unique<parallel::Workers>(options.query_threads);
  absl::StatusOr<bind::CatalogueViewPtr> view = api::LoadView(**store, workers.get());
  ahead = std::jthread();
  if (!view.ok()) {
    log.WriteFailure("opening the catalogue", view.status());
    return view.status();
  }
  if (absl::Status readable = options.read_only ? api::CheckReadable(path, **store, **view) : absl::OkStatus();
      !readable.ok()) {
    log.WriteFailure("opening the catalogue", readable);
    return readable;
  }
  OpenOptions opened = options;
  opened.ledger = opened.ledger.empty() ? absl::StrCat((*store)->path(), "/ledger") : Anchored(opened.ledger);
  const auto milliseconds =
      std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin).count();
  log.Write(LogLevel::kInfo, "opened version ", (*view)->snapshot().manifest.version,
            options.read_only ? " read-only" : " for writing", " in ", milliseconds, " ms");
  auto impl = std::make_shared<Impl>(*std::move(store), std::move(workers), *std::move(view), opened);
  if (options.read_only) return impl;
  if (absl::Status upgraded = api::Upgrade(impl->live_, log); !upgraded.ok()) {
    log.WriteFailure("opening the catalogue", upgraded);
    return upgraded;
  }
  return impl;
}

absl::StatusOr<std::vector<Answer>> Catalogue::Impl::Query(std::string_view text, const QueryOptions& options,
                                                           const RowSink* sink, const api::OpenSnapshot* snapshot,
                                                           api::ParsedTextPtr parsed) {
  bind::CatalogueViewPtr view = this->view();
  api::QueryCache* prepared = &prepared_;
  if (snapshot != nullptr) {
    bind::CatalogueViewPtr kept = snapshot->view();
    if (kept == nullptr) return api::ClosedCatalogue();
    if (kept->snapshot().manifest.version != view->snapshot().manifest.version) prepared = snapshot->prepared();
    view.swap(kept);
  }
  if (!options.ontologies.empty()) {
    absl::StatusOr<bind::CatalogueViewPtr> with = other_ontologies_.With(live_.store(), view, options.ontologies);
    if (!with.ok()) return with.status();
    view = *std::move(with);
  }
  api::PipelineContext context{*view, &unions_, prepared};
  context.parsed = std::move(parsed);
  context.sink = sink;
  if (!live_.read_only() && snapshot == nullptr) {
    context.cohorts = {[&](const std::string& name, model::CohortVersion version) {
                         return api::SaveCohort(live_, name, std::move(version));
                       },
                       [&](const std::string& name) { return api::DropCohort(live_, name); }};
  }
  context.cohorts.read_only = live_.read_only();
  ++counters_.queries;
  ++counters_.running;
  const absl::Cleanup done = [&] { --counters_.running; };
  const api::StageTimer timer(log_.Wants(LogLevel::kDebug));
  Stopped outcome = Stopped::kNo;
  context.outcome = &outcome;
  absl::StatusOr<std::vector<Answer>> answers = api::AnswerText(text, options, context);
  counters_.Count(outcome, log_);
  if (!answers.ok()) {
    log_.WriteFailure("answering a query", answers.status());
  } else if (log_.Wants(LogLevel::kDebug)) {
    log_.Write(LogLevel::kDebug, "answered a text of ", answers->size(), " statements in ", timer.Microseconds(),
               " us");
  }
  return answers;
}

absl::StatusOr<std::vector<Diagnostic>> Catalogue::Impl::Check(std::string_view text, const QueryOptions& options,
                                                               api::ParsedTextPtr parsed) {
  const bind::CatalogueViewPtr view = this->view();
  api::PipelineContext context{*view, &unions_, &prepared_};
  context.parsed = std::move(parsed);
  if (!live_.read_only()) {
    // The text is only bound, so they are not called.
    context.cohorts = {[](const std::string&, model::CohortVersion) { return absl::CancelledError(); },
                       [](const std::string&) { return absl::CancelledError(); }};
  }
  context.cohorts.read_only = live_.read_only();
  const Allowance::Limits limits{options.timeout, options.memory_bytes, options.stop};
  Allowance allowance(limits);
  const AllowanceScope scope(&allowance);
  absl::StatusOr<api::PreparedTextPtr> prepared = api::PrepareText(text, options, context);
  if (allowance.stopped() != Stopped::kNo) return allowance.status();
  if (!prepared.ok()) return prepared.status();
  std::vector<Diagnostic> diagnostics;
  for (const api::PreparedStatement& statement : (*prepared)->prepared) {
    diagnostics.insert(diagnostics.end(), statement.diagnostics.begin(), statement.diagnostics.end());
  }
  return diagnostics;
}

muster::Stats Catalogue::Impl::Stats() const {
  muster::Stats stats;
  stats.version = view()->snapshot().manifest.version;
  stats.queries = counters_.queries;
  stats.running_queries = counters_.running;
  stats.cancelled = counters_.cancelled;
  stats.deadline = counters_.deadline;
  stats.too_much_memory = counters_.too_much_memory;
  const api::QueryCache::Use plans = prepared_.use();
  stats.plan_hits = plans.hits;
  stats.plan_misses = plans.misses;
  stats.plan_bytes = plans.bytes;
  const storage::CacheUse objects = live_.store().cache_use();
  const storage::CacheUse unions = unions_.use();
  stats.cache_bytes = objects.bytes + unions.bytes;
  stats.cache_limit_bytes = cache_bytes_;
  stats.cache_hits = objects.hits + unions.hits;
  stats.cache_misses = objects.misses + unions.misses;
  stats.commits = live_.commits();
  stats.refreshes = counters_.refreshes;
  stats.open_snapshots = open_snapshots_.size();
  return stats;
}

absl::Status Catalogue::Impl::Compact() {
  api::LiveCatalogue::AfterTheCommit([&] {
    // What only the last epoch has goes with it, where that is over.
    const AllowanceScope unbounded(nullptr);
    guests_.PublishEpochIfDue().status().IgnoreError();
  });
  const auto remove_dead = [&](index::CatalogueWriter& writer) -> absl::Status {
    const bind::CatalogueViewPtr now = view();
    writer.RemoveDead();
    if (absl::Status status = api::ForgetValues(*now, std::nullopt, writer); !status.ok()) return status;
    return api::ForgetCodes(*now, writer);
  };
  Allowance* const bounds = CurrentAllowance();
  absl::Status status = live_.Exclusively([&]() -> absl::Status {
    if (absl::Status written = live_.WriteNow(remove_dead, bounds); !written.ok()) return written;
    other_ontologies_.Forget();
    if (absl::Status moved = guests_.MoveEpoch(bounds); !moved.ok()) return moved;
    absl::Status purged;
    {
      const AllowanceScope bounded(bounds);
      purged = live_.store().Purge();
    }
    // The store has opened its database again; queries see the same version of it.
    if (absl::Status resumed = live_.Resume(); !resumed.ok()) return resumed;
    return purged.ok() ? live_.store().RemoveOldFiles() : purged;
  });
  if (!status.ok()) {
    log_.WriteFailure("compacting", status);
  } else {
    log_.Write(LogLevel::kInfo, "compacted version ", view()->snapshot().manifest.version);
  }
  return status;
}

absl::StatusOr<uint64_t> Catalogue::Impl::Refresh() {
  if (live_.read_only()) {
    bool was_new = false;
    absl::Status status = live_.Refresh([&](bool is_new) -> absl::Status {
      was_new = is_new;
      if (!is_new) return absl::OkStatus();
      other_ontologies_.Forget();
      return guests_.FollowRefresh();
    });
    if (!status.ok()) {
      log_.WriteFailure("refreshing the catalogue", status);
      return status;
    }
    if (was_new) {
      ++counters_.refreshes;
      log_.Write(LogLevel::kInfo, "refreshed to version ", view()->snapshot().manifest.version);
    }
  }
  return view()->snapshot().manifest.version;
}

absl::StatusOr<uint64_t> Catalogue::Impl::Backup(const std::string& to) {
  log_.Write(LogLevel::kInfo, "a backup begins");
  const storage::Store& store = live_.store();
  const auto copy = [&]() -> absl::StatusOr<uint64_t> {
    const storage::SnapshotPtr present = store.snapshot();
    if (absl::Status in_place = store.InPlace(); !in_place.ok()) return in_place;
    return storage::Store::Copy(store.path(), to, nullptr, &present->manifest);
  };
  const absl::StatusOr<uint64_t> version = copy();
  if (!version.ok()) {
    log_.WriteFailure("making a backup", version.status());
  } else {
    log_.Write(LogLevel::kInfo, "a backup of version ", *version, " is complete");
  }
  return version;
}

absl::Status Catalogue::Impl::WriteEpochElsewhere(bool even_for_few) {
  OpenOptions writing;
  writing.cache_bytes = size_t{16} << 20;
  writing.query_threads = 1;
  absl::StatusOr<std::shared_ptr<Impl>> writer = Open(live_.store().path(), writing);
  if (!writer.ok()) return writer.status();
  if (absl::Status written = (*writer)->guests_.WriteEpoch(even_for_few); !written.ok()) return written;
  const AllowanceScope unbounded(nullptr);  // the epoch has begun, and guests are to see it
  writer->reset();
  return Refresh().status();
}

absl::StatusOr<std::shared_ptr<Guest::Impl>> Catalogue::Impl::Admit(const Principal& principal) {
  if (principal.name.empty()) return absl::InvalidArgumentError("a guest needs a name");
  const absl::StatusOr<api::GuestAccess*> access = guests_.AccessToEnter();
  if (!access.ok()) return access.status();
  auto guest = std::make_shared<Guest::Impl>(weak_from_this(), *access, (*access)->ledger(), principal);
  if (absl::StatusOr<api::GuestViewPtr> seen = guest->View(); !seen.ok()) return seen.status();
  open_guests_.Add(guest);
  return guest;
}

}  // namespace muster
