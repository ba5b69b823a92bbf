#include "muster/catalogue.h"

#include <algorithm>
#include <chrono>
#include <stop_token>
#include <thread>
#include <utility>

#include "absl/base/thread_annotations.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/synchronization/mutex.h"
#include "engine/api/answer.h"
#include "engine/api/complete.h"
#include "engine/api/load_view.h"
#include "engine/api/warm.h"
#include "engine/execute/segment_executor.h"
#include "engine/import/importer.h"
#include "engine/index/broad_terms.h"
#include "engine/index/catalogue_writer.h"
#include "engine/index/check.h"
#include "engine/parallel/workers.h"
#include "storage/store.h"

namespace muster {
namespace {

// Bytes for unions of postings, as a share of the cache; the rest is for decoded postings and columns.
constexpr size_t kUnionShare = 3;

// Hands what an import reads to the writer.
class WriterSink : public import::Sink {
 public:
  explicit WriterSink(index::CatalogueWriter& writer) : writer_(writer) {}
  model::Symbol Intern(std::string_view text, std::string_view label) override { return writer_.Intern(text, label); }
  absl::Status AddRecord(model::Record&& record, bool* replaced) override {
    return writer_.AddRecord(record, replaced);
  }
  absl::Status AddOntology(ontology::OntologyPtr ontology) override {
    writer_.AddOntology(*ontology);
    return absl::OkStatus();
  }
  absl::Status AddCollection(model::Collection collection) override {
    writer_.PutDocument(model::CollectionDocument(collection.kind, collection.id), model::EncodeCollection(collection));
    return absl::OkStatus();
  }

 private:
  index::CatalogueWriter& writer_;
};

}  // namespace

class Catalogue::Impl {
 public:
  Impl(std::unique_ptr<storage::Store> store, std::unique_ptr<parallel::Workers> workers, bind::CatalogueViewPtr view,
       const OpenOptions& options)
      : store_(std::move(store)),
        read_only_(options.read_only),
        unions_(options.cache_bytes / kUnionShare),
        workers_(std::move(workers)),
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

  absl::Status CheckWritable() const {
    return read_only_ ? absl::FailedPreconditionError("the catalogue was opened read-only") : absl::OkStatus();
  }

  // Runs `change` with a writer, commits, and lets queries see the new version.
  template <typename F>
  absl::Status Write(F&& change) {
    if (absl::Status status = CheckWritable(); !status.ok()) return status;
    absl::MutexLock lock(&write_mutex_);
    index::CatalogueWriter writer(*store_, view()->dictionary_ptr());
    if (absl::Status status = change(writer); !status.ok()) return status;
    if (absl::Status status = writer.Commit(); !status.ok()) return status;
    absl::StatusOr<bind::CatalogueViewPtr> next =
        api::NextView(*store_, *view(), writer.dictionary(), writer.has_ontologies());
    if (!next.ok()) return next.status();
    api::Warm(*view(), **next, prepared_, &unions_);
    {
      absl::MutexLock view_lock(&mutex_);
      view_.swap(*next);
    }
    // From here on `*next` is the view before, which goes without anybody waiting.
    PrepareBroadTerms(**next, writer.has_ontologies());
    return absl::OkStatus();
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
    absl::Status status = Write([&](index::CatalogueWriter& writer) -> absl::Status {
      WriterSink sink(writer);
      absl::StatusOr<ImportReport> done = read(sink);
      if (!done.ok()) return done.status();
      report = *std::move(done);
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
    return report;
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

  storage::Store& store() { return *store_; }
  execute::UnionCache* unions() { return &unions_; }
  api::QueryCache* prepared() { return &prepared_; }

 private:
  std::unique_ptr<storage::Store> store_;
  const bool read_only_;
  execute::UnionCache unions_;
  api::QueryCache prepared_;
  const std::unique_ptr<parallel::Workers> workers_;  // of the views
  absl::Mutex write_mutex_ ABSL_ACQUIRED_BEFORE(mutex_);
  mutable absl::Mutex mutex_;
  bind::CatalogueViewPtr view_ ABSL_GUARDED_BY(mutex_);
  // What ViewWith made last, and of what.
  mutable absl::Mutex other_mutex_ ABSL_ACQUIRED_BEFORE(mutex_);
  mutable std::map<std::string, std::string> other_ontologies_ ABSL_GUARDED_BY(other_mutex_);
  mutable bind::CatalogueViewPtr other_present_ ABSL_GUARDED_BY(other_mutex_);
  mutable bind::CatalogueViewPtr other_view_ ABSL_GUARDED_BY(other_mutex_);
};

Catalogue::Catalogue(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Catalogue::~Catalogue() = default;

absl::StatusOr<std::unique_ptr<Catalogue>> Catalogue::Open(const std::string& path, const OpenOptions& options) {
  const size_t union_bytes = options.cache_bytes / kUnionShare;
  auto store =
      storage::Store::Open(path, {options.create_if_missing, options.read_only, options.cache_bytes - union_bytes});
  if (!store.ok()) return store.status();
  // While the dictionary and the ontologies are read; it stops when they are.
  std::jthread ahead([&](const std::stop_token& stop) { (*store)->ReadAhead(stop); });
  auto workers = std::make_unique<parallel::Workers>(options.query_threads);
  absl::StatusOr<bind::CatalogueViewPtr> view = api::LoadView(**store, workers.get());
  ahead.request_stop();
  ahead.join();
  if (!view.ok()) return view.status();
  return std::unique_ptr<Catalogue>(
      new Catalogue(std::make_unique<Impl>(*std::move(store), std::move(workers), *std::move(view), options)));
}

absl::StatusOr<ImportReport> Catalogue::Import(const std::vector<std::string>& paths, const ImportOptions& options) {
  return impl_->Import(options, [&](import::Sink& sink) { return import::ReadFiles(paths, options, sink); });
}

absl::StatusOr<ImportReport> Catalogue::ImportText(std::string_view text, const ImportOptions& options) {
  return impl_->Import(options, [&](import::Sink& sink) { return import::ReadText(text, options, sink); });
}

absl::StatusOr<uint64_t> Catalogue::Delete(std::string_view dataset, const std::vector<std::string>& ids) {
  uint64_t removed = 0;
  absl::Status status = impl_->Write([&](index::CatalogueWriter& writer) -> absl::Status {
    for (const std::string& id : ids) {
      absl::StatusOr<bool> was_there = writer.Remove(dataset, id);
      if (!was_there.ok()) return was_there.status();
      removed += *was_there ? 1 : 0;
    }
    return absl::OkStatus();
  });
  if (!status.ok()) return status;
  return removed;
}

absl::StatusOr<std::vector<Answer>> Catalogue::Query(std::string_view text, const QueryOptions& options) const {
  const absl::StatusOr<bind::CatalogueViewPtr> found = impl_->ViewWith(options.ontologies);
  if (!found.ok()) return found.status();
  const bind::CatalogueViewPtr& view = *found;
  api::AnswerContext context{*view, impl_->unions(), impl_->prepared()};
  if (impl_->CheckWritable().ok()) {
    context.cohorts = {[&](const std::string& name, model::CohortVersion version) {
                         return impl_->SaveCohort(name, std::move(version));
                       },
                       [&](const std::string& name) { return impl_->DropCohort(name); }};
  }
  return api::AnswerText(text, options, context);
}

Completions Catalogue::Complete(std::string_view text, size_t cursor) const {
  return api::Complete(text, cursor, *impl_->view());
}

absl::StatusOr<CatalogueInfo> Catalogue::Info() const {
  const bind::CatalogueViewPtr view = impl_->view();
  const storage::Snapshot& snapshot = view->snapshot();
  CatalogueInfo info;
  info.version = snapshot.manifest.version;
  info.format_version = storage::kFormatVersion;
  info.segments = snapshot.segments.size();
  info.disk_bytes = impl_->store().DiskBytes();
  for (const model::EntityInfo& entity : model::Entities()) info.entities.push_back({std::string(entity.plural), 0});
  absl::StatusOr<ontology::SymbolSet> datasets = view->FieldValues(model::field::kDataset);
  if (!datasets.ok()) return datasets.status();
  std::vector<uint64_t> dataset_counts((*datasets)->size(), 0);
  for (const storage::SegmentReaderPtr& segment : snapshot.segments) {
    execute::SegmentExecutor executor(*segment, impl_->unions(), nullptr);
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
  return info;
}

absl::StatusOr<CheckReport> Catalogue::Check(const std::function<void(uint64_t, uint64_t)>& progress) const {
  const bind::CatalogueViewPtr view = impl_->view();
  return index::Check(impl_->store(), view->snapshot(), view->dictionary(), progress);
}

std::string_view Version() { return "0.1.0"; }

}  // namespace muster
