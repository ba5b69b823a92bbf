// Which names a guest may not write: fields that name single people, and what a policy hides beside them.
#ifndef MUSTER_ENGINE_RELEASE_POLICY_HIDDEN_NAMES_H_
#define MUSTER_ENGINE_RELEASE_POLICY_HIDDEN_NAMES_H_

#include <string_view>

#include "engine/model/schema/schema.h"
#include "engine/release/policy/tier_limits.h"

namespace muster::release {

/// Hidden in every tier: person id; family, member, mother and father of a pedigree; chromosome and position of a
/// variant; and all ids that are kept as text.
bool IsAlwaysHidden(model::FieldId field);

bool IsHidden(model::FieldId field, const HiddenNames& hidden);
/// The entity, or one above it, is hidden.
bool IsHidden(model::Entity entity, const HiddenNames& hidden);

/// Adds a name of a policy: an entity ("variant"), a field of the individual ("birth date"), or an entity and a field
/// of it ("sample tissue"). False if `name` is none of these.
bool Hide(std::string_view name, HiddenNames* hidden);

}  // namespace muster::release

#endif  // MUSTER_ENGINE_RELEASE_POLICY_HIDDEN_NAMES_H_
