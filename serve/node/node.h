// The catalogue behind the service: access for callers, at the current version.
#ifndef MUSTER_SERVE_NODE_NODE_H_
#define MUSTER_SERVE_NODE_NODE_H_

#include <atomic>
#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/status/statusor.h"
#include "absl/synchronization/mutex.h"
#include "muster/catalogue.h"
#include "muster/guest.h"
#include "muster/schema.h"
#include "serve/config/settings.h"
#include "serve/node/caller.h"
#include "serve/node/recently_used.h"

namespace muster::serve {

/// Guests are cached, as admitting one reads the ledger's accounts.
inline constexpr size_t kMaxGuests = 4'096;

/// One text to be answered for a caller.
struct Question {
  std::string text;
  std::map<std::string, std::string> parameters = {};
  std::map<std::string, std::string> ontologies = {};
  /// The dataset that the question is about, for which the caller may have a grant; empty: all that he may see.
  std::string dataset = {};
  std::chrono::milliseconds deadline{2'000};
  /// Asked to stop when the client has gone.
  std::stop_token gone = {};
};

/// Thread-safe.
class Node {
 public:
  /// Opens the catalogue read-only. Where the settings want the release door and the catalogue has no policy, it is
  /// given one of the three presets, for which it is opened for writing for a moment; `report` gets a sentence of it.
  static absl::StatusOr<std::unique_ptr<Node>> Open(const Settings& settings, std::string* report);

  /// What `caller` gets: the tier that counts for a question about `dataset` (empty: about all).
  Tier TierFor(const Caller& caller, std::string_view dataset) const;
  const TierSettings& SettingsOf(Tier tier) const;
  bool IsExact(Tier tier) const { return SettingsOf(tier).policy == "exact"; }

  /// Answers through the release door, or as the numbers are where the tier is exact: then of the whole catalogue,
  /// whatever `question.dataset` is. NotFound: the policy does not have the tier. Others as of Catalogue::Query and
  /// Catalogue::Admit.
  HeldAnswers Ask(const Caller& caller, const Question& question) const;

  /// Diagnostics of a text, without answering it. They may contain what only the host may know: never pass them on
  /// unchanged.
  absl::StatusOr<std::vector<Answer>> Explain(const std::string& text,
                                              const std::map<std::string, std::string>& parameters) const;

  /// As the host sees the catalogue, for its own use. Never passed on as it is.
  absl::StatusOr<std::vector<Answer>> AskAsHost(const std::string& text,
                                                const std::map<std::string, std::string>& parameters) const;

  /// The fields in which records have `code` or one below it, as the host sees it; empty if nobody has it. Never pass
  /// it on unchanged.
  std::vector<CodePlace> Where(const std::string& code) const;

  /// Whether a loaded ontology has the code, whatever records have.
  bool IsTerm(const std::string& code) const { return catalogue_->IsTerm(code); }

  /// The units in which enough people for `guest` have the assay measured.
  std::vector<std::string> UnitsFor(const Caller& guest, const std::string& assay) const;

  /// How many statements a text has; 0: it cannot be read.
  size_t StatementsIn(const std::string& text) const;

  Completions Complete(const Caller& caller, std::string_view text, size_t cursor) const;

  /// The codes that are listed for `guest` in a field, as of Guest::Listed.
  absl::StatusOr<std::vector<ListedCode>> ListedFor(const Caller& guest, std::string_view entity,
                                                    std::string_view field) const;

  /// What the caller may know to be there: what his tier sees, and datasets that he has a grant for. A name is never
  /// empty.
  std::vector<Collection> Datasets(const Caller& caller) const;
  std::vector<Collection> Cohorts(const Caller& caller) const;
  std::vector<OntologyVersion> Ontologies() const;

  /// Which version is answered from; grows.
  uint64_t version() const { return version_.load(); }

  /// What the catalogue keeps in memory.
  uint64_t cache_bytes() const { return catalogue_->Stats().cache_bytes; }

  /// Looks for a later version, and begins the epoch that is due. Called by one thread now and then.
  absl::Status Refresh();

 private:
  Node() = default;
  struct Names {
    std::vector<Collection> datasets, cohorts;
  };
  absl::Status LoadNames();
  absl::StatusOr<std::vector<std::string>> DatasetIdsFor(Tier tier, const CatalogueInfo& info) const;
  absl::StatusOr<std::vector<std::string>> CohortIdsFor(Tier tier) const;
  const Names& NamesFor(const Caller& caller) const ABSL_SHARED_LOCKS_REQUIRED(mutex_);
  absl::StatusOr<std::shared_ptr<Guest>> AdmitCaller(const Caller& caller, Tier tier, std::string_view dataset) const;

  Settings settings_;
  std::unique_ptr<Catalogue> catalogue_;
  bool guests_are_let_in_ = false;
  std::chrono::steady_clock::time_point next_epoch_ = {};  ///< when Refresh() looks for one that is due
  std::atomic<uint64_t> version_{0};
  mutable absl::Mutex mutex_;
  mutable RecentlyUsed<Guest> guests_{kMaxGuests};
  Names public_names_ ABSL_GUARDED_BY(mutex_);
  Names registered_names_ ABSL_GUARDED_BY(mutex_);
  std::vector<Collection> all_datasets_ ABSL_GUARDED_BY(mutex_);
  std::vector<OntologyVersion> ontologies_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace muster::serve

#endif  // MUSTER_SERVE_NODE_NODE_H_
