// Remarks on members beside a consent that nobody reads, and that say that it was refused or has ended.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_DRAFT_UNREAD_CONSENT_H_
#define MUSTER_ENGINE_IMPORT_RECORD_DRAFT_UNREAD_CONSENT_H_

#include <string_view>

#include "engine/import/input/json_value.h"
#include "engine/import/mapping/json_path.h"

namespace muster::import {

class RecordDraft;

/// Looks at the scalar `key` at `at`, within an element of which a rule made a consent: {"decision": "deny"}, {"type":
/// "deny"} in FHIR's provision, "granted": false, "revokedOn": "2021-01-01", "validUntil": .... It makes no difference
/// to what is counted, and is noted. False: it says nothing of that.
bool NoteUnreadConsent(RecordDraft& draft, const JsonPath& at, std::string_view key, Element value);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_DRAFT_UNREAD_CONSENT_H_
