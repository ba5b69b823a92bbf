// How much a criterion matters: the people who count differently with and without it.
#ifndef MUSTER_ENGINE_EXECUTE_DIFFERING_PEOPLE_H_
#define MUSTER_ENGINE_EXECUTE_DIFFERING_PEOPLE_H_

#include <cstdint>

#include "absl/status/statusor.h"
#include "engine/execute/execute.h"

namespace muster::execute {

/// The individuals of the rows that one of two plans counts and the other does not. `query` says what is counted, so
/// that a panel of which both find a component is no difference.
absl::StatusOr<uint64_t> CountDifferingPeople(const bind::Query& query, const plan::Plan& one, const plan::Plan& other,
                                              const Context& context);

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_DIFFERING_PEOPLE_H_
