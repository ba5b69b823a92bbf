// Private to bind/: remarks on what is recorded as a phenotype and as a disease by one name.
#ifndef MUSTER_ENGINE_BIND_REMARKS_RECORDS_NAMESAKES_H_
#define MUSTER_ENGINE_BIND_REMARKS_RECORDS_NAMESAKES_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/remarks/side_by_side.h"

namespace muster::bind {

/// `has disease "melanoma"`, where many more have a phenotype that is called so and no such disease; the same of
/// phenotypes, and of what is denied. The criteria are about individuals, and were bound without mistakes. Reports
/// nothing to guests.
void RemarkOnNamesakes(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_RECORDS_NAMESAKES_H_
