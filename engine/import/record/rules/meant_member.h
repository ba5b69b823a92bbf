// Members that nobody reads, whose names say which member of the standard was meant.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_RULES_MEANT_MEMBER_H_
#define MUSTER_ENGINE_IMPORT_RECORD_RULES_MEANT_MEMBER_H_

#include <string_view>

#include "engine/import/input/json_value.h"
#include "engine/import/mapping/json_path.h"
#include "engine/import/record/reporter.h"

namespace muster::import {

/// What `key` stands for at the top of a phenopacket, in its subject, and in an individual of Beacon: a member of
/// version 1, of the other standard, or as people call it. "" where nothing is known of it.
std::string_view PartMeantBy(std::string_view key);
std::string_view SubjectMemberMeantBy(std::string_view key);
std::string_view BeaconMemberMeantBy(std::string_view key);

/// Notes that the member at `place` is not read and what `meant_by(key)` says was meant, unless that is "", nothing
/// stands there, or a mapping speaks of the place.
void NoteMeant(Reporter& reporter, const JsonPath& place, Element member, std::string_view key,
               std::string_view (*meant_by)(std::string_view));

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_RULES_MEANT_MEMBER_H_
