// Private to bind/: for people recorded as alive, facts of a death are not missing.
#ifndef MUSTER_ENGINE_BIND_CRITERIA_OF_THE_LIVING_H_
#define MUSTER_ENGINE_BIND_CRITERIA_OF_THE_LIVING_H_

#include "engine/bind/bound/bound.h"
#include "engine/bind/catalogue/catalogue_view.h"

namespace muster::bind {

/// `condition`, which is true if `field` is missing; but if `field` is about a death, not for people recorded as alive.
ConditionPtr DenyToTheLiving(const CatalogueView& view, ConditionPtr condition, model::FieldId field);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CRITERIA_OF_THE_LIVING_H_
