// Size and use of a cache.
#ifndef MUSTER_STORAGE_CACHE_USE_H_
#define MUSTER_STORAGE_CACHE_USE_H_

#include <cstdint>

namespace muster::storage {

/// Of one cache, since it was made.
struct CacheUse {
  uint64_t bytes = 0;   ///< now
  uint64_t hits = 0;    ///< look-ups that found something
  uint64_t misses = 0;  ///< and that did not
};

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_CACHE_USE_H_
