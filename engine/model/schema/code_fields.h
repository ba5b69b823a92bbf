// The fields in which records have terms.
#ifndef MUSTER_ENGINE_MODEL_SCHEMA_CODE_FIELDS_H_
#define MUSTER_ENGINE_MODEL_SCHEMA_CODE_FIELDS_H_

#include <string>
#include <vector>

#include "engine/model/schema/schema.h"

namespace muster::model {

/// All fields of codes of an entity, the main one first. Units are written as codes, but are no terms.
std::vector<FieldId> CodeFieldsOf(Entity entity);

/// "disease stage"; of an entity's main field "disease"; of a person's own "gender".
std::string FieldOfTermsInWords(FieldId field);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_SCHEMA_CODE_FIELDS_H_
