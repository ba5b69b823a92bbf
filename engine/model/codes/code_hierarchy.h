// Code systems whose hierarchy is in the codes themselves: ICD10:E11.9 is below ICD10:E11.
#ifndef MUSTER_ENGINE_MODEL_CODES_CODE_HIERARCHY_H_
#define MUSTER_ENGINE_MODEL_CODES_CODE_HIERARCHY_H_

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace muster::model {

/// True for a normalised code of a system whose hierarchy is in its codes (docs/data-model.md has the list).
bool HasCodeHierarchy(std::string_view code);

/// True when `code` is a level of its system, so that others may be below it: a category of ICD-10 has three characters
/// ("E11", not "E1"), a level of ATC one, three, four or five. Blocks of categories ("E10-E14") are levels as well.
bool IsLevelOfHierarchy(std::string_view code);

/// True when `code` is below `level`, a level of the same system.
bool IsBelowByCode(std::string_view code, std::string_view level);

/// What all codes below `level` begin with.
std::string_view CommonBeginning(std::string_view level);

/// The first and the last category of a block of them: of ICD10:E10-E14, ICD10:E10 and ICD10:E14. Nothing of others.
std::optional<std::pair<std::string, std::string>> EndsOfBlock(std::string_view code);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_CODES_CODE_HIERARCHY_H_
