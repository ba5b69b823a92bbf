// The error on a name that is not a field.
#ifndef MUSTER_ENGINE_BIND_BOUND_UNKNOWN_FIELD_H_
#define MUSTER_ENGINE_BIND_BOUND_UNKNOWN_FIELD_H_

#include <string>
#include <vector>

#include "engine/bind/bound/reporter.h"
#include "engine/model/schema/schema.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// No field of `space` (or above) is called `name`; suggests near names and entities below that have it. `meant`: what
/// may be meant by it, as hints (meant_records.h); `compared`: the comparison with it that was written, where it is
/// one.
void ReportUnknownField(Reporter* reporter, const grammar::Name& name, model::Entity space,
                        std::vector<std::string> meant = {}, const grammar::Compare* compared = nullptr);
/// The same for a comparison with a field. Where the field has the name of an entity, as in `phenotype is "Seizure"`,
/// what is meant is that there is one.
void ReportUnknownField(Reporter* reporter, const grammar::Compare& compare, model::Entity space,
                        std::vector<std::string> meant = {});

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_BOUND_UNKNOWN_FIELD_H_
