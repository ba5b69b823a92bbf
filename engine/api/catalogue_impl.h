// Private to api/: what is behind a Catalogue.
#ifndef MUSTER_ENGINE_API_CATALOGUE_IMPL_H_
#define MUSTER_ENGINE_API_CATALOGUE_IMPL_H_

#include <sys/types.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/api/calls/destruction_notice.h"
#include "engine/api/calls/host_log.h"
#include "engine/api/guest/guest_impl.h"
#include "engine/api/hosting/guest_host.h"
#include "engine/api/open_objects.h"
#include "engine/api/open_snapshot.h"
#include "engine/api/pipeline/pipeline.h"
#include "engine/api/query_counters.h"
#include "engine/api/versions/live_catalogue.h"
#include "engine/api/versions/other_ontologies.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/execute/rows/union_cache.h"
#include "engine/parallel/workers.h"
#include "muster/catalogue.h"
#include "muster/guest.h"
#include "storage/store.h"

namespace muster {

/// The parts of an open catalogue, and the calls that need several of them. Thread-safe, as Catalogue says. Prepared
/// texts, snapshots and guests share it during their calls, so that it is not destroyed under them.
class Catalogue::Impl : public std::enable_shared_from_this<Catalogue::Impl> {
 public:
  static absl::StatusOr<std::shared_ptr<Impl>> Open(const std::string& path, const OpenOptions& options);
  Impl(std::unique_ptr<storage::Store> store, std::unique_ptr<parallel::Workers> workers, bind::CatalogueViewPtr view,
       const OpenOptions& options);
  ~Impl();

  /// Tells when this, and the store with it, has been destroyed.
  const api::DestructionNotice& gone() const { return gone_; }
  /// False in the child of a fork, which has none of the threads.
  bool IsOfThisProcess() const;

  /// The current version.
  bind::CatalogueViewPtr view() const { return live_.view(); }

  /// `sink` may be null. `snapshot`: the version to query; null: the current one. `parsed`: the result of an earlier
  /// parse of the text; may be null.
  absl::StatusOr<std::vector<Answer>> Query(std::string_view text, const QueryOptions& options, const RowSink* sink,
                                            const api::OpenSnapshot* snapshot, api::ParsedTextPtr parsed);
  /// The diagnostics of a text without parameters, on the current version.
  absl::StatusOr<std::vector<Diagnostic>> Check(std::string_view text, const QueryOptions& options,
                                                api::ParsedTextPtr parsed);
  muster::Stats Stats() const;

  absl::Status Compact();
  absl::StatusOr<uint64_t> Refresh();
  absl::StatusOr<uint64_t> Backup(const std::string& to);
  absl::StatusOr<std::shared_ptr<Guest::Impl>> Admit(const Principal& principal);

  api::LiveCatalogue& live() { return live_; }
  api::GuestHost& guests() { return guests_; }
  api::OpenObjects<api::OpenSnapshot>& open_snapshots() { return open_snapshots_; }
  execute::UnionCache* unions() { return &unions_; }

 private:
  // For a catalogue that is open read-only: opens it again, for writing.
  absl::Status WriteEpochElsewhere(bool even_for_few);

  // Members that are destroyed last come first: caches and views need the store.
  const api::DestructionNotice gone_;
  const pid_t process_;
  const api::HostLog log_;
  api::LiveCatalogue live_;
  const size_t cache_bytes_;
  api::QueryCounters counters_;
  execute::UnionCache unions_;
  api::QueryCache prepared_;
  api::OtherOntologies other_ontologies_;
  api::OpenObjects<api::OpenSnapshot> open_snapshots_;
  api::OpenObjects<Guest::Impl> open_guests_;
  api::GuestHost guests_;
};

}  // namespace muster

#endif  // MUSTER_ENGINE_API_CATALOGUE_IMPL_H_
