// Private to bind/: remarks on values of a panel, which has several.
#ifndef MUSTER_ENGINE_BIND_CRITERIA_REMARKS_ANY_COMPONENT_H_
#define MUSTER_ENGINE_BIND_CRITERIA_REMARKS_ANY_COMPONENT_H_

#include "engine/bind/bound/bound.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// Note `any-component`: `has measurement LOINC:85354-9 >= 100 mmHg`, a blood pressure, where values of several of its
/// components meet what is asked. `exists`: `has`, bound, which has terms and a condition. Reports nothing where the
/// component is said.
void NoteAnyComponent(const CatalogueView& view, Reporter* reporter, const grammar::Has& has, const Condition& exists);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CRITERIA_REMARKS_ANY_COMPONENT_H_
