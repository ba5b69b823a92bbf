// The effect of a criterion: the people who are counted only with it, or only without it.
#ifndef MUSTER_ENGINE_EXECUTE_DIFFERING_PEOPLE_H_
#define MUSTER_ENGINE_EXECUTE_DIFFERING_PEOPLE_H_

#include <cstdint>

#include "absl/status/statusor.h"
#include "engine/execute/execute.h"

namespace muster::execute {

/// The individuals of the rows that exactly one of two plans counts. `query` says what is counted, so that a panel does
/// not differ if both plans find a component of it.
absl::StatusOr<uint64_t> CountDifferingPeople(const bind::Query& query, const plan::Plan& one, const plan::Plan& other,
                                              const Context& context);

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_DIFFERING_PEOPLE_H_
