// Remarks on names in a query that are not exact names of the terms that they are taken for.
#ifndef MUSTER_ENGINE_BIND_VALUES_REMARKS_INEXACT_NAMES_H_
#define MUSTER_ENGINE_BIND_VALUES_REMARKS_INEXACT_NAMES_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/ontology/terminology.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// "epilepsy" is a related synonym of Seizure, and seizures are more than epilepsy: notes the term if `found` has the
/// name neither as a label nor as an exact synonym.
void NoteInexactName(const CatalogueView& view, Reporter* reporter, const grammar::Literal& literal,
                     const ontology::Concept& found);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_VALUES_REMARKS_INEXACT_NAMES_H_
