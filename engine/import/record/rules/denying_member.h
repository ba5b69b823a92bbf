// Members beside a feature or a disease that say by their name and value, or by a class, that it was not there.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_RULES_DENYING_MEMBER_H_
#define MUSTER_ENGINE_IMPORT_RECORD_RULES_DENYING_MEMBER_H_

#include <string_view>

#include "engine/import/input/json_value.h"

namespace muster::import {

/// What an ontology class or a concept of FHIR says that is a no.
struct NoOfClass {
  std::string_view written;  ///< its code or label: "LA9634-2", "Absent"; "" where none is a no
  std::string_view word;     ///< the same as a word: "absent", "no"
};
NoOfClass FindNoOfClass(Element value);

/// Whether `word` calls what it stands beside no case: "carrier", "not confirmed", "ruled out on biopsy"; "rejected",
/// where the member is about what was decided: "adjudication".
bool CallsNoCase(std::string_view key, std::string_view word);

/// "0/5", "0 %": how often it was seen in the person, say at five visits.
bool IsFrequencyOfNothing(std::string_view text);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_RULES_DENYING_MEMBER_H_
