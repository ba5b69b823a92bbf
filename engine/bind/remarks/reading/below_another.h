// Private to bind/: remarks on two criteria of which one implies or excludes the other by the ontology.
#ifndef MUSTER_ENGINE_BIND_REMARKS_READING_BELOW_ANOTHER_H_
#define MUSTER_ENGINE_BIND_REMARKS_READING_BELOW_ANOTHER_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/remarks/asked/side_by_side.h"

namespace muster::bind {

/// Note `below-another`: `has disease "Noonan syndrome" and no disease "hypertrophic cardiomyopathy"`, where the first
/// lies below the second, so that nobody is left; without `no` the second leaves out nobody. By the words and the
/// ontology alone. The criteria must be about individuals and bound without mistakes. Reports nothing to guests.
void RemarkOnBelowAnother(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_READING_BELOW_ANOTHER_H_
