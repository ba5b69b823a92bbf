#include "engine/release/policy/hidden_names.h"

#include "engine/bind/bound/scope.h"
#include "engine/model/schema/identifying.h"

namespace muster::release {

bool IsAlwaysHidden(model::FieldId field) {
  using namespace model::field;
  return model::IsIdentifying(field) || field == kVariantChromosome || field == kVariantPosition ||
         field == kSampleId || field == kRunId || field == kAnalysisId || field == kInterpretationId ||
         field == kVariantId || field == kPhenotypeSample || field == kMeasurementSample || field == kFileSample ||
         field == kSampleDerivedFrom || field == kRelationSample;
}

bool IsHidden(model::FieldId field, const HiddenNames& hidden) {
  return IsAlwaysHidden(field) || hidden.fields.contains(field) || IsHidden(model::Info(field).entity, hidden);
}

bool IsHidden(model::Entity entity, const HiddenNames& hidden) {
  while (!hidden.entities.contains(entity)) {
    if (entity == model::Entity::kIndividual) return false;
    entity = model::Info(entity).parent;
  }
  return true;
}

bool Hide(std::string_view name, HiddenNames* hidden) {
  // No tier is without people.
  if (const auto entity = bind::FindEntity(name); entity && *entity != model::Entity::kIndividual) {
    hidden->entities.insert(*entity);
    return true;
  }
  if (const auto field = bind::FindField(model::Entity::kIndividual, name)) {
    hidden->fields.insert(*field);
    return true;
  }
  for (size_t blank = name.find(' '); blank != std::string_view::npos; blank = name.find(' ', blank + 1)) {
    const auto entity = bind::FindEntity(name.substr(0, blank));
    const auto field = entity ? bind::FindField(*entity, name.substr(blank + 1)) : std::nullopt;
    if (!field) continue;
    hidden->fields.insert(*field);
    return true;
  }
  return false;
}

}  // namespace muster::release
