// Private to bind/: remarks on what is not observed: recorded as absent, or not recorded.
#ifndef MUSTER_ENGINE_BIND_REMARKS_ABSENT_OR_SILENT_H_
#define MUSTER_ENGINE_BIND_REMARKS_ABSENT_OR_SILENT_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/remarks/asked/side_by_side.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// Note `absent-or-silent`: of `no phenotype T`, for how many people T is recorded as absent, and for how many nothing
/// of it is recorded; of several terms, for how many each of them is. `has` is one of `criteria`, bound without
/// mistakes, and true for people without such a record; `span` is that of the whole criterion. Whether it was said.
bool SaysAbsentOrSilent(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria, grammar::Span span,
                        const grammar::Has& has);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_ABSENT_OR_SILENT_H_
