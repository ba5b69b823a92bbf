// The low-effect rule a second time: each way of leaving something out is built, and looked at as a whole.
#ifndef MUSTER_TESTS_PROPERTY_DOOR_PLAIN_RULE_H_
#define MUSTER_TESTS_PROPERTY_DOOR_PLAIN_RULE_H_

#include <cstdint>
#include <optional>

#include "tests/property/door/criteria.h"

namespace muster::property {

/// What is left of `asked` without all that decides about fewer than `k` of `all`, the people of whom it is asked.
/// Nothing where nothing is left: everybody.
std::optional<Criteria> WithoutLowEffects(const Criteria& asked, uint64_t k, const Facts& facts, const People& all);

}  // namespace muster::property

#endif  // MUSTER_TESTS_PROPERTY_DOOR_PLAIN_RULE_H_
