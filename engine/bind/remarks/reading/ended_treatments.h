// Private to bind/: remarks on treatments that are asked for without a time, so that those that have ended count.
#ifndef MUSTER_ENGINE_BIND_REMARKS_READING_ENDED_TREATMENTS_H_
#define MUSTER_ENGINE_BIND_REMARKS_READING_ENDED_TREATMENTS_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/remarks/asked/side_by_side.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// Notes `has treatment X` without a time if many of the people in question have an end in each of their records of X,
/// and some have a record without one: ends are recorded then, and tell who is on X. `has` is one of `criteria` or
/// within one, and these must be bound without mistakes. Silent if X is asked for a second time with a time, or its
/// name is used.
void RemarkOnEndedTreatments(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria,
                             const grammar::Has& has);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_READING_ENDED_TREATMENTS_H_
