// What a statement counts, lists or summarises.
#ifndef MUSTER_ENGINE_BIND_COUNTED_BINDER_H_
#define MUSTER_ENGINE_BIND_COUNTED_BINDER_H_

#include <span>
#include <vector>

#include "engine/bind/bound/bound.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/criteria/scopes/persons_scope.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// Adds the entities to `counted`, which is not empty afterwards: after an error it may have one that was not asked
/// for.
void BindCounted(Reporter* reporter, std::span<const grammar::Counted> entities, std::vector<Counted>* counted);

/// The entity that the criteria are about: the first that is counted.
About CriteriaAbout(const std::vector<Counted>& counted);
/// Whether persons are counted beside individuals (which then come first).
bool CountsPersons(const std::vector<Counted>& counted);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_COUNTED_BINDER_H_
