// Private to bind/: remarks on when treatments began and ended.
#ifndef MUSTER_ENGINE_BIND_REMARKS_TREATMENT_REMARKS_H_
#define MUSTER_ENGINE_BIND_REMARKS_TREATMENT_REMARKS_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/remarks/asked/side_by_side.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// For a `has` about treatments with a condition, bound without mistakes. Started before a day: also finds people who
/// had stopped by then. Named, with something else asked for after its start: also finds what comes after its end. With
/// `none`, started since a day: keeps people who started earlier and continue. Silent if nobody is concerned.
void RemarkOnTreatment(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria,
                       const grammar::Has& has, bool none);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_TREATMENT_REMARKS_H_
