// Private to bind/: remarks on criteria that hold for who has no record of the kind at all.
#ifndef MUSTER_ENGINE_BIND_REMARKS_RECORDS_NONE_RECORDED_H_
#define MUSTER_ENGINE_BIND_REMARKS_RECORDS_NONE_RECORDED_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/remarks/side_by_side.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// Of `has`, which stands in `criteria`, asks nothing of rows but their terms, was bound without mistakes, and holds
/// (by itself, or behind `not`) for who has no such row. `no variant "SCN1A"`: where most of those whom it leaves have
/// no variant whatever. `no treatment`: where most of those who are asked have none recorded. `at most 2 treatment`:
/// where many of them have none. Silent where other criteria ask for such rows.
void RemarkOnNoneRecorded(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria, grammar::Span span,
                          const grammar::Has& has);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_RECORDS_NONE_RECORDED_H_
