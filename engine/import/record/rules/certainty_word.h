// Words that say whether a record is certain, and of whom it is: "suspected", "family history", "entered-in-error".
#ifndef MUSTER_ENGINE_IMPORT_RECORD_RULES_CERTAINTY_WORD_H_
#define MUSTER_ENGINE_IMPORT_RECORD_RULES_CERTAINTY_WORD_H_

#include <string_view>

#include "engine/import/record/rules/certainty_member.h"

namespace muster::import {

/// What a word says of a record. The order is that of weight: of several words the last one counts.
enum class Says {
  kUnclear,   ///< not known
  kNothing,   ///< nothing against it: how it goes, how severe it is
  kObserved,  ///< that it was there
  kExcluded,  ///< that it was not
  kDoubted,   ///< that it is suspected, supposed or past
  kVoid,      ///< that it is an error, or about somebody else
};

/// What `word` says where `teller` has it; `key` is the member. Of kPerson, words for the person itself.
Says SaysWord(Teller teller, std::string_view key, std::string_view word);

/// What the status of a treatment, procedure or exposure says of it: whether it took place.
Says SaysOfAction(std::string_view word);

/// Whether the member `key` of a measurement says with `word` that there is none: that it is an error, or was not done.
bool MakesVoid(std::string_view key, std::string_view word);

/// What a code says, normalised: SNOMED CT's finding contexts and the like.
Says SaysCode(std::string_view code);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_RULES_CERTAINTY_WORD_H_
