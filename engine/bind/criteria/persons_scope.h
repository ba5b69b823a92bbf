// Private to bind/: criteria about persons, whichever of their records meets them.
#ifndef MUSTER_ENGINE_BIND_CRITERIA_PERSONS_SCOPE_H_
#define MUSTER_ENGINE_BIND_CRITERIA_PERSONS_SCOPE_H_

#include "engine/bind/bound/bound.h"

namespace muster::bind {

/// Whom criteria are about.
enum class About {
  kRecords,  ///< individuals: a person in two datasets is two of them
  kPersons,  ///< over all datasets
};

/// Whether the condition names a row for others, or speaks of a row that is named outside it.
bool IsAboutNamedRows(const Condition& condition);

/// The same condition of the person: one of the records meets it. Left as it is: what is not about individuals, and
/// what has to do with named rows, which are rows of one record.
ConditionPtr OfPersons(ConditionPtr condition);

/// The same of each part of a condition that was put together by `and` and `not`: a person has no relative of a kind
/// when none of the records knows one.
ConditionPtr EachOfPersons(ConditionPtr condition);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CRITERIA_PERSONS_SCOPE_H_
