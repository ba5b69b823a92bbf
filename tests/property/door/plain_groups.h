// Groups of values by which people are counted, and what the low-effect rule leaves of them, a second time.
#ifndef MUSTER_TESTS_PROPERTY_DOOR_PLAIN_GROUPS_H_
#define MUSTER_TESTS_PROPERTY_DOOR_PLAIN_GROUPS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "tests/property/door/criteria.h"

namespace muster::property {

/// Names with their values, in the order in which they are written; no value is in two.
using PlainGroups = std::vector<std::pair<std::string, std::vector<std::string>>>;
/// The values that each person has.
using ValuesOfPeople = std::vector<std::vector<std::string>>;

/// "a = (DE, ES), b = (FR)"
std::string Text(const PlainGroups& groups);

/// The names of the groups that have one of `values`, and "other" where one is in none.
std::vector<std::string> GroupsOf(const std::vector<std::string>& values, const PlainGroups& groups);

/// `asked` without values that decide about fewer than `k` of `who` in their group.
PlainGroups WithoutLowEffects(const PlainGroups& asked, uint64_t k, const People& who, const ValuesOfPeople& values);

}  // namespace muster::property

#endif  // MUSTER_TESTS_PROPERTY_DOOR_PLAIN_GROUPS_H_
