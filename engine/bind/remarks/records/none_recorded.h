// Private to bind/: remarks on criteria that are true for people without any record of the entity.
#ifndef MUSTER_ENGINE_BIND_REMARKS_RECORDS_NONE_RECORDED_H_
#define MUSTER_ENGINE_BIND_REMARKS_RECORDS_NONE_RECORDED_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/remarks/asked/side_by_side.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// For a `has` in `criteria` that asks only for terms, was bound without mistakes, and is true (by itself, or behind
/// `not`) for people without such a row. `no variant "SCN1A"`: if most of the people who satisfy it have no variant at
/// all. `no treatment`: if most of the selected people have none recorded. `at most 2 treatment`: if many of them have
/// none. Silent if other criteria ask for such rows.
void RemarkOnNoneRecorded(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria, grammar::Span span,
                          const grammar::Has& has);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_RECORDS_NONE_RECORDED_H_
