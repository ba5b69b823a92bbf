// Private to bind/: criteria about persons, which any of their records may satisfy.
#ifndef MUSTER_ENGINE_BIND_CRITERIA_SCOPES_PERSONS_SCOPE_H_
#define MUSTER_ENGINE_BIND_CRITERIA_SCOPES_PERSONS_SCOPE_H_

#include "engine/bind/bound/bound.h"

namespace muster::bind {

/// What criteria are about.
enum class About {
  kRecords,  ///< individuals: a person in two datasets is two individuals
  kPersons,  ///< over all datasets
};

/// Whether the condition names a row for others, or refers to a row that is named outside it.
bool IsAboutNamedRows(const Condition& condition);

/// The condition for the person: one of the records satisfies it. Unchanged if it is not about individuals, or has to
/// do with named rows, which belong to one record.
ConditionPtr OfPersons(ConditionPtr condition);

/// The same for each part of a condition that is composed by `and` and `not`: a person has no relative of a kind if
/// none of the records has one.
ConditionPtr EachOfPersons(ConditionPtr condition);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CRITERIA_SCOPES_PERSONS_SCOPE_H_
