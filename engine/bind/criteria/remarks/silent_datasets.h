// Private to bind/: remarks on people of datasets and cohorts that say nothing of what their data may be used for.
#ifndef MUSTER_ENGINE_BIND_CRITERIA_REMARKS_SILENT_DATASETS_H_
#define MUSTER_ENGINE_BIND_CRITERIA_REMARKS_SILENT_DATASETS_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// Of `usable for`, where some dataset or cohort has a data use: how many people are of none that has. Reports nothing
/// to guests.
void NoteSilentDatasets(const CatalogueView& view, Reporter* reporter, grammar::Span span);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CRITERIA_REMARKS_SILENT_DATASETS_H_
