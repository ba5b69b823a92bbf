// Private to bind/: remarks on variants that are asked for by their gene alone, so that rejected and benign ones count.
#ifndef MUSTER_ENGINE_BIND_REMARKS_READING_REJECTED_VARIANTS_H_
#define MUSTER_ENGINE_BIND_REMARKS_READING_REJECTED_VARIANTS_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/remarks/asked/side_by_side.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// `has variant X`, of which nothing more is asked: if some of the people in question have no variant of X but such as
/// were rejected as the diagnosis, or are benign or likely benign. `has` is one of `criteria` or within one, and these
/// must be bound without mistakes. Silent if variants are asked for a second time with a condition.
void RemarkOnRejectedVariants(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria,
                              const grammar::Has& has);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_READING_REJECTED_VARIANTS_H_
