// Private to bind/: whether one record can satisfy two criteria.
#ifndef MUSTER_ENGINE_BIND_REMARKS_RECORDS_ROWS_OF_BOTH_H_
#define MUSTER_ENGINE_BIND_REMARKS_RECORDS_ROWS_OF_BOTH_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/model/schema/schema.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// Whether some live row of `entity` has the codes and words of both `a` and `b`, which must be bound without mistakes.
/// Their other conditions, such as numbers and times, are ignored, so that only postings are read. True for guests.
bool SomeRowMayMeetBoth(const CatalogueView& view, Reporter* reporter, const grammar::Has& a, const grammar::Has& b,
                        model::Entity entity);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_RECORDS_ROWS_OF_BOTH_H_
