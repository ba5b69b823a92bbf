// Of the public API: no exception gets out.
#include "muster/catalogue.h"

#include <memory>
#include <utility>

#include "engine/api/calls/bounded.h"
#include "engine/api/calls/call.h"
#include "engine/api/calls/destruction_notice.h"
#include "engine/api/calls/fence.h"
#include "engine/api/calls/open_handles.h"
#include "engine/api/catalogue_impl.h"
#include "engine/api/catalogue_info.h"
#include "engine/api/completion/complete.h"
#include "engine/api/imports/run_import.h"
#include "engine/api/statements/schema_values.h"
#include "engine/api/versions/changes.h"
#include "engine/import/importer.h"
#include "engine/index/check.h"

namespace muster {

Catalogue::Catalogue(std::shared_ptr<Impl> impl) { api::OpenHandles::Add(this, std::move(impl)); }
Catalogue::~Catalogue() {
  const Uncancellable closing;
  auto impl = std::static_pointer_cast<Impl>(api::OpenHandles::Remove(this));
  const api::DestructionNotice::Notice gone = impl->gone().notice();
  // Who is in a call would wait for itself. At the end of the process, calls are waited for there.
  const bool waits = impl->IsOfThisProcess() && !api::Call::IsUnderWay() && !api::IsProcessEnding();
  impl = nullptr;
  if (waits) gone->WaitForNotification();
}

std::shared_ptr<Catalogue::Impl> Catalogue::impl() const {
  auto impl = std::static_pointer_cast<Impl>(api::OpenHandles::Find(this));
  if (impl == nullptr) throw api::HandleIsClosed();
  return impl;
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
    return api::RunImport(impl()->live(), options,
                          [&](import::Sink& sink) { return import::ReadFiles(paths, options, sink); });
  });
}

absl::StatusOr<ImportReport> Catalogue::ImportText(std::string_view text, const ImportOptions& options) {
  return api::Fence("importing", [&] {
    return api::RunImport(impl()->live(), options,
                          [&](import::Sink& sink) { return import::ReadText(text, options, sink); });
  });
}

absl::StatusOr<uint64_t> Catalogue::Delete(std::string_view dataset, const std::vector<std::string>& ids,
                                           const CallBounds& bounds) {
  return api::Fence("deleting", [&] {
    const std::shared_ptr<Impl> impl = this->impl();
    return api::Bounded("the deletion", bounds, [&] { return api::DeletePeople(impl->live(), dataset, ids); });
  });
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

absl::StatusOr<std::vector<Answer>> Catalogue::Query(std::string_view text, const QueryOptions& options) const {
  return api::Fence("answering a query", [&] { return impl()->Query(text, options, nullptr, nullptr, nullptr); });
}

absl::StatusOr<std::vector<Answer>> Catalogue::Stream(std::string_view text, const QueryOptions& options,
                                                      const RowSink& sink) const {
  return api::Fence("answering a query", [&] { return impl()->Query(text, options, &sink, nullptr, nullptr); });
}

muster::Stats Catalogue::Stats() const {
  const auto open = std::static_pointer_cast<Impl>(api::OpenHandles::Find(this));
  return open != nullptr ? open->Stats() : muster::Stats();
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
  return api::Fence("describing the catalogue", [&] {
    const std::shared_ptr<Impl> impl = this->impl();
    return api::InfoOf(*impl->view(), impl->live().store().DiskBytes(), impl->unions());
  });
}

absl::StatusOr<CheckReport> Catalogue::Check(const std::function<void(uint64_t, uint64_t)>& progress,
                                             const CallBounds& bounds) const {
  return api::Fence("checking", [&] {
    const std::shared_ptr<Impl> impl = this->impl();
    return api::Bounded("the check", bounds, [&] {
      const bind::CatalogueViewPtr view = impl->view();
      return index::Check(impl->live().store(), view->snapshot(), view->dictionary(), progress);
    });
  });
}

}  // namespace muster
