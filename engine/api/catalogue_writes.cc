// Catalogue::Impl: what changes the catalogue.
#include <algorithm>
#include <chrono>
#include <exception>
#include <utility>

#include "absl/cleanup/cleanup.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "allowance/allowance.h"
#include "engine/api/cache_warmer.h"
#include "engine/api/catalogue_impl.h"
#include "engine/api/fence.h"
#include "engine/api/hosting.h"
#include "engine/api/load_view.h"
#include "engine/api/upgrade.h"
#include "engine/index/broad_terms.h"
#include "engine/model/document/code_labels.h"
#include "engine/model/document/stored_import.h"
#include "storage/files/crash_point.h"
#include "storage/store.h"

namespace muster {

// Locks in one of two ways, and unlocks at the end of the scope: more than the analysis of threads can follow.
absl::Status Catalogue::Impl::Exclusively(absl::FunctionRef<absl::Status()> f) ABSL_NO_THREAD_SAFETY_ANALYSIS {
  // First: in a process that was forked meanwhile, nobody may be there who lets go of the mutex.
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

absl::Status Catalogue::Impl::Write(Change change, Allowance* bounds) {
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
    AfterTheCommit([&] {
      const AllowanceScope unbounded(nullptr);
      PublishEpochIfDue().status().IgnoreError();
    });
  }
  return status;
}

absl::Status Catalogue::Impl::WriteNow(Change change, Allowance* bounds) {
  std::optional<AllowanceScope> bounded;
  bounded.emplace(bounds);
  bind::CatalogueViewPtr previous = view();
  index::CatalogueWriter writer(*store_, previous->dictionary_ptr());
  if (absl::Status status = change(writer); !status.ok()) return status;
  // All that queries need of the new version is made before it is written: afterwards nothing may fail.
  bind::CatalogueViewPtr next;
  absl::Status committed = writer.Commit([&](const storage::SnapshotPtr& snapshot) -> absl::Status {
    absl::StatusOr<bind::CatalogueViewPtr> made =
        api::NextView(snapshot, *previous, writer.dictionary(), writer.ontologies());
    if (!made.ok()) return made.status();
    if (absl::Status looked = CheckStop(); !looked.ok()) return looked;
    bounded.reset();  // what is written is written to its end
    next = *std::move(made);
    return absl::OkStatus();
  });
  if (!committed.ok()) return committed;
  if (next == nullptr) return absl::OkStatus();  // there was nothing to change
  const bool new_ontologies = !writer.ontologies().empty();
  AfterTheCommit([&] { api::WarmCaches(*previous, *next, prepared_, &unions_); });
  Show(std::move(next));
  ++counters_.commits;
  storage::CrashPoint("view shown");
  bounded.reset();
  AfterTheCommit([&] {
    // A write that failed, and came about nevertheless, has left a snapshot of the store's own.
    if (store_->snapshot() != view()->snapshot_ptr()) Resume().IgnoreError();
    const AllowanceScope while_there_is_time(bounds);
    PrepareBroadTerms(*previous, new_ontologies);
  });
  return absl::OkStatus();
}

absl::Status Catalogue::Impl::Resume() {
  if (absl::Status status = store_->MakeWritable(); !status.ok()) return status;
  if (store_->snapshot() == view()->snapshot_ptr()) return absl::OkStatus();
  absl::StatusOr<bind::CatalogueViewPtr> loaded = api::LoadView(*store_, workers_.get());
  if (!loaded.ok()) return loaded.status();
  Show(*std::move(loaded));
  return absl::OkStatus();
}

void Catalogue::Impl::AfterTheCommit(absl::FunctionRef<void()> f) {
  api::Fence("", [&] {
    f();
    return absl::OkStatus();
  }).IgnoreError();
}

// Of segments that `previous` does not have, and of all where ontologies have come. The change stands already: what
// cannot be stored is united when it is asked for.
void Catalogue::Impl::PrepareBroadTerms(const bind::CatalogueView& previous, bool new_ontologies) {
  const auto& before = previous.snapshot().manifest.segments;
  const auto wanted = [&](const storage::SegmentInfo& info) {
    const auto is_it = [&](const auto& other) { return other.id == info.id; };
    return info.rows[0] >= index::kWorthBroadTerms && (new_ontologies || std::ranges::none_of(before, is_it));
  };
  const bind::CatalogueViewPtr now = view();
  index::StoreBroadTerms(*store_, now->terminology().ontologies(), now->dictionary_ptr(), wanted).IgnoreError();
}

// What reports of earlier imports quote may be of those who are deleted or replaced. nullopt: of every dataset.
absl::Status Catalogue::Impl::ForgetValues(std::optional<std::string_view> dataset, index::CatalogueWriter& writer) {
  absl::StatusOr<std::vector<ImportReport>> reports = model::ImportsIn(*view()->snapshot().documents);
  if (!reports.ok()) return reports.status();
  for (ImportReport& report : *reports) {
    if ((dataset.has_value() && report.dataset != *dataset) || !model::ForgetValues(&report)) continue;
    writer.PutDocument(model::ImportDocument(report.catalogue_version), model::EncodeImport(report));
  }
  return absl::OkStatus();
}

// Saved cohorts keep the codes that their terms reached: those that no record has any more are blanked, so that their
// number stays. Their labels go.
absl::Status Catalogue::Impl::ForgetCodes(index::CatalogueWriter& writer) {
  const bind::CatalogueViewPtr now = view();
  const auto in_use = now->InUse(bind::CatalogueView::Which::kSymbols);
  if (!in_use.ok()) return in_use.status();
  const auto is_used = [&](std::string_view code) {
    const std::optional<model::Symbol> symbol = now->dictionary().Find(code);
    return symbol.has_value() && (*in_use)->Contains(*symbol);
  };
  for (const auto& [key, cohort] : now->cohorts()) {
    model::SavedCohort kept = cohort;
    for (model::CohortVersion& version : kept.versions) {
      for (auto& [name, codes] : version.terms) {
        for (std::string& code : codes) {
          if (!is_used(code)) code.clear();
        }
      }
    }
    if (kept.versions != cohort.versions) writer.PutDocument(model::CohortDocument(key), model::EncodeCohort(kept));
  }
  for (const std::string& code : model::CodesWithLabels(*now->snapshot().documents)) {
    if (!is_used(code)) writer.PutDocument(model::CodeLabelsDocument(code), "");
  }
  return absl::OkStatus();
}

absl::Status Catalogue::Impl::Compact() {
  AfterTheCommit([&] {
    // What only the last epoch has goes with it, where that is over.
    const AllowanceScope unbounded(nullptr);
    PublishEpochIfDue().status().IgnoreError();
  });
  auto remove_dead = [&](index::CatalogueWriter& writer) -> absl::Status {
    writer.RemoveDead();
    if (absl::Status status = ForgetValues(std::nullopt, writer); !status.ok()) return status;
    return ForgetCodes(writer);
  };
  Allowance* const bounds = CurrentAllowance();
  absl::Status status = Exclusively([&]() -> absl::Status {
    if (absl::Status written = WriteNow(remove_dead, bounds); !written.ok()) return written;
    ForgetOtherOntologies();
    if (absl::Status moved = MoveEpoch(bounds); !moved.ok()) return moved;
    absl::Status purged;
    {
      const AllowanceScope bounded(bounds);
      purged = store_->Purge();
    }
    // The store has opened its database anew; what queries see is the same version of it.
    if (absl::Status resumed = Resume(); !resumed.ok()) return resumed;
    return purged;
  });
  if (!status.ok()) {
    log_.WriteFailure("compacting", status);
  } else {
    log_.Write(LogLevel::kInfo, "compacted version ", view()->snapshot().manifest.version);
  }
  return status;
}

absl::Status Catalogue::Impl::Upgrade(const std::vector<uint32_t>& segments) {
  return Write([&](index::CatalogueWriter& writer) -> absl::Status {
    const absl::StatusOr<model::GroupedPanels> grouped = writer.RewriteOutdated(segments);
    if (!grouped.ok()) return grouped.status();
    if (grouped->panels == 0 && grouped->uncertain == 0) return absl::OkStatus();
    // Kept beside the reports of imports, as it is about what these read.
    const storage::Manifest& before = view()->snapshot().manifest;
    const ImportReport report = api::UpgradeReport(*grouped, before);
    writer.PutDocument(model::ImportDocument(report.catalogue_version), model::EncodeImport(report));
    return absl::OkStatus();
  });
}

absl::StatusOr<model::SavedCohort> Catalogue::Impl::SaveCohort(const std::string& name, model::CohortVersion version) {
  const std::string key = absl::AsciiStrToLower(name);
  model::SavedCohort cohort;
  absl::Status status = Write([&](index::CatalogueWriter& writer) -> absl::Status {
    const bind::CatalogueViewPtr now = view();  // another may have saved the cohort since the query was bound
    if (const auto known = now->cohorts().find(key); known != now->cohorts().end()) cohort = known->second;
    cohort.name = name;
    cohort.versions.push_back(std::move(version));
    writer.PutDocument(model::CohortDocument(key), model::EncodeCohort(cohort));
    return absl::OkStatus();
  });
  if (!status.ok()) return status;
  return cohort;
}

absl::Status Catalogue::Impl::DropCohort(const std::string& name) {
  return Write([&](index::CatalogueWriter& writer) -> absl::Status {
    writer.PutDocument(model::CohortDocument(absl::AsciiStrToLower(name)), "");
    return absl::OkStatus();
  });
}

absl::StatusOr<uint64_t> Catalogue::Impl::Delete(std::string_view dataset, const std::vector<std::string>& ids) {
  uint64_t removed = 0;
  absl::Status status = Write([&](index::CatalogueWriter& writer) -> absl::Status {
    for (const std::string& id : ids) {
      absl::StatusOr<bool> was_there = writer.Remove(dataset, id);
      if (!was_there.ok()) return was_there.status();
      removed += *was_there ? 1 : 0;
    }
    return removed > 0 ? ForgetValues(dataset, writer) : absl::OkStatus();
  });
  if (!status.ok()) return status;
  return removed;
}

void Catalogue::Impl::Show(bind::CatalogueViewPtr view) {
  absl::MutexLock lock(&mutex_);
  view_.swap(view);
}

void Catalogue::Impl::ForgetOtherOntologies() {
  absl::MutexLock lock(&other_mutex_);
  other_of_ = nullptr;
  other_view_ = nullptr;
  other_ontologies_.clear();
}

absl::StatusOr<uint64_t> Catalogue::Impl::Refresh() {
  if (!read_only_) return view()->snapshot().manifest.version;
  uint64_t version = 0;
  bool is_new = false;
  absl::Status status = [&]() -> absl::Status {
    absl::MutexLock lock(&write_mutex_);
    const absl::StatusOr<bool> changed = store_->Refresh();
    if (!changed.ok()) return changed.status();
    // Also after a refresh that failed when the store had gone on already.
    if (store_->snapshot() != view()->snapshot_ptr()) {
      absl::StatusOr<bind::CatalogueViewPtr> next = api::LoadView(*store_, workers_.get());
      if (!next.ok()) return next.status();
      // A writer of an earlier version may have added to it.
      const auto outdated = api::OutdatedSegments((*next)->snapshot());
      if (!outdated.ok()) return outdated.status();
      if (!outdated->empty()) return api::OutdatedError("the catalogue", (*next)->snapshot().manifest);
      ForgetOtherOntologies();
      Show(*std::move(next));
      is_new = true;
    }
    version = view()->snapshot().manifest.version;
    // Guests go on with the policy and epoch that the new version has.
    absl::MutexLock door_lock(&door_mutex_);
    const api::GuestStatePtr before = guest_access_.state();
    if (!is_new || before == nullptr) return absl::OkStatus();
    if (absl::Status opened = api::OpenGuestAccess(*store_, *view(), &guest_access_); !opened.ok()) return opened;
    const bool begun = guest_access_.state()->epoch != before->epoch;
    return begun && guest_access_.ledger() != nullptr ? api::NoteOfHost(guest_access_, "epoch", "") : absl::OkStatus();
  }();
  if (!status.ok()) {
    log_.WriteFailure("refreshing the catalogue", status);
    return status;
  }
  if (is_new) {
    ++counters_.refreshes;
    log_.Write(LogLevel::kInfo, "refreshed to version ", version);
  }
  return version;
}

absl::StatusOr<uint64_t> Catalogue::Impl::Backup(const std::string& to) {
  log_.Write(LogLevel::kInfo, "a backup begins");
  const auto copy = [&]() -> absl::StatusOr<uint64_t> {
    const storage::SnapshotPtr present = store_->snapshot();
    if (absl::Status in_place = store_->InPlace(); !in_place.ok()) return in_place;
    return storage::Store::Copy(store_->path(), to, nullptr, &present->manifest);
  };
  const absl::StatusOr<uint64_t> version = copy();
  if (!version.ok()) {
    log_.WriteFailure("making a backup", version.status());
  } else {
    log_.Write(LogLevel::kInfo, "a backup of version ", *version, " is complete");
  }
  return version;
}

}  // namespace muster
