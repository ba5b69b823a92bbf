// Rows about a relative of the person: columns that ask whose a row is, and what they say.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_RULES_CODED_KIN_H_
#define MUSTER_ENGINE_IMPORT_RECORD_RULES_CODED_KIN_H_

#include <span>
#include <string>
#include <string_view>

#include "engine/import/record/rules/coded/coded_word.h"

namespace muster::import {

/// Whether a column of this name asks whose a row is: "relationship", "Verwandtschaft", "subject"; but not "informant".
bool AsksWhose(std::string_view name);

/// By a role or a word of kin in such a column: "FTH", "mo", "Mutter".
CodedDenial FindKin(std::string_view name, std::span<const std::string> words);

/// By the degree of the relative: "1st degree" beside 0. (Burns and blocks have degrees as well.)
CodedDenial FindDegreeOfKin(std::string_view name, std::span<const std::string> words);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_RULES_CODED_KIN_H_
