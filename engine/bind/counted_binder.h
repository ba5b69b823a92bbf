// What a statement counts, lists or summarises.
#ifndef MUSTER_ENGINE_BIND_COUNTED_BINDER_H_
#define MUSTER_ENGINE_BIND_COUNTED_BINDER_H_

#include <span>
#include <vector>

#include "engine/bind/bound/bound.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/criteria/persons_scope.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// Adds the entities to `counted`, which is never empty then: after an error there may be one that nobody asked for.
void BindCounted(Reporter* reporter, std::span<const grammar::Counted> entities, std::vector<Counted>* counted);

/// Whom the criteria are about, whose rows are counted first.
About CriteriaAbout(const std::vector<Counted>& counted);
/// Whether persons are counted beside individuals, who are counted first.
bool AlsoOfPersons(const std::vector<Counted>& counted);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_COUNTED_BINDER_H_
