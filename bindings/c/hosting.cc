// Following a writer, copies, counters, the model.
#include <optional>
#include <string>

#include "bindings/c/calls.h"
#include "bindings/c/options.h"
#include "bindings/c/report_tables.h"
#include "muster/catalogue.h"
#include "muster/stats.h"

namespace muster::c {
namespace {

std::optional<uint64_t> Counter(const Stats& stats, int32_t counter) {
  switch (counter) {
    case MUSTER_STAT_VERSION:
      return stats.version;
    case MUSTER_STAT_QUERIES:
      return stats.queries;
    case MUSTER_STAT_RUNNING_QUERIES:
      return stats.running_queries;
    case MUSTER_STAT_CANCELLED:
      return stats.cancelled;
    case MUSTER_STAT_DEADLINE:
      return stats.deadline;
    case MUSTER_STAT_TOO_MUCH_MEMORY:
      return stats.too_much_memory;
    case MUSTER_STAT_PLAN_HITS:
      return stats.plan_hits;
    case MUSTER_STAT_PLAN_MISSES:
      return stats.plan_misses;
    case MUSTER_STAT_PLAN_BYTES:
      return stats.plan_bytes;
    case MUSTER_STAT_CACHE_BYTES:
      return stats.cache_bytes;
    case MUSTER_STAT_CACHE_LIMIT_BYTES:
      return stats.cache_limit_bytes;
    case MUSTER_STAT_CACHE_HITS:
      return stats.cache_hits;
    case MUSTER_STAT_CACHE_MISSES:
      return stats.cache_misses;
    case MUSTER_STAT_COMMITS:
      return stats.commits;
    case MUSTER_STAT_REFRESHES:
      return stats.refreshes;
    case MUSTER_STAT_OPEN_SNAPSHOTS:
      return stats.open_snapshots;
    default:
      return std::nullopt;
  }
}

// What a call that yields a version returns.
Failure Tell(const absl::StatusOr<uint64_t>& found, uint64_t* version) {
  if (!found.ok()) return FailureOf(found.status());
  if (version != nullptr) *version = *found;
  return Ok();
}

}  // namespace
}  // namespace muster::c

using muster::c::Failure;
using muster::c::FailureOf;
using muster::c::Host;
using muster::c::OnCatalogue;

muster_code muster_refresh(muster_catalogue* catalogue, uint64_t* version, muster_error** error) {
  return OnCatalogue(catalogue, error, [&](Host& host) -> Failure {
    Failure failure = muster::c::Tell(host.catalogue().Refresh(), version);
    if (failure.code == MUSTER_PRECONDITION) failure.code = MUSTER_FORMAT;
    return failure;
  });
}

muster_code muster_backup(muster_catalogue* catalogue, muster_text to, muster_cancel* cancel, uint64_t* version,
                          muster_error** error) {
  return OnCatalogue(catalogue, error, [&](Host& host) -> Failure {
    if (!muster::c::IsText(to) || !muster::c::IsOrNull(cancel)) return muster::c::Invalid("the path or token is none");
    return muster::c::Tell(host.catalogue().Backup(std::string(muster::c::ViewOf(to)), muster::c::BoundsOf(cancel)),
                           version);
  });
}

muster_code muster_restore(muster_text from, muster_text to, muster_cancel* cancel, uint64_t* version,
                           muster_error** error) {
  return muster::c::Guarded(error, [&]() -> Failure {
    if (!muster::c::IsText(from) || !muster::c::IsText(to) || !muster::c::IsOrNull(cancel)) {
      return muster::c::Invalid("a path or the token is none");
    }
    return muster::c::Tell(muster::Catalogue::Restore(std::string(muster::c::ViewOf(from)),
                                                      std::string(muster::c::ViewOf(to)), muster::c::BoundsOf(cancel)),
                           version);
  });
}

muster_code muster_stats(muster_catalogue* catalogue, int32_t counter, uint64_t* value, muster_error** error) {
  return OnCatalogue(catalogue, error, [&](Host& host) -> Failure {
    const std::optional<uint64_t> found = muster::c::Counter(host.catalogue().Stats(), counter);
    if (!found.has_value() || value == nullptr) return muster::c::Invalid("there is no such counter");
    *value = *found;
    return muster::c::Ok();
  });
}

muster_code muster_schema(muster_catalogue* catalogue, muster_answers** out, muster_error** error) {
  if (out != nullptr) *out = nullptr;
  return OnCatalogue(catalogue, error, [&](Host& host) -> Failure {
    const auto schema = host.catalogue().Schema();
    return schema.ok() ? muster::c::HandOut(muster::c::TablesOf(*schema), "", out) : FailureOf(schema.status());
  });
}

muster_code muster_where(muster_catalogue* catalogue, muster_text code, muster_answers** out, muster_error** error) {
  if (out != nullptr) *out = nullptr;
  return OnCatalogue(catalogue, error, [&](Host& host) -> Failure {
    if (!muster::c::IsText(code)) return muster::c::Invalid("the code is NULL");
    const auto places = host.catalogue().Where(muster::c::ViewOf(code));
    return places.ok() ? muster::c::HandOut(muster::c::TablesOf(*places), "", out) : FailureOf(places.status());
  });
}

muster_code muster_collections(muster_catalogue* catalogue, muster_answers** out, muster_error** error) {
  if (out != nullptr) *out = nullptr;
  return OnCatalogue(catalogue, error, [&](Host& host) -> Failure {
    const auto found = host.catalogue().Collections();
    return found.ok() ? muster::c::HandOut(muster::c::TablesOf(*found), "", out) : FailureOf(found.status());
  });
}
