// Remarks on members with a status that no rule reads, on elements that are counted nevertheless.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_RULES_UNREAD_STATUS_H_
#define MUSTER_ENGINE_IMPORT_RECORD_RULES_UNREAD_STATUS_H_

#include <string_view>

#include "engine/import/input/json_value.h"
#include "engine/import/mapping/json_path.h"
#include "engine/import/record/polarity_word.h"

namespace muster::import {

class RecordDraft;

/// What the name of a member leads to expect of its value.
struct StatusKey {
  bool is_status = false;  ///< a word of a status
  Polarity denies_by_tick =
      Polarity::kUnclear;  ///< the tick that denies: observed of "excluded", excluded of "present"
  bool is_kind = false;    ///< a word of which kind the whole is: "category": "family history"
  bool is_intent = false;  ///< a word for a plan, as FHIR and HL7 have them
};
StatusKey StatusKeyOf(std::string_view key);

/// Looks through the member `key` at `at`, which no standard has and no rule takes, for what says that something did
/// not take place, is not certain or does not count: {"status": "cancelled"} in Beacon's "info", {"name": "status",
/// "value": "cancelled"} in "extensions" of phenopackets, "excluded": true one level too deep; beside what has a
/// polarity also {"seen": "no"} and {"intent": "plan"}. It makes no difference to what is counted, and is noted. (Rows
/// of tables are not looked at: of these whole columns are, by UnreadColumn.)
void NoteUnreadStatus(RecordDraft& draft, const JsonPath& at, std::string_view key, Element value);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_RULES_UNREAD_STATUS_H_
