// Counters of one open catalogue, for the metrics of the embedding program.
#ifndef MUSTER_STATS_H_
#define MUSTER_STATS_H_

#include <cstdint>

#include "muster/export.h"

namespace muster {

/// Counters since this process opened the catalogue, and current values where a comment says "now". Counters never
/// decrease; each is exact, but they are not all read at the same instant.
struct Stats {
  uint64_t version = 0;  ///< of the catalogue that queries see now
  // Texts, by Query, Stream and Prepared::Run, of the catalogue and its snapshots; not those of guests.
  uint64_t queries = 0;
  uint64_t running_queries = 0;  ///< now
  uint64_t cancelled = 0;        ///< texts that were stopped: by request, by their deadline, by their memory bound
  uint64_t deadline = 0;
  uint64_t too_much_memory = 0;
  uint64_t plan_hits = 0;          ///< texts that were already bound and planned for the same version
  uint64_t plan_misses = 0;        ///< texts that were not
  uint64_t plan_bytes = 0;         ///< estimate of what cached plans and texts take now
  uint64_t cache_bytes = 0;        ///< of decoded bitmaps, columns and unions, now
  uint64_t cache_limit_bytes = 0;  ///< OpenOptions::cache_bytes
  uint64_t cache_hits = 0;         ///< lookups of such objects that found them
  uint64_t cache_misses = 0;       ///< lookups that had to read or compute them
  uint64_t commits = 0;            ///< by this process
  uint64_t refreshes = 0;          ///< calls of Refresh() that found a new version
  uint64_t open_snapshots = 0;     ///< now
};

}  // namespace muster

#endif  // MUSTER_STATS_H_
