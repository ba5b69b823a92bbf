// Private to bind/: remarks on a term that many people have only through another term below it.
#ifndef MUSTER_ENGINE_BIND_REMARKS_RECORDS_TERM_BELOW_H_
#define MUSTER_ENGINE_BIND_REMARKS_RECORDS_TERM_BELOW_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/remarks/asked/side_by_side.h"

namespace muster::bind {

/// `has disease "colorectal cancer"`, where many have the term itself and many others only "Lynch syndrome", which lies
/// below it and is another thing by its name. The criteria must be about individuals and bound without mistakes.
/// Reports nothing to guests.
void RemarkOnTermBelow(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_RECORDS_TERM_BELOW_H_
