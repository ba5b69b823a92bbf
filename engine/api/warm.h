// Private to api/: what queries ask of a version, read before they ask.
#ifndef MUSTER_ENGINE_API_WARM_H_
#define MUSTER_ENGINE_API_WARM_H_

#include "engine/api/pipeline/query_cache.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/execute/rows/union_cache.h"

namespace muster::api {

/// Before `next` is shown: asks the segments that `previous` does not have what the texts lately asked of `previous`
/// ask, and which values the fields have that were looked up. The thread that commits pays for reading and decoding
/// them, and for what is made when it is asked for again, instead of the first queries of the version. Answers are
/// thrown away, and so are errors: who asks gets them. Takes about a tenth of a second at most, whatever was asked.
void Warm(const bind::CatalogueView& previous, const bind::CatalogueView& next, const QueryCache& prepared,
          execute::UnionCache* unions);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_WARM_H_
