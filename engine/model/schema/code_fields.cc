#include "engine/model/schema/code_fields.h"

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "engine/model/schema/schema.h"

namespace muster::model {

std::vector<FieldId> CodeFieldsOf(Entity entity) {
  const int primary = Info(entity).primary;
  std::vector<FieldId> fields;
  if (primary >= 0) fields.push_back(static_cast<FieldId>(primary));
  for (const FieldId field : FieldsOf(entity)) {
    const bool unit = Info(field).name == "unit";
    if (Info(field).kind == Kind::kCode && !unit && static_cast<int>(field) != primary) fields.push_back(field);
  }
  return fields;
}

std::string FieldOfTermsInWords(FieldId field) {
  const EntityInfo& entity = Info(Info(field).entity);
  if (entity.primary == static_cast<int>(field)) return std::string(entity.name);
  if (entity.entity == Entity::kIndividual) return std::string(Info(field).name);
  return absl::StrCat(std::string(entity.name), " ", std::string(Info(field).name));
}

}  // namespace muster::model
