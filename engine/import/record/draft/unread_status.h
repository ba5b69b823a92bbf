// Remarks on members with a status that no rule reads, on elements that are counted nevertheless.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_DRAFT_UNREAD_STATUS_H_
#define MUSTER_ENGINE_IMPORT_RECORD_DRAFT_UNREAD_STATUS_H_

#include <string_view>

#include "engine/import/input/json_value.h"
#include "engine/import/mapping/json_path.h"

namespace muster::import {

class RecordDraft;

/// Looks through the member `key` at `at`, which no standard has and no rule takes, for what says that something did
/// not take place, is not certain or does not count: {"status": "cancelled"} in Beacon's "info", {"name": "status",
/// "value": "cancelled"} in "extensions" of phenopackets, "excluded": true one level too deep; beside what has a
/// polarity also {"seen": "no"} and {"intent": "plan"}. It makes no difference to what is counted, and is noted. (Rows
/// of tables are not looked at: of these whole columns are, by UnreadColumn.)
void NoteUnreadStatus(RecordDraft& draft, const JsonPath& at, std::string_view key, Element value);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_DRAFT_UNREAD_STATUS_H_
