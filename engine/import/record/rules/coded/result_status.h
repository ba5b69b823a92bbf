// The status of a result: cancelled, preliminary, not measured yet.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_RULES_CODED_RESULT_STATUS_H_
#define MUSTER_ENGINE_IMPORT_RECORD_RULES_CODED_RESULT_STATUS_H_

#include <span>
#include <string>
#include <string_view>

#include "engine/import/record/rules/coded/coded_word.h"

namespace muster::import {

/// Whether a column of this name may have the status of results: "ResultStatus", "OBX-11", "status".
bool IsNameOfResultStatus(std::string_view name);

/// By the letters of HL7's table 0085 (OBX-11), or else by FHIR's words.
CodedDenial FindResultStatus(std::string_view name, std::span<const std::string> words);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_RULES_CODED_RESULT_STATUS_H_
