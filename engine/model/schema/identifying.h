// Fields whose values name one person, or tie the records of one person or family together.
#ifndef MUSTER_ENGINE_MODEL_SCHEMA_IDENTIFYING_H_
#define MUSTER_ENGINE_MODEL_SCHEMA_IDENTIFYING_H_

#include "engine/model/schema/schema.h"

namespace muster::model {

/// Ids of persons, families and their members. Somebody who knows such an id may ask for it, but none is ever
/// suggested: neither in completions nor in diagnostics.
constexpr bool IsIdentifying(FieldId id) {
  return id == field::kIndividualId || id == field::kSubjectId || id == field::kAlternateId || id == field::kPerson ||
         id == field::kPedigreeFamily || id == field::kPedigreeMember || id == field::kPedigreeMother ||
         id == field::kPedigreeFather;
}

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_SCHEMA_IDENTIFYING_H_
