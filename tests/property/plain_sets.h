// The sets behind numbers, computed the plain way from the rows that are counted: what the engine's are compared with.
#ifndef MUSTER_TESTS_PROPERTY_PLAIN_SETS_H_
#define MUSTER_TESTS_PROPERTY_PLAIN_SETS_H_

#include <string>

#include "absl/status/statusor.h"
#include "engine/execute/execute_sets.h"
#include "engine/secret/secret_keys.h"
#include "grammar/syntax.h"
#include "tests/property/naive/naive_evaluator.h"
#include "tests/property/naive/world.h"

namespace muster::property {

/// `statement`, which is a count, without what a guest's answer applies to shown numbers: `top` and `having`.
void TakeOffChoices(grammar::Statement* statement);

/// Nothing when `engine` is what stands behind the numbers of `naive`, the answer to `statement` without its choices;
/// else what differs.
std::string CompareSets(const World& world, const grammar::Statement& statement, const NaiveAnswer& naive,
                        const absl::StatusOr<execute::CellSets>& engine, const secret::SecretKeys& keys,
                        const execute::SetOptions& options);

}  // namespace muster::property

#endif  // MUSTER_TESTS_PROPERTY_PLAIN_SETS_H_
