// The error on a name that is not an entity.
#ifndef MUSTER_ENGINE_BIND_BOUND_UNKNOWN_ENTITY_H_
#define MUSTER_ENGINE_BIND_BOUND_UNKNOWN_ENTITY_H_

#include <string>
#include <vector>

#include "engine/bind/bound/reporter.h"
#include "engine/model/schema/schema.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// What a name that is not an entity may mean, as hints (meant_records.h).
struct EntitySuggestions {
  std::vector<std::string> by_value;  ///< a value of another field: sample tumour
  std::vector<std::string> by_name;   ///< what records are called
  bool nothing_is_called_so = false;  ///< no record of any kind
  std::vector<std::string> kinds;     ///< what codes of the entity that is named begin with: MONDO:; empty if not known
};

/// Reports that no entity is called `name`, and suggests what can be counted.
void ReportUnknownEntity(Reporter* reporter, const grammar::Name& name);
/// The same for the name behind `has`; suggests what rows of `space` have. `meant`: what it may mean.
void ReportUnknownEntity(Reporter* reporter, const grammar::Has& has, model::Entity space,
                         EntitySuggestions meant = {});

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_BOUND_UNKNOWN_ENTITY_H_
