// Members that say how the number beside them is to be compared: "comparator": "<".
#ifndef MUSTER_ENGINE_IMPORT_RECORD_DRAFT_COMPARATOR_H_
#define MUSTER_ENGINE_IMPORT_RECORD_DRAFT_COMPARATOR_H_

#include <optional>
#include <string_view>

#include "engine/import/input/json_value.h"

namespace muster::import {

struct ComparatorMember {
  std::string_view key;
  Element value;
  bool of_fhir = false;  ///< called "comparator", whatever it has
};

/// That of a quantity, or of what has one. Under another name than FHIR's (openEHR's magnitude_status, "operator") only
/// if it has a comparator other than "=".
std::optional<ComparatorMember> FindComparator(Element object);

/// Whether a whole text is a sign of comparison other than "=", or says that a value is beyond a limit of detection.
bool IsComparisonOrLimit(std::string_view text);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_DRAFT_COMPARATOR_H_
