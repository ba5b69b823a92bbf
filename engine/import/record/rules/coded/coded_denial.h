// Codes by which standards say that a row does not count, and words that say so beside rows of one kind: X of HL7's
// status of results, FAMHX of i2b2's modifiers, FTH of HL7's roles, "lost" of a sample.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_RULES_CODED_CODED_DENIAL_H_
#define MUSTER_ENGINE_IMPORT_RECORD_RULES_CODED_CODED_DENIAL_H_

#include <span>
#include <string>
#include <string_view>

#include "engine/import/record/rules/coded/coded_word.h"

namespace muster::import {

/// What rows of a table are, beside which a column stands.
struct RowsBeside {
  bool polar = false;  ///< features, diseases, treatments and the like
  bool measurements = false;
  bool samples = false;
  bool diseases = false;
};

/// Of a column of this name, `words` being all its different cells. A letter is looked at only where the name and the
/// other letters tell whose it is: P may be anything.
CodedDenial FindCodedDenial(std::string_view name, std::span<const std::string> words, RowsBeside beside);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_RULES_CODED_CODED_DENIAL_H_
