// What to say of a name that is no entity.
#ifndef MUSTER_ENGINE_BIND_BOUND_UNKNOWN_ENTITY_H_
#define MUSTER_ENGINE_BIND_BOUND_UNKNOWN_ENTITY_H_

#include <string>
#include <vector>

#include "engine/bind/bound/reporter.h"
#include "engine/model/schema/schema.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// What may be meant by the name of no entity, as hints (meant_records.h).
struct MeantEntity {
  std::vector<std::string> by_value;  ///< a value of another field: sample tumour
  std::vector<std::string> by_name;   ///< what records are called
};

/// No entity is called `name`; suggests what may be counted.
void ReportUnknownEntity(Reporter* reporter, const grammar::Name& name);
/// The same of what `has` asks for; suggests what `space` may have. `meant`: what may be meant by it.
void ReportUnknownEntity(Reporter* reporter, const grammar::Has& has, model::Entity space, MeantEntity meant = {});

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_BOUND_UNKNOWN_ENTITY_H_
