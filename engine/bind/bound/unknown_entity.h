// What to say of a name that is no entity.
#ifndef MUSTER_ENGINE_BIND_BOUND_UNKNOWN_ENTITY_H_
#define MUSTER_ENGINE_BIND_BOUND_UNKNOWN_ENTITY_H_

#include <string>
#include <vector>

#include "engine/bind/bound/reporter.h"
#include "engine/model/schema/schema.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// No entity is called `name`; suggests what may be counted.
void ReportUnknownEntity(Reporter* reporter, const grammar::Name& name);
/// The same of what `has` asks for; suggests what `space` may have. `meant`: what may be meant by it, as hints
/// (meant_records.h).
void ReportUnknownEntity(Reporter* reporter, const grammar::Has& has, model::Entity space,
                         std::vector<std::string> meant = {});

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_BOUND_UNKNOWN_ENTITY_H_
