// The number of an entity in keys and segments.
#ifndef MUSTER_ENGINE_MODEL_SCHEMA_ENTITY_NUMBER_H_
#define MUSTER_ENGINE_MODEL_SCHEMA_ENTITY_NUMBER_H_

#include <cstdint>

#include "engine/model/schema/schema.h"

namespace muster::model {

/// What storage, which does not know the model, calls the entity.
constexpr uint8_t EntityNumber(Entity entity) { return static_cast<uint8_t>(entity); }

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_SCHEMA_ENTITY_NUMBER_H_
