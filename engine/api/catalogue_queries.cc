// Catalogue, Snapshot and Prepared: what asks.
#include <chrono>
#include <memory>
#include <utility>

#include "absl/cleanup/cleanup.h"
#include "absl/strings/str_cat.h"
#include "allowance/allowance.h"
#include "engine/api/catalogue_impl.h"
#include "engine/api/fence.h"
#include "engine/api/load_view.h"
#include "engine/api/pipeline/prepare.h"
#include "muster/query.h"

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
    absl::StatusOr<bind::CatalogueViewPtr> with = WithOntologies(view, options.ontologies);
    if (!with.ok()) return with.status();
    view = *std::move(with);
  }
  api::PipelineContext context{*view, &unions_, prepared};
  context.parsed = std::move(parsed);
  context.sink = sink;
  if (!read_only_ && snapshot == nullptr) {
    context.cohorts = {
        [&](const std::string& name, model::CohortVersion version) { return SaveCohort(name, std::move(version)); },
        [&](const std::string& name) { return DropCohort(name); }};
  }
  context.cohorts.read_only = read_only_;
  ++counters_.queries;
  ++counters_.running;
  const absl::Cleanup done = [&] { --counters_.running; };
  const auto begin = std::chrono::steady_clock::now();
  Stopped outcome = Stopped::kNo;
  context.outcome = &outcome;
  absl::StatusOr<std::vector<Answer>> answers = api::AnswerText(text, options, context);
  Count(outcome);
  if (!answers.ok()) {
    log_.WriteFailure("answering a query", answers.status());
  } else if (log_.Wants(LogLevel::kDebug)) {
    log_.Write(LogLevel::kDebug, "answered a text of ", answers->size(), " statements in ",
               std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin).count(),
               " us");
  }
  return answers;
}

void Catalogue::Impl::Count(Stopped outcome) {
  switch (outcome) {
    case Stopped::kNo:
      return;
    case Stopped::kCancelled:
      ++counters_.cancelled;
      return;
    case Stopped::kDeadline:
      ++counters_.deadline;
      return log_.Write(LogLevel::kWarning, "a text was not answered before its deadline");
    case Stopped::kMemory:
      ++counters_.too_much_memory;
      return log_.Write(LogLevel::kWarning, "a text would have taken more memory than it may");
  }
}

absl::StatusOr<std::vector<Diagnostic>> Catalogue::Impl::Check(std::string_view text, const QueryOptions& options,
                                                               api::ParsedTextPtr parsed) {
  const bind::CatalogueViewPtr view = this->view();
  api::PipelineContext context{*view, &unions_, &prepared_};
  context.parsed = std::move(parsed);
  if (!read_only_) {
    // It is only bound, so nobody calls them.
    context.cohorts = {[](const std::string&, model::CohortVersion) { return absl::CancelledError(); },
                       [](const std::string&) { return absl::CancelledError(); }};
  }
  context.cohorts.read_only = read_only_;
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

absl::StatusOr<bind::CatalogueViewPtr> Catalogue::Impl::WithOntologies(
    const bind::CatalogueViewPtr& view, const std::map<std::string, std::string>& ontologies) {
  absl::MutexLock lock(&other_mutex_);
  if (other_of_ != view || other_ontologies_ != ontologies) {
    absl::StatusOr<bind::CatalogueViewPtr> made = api::WithOntologies(*store_, *view, ontologies);
    if (!made.ok()) return made.status();
    other_view_ = *std::move(made);
    other_of_ = view;
    other_ontologies_ = ontologies;
  }
  return other_view_;
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
  const storage::CacheUse objects = store_->cache_use();
  const storage::CacheUse unions = unions_.use();
  stats.cache_bytes = objects.bytes + unions.bytes;
  stats.cache_limit_bytes = cache_bytes_;
  stats.cache_hits = objects.hits + unions.hits;
  stats.cache_misses = objects.misses + unions.misses;
  stats.commits = counters_.commits;
  stats.refreshes = counters_.refreshes;
  stats.open_snapshots = snapshots_.size();
  return stats;
}

// Of the public API: no exception gets out.

absl::StatusOr<std::vector<Answer>> Catalogue::Query(std::string_view text, const QueryOptions& options) const {
  return api::Fence("answering a query", [&] { return impl()->Query(text, options, nullptr, nullptr, nullptr); });
}

absl::StatusOr<std::vector<Answer>> Catalogue::Stream(std::string_view text, const QueryOptions& options,
                                                      const RowSink& sink) const {
  return api::Fence("answering a query", [&] { return impl()->Query(text, options, &sink, nullptr, nullptr); });
}

muster::Stats Catalogue::Stats() const { return impl()->Stats(); }

absl::StatusOr<std::shared_ptr<const Snapshot>> Catalogue::TakeSnapshot() const {
  return api::Fence("taking a snapshot", [&]() -> absl::StatusOr<std::shared_ptr<const Snapshot>> {
    const std::shared_ptr<Impl> impl = this->impl();
    auto snapshot = std::make_unique<Snapshot::Impl>();
    snapshot->catalogue = impl;
    snapshot->open = impl->TakeSnapshot();
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
