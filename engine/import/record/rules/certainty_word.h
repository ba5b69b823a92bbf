// Words that say whether a record is certain, and about whom it is: "suspected", "family history", "entered-in-error".
#ifndef MUSTER_ENGINE_IMPORT_RECORD_RULES_CERTAINTY_WORD_H_
#define MUSTER_ENGINE_IMPORT_RECORD_RULES_CERTAINTY_WORD_H_

#include <string_view>

#include "engine/import/record/rules/certainty_member.h"

namespace muster::import {

/// What a word asserts of a record, by increasing weight: of several words, the greatest counts.
enum class Assertion {
  kUnclear,   ///< an unknown word, or one for "unknown"
  kNothing,   ///< nothing about certainty: its course, its severity
  kObserved,  ///< that it was there
  kExcluded,  ///< that it was not
  kDoubted,   ///< that it is suspected, supposed or past
  kVoid,      ///< that it is an error, or about somebody else
};

/// What `word` asserts as the value of the member `key`, which is of this `kind`. For kPerson, words for the person
/// itself assert nothing.
Assertion AssertionOfWord(AssertionKind kind, std::string_view key, std::string_view word);

/// What the status of a treatment, procedure or exposure asserts: whether it took place.
Assertion AssertionOfAction(std::string_view word);

/// Whether `word`, the value of the member `key` of a measurement, means that there is none: it is an error, or was not
/// done.
bool MakesVoid(std::string_view key, std::string_view word);

/// What a code (normalised) asserts: finding contexts of SNOMED CT and similar ones.
Assertion AssertionOfCode(std::string_view code);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_RULES_CERTAINTY_WORD_H_
