// Which codes of measurements a plan asks for: a component of a panel that is found by its own code counts by itself.
#ifndef MUSTER_ENGINE_PLAN_NAMED_CODES_H_
#define MUSTER_ENGINE_PLAN_NAMED_CODES_H_

#include "engine/ontology/terminology.h"
#include "engine/plan/plan.h"

namespace muster::plan {

/// The codes of assays and components that `rows`, a plan of rows of measurements, names; null where it names none.
ontology::SymbolSet NamedCodes(const Node& rows);

}  // namespace muster::plan

#endif  // MUSTER_ENGINE_PLAN_NAMED_CODES_H_
