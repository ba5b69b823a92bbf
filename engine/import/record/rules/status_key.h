// Members whose names say that they have a status, a tick that denies, or the kind of what they are in.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_RULES_STATUS_KEY_H_
#define MUSTER_ENGINE_IMPORT_RECORD_RULES_STATUS_KEY_H_

#include <string_view>

#include "engine/import/record/polarity_word.h"

namespace muster::import {

/// What the name of a member leads to expect of its value.
struct StatusKey {
  bool is_status = false;  ///< a word of a status
  Polarity denies_by_tick =
      Polarity::kUnclear;  ///< the tick that denies: observed of "excluded", excluded of "present"
  bool is_kind = false;    ///< a word of which kind the whole is: "category": "family history"
  bool is_intent = false;  ///< a word for a plan, as FHIR and HL7 have them
};
StatusKey StatusKeyOf(std::string_view key);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_RULES_STATUS_KEY_H_
