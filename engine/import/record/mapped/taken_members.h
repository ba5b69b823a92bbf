// Which members of an element the rules of the mapping take.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_MAPPED_TAKEN_MEMBERS_H_
#define MUSTER_ENGINE_IMPORT_RECORD_MAPPED_TAKEN_MEMBERS_H_

#include <string_view>

#include "engine/import/input/json_value.h"
#include "engine/import/mapping/json_path.h"

namespace muster::import {

class RecordDraft;

/// True when the mapping takes the member `key` of the element at `at`: a rule names it that applies to the element, or
/// one that is about what stands in it.
bool IsTakenByRule(const RecordDraft& draft, const JsonPath& at, Element element, std::string_view key);

/// Of an element, what only rules name that do not apply to it: nobody else takes it.
void KeepSkipped(RecordDraft& draft, const JsonPath& at, Element value);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_MAPPED_TAKEN_MEMBERS_H_
