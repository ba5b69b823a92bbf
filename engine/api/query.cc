// Of the public API: snapshots and prepared texts. No exception gets out.
#include "muster/query.h"

#include <memory>
#include <utility>

#include "engine/api/calls/call.h"
#include "engine/api/calls/fence.h"
#include "engine/api/catalogue_impl.h"
#include "engine/api/open_snapshot.h"
#include "engine/api/pipeline/prepare.h"
#include "muster/catalogue.h"

namespace muster {

class Snapshot::Impl {
 public:
  std::weak_ptr<Catalogue::Impl> catalogue;
  api::OpenSnapshotPtr open;
};

class Prepared::Impl {
 public:
  // `options`, under the limits that the text was prepared under.
  QueryOptions Under(const QueryOptions& options) const {
    QueryOptions result = options;
    result.max_text_bytes = limits.max_text_bytes;
    result.max_depth = limits.max_depth;
    result.max_terms = limits.max_terms;
    result.max_criteria = limits.max_criteria;
    return result;
  }
  bool HasLimitsOf(const QueryOptions& options) const {
    return options.max_text_bytes == limits.max_text_bytes && options.max_depth == limits.max_depth &&
           options.max_terms == limits.max_terms && options.max_criteria == limits.max_criteria;
  }
  absl::StatusOr<std::vector<Answer>> Run(const QueryOptions& options, const RowSink* sink,
                                          const Snapshot* snapshot) const {
    const std::shared_ptr<Catalogue::Impl> open = catalogue.lock();
    if (open == nullptr) return api::ClosedCatalogue();
    if (snapshot != nullptr && snapshot->impl_->catalogue.lock() != open) {
      return absl::InvalidArgumentError("the snapshot is of another catalogue than the prepared text");
    }
    // Read again, it would be no better, and what was too long was not kept.
    if (parsed == nullptr) {
      std::vector<Answer> answers(1);
      answers[0].diagnostics = diagnostics;
      return answers;
    }
    const api::OpenSnapshot* const version = snapshot != nullptr ? snapshot->impl_->open.get() : nullptr;
    if (HasLimitsOf(options)) return open->Query(text, options, sink, version, parsed);
    return open->Query(text, Under(options), sink, version, parsed);
  }

  std::weak_ptr<Catalogue::Impl> catalogue;
  std::string text;
  QueryOptions limits;
  api::ParsedTextPtr parsed;  // null where the text cannot be read
  std::vector<Diagnostic> diagnostics;
  std::vector<Prepared::Parameter> parameters;
};

absl::StatusOr<std::shared_ptr<const Snapshot>> Catalogue::TakeSnapshot() const {
  return api::Fence("taking a snapshot", [&]() -> absl::StatusOr<std::shared_ptr<const Snapshot>> {
    const std::shared_ptr<Impl> impl = this->impl();
    auto snapshot = std::make_unique<Snapshot::Impl>();
    snapshot->catalogue = impl;
    snapshot->open = std::make_shared<api::OpenSnapshot>(impl->view());
    impl->open_snapshots().Add(snapshot->open);
    return std::shared_ptr<const Snapshot>(new Snapshot(std::move(snapshot)));
  });
}

absl::StatusOr<std::unique_ptr<Prepared>> Catalogue::Prepare(std::string_view text, const QueryOptions& options) const {
  return api::Fence("preparing a text", [&]() -> absl::StatusOr<std::unique_ptr<Prepared>> {
    const std::shared_ptr<Impl> impl = this->impl();
    auto prepared = std::make_unique<Prepared::Impl>();
    prepared->catalogue = impl;
    prepared->limits = {.max_text_bytes = options.max_text_bytes,
                        .max_depth = options.max_depth,
                        .max_terms = options.max_terms,
                        .max_criteria = options.max_criteria};
    // One that is too long is not kept either.
    if (text.size() <= options.max_text_bytes) prepared->text = text;
    prepared->parsed = api::ReadText(text, options, &prepared->diagnostics);
    if (prepared->parsed != nullptr) {
      for (const grammar::ParameterUse& use : prepared->parsed->parameters) {
        prepared->parameters.push_back({use.name, use.list});
      }
      if (prepared->parameters.empty()) {
        absl::StatusOr<std::vector<Diagnostic>> bound = impl->Check(text, options, prepared->parsed);
        if (!bound.ok()) return bound.status();
        prepared->diagnostics = *std::move(bound);
      }
    }
    return std::unique_ptr<Prepared>(new Prepared(std::move(prepared)));
  });
}

Snapshot::Snapshot(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Snapshot::~Snapshot() = default;

uint64_t Snapshot::version() const { return impl_->open->version(); }

absl::StatusOr<std::vector<Answer>> Snapshot::Query(std::string_view text, const QueryOptions& options) const {
  return api::Fence("answering a query", [&]() -> absl::StatusOr<std::vector<Answer>> {
    const std::shared_ptr<Catalogue::Impl> open = impl_->catalogue.lock();
    if (open == nullptr) return api::ClosedCatalogue();
    return open->Query(text, options, nullptr, impl_->open.get(), nullptr);
  });
}

absl::StatusOr<std::vector<Answer>> Snapshot::Stream(std::string_view text, const QueryOptions& options,
                                                     const RowSink& sink) const {
  return api::Fence("answering a query", [&]() -> absl::StatusOr<std::vector<Answer>> {
    const std::shared_ptr<Catalogue::Impl> open = impl_->catalogue.lock();
    if (open == nullptr) return api::ClosedCatalogue();
    return open->Query(text, options, &sink, impl_->open.get(), nullptr);
  });
}

Prepared::Prepared(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Prepared::~Prepared() = default;

const std::string& Prepared::text() const { return impl_->text; }
const std::vector<Diagnostic>& Prepared::diagnostics() const { return impl_->diagnostics; }
size_t Prepared::statements() const { return impl_->parsed != nullptr ? impl_->parsed->statements.size() : 0; }
const std::vector<Prepared::Parameter>& Prepared::parameters() const { return impl_->parameters; }

absl::StatusOr<std::vector<Answer>> Prepared::Run(const QueryOptions& options, const Snapshot* snapshot) const {
  return api::Fence("answering a query", [&] { return impl_->Run(options, nullptr, snapshot); });
}

absl::StatusOr<std::vector<Answer>> Prepared::Stream(const QueryOptions& options, const RowSink& sink,
                                                     const Snapshot* snapshot) const {
  return api::Fence("answering a query", [&] { return impl_->Run(options, &sink, snapshot); });
}

}  // namespace muster
