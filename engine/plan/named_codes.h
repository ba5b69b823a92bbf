// Which codes of measurements a plan asks for: a component of a panel that is found by its own code counts by itself.
#ifndef MUSTER_ENGINE_PLAN_NAMED_CODES_H_
#define MUSTER_ENGINE_PLAN_NAMED_CODES_H_

#include "engine/plan/plan.h"

namespace muster::plan {

/// The codes that `rows`, a plan of rows of measurements, names.
NamedCodes NamedCodesOf(const Node& rows);

}  // namespace muster::plan

#endif  // MUSTER_ENGINE_PLAN_NAMED_CODES_H_
