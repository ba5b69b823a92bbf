#include "engine/api/versions/live_catalogue.h"

#include <algorithm>
#include <chrono>
#include <optional>

#include "absl/cleanup/cleanup.h"
#include "engine/api/calls/fence.h"
#include "engine/api/versions/cache_warmer.h"
#include "engine/api/versions/load_view.h"
#include "engine/api/versions/upgrade.h"
#include "engine/index/broad_terms.h"
#include "storage/files/crash_point.h"

namespace muster::api {

bind::CatalogueViewPtr LiveCatalogue::view() const {
  const QuickLock lock(&mutex_);
  return view_;
}

// Locks in one of two ways, and unlocks at the end of the scope: more than the analysis of threads can follow.
absl::Status LiveCatalogue::Exclusively(absl::FunctionRef<absl::Status()> f) ABSL_NO_THREAD_SAFETY_ANALYSIS {
  // First, since in a forked process the thread that holds the mutex may not exist.
  if (absl::Status status = store_->Writable(); !status.ok()) return status;
  if (writing_thread_ == std::this_thread::get_id()) {
    return absl::FailedPreconditionError(
        "this thread is changing the catalogue already: what an import calls to say how far it is cannot change it");
  }
  // A call waits as long as it may; what changes is not stopped halfway, but where `f` takes up the bounds again.
  while (!write_mutex_.TryLock()) {
    if (CurrentAllowance() == nullptr) {
      write_mutex_.Lock();
      break;
    }
    if (absl::Status status = CheckStop(); !status.ok()) return status;
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  const absl::Cleanup unlock = [this]() ABSL_NO_THREAD_SAFETY_ANALYSIS { write_mutex_.Unlock(); };
  const AllowanceScope unbounded(nullptr);
  writing_thread_ = std::this_thread::get_id();
  const absl::Cleanup done = [this] { writing_thread_ = std::thread::id(); };
  if (absl::Status status = Resume(); !status.ok()) return status;
  return f();
}

absl::Status LiveCatalogue::Write(Change change, Allowance* bounds) {
  uint64_t before = 0;
  uint64_t version = 0;
  absl::Status status = Exclusively([&] {
    before = view()->snapshot().manifest.version;
    absl::Status written = WriteNow(change, bounds);
    version = view()->snapshot().manifest.version;
    return written;
  });
  if (!status.ok()) {
    log_.WriteFailure("changing the catalogue", status);
  } else if (version != before) {
    log_.Write(LogLevel::kInfo, "committed version ", version);
    if (after_writes_ != nullptr) {
      AfterTheCommit([&] {
        const AllowanceScope unbounded(nullptr);
        after_writes_();
      });
    }
  }
  return status;
}

absl::Status LiveCatalogue::WriteNow(Change change, Allowance* bounds) {
  std::optional<AllowanceScope> bounded;
  bounded.emplace(bounds);
  bind::CatalogueViewPtr previous = view();
  index::CatalogueWriter writer(*store_, previous->dictionary_ptr());
  if (absl::Status status = change(writer); !status.ok()) return status;
  // All that queries need of the new version is made before it is written: afterwards nothing may fail.
  bind::CatalogueViewPtr next;
  absl::Status committed = writer.Commit([&](const storage::SnapshotPtr& snapshot) -> absl::Status {
    absl::StatusOr<bind::CatalogueViewPtr> made =
        NextView(snapshot, *previous, writer.dictionary(), writer.ontologies());
    if (!made.ok()) return made.status();
    if (absl::Status check = CheckStop(); !check.ok()) return check;
    bounded.reset();  // what is written is written to its end
    next = *std::move(made);
    return absl::OkStatus();
  });
  if (!committed.ok()) return committed;
  if (next == nullptr) return absl::OkStatus();  // there was nothing to change
  const bool new_ontologies = !writer.ontologies().empty();
  AfterTheCommit([&] { WarmCaches(*previous, *next, *caches_.prepared, caches_.unions); });
  Show(std::move(next));
  ++commits_;
  storage::CrashPoint("view shown");
  bounded.reset();
  AfterTheCommit([&] {
    // A write that failed, and came about nevertheless, has left a snapshot of the store's own.
    if (store_->snapshot() != view()->snapshot_ptr()) Resume().IgnoreError();
    const AllowanceScope while_there_is_time(bounds);
    StoreBroadTerms(*previous, new_ontologies);
  });
  return absl::OkStatus();
}

absl::Status LiveCatalogue::Resume() {
  if (absl::Status status = store_->MakeWritable(); !status.ok()) return status;
  if (store_->snapshot() == view()->snapshot_ptr()) return absl::OkStatus();
  absl::StatusOr<bind::CatalogueViewPtr> loaded = LoadView(*store_, workers_.get());
  if (!loaded.ok()) return loaded.status();
  Show(*std::move(loaded));
  return absl::OkStatus();
}

void LiveCatalogue::AfterTheCommit(absl::FunctionRef<void()> f) {
  Fence("", [&] {
    f();
    return absl::OkStatus();
  }).IgnoreError();
}

// Of segments that `previous` does not have, and of all where ontologies have come. The change stands already: what
// cannot be stored is united when it is asked for.
void LiveCatalogue::StoreBroadTerms(const bind::CatalogueView& previous, bool new_ontologies) {
  const auto& before = previous.snapshot().manifest.segments;
  const auto wanted = [&](const storage::SegmentInfo& info) {
    const auto is_it = [&](const auto& other) { return other.id == info.id; };
    return info.rows[0] >= index::kWorthBroadTerms && (new_ontologies || std::ranges::none_of(before, is_it));
  };
  const bind::CatalogueViewPtr now = view();
  index::StoreBroadTerms(*store_, now->terminology().ontologies(), now->dictionary_ptr(), wanted).IgnoreError();
}

void LiveCatalogue::Show(bind::CatalogueViewPtr view) {
  const QuickLock lock(&mutex_);
  view_.swap(view);
}

absl::Status LiveCatalogue::Refresh(absl::FunctionRef<absl::Status(bool is_new)> shown) {
  absl::MutexLock lock(&write_mutex_);
  const absl::StatusOr<bool> changed = store_->Refresh();
  if (!changed.ok()) return changed.status();
  // Also after a refresh that failed when the store had gone on already.
  const bool is_new = store_->snapshot() != view()->snapshot_ptr();
  if (is_new) {
    absl::StatusOr<bind::CatalogueViewPtr> next = LoadView(*store_, workers_.get());
    if (!next.ok()) return next.status();
    // A writer of an earlier version may have added to it.
    if (absl::Status status = CheckReadable("the catalogue", *store_, **next); !status.ok()) return status;
    Show(*std::move(next));
  }
  return shown(is_new);
}

}  // namespace muster::api
