#include "muster/catalogue.h"

#include <unistd.h>

#include <algorithm>
#include <exception>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <system_error>
#include <thread>
#include <utility>

#include "absl/strings/str_cat.h"
#include "engine/api/bounded.h"
#include "engine/api/catalogue_impl.h"
#include "engine/api/completion/complete.h"
#include "engine/api/fence.h"
#include "engine/api/guest/guest_impl.h"
#include "engine/api/load_view.h"
#include "engine/api/statements/schema_values.h"
#include "engine/api/upgrade.h"
#include "engine/execute/filter/segment_executor.h"
#include "engine/index/check.h"
#include "engine/model/document/stored_import.h"

namespace muster {
namespace {

// Bytes for unions of postings, as a share of the cache; the rest is for decoded postings and columns.
constexpr size_t kUnionShare = 3;

// The same place, whatever folder the process works in later.
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
        // Memory is short: whoever needs what was to be read will say so.
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
      store_(std::move(store)),
      read_only_(options.read_only),
      cache_bytes_(options.cache_bytes),
      log_(options.log, options.log_level),
      unions_(options.cache_bytes / kUnionShare),
      workers_(std::move(workers)),
      guest_access_(options.ledger, &unions_),
      view_(std::move(view)) {}

// What snapshots hold would keep the database open.
Catalogue::Impl::~Impl() { snapshots_.Close(); }

bool Catalogue::Impl::IsOfThisProcess() const { return getpid() == process_; }

bind::CatalogueViewPtr Catalogue::Impl::view() const {
  absl::MutexLock lock(&mutex_);
  return view_;
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
  const absl::StatusOr<std::vector<uint32_t>> outdated = api::OutdatedSegments((*view)->snapshot());
  const absl::Status readable = !outdated.ok() ? outdated.status()
                                : options.read_only && !outdated->empty()
                                    ? api::OutdatedError(path, (*view)->snapshot().manifest)
                                    : absl::OkStatus();
  if (!readable.ok()) {
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
  if (!outdated->empty()) {
    log.Write(LogLevel::kInfo, "rewriting from their records ", outdated->size(), " segments of an older format");
    if (absl::Status upgraded = impl->Upgrade(*outdated); !upgraded.ok()) return upgraded;
  }
  return impl;
}

absl::StatusOr<CatalogueInfo> Catalogue::Impl::Info() {
  const bind::CatalogueViewPtr view = this->view();
  const storage::Snapshot& snapshot = view->snapshot();
  CatalogueInfo info;
  info.version = snapshot.manifest.version;
  info.format_version = snapshot.manifest.format;
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
          {static_cast<uint8_t>(model::PostingKind::kRows), 0, model::field::kDataset, (**datasets)[d]},
          segment->rows(0));
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
  const std::vector<storage::OntologyInfo> used = api::UsedOntologies(snapshot.manifest);
  for (const storage::OntologyInfo& ontology : snapshot.manifest.ontologies) {
    const bool current = std::any_of(used.begin(), used.end(), [&](const storage::OntologyInfo& one) {
      return one.id == ontology.id && one.version == ontology.version;
    });
    info.ontologies.push_back({ontology.id, ontology.version, ontology.terms, ontology.obsolete, current});
  }
  absl::StatusOr<std::vector<ImportReport>> imports = model::ImportsIn(*snapshot.documents);
  if (!imports.ok()) return imports.status();
  info.imports = *std::move(imports);
  return info;
}

// Of the public API: no exception gets out.

Catalogue::Catalogue(std::shared_ptr<Impl> impl) : impl_(std::move(impl)) {}
Catalogue::~Catalogue() {
  const api::Uncancellable closing;
  const api::Gone::Notice gone = impl_->gone().notice();
  // Who is in a call would wait for itself. At the end of the process, calls are waited for there.
  const bool waits = impl_->IsOfThisProcess() && !api::Call::IsUnderWay() && !api::IsProcessEnding();
  impl_ = nullptr;
  if (waits) gone->WaitForNotification();
}

absl::StatusOr<std::unique_ptr<Catalogue>> Catalogue::Open(const std::string& path, const OpenOptions& options) {
  return api::Fence("opening the catalogue", [&]() -> absl::StatusOr<std::unique_ptr<Catalogue>> {
    absl::StatusOr<std::shared_ptr<Impl>> impl = Impl::Open(path, options);
    if (!impl.ok()) return impl.status();
    return std::unique_ptr<Catalogue>(new Catalogue(*std::move(impl)));
  });
}

absl::StatusOr<ImportReport> Catalogue::Import(const std::vector<std::string>& paths, const ImportOptions& options) {
  return api::Fence("importing", [&] {
    return impl()->Import(options, [&](import::Sink& sink) { return import::ReadFiles(paths, options, sink); });
  });
}

absl::StatusOr<ImportReport> Catalogue::ImportText(std::string_view text, const ImportOptions& options) {
  return api::Fence("importing", [&] {
    return impl()->Import(options, [&](import::Sink& sink) { return import::ReadText(text, options, sink); });
  });
}

absl::StatusOr<uint64_t> Catalogue::Delete(std::string_view dataset, const std::vector<std::string>& ids) {
  return api::Fence("deleting", [&] { return impl()->Delete(dataset, ids); });
}

absl::Status Catalogue::Compact(const CallBounds& bounds) {
  return api::Fence("compacting", [&] {
    const std::shared_ptr<Impl> impl = this->impl();  // not destroyed under bounds
    return api::Bounded("compacting", bounds, [&] { return impl->Compact(); });
  });
}

absl::StatusOr<uint64_t> Catalogue::Refresh() {
  return api::Fence("refreshing the catalogue", [&] { return impl()->Refresh(); });
}

absl::StatusOr<uint64_t> Catalogue::Backup(const std::string& to, const CallBounds& bounds) const {
  return api::Fence("making a backup", [&] {
    const std::shared_ptr<Impl> impl = this->impl();
    return api::Bounded("the backup", bounds, [&] { return impl->Backup(to); });
  });
}

absl::StatusOr<uint64_t> Catalogue::Restore(const std::string& from, const std::string& to, const CallBounds& bounds) {
  return api::Fence("restoring a catalogue", [&] {
    return api::Bounded("restoring the catalogue", bounds, [&] { return storage::Store::Copy(from, to); });
  });
}

absl::StatusOr<muster::Schema> Catalogue::Schema() const {
  return api::Fence("describing the model", [&] { return api::SchemaOf(*impl()->view()); });
}

absl::StatusOr<std::vector<CodePlace>> Catalogue::Where(std::string_view code) const {
  return api::Fence("looking for a code", [&] { return api::PlacesOf(code, *impl()->view()); });
}

bool Catalogue::IsTerm(std::string_view code) const {
  bool known = false;
  api::Fence("looking for a term", [&] {
    using Source = ontology::Concept::Source;
    const bind::CatalogueViewPtr view = impl()->view();
    const Source source = view->terminology().Find(model::NormalizeCode(code)).source;
    known = source != Source::kPlain && source != Source::kUnknown;
    return absl::OkStatus();
  }).IgnoreError();
  return known;
}

absl::StatusOr<std::vector<Collection>> Catalogue::Collections() const {
  return api::Fence("describing datasets",
                    [&]() -> absl::StatusOr<std::vector<Collection>> { return api::CollectionsOf(*impl()->view()); });
}

Completions Catalogue::Complete(std::string_view text, size_t cursor) const {
  Completions completions;
  api::Fence("completing a query", [&] {
    completions = api::Complete(text, cursor, *impl()->view());
    return absl::OkStatus();
  }).IgnoreError();
  return completions;
}

absl::StatusOr<CatalogueInfo> Catalogue::Info() const {
  return api::Fence("describing the catalogue", [&] { return impl()->Info(); });
}

absl::StatusOr<CheckReport> Catalogue::Check(const std::function<void(uint64_t, uint64_t)>& progress,
                                             const CallBounds& bounds) const {
  return api::Fence("checking", [&] {
    const std::shared_ptr<Impl> impl = this->impl();
    return api::Bounded("the check", bounds, [&] {
      const bind::CatalogueViewPtr view = impl->view();
      return index::Check(impl->store(), view->snapshot(), view->dictionary(), progress);
    });
  });
}

}  // namespace muster
