#include "muster/catalogue.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <exception>
#include <optional>
#include <stop_token>
#include <system_error>
#include <thread>
#include <utility>

#include "absl/base/thread_annotations.h"
#include "absl/cleanup/cleanup.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/clock.h"
#include "engine/api/completion/complete.h"
#include "engine/api/epoch.h"
#include "engine/api/fence.h"
#include "engine/api/guest/guest_impl.h"
#include "engine/api/guest/policy_documents.h"
#include "engine/api/hosting.h"
#include "engine/api/load_view.h"
#include "engine/api/pipeline/pipeline.h"
#include "engine/api/statements/unknown_codes.h"
#include "engine/api/warm.h"
#include "engine/execute/filter/segment_executor.h"
#include "engine/import/importer.h"
#include "engine/index/broad_terms.h"
#include "engine/index/catalogue_writer.h"
#include "engine/index/check.h"
#include "engine/index/record_keys.h"
#include "engine/model/document/stored_import.h"
#include "engine/parallel/workers.h"
#include "storage/files/crash_point.h"
#include "storage/store.h"

namespace muster {
namespace {

// Bytes for unions of postings, as a share of the cache; the rest is for decoded postings and columns.
constexpr size_t kUnionShare = 3;

// Hands what an import reads to the writer.
class WriterSink : public import::Sink {
 public:
  // The ids of the first kRemembered new individuals are remembered.
  static constexpr size_t kRemembered = 1000;

  explicit WriterSink(index::CatalogueWriter& writer) : writer_(writer) {}
  // Of the first individuals that were added and not there before.
  const std::vector<std::string>& new_ids() const { return new_ids_; }
  model::Symbol Intern(std::string_view text, std::string_view label) override { return writer_.Intern(text, label); }
  absl::Status AddRecord(model::Record&& record, model::Taken* taken) override {
    absl::Status added = writer_.AddRecord(record, taken);
    if (taken->how == model::Taken::How::kAdded && new_ids_.size() < kRemembered) new_ids_.push_back(record.id);
    return added;
  }
  const model::Dictionary& symbols() const override { return *writer_.dictionary(); }
  absl::Status AddOntology(ontology::OntologyPtr ontology) override {
    writer_.AddOntology(std::move(ontology));
    return absl::OkStatus();
  }
  absl::Status AddCollection(model::Collection collection) override {
    writer_.PutDocument(model::CollectionDocument(collection.kind, collection.id), model::EncodeCollection(collection));
    return absl::OkStatus();
  }

 private:
  index::CatalogueWriter& writer_;
  std::vector<std::string> new_ids_;
};

// What is to be said when nobody named a dataset, and the people are in another one.
void AddOtherDatasetRemark(const std::string& dataset, const std::string& other, size_t found, size_t of,
                           ImportReport* report) {
  ImportRemark& remark = report->remarks.emplace_back();
  remark.what = "individuals whose ids another dataset has";
  remark.advice = absl::StrCat("if they are the same people, import into that dataset (--dataset ", other,
                               "), which replaces them; now they are counted twice");
  remark.count = found;
  ImportProblem& problem = remark.examples.emplace_back();
  problem.reason = absl::StrCat("of the first ", of, " individuals that are new in dataset ", dataset, ", ", found,
                                " have ids that dataset ", other, " has");
  ++report->problem_count;
  report->problems.push_back(problem);
  report->notes[remark.what] += found;
}

// A thread that reads ahead until it is stopped or destroyed. Without one, opening takes longer and that is all.
std::jthread ReadAheadOf(const storage::Store& store) {
  try {
    return std::jthread([&store](const std::stop_token& stop) {
      try {
        store.ReadAhead(stop);
      } catch (const std::exception&) {
        // Memory is short: whoever needs what was to be read will say so.
      }
    });
  } catch (const std::exception&) {
    return {};
  }
}

}  // namespace

class Catalogue::Impl {
 public:
  static absl::StatusOr<std::unique_ptr<Catalogue>> Open(const std::string& path, const OpenOptions& options);
  Impl(std::unique_ptr<storage::Store> store, std::unique_ptr<parallel::Workers> workers, bind::CatalogueViewPtr view,
       const OpenOptions& options)
      : store_(std::move(store)),
        read_only_(options.read_only),
        unions_(options.cache_bytes / kUnionShare),
        workers_(std::move(workers)),
        door_(options.ledger, &unions_),
        view_(std::move(view)) {}

  bind::CatalogueViewPtr view() const {
    absl::MutexLock lock(&mutex_);
    return view_;
  }

  // The present version, with these versions of ontologies. Those last asked for are kept.
  absl::StatusOr<bind::CatalogueViewPtr> ViewWith(const std::map<std::string, std::string>& ontologies) const {
    const bind::CatalogueViewPtr present = view();
    if (ontologies.empty()) return present;
    absl::MutexLock lock(&other_mutex_);
    if (other_present_ != present || other_ontologies_ != ontologies) {
      absl::StatusOr<bind::CatalogueViewPtr> made = api::WithOntologies(*store_, *present, ontologies);
      if (!made.ok()) return made.status();
      other_view_ = *std::move(made);
      other_present_ = present;
      other_ontologies_ = ontologies;
    }
    return other_view_;
  }

  // Runs `f`, which changes the store, when nobody else does.
  template <typename F>
  absl::Status Exclusively(F&& f) {
    // First: in a process that was forked meanwhile, nobody may be there who lets go of the mutex.
    if (absl::Status status = store_->Writable(); !status.ok()) return status;
    if (writing_thread_ == std::this_thread::get_id()) {
      return absl::FailedPreconditionError(
          "this thread is changing the catalogue already: what an import calls to say how far it is cannot change it");
    }
    absl::MutexLock lock(&write_mutex_);
    writing_thread_ = std::this_thread::get_id();
    const absl::Cleanup done = [this] { writing_thread_ = std::thread::id(); };
    if (absl::Status status = Resume(); !status.ok()) return status;
    return f();
  }

  // Runs `change` with a writer, commits, and lets queries see the new version.
  template <typename F>
  absl::Status Write(F&& change) {
    return Exclusively([&] { return WriteNow(change); });
  }

  template <typename F>
  absl::Status WriteNow(F& change) {
    bind::CatalogueViewPtr previous = view();
    index::CatalogueWriter writer(*store_, previous->dictionary_ptr());
    if (absl::Status status = change(writer); !status.ok()) return status;
    // All that queries need of the new version is made before it is written: afterwards nothing may fail.
    bind::CatalogueViewPtr next;
    const absl::Status committed = writer.Commit([&](const storage::SnapshotPtr& snapshot) -> absl::Status {
      absl::StatusOr<bind::CatalogueViewPtr> made =
          api::NextView(snapshot, *previous, writer.dictionary(), writer.ontologies());
      if (made.ok()) next = *std::move(made);
      return made.status();
    });
    if (!committed.ok()) return committed;
    if (next == nullptr) return absl::OkStatus();  // there was nothing to change
    const bool new_ontologies = !writer.ontologies().empty();
    AfterTheCommit([&] { api::Warm(*previous, *next, prepared_, &unions_); });
    {
      absl::MutexLock view_lock(&mutex_);
      view_.swap(next);
    }
    next.reset();
    storage::CrashPoint("view shown");
    AfterTheCommit([&] {
      // A write that failed, and came about nevertheless, has left a snapshot of the store's own.
      if (store_->snapshot() != view()->snapshot_ptr()) Resume().IgnoreError();
      PrepareBroadTerms(*previous, new_ontologies);
    });
    return absl::OkStatus();
  }

  // The store can be written to, and queries see what it holds: after a failure that may be another version than they
  // saw before.
  absl::Status Resume() {
    if (absl::Status status = store_->MakeWritable(); !status.ok()) return status;
    if (store_->snapshot() == view()->snapshot_ptr()) return absl::OkStatus();
    absl::StatusOr<bind::CatalogueViewPtr> loaded = api::LoadView(*store_, workers_.get());
    if (!loaded.ok()) return loaded.status();
    absl::MutexLock view_lock(&mutex_);
    view_.swap(*loaded);
    return absl::OkStatus();
  }

  // Does what a commit is followed by. The commit stands, and so nobody is to hear that this failed.
  template <typename F>
  void AfterTheCommit(const F& f) {
    api::Fence("", [&] {
      f();
      return absl::OkStatus();
    }).IgnoreError();
  }

  // Of segments that `previous` does not have, and of all where ontologies have come. The change stands already: what
  // cannot be stored is united when it is asked for.
  void PrepareBroadTerms(const bind::CatalogueView& previous, bool new_ontologies) {
    const auto& before = previous.snapshot().manifest.segments;
    const auto wanted = [&](const storage::SegmentInfo& info) {
      const auto is_it = [&](const auto& other) { return other.id == info.id; };
      return info.rows[0] >= index::kWorthBroadTerms && (new_ontologies || std::ranges::none_of(before, is_it));
    };
    const bind::CatalogueViewPtr now = view();
    index::StoreBroadTerms(*store_, now->terminology().ontologies(), now->dictionary_ptr(), wanted).IgnoreError();
  }

  // One commit of what `read` hands to a sink.
  template <typename F>
  absl::StatusOr<ImportReport> Import(const ImportOptions& options, F&& read) {
    const auto start = std::chrono::steady_clock::now();
    ImportReport report;
    const auto symbols_before = static_cast<model::Symbol>(view()->dictionary().size());
    absl::Status status = Write([&](index::CatalogueWriter& writer) -> absl::Status {
      WriterSink sink(writer);
      absl::StatusOr<ImportReport> done = read(sink);
      if (!done.ok()) return done.status();
      report = *std::move(done);
      if (absl::Status looked = LookIntoOtherDatasets(options, sink.new_ids(), &report); !looked.ok()) return looked;
      report.dataset = options.dataset;
      const bind::CatalogueViewPtr before = view();
      report.catalogue_version = before->snapshot().manifest.version + 1;
      if (report.replaced > 0) {
        if (absl::Status forgot = ForgetValues(options.dataset, writer); !forgot.ok()) return forgot;
      }
      for (std::string& name : model::ImportsToForget(*before->snapshot().documents)) {
        writer.PutDocument(std::move(name), "");
      }
      writer.PutDocument(model::ImportDocument(report.catalogue_version), model::EncodeImport(report));
      if (options.progress) {
        ImportProgress progress;
        progress.records = report.records;
        progress.phase = "committing";
        if (!options.progress(progress)) return absl::CancelledError("the import was cancelled; nothing has changed");
      }
      return absl::OkStatus();
    });
    if (!status.ok()) return status;
    report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    report.catalogue_version = view()->snapshot().manifest.version;
    // The import is durable: what cannot be said about it now is no failure of it.
    AfterTheCommit([&] { AddUnknownCodes(symbols_before, &report).IgnoreError(); });
    return report;
  }

  // Whoever forgets to name the dataset adds its people once more. Remarks on it when most ids are in another one.
  absl::Status LookIntoOtherDatasets(const ImportOptions& options, const std::vector<std::string>& ids,
                                     ImportReport* report) {
    if (options.dataset != ImportOptions().dataset || ids.empty()) return absl::OkStatus();
    const bind::CatalogueViewPtr before = view();
    const auto datasets = before->FieldValues(model::field::kDataset);
    if (!datasets.ok()) return datasets.status();
    for (const model::Symbol symbol : **datasets) {
      const std::string_view label = before->dictionary().Label(symbol);
      const std::string other(label.empty() ? before->dictionary().Text(symbol) : label);
      if (other == options.dataset) continue;
      size_t found = 0;
      for (const std::string& id : ids) {
        const auto place = store_->Find(before->snapshot(), other, id);
        if (!place.ok()) return place.status();
        found += place->has_value() ? 1 : 0;
      }
      if (found * 2 > ids.size()) AddOtherDatasetRemark(options.dataset, other, found, ids.size(), report);
    }
    return absl::OkStatus();
  }

  // What the catalogue now has for codes and is none, or none of the loaded ontologies.
  // A small import asks for the codes that came with it only: what was there before costs the more the larger it is.
  absl::Status AddUnknownCodes(model::Symbol before, ImportReport* report) {
    constexpr uint64_t kSmall = 1000;
    const bind::CatalogueViewPtr now = view();
    api::UnknownCodeOptions options;
    options.limit = 100;
    options.not_loaded = false;
    if (report->individuals < kSmall && report->ontologies == 0) {
      options.first = before;
      if (!api::MayHaveUnknownCodes(*now, before)) return absl::OkStatus();
    }
    const absl::StatusOr<std::vector<api::UnknownCode>> unknown = api::FindUnknownCodes(*now, options);
    if (!unknown.ok()) return unknown.status();
    ImportRemark remark;
    remark.what = "codes in the catalogue that no loaded ontology knows";
    remark.advice =
        "correct them in the source, or load an ontology that has them; the statement \"show unknown codes\" lists "
        "them "
        "with the nearest terms";
    for (const api::UnknownCode& code : *unknown) {
      const model::Field& field = model::Info(code.field);
      remark.count += code.rows;
      remark.values.push_back({absl::StrCat(std::string(model::Info(field.entity).name), " ", std::string(field.name)),
                               code.code, code.rows});
    }
    if (remark.values.empty()) return absl::OkStatus();
    std::stable_sort(remark.values.begin(), remark.values.end(),
                     [](const auto& a, const auto& b) { return a.count > b.count; });
    report->remarks.push_back(std::move(remark));
    return absl::OkStatus();
  }

  // What reports of earlier imports quote may be of those who are deleted or replaced. nullopt: of every dataset.
  absl::Status ForgetValues(std::optional<std::string_view> dataset, index::CatalogueWriter& writer) {
    absl::StatusOr<std::vector<ImportReport>> reports = model::ImportsIn(*view()->snapshot().documents);
    if (!reports.ok()) return reports.status();
    for (ImportReport& report : *reports) {
      if ((dataset.has_value() && report.dataset != *dataset) || !model::ForgetValues(&report)) continue;
      writer.PutDocument(model::ImportDocument(report.catalogue_version), model::EncodeImport(report));
    }
    return absl::OkStatus();
  }

  // Saved cohorts keep the codes that their terms reached: those that no record has any more are blanked, so that their
  // number stays.
  absl::Status ForgetCodes(index::CatalogueWriter& writer) {
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
    return absl::OkStatus();
  }

  absl::Status Compact() {
    auto remove_dead = [&](index::CatalogueWriter& writer) -> absl::Status {
      writer.RemoveDead();
      if (absl::Status status = ForgetValues(std::nullopt, writer); !status.ok()) return status;
      return ForgetCodes(writer);
    };
    return Exclusively([&]() -> absl::Status {
      if (absl::Status status = WriteNow(remove_dead); !status.ok()) return status;
      {
        absl::MutexLock lock(&other_mutex_);
        other_present_ = nullptr;
        other_view_ = nullptr;
        other_ontologies_.clear();
      }
      absl::Status purged = store_->Purge();
      // The store has opened its database anew; what queries see is the same version of it.
      if (absl::Status resumed = Resume(); !resumed.ok()) return resumed;
      return purged;
    });
  }

  absl::StatusOr<model::SavedCohort> SaveCohort(const std::string& name, model::CohortVersion version) {
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

  absl::Status DropCohort(const std::string& name) {
    return Write([&](index::CatalogueWriter& writer) -> absl::Status {
      writer.PutDocument(model::CohortDocument(absl::AsciiStrToLower(name)), "");
      return absl::OkStatus();
    });
  }

  absl::StatusOr<uint64_t> Delete(std::string_view dataset, const std::vector<std::string>& ids);
  absl::StatusOr<std::vector<Answer>> Query(std::string_view text, const QueryOptions& options);
  absl::StatusOr<CatalogueInfo> Info();

  absl::Status SetPolicy(std::string_view json);
  absl::Status PublishEpoch();
  absl::StatusOr<std::unique_ptr<Guest::Impl>> Admit(const Principal& principal);
  /// With what guests see, loaded when it is first asked for.
  absl::StatusOr<api::Door*> OpenedDoor();

  const api::Door& door() const { return door_; }
  storage::Store& store() { return *store_; }
  execute::UnionCache* unions() { return &unions_; }
  api::QueryCache* prepared() { return &prepared_; }

 private:
  absl::StatusOr<secret::SecretKeys> EnsureKeys();
  bool IsEpochDue() const;

  std::unique_ptr<storage::Store> store_;
  const bool read_only_;
  execute::UnionCache unions_;
  api::QueryCache prepared_;
  const std::unique_ptr<parallel::Workers> workers_;  // of the views
  api::Door door_;
  absl::Mutex door_mutex_ ABSL_ACQUIRED_BEFORE(mutex_);
  absl::Mutex write_mutex_ ABSL_ACQUIRED_BEFORE(mutex_);
  std::atomic<std::thread::id> writing_thread_{};  // that has write_mutex_
  mutable absl::Mutex mutex_;
  bind::CatalogueViewPtr view_ ABSL_GUARDED_BY(mutex_);
  // What ViewWith made last, and of what.
  mutable absl::Mutex other_mutex_ ABSL_ACQUIRED_BEFORE(mutex_);
  mutable std::map<std::string, std::string> other_ontologies_ ABSL_GUARDED_BY(other_mutex_);
  mutable bind::CatalogueViewPtr other_present_ ABSL_GUARDED_BY(other_mutex_);
  mutable bind::CatalogueViewPtr other_view_ ABSL_GUARDED_BY(other_mutex_);
};

absl::StatusOr<std::unique_ptr<Catalogue>> Catalogue::Impl::Open(const std::string& path, const OpenOptions& options) {
  const size_t union_bytes = options.cache_bytes / kUnionShare;
  auto store =
      storage::Store::Open(path, {options.create_if_missing, options.read_only, options.cache_bytes - union_bytes});
  if (!store.ok()) return store.status();
  // While the dictionary and the ontologies are read; it stops when they are.
  std::jthread ahead = ReadAheadOf(**store);
  auto workers = std::make_unique<parallel::Workers>(options.query_threads);
  absl::StatusOr<bind::CatalogueViewPtr> view = api::LoadView(**store, workers.get());
  ahead = std::jthread();
  if (!view.ok()) return view.status();
  OpenOptions opened = options;
  if (opened.ledger.empty()) opened.ledger = absl::StrCat(path, "/ledger");
  return std::unique_ptr<Catalogue>(
      new Catalogue(std::make_unique<Impl>(*std::move(store), std::move(workers), *std::move(view), opened)));
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

absl::StatusOr<std::vector<Answer>> Catalogue::Impl::Query(std::string_view text, const QueryOptions& options) {
  const absl::StatusOr<bind::CatalogueViewPtr> found = ViewWith(options.ontologies);
  if (!found.ok()) return found.status();
  const bind::CatalogueViewPtr& view = *found;
  api::PipelineContext context{*view, unions(), prepared()};
  if (!read_only_) {
    context.cohorts = {
        [&](const std::string& name, model::CohortVersion version) { return SaveCohort(name, std::move(version)); },
        [&](const std::string& name) { return DropCohort(name); }};
  }
  return api::AnswerText(text, options, context);
}

absl::Status Catalogue::Impl::SetPolicy(std::string_view json) {
  // Read first, so that a mistake changes nothing.
  absl::StatusOr<std::optional<api::StoredPolicy>> last = api::LastPolicy(*view()->snapshot().documents);
  if (!last.ok()) return last.status();
  if (auto policy = api::NumberedPolicy(json, *last); !policy.ok()) return policy.status();
  absl::StatusOr<secret::SecretKeys> keys = EnsureKeys();
  if (!keys.ok()) return keys.status();
  const absl::StatusOr<release::Ledger*> ledger = door_.OpenLedger(keys->noise);
  if (!ledger.ok()) return ledger.status();
  const absl::Status written = Write([&](index::CatalogueWriter& writer) -> absl::Status {
    if (absl::Status stored = index::StoreRecordKeys(*store_); !stored.ok()) return stored;
    const storage::Snapshot& present = view()->snapshot();
    last = api::LastPolicy(*present.documents);  // another may have set one since
    if (!last.ok()) return last.status();
    const absl::StatusOr<release::Policy> policy = api::NumberedPolicy(json, *last);
    if (!policy.ok()) return policy.status();
    // Before anybody is answered by it, so that bounds are true whatever comes.
    if (absl::Status widened = (*ledger)->Widen(policy->MaxPeople()); !widened.ok()) return widened;
    for (auto& [name, bytes] : api::DocumentsOfPolicy(*policy, json, *present.documents)) {
      writer.PutDocument(std::move(name), std::move(bytes));
    }
    const absl::StatusOr<std::optional<api::Epoch>> epoch = api::EpochIn(*present.documents);
    if (!epoch.ok()) return epoch.status();
    if (epoch->has_value()) return absl::OkStatus();
    for (auto& [name, bytes] : api::DocumentsOfEpoch(present.manifest, std::nullopt)) {
      writer.PutDocument(std::move(name), std::move(bytes));
    }
    return absl::OkStatus();
  });
  if (!written.ok()) return written;
  if (absl::Status opened = api::OpenDoor(*store_, *view(), &door_); !opened.ok()) return opened;
  return api::NoteOfHost(door_, "policy", "");
}

// Drawn once: other keys would be fresh noise for the same sets.
absl::StatusOr<secret::SecretKeys> Catalogue::Impl::EnsureKeys() {
  absl::StatusOr<std::optional<secret::SecretKeys>> keys = std::nullopt;
  const absl::Status written = Write([&](index::CatalogueWriter& writer) -> absl::Status {
    keys = secret::SecretKeysIn(*view()->snapshot().documents);
    if (!keys.ok()) return keys.status();
    if (keys->has_value()) return absl::OkStatus();
    const absl::StatusOr<secret::SecretKeys> drawn = secret::DrawSecretKeys();
    if (!drawn.ok()) return drawn.status();
    keys = *drawn;
    writer.PutDocument(std::string(secret::kSecretKeysDocument), secret::EncodeSecretKeys(*drawn));
    return absl::OkStatus();
  });
  if (!written.ok()) return written;
  return **keys;
}

absl::StatusOr<api::Door*> Catalogue::Impl::OpenedDoor() {
  absl::MutexLock lock(&door_mutex_);
  if (door_.state() != nullptr) return &door_;
  if (absl::Status opened = api::OpenDoor(*store_, *view(), &door_); !opened.ok()) return opened;
  return &door_;
}

absl::Status Catalogue::Impl::PublishEpoch() {
  const absl::StatusOr<api::Door*> door = OpenedDoor();
  if (!door.ok()) return door.status();
  const absl::Status written = Write([&](index::CatalogueWriter& writer) -> absl::Status {
    const storage::Snapshot& present = view()->snapshot();
    const api::DoorStatePtr state = door_.state();
    const absl::StatusOr<uint64_t> differing = api::DifferingPeople(state->view->snapshot(), present);
    if (!differing.ok()) return differing.status();
    const int64_t least = state->policy.epoch.min_people;
    if (*differing < static_cast<uint64_t>(least)) {
      return absl::FailedPreconditionError(absl::StrCat("since the last epoch ", *differing,
                                                        " people have come, gone or changed, and the policy wants ",
                                                        least, " at least, so that nobody is alone in a step"));
    }
    const absl::StatusOr<std::optional<api::Epoch>> epoch = api::EpochIn(*present.documents);
    if (!epoch.ok()) return epoch.status();
    for (auto& [name, bytes] : api::DocumentsOfEpoch(present.manifest, *epoch)) {
      writer.PutDocument(std::move(name), std::move(bytes));
    }
    return absl::OkStatus();
  });
  if (!written.ok()) return written;
  if (absl::Status opened = api::OpenDoor(*store_, *view(), &door_); !opened.ok()) return opened;
  return api::NoteOfHost(door_, "epoch", "");
}

absl::StatusOr<std::unique_ptr<Guest::Impl>> Catalogue::Impl::Admit(const Principal& principal) {
  if (principal.name.empty()) return absl::InvalidArgumentError("a guest needs a name");
  const absl::StatusOr<api::Door*> door = OpenedDoor();
  if (!door.ok()) return door.status();
  if (IsEpochDue() && !read_only_) PublishEpoch().IgnoreError();  // where too few people differ, the epoch goes on
  const absl::StatusOr<release::Ledger*> ledger = (*door)->OpenLedger((*door)->state()->keys.noise);
  if (!ledger.ok()) return ledger.status();
  const int64_t text_days = (*door)->state()->policy.ledger.text_days;
  if (absl::Status forgotten = (*ledger)->ForgetTexts(text_days); !forgotten.ok()) return forgotten;
  auto guest = std::make_unique<Guest::Impl>(*door, *ledger, principal);
  if (absl::StatusOr<api::GuestViewPtr> view = guest->View(); !view.ok()) return view.status();
  return guest;
}

bool Catalogue::Impl::IsEpochDue() const {
  const api::DoorStatePtr state = door_.state();
  constexpr int64_t kDay = 86'400;
  return absl::ToUnixSeconds(absl::Now()) >= state->epoch_begun + state->policy.epoch.max_days * kDay;
}

absl::StatusOr<CatalogueInfo> Catalogue::Impl::Info() {
  const bind::CatalogueViewPtr view = this->view();
  const storage::Snapshot& snapshot = view->snapshot();
  CatalogueInfo info;
  info.version = snapshot.manifest.version;
  info.format_version = storage::kFormatVersion;
  info.segments = snapshot.segments.size();
  info.disk_bytes = store_->DiskBytes();
  for (const model::EntityInfo& entity : model::Entities()) info.entities.push_back({std::string(entity.plural), 0});
  absl::StatusOr<ontology::SymbolSet> datasets = view->FieldValues(model::field::kDataset);
  if (!datasets.ok()) return datasets.status();
  std::vector<uint64_t> dataset_counts((*datasets)->size(), 0);
  for (const storage::SegmentReaderPtr& segment : snapshot.segments) {
    execute::SegmentExecutor executor(*segment, unions(), nullptr);
    absl::StatusOr<storage::BitmapPtr> live = segment->Live();
    if (!live.ok()) return live.status();
    for (const model::EntityInfo& entity : model::Entities()) {
      absl::StatusOr<storage::BitmapPtr> rows = executor.Live(entity.entity);
      if (!rows.ok()) return rows.status();
      const auto number = static_cast<uint8_t>(entity.entity);
      info.entities[number].rows += *rows == nullptr ? segment->rows(number) : (*rows)->Cardinality();
    }
    for (size_t d = 0; d < dataset_counts.size(); ++d) {
      absl::StatusOr<storage::BitmapPtr> members = segment->Posting(
          {static_cast<uint8_t>(model::Family::kRows), 0, model::field::kDataset, (**datasets)[d]}, segment->rows(0));
      if (!members.ok()) return members.status();
      dataset_counts[d] += *live == nullptr ? (*members)->Cardinality() : storage::Bitmap::AndCount(**members, **live);
    }
  }
  for (size_t d = 0; d < dataset_counts.size(); ++d) {
    if (dataset_counts[d] == 0) continue;
    const model::Symbol symbol = (**datasets)[d];
    const std::string_view label = view->dictionary().Label(symbol);
    info.datasets.push_back({std::string(label.empty() ? view->dictionary().Text(symbol) : label), dataset_counts[d]});
  }
  for (const storage::OntologyInfo& ontology : snapshot.manifest.ontologies) {
    for (CatalogueInfo::Ontology& earlier : info.ontologies) {
      if (earlier.id == ontology.id) earlier.current = false;
    }
    info.ontologies.push_back({ontology.id, ontology.version, ontology.terms, ontology.obsolete, true});
  }
  absl::StatusOr<std::vector<ImportReport>> imports = model::ImportsIn(*snapshot.documents);
  if (!imports.ok()) return imports.status();
  info.imports = *std::move(imports);
  return info;
}

// Of the public API: no exception gets out.

Catalogue::Catalogue(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Catalogue::~Catalogue() = default;

absl::StatusOr<std::unique_ptr<Catalogue>> Catalogue::Open(const std::string& path, const OpenOptions& options) {
  return api::Fence("opening the catalogue", [&] { return Impl::Open(path, options); });
}

absl::StatusOr<ImportReport> Catalogue::Import(const std::vector<std::string>& paths, const ImportOptions& options) {
  return api::Fence("importing", [&] {
    return impl_->Import(options, [&](import::Sink& sink) { return import::ReadFiles(paths, options, sink); });
  });
}

absl::StatusOr<ImportReport> Catalogue::ImportText(std::string_view text, const ImportOptions& options) {
  return api::Fence("importing", [&] {
    return impl_->Import(options, [&](import::Sink& sink) { return import::ReadText(text, options, sink); });
  });
}

absl::StatusOr<uint64_t> Catalogue::Delete(std::string_view dataset, const std::vector<std::string>& ids) {
  return api::Fence("deleting", [&] { return impl_->Delete(dataset, ids); });
}

absl::Status Catalogue::Compact() {
  return api::Fence("compacting", [&] { return impl_->Compact(); });
}

absl::StatusOr<std::vector<Answer>> Catalogue::Query(std::string_view text, const QueryOptions& options) const {
  return api::Fence("answering a query", [&] { return impl_->Query(text, options); });
}

absl::StatusOr<std::unique_ptr<Guest>> Catalogue::Admit(const Principal& principal) const {
  return api::Fence("letting a guest in", [&]() -> absl::StatusOr<std::unique_ptr<Guest>> {
    auto guest = impl_->Admit(principal);
    if (!guest.ok()) return guest.status();
    return std::unique_ptr<Guest>(new Guest(*std::move(guest)));
  });
}

absl::Status Catalogue::SetPolicy(std::string_view json) {
  return api::Fence("setting the policy", [&] { return impl_->SetPolicy(json); });
}

absl::StatusOr<std::string> Catalogue::Policy() const {
  return api::Fence("reading the policy", [&]() -> absl::StatusOr<std::string> {
    const absl::StatusOr<std::optional<api::StoredPolicy>> last = api::LastPolicy(*impl_->view()->snapshot().documents);
    if (!last.ok()) return last.status();
    if (!last->has_value()) return absl::NotFoundError("the catalogue has no policy: guests are not let in");
    return (*last)->json;
  });
}

absl::StatusOr<std::string> Catalogue::ExplainPolicy(std::string_view json) {
  return api::Fence("reading a policy", [&]() -> absl::StatusOr<std::string> {
    const absl::StatusOr<release::Policy> policy = release::ParsePolicy(json);
    if (!policy.ok()) return policy.status();
    return release::ExplainPolicy(*policy);
  });
}

absl::Status Catalogue::PublishEpoch() {
  return api::Fence("beginning an epoch", [&] { return impl_->PublishEpoch(); });
}

absl::Status Catalogue::Ledger(uint64_t from, const std::function<bool(const LedgerEntry&)>& sink) const {
  return api::Fence("reading the ledger", [&]() -> absl::Status {
    const absl::StatusOr<api::Door*> door = impl_->OpenedDoor();
    return door.ok() ? api::ReadLedger(**door, from, sink) : door.status();
  });
}

absl::StatusOr<LedgerCheck> Catalogue::VerifyLedger(std::string_view kept) const {
  return api::Fence("verifying the ledger", [&] { return api::VerifyLedger(impl_->door(), kept); });
}

absl::StatusOr<AuditReport> Catalogue::Audit() const {
  return api::Fence("auditing", [&]() -> absl::StatusOr<AuditReport> {
    const absl::StatusOr<api::Door*> door = impl_->OpenedDoor();
    if (!door.ok()) return door.status();
    return api::Audit(**door);
  });
}

absl::Status Catalogue::Suspend(std::string_view principal) const {
  return api::Fence("suspending", [&]() -> absl::Status {
    const absl::StatusOr<api::Door*> door = impl_->OpenedDoor();
    return door.ok() ? api::NoteOfHost(**door, "suspend", principal) : door.status();
  });
}

absl::Status Catalogue::Reinstate(std::string_view principal) const {
  return api::Fence("reinstating", [&]() -> absl::Status {
    const absl::StatusOr<api::Door*> door = impl_->OpenedDoor();
    return door.ok() ? api::NoteOfHost(**door, "reinstate", principal) : door.status();
  });
}

Completions Catalogue::Complete(std::string_view text, size_t cursor) const {
  Completions completions;
  api::Fence("completing a query", [&] {
    completions = api::Complete(text, cursor, *impl_->view());
    return absl::OkStatus();
  }).IgnoreError();
  return completions;
}

absl::StatusOr<CatalogueInfo> Catalogue::Info() const {
  return api::Fence("describing the catalogue", [&] { return impl_->Info(); });
}

absl::StatusOr<CheckReport> Catalogue::Check(const std::function<void(uint64_t, uint64_t)>& progress) const {
  return api::Fence("checking", [&] {
    const bind::CatalogueViewPtr view = impl_->view();
    return index::Check(impl_->store(), view->snapshot(), view->dictionary(), progress);
  });
}

}  // namespace muster
