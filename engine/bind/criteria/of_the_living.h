// Private to bind/: who is recorded as alive has not died, so that nothing of a death is missing.
#ifndef MUSTER_ENGINE_BIND_CRITERIA_OF_THE_LIVING_H_
#define MUSTER_ENGINE_BIND_CRITERIA_OF_THE_LIVING_H_

#include "engine/bind/bound/bound.h"
#include "engine/bind/catalogue/catalogue_view.h"

namespace muster::bind {

/// `condition`, which admits whose `field` is missing; where that is one of deaths, not those who are alive.
ConditionPtr DenyToTheLiving(const CatalogueView& view, ConditionPtr condition, model::FieldId field);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CRITERIA_OF_THE_LIVING_H_
