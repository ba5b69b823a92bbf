// Private to bind/: remarks on names that are recorded both as a phenotype and as a disease.
#ifndef MUSTER_ENGINE_BIND_REMARKS_RECORDS_NAMESAKES_H_
#define MUSTER_ENGINE_BIND_REMARKS_RECORDS_NAMESAKES_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/remarks/asked/side_by_side.h"

namespace muster::bind {

/// `has disease "melanoma"`, if many more people have a phenotype of that name and not the disease; likewise for
/// phenotypes, and behind `no` and `not`. The criteria must be about individuals and bound without mistakes. Reports
/// nothing to guests.
void RemarkOnNamesakes(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_RECORDS_NAMESAKES_H_
