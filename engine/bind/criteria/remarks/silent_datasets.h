// Private to bind/: remarks on people whose datasets and cohorts do not state a data use.
#ifndef MUSTER_ENGINE_BIND_CRITERIA_REMARKS_SILENT_DATASETS_H_
#define MUSTER_ENGINE_BIND_CRITERIA_REMARKS_SILENT_DATASETS_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// For `usable for`, if some dataset or cohort states a data use: how many people are in none that does. Reports
/// nothing to guests.
void NoteSilentDatasets(const CatalogueView& view, Reporter* reporter, grammar::Span span);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CRITERIA_REMARKS_SILENT_DATASETS_H_
