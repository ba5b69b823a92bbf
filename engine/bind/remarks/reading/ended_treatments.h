// Private to bind/: remarks on treatments that are asked for without a time, so that those that have ended count.
#ifndef MUSTER_ENGINE_BIND_REMARKS_READING_ENDED_TREATMENTS_H_
#define MUSTER_ENGINE_BIND_REMARKS_READING_ENDED_TREATMENTS_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/remarks/asked/side_by_side.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// `has treatment X`, of which no time is asked: if many of the people in question have an end of X in all records, and
/// some none in one, so that ends are recorded and decide who is on X. `has` is one of `criteria` or within one, and
/// these must be bound without mistakes. Silent if X is asked for a second time with a time, or its name is used.
void RemarkOnEndedTreatments(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria,
                             const grammar::Has& has);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_READING_ENDED_TREATMENTS_H_
