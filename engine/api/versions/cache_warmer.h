// Private to api/: cache warming.
#ifndef MUSTER_ENGINE_API_VERSIONS_CACHE_WARMER_H_
#define MUSTER_ENGINE_API_VERSIONS_CACHE_WARMER_H_

#include "engine/api/pipeline/query_cache.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/execute/rows/union_cache.h"

namespace muster::api {

/// Before `next` is shown, runs the recent queries of `previous`, and its look-ups of values, on the segments that are
/// new in `next`, twice, so that the committing thread pays for the first reads and not the first queries. Answers and
/// errors are dropped. Takes at most about 100 ms.
void WarmCaches(const bind::CatalogueView& previous, const bind::CatalogueView& next, const QueryCache& prepared,
                execute::UnionCache* unions);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_VERSIONS_CACHE_WARMER_H_
