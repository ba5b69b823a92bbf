// Enumerations of Phenopackets as keywords.
#ifndef MUSTER_ENGINE_IMPORT_ENUMS_H_
#define MUSTER_ENGINE_IMPORT_ENUMS_H_

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "engine/import/json_value.h"

namespace muster::import {

/// A value of an enumeration: its name in the schema and our keyword. Its number is its position.
struct EnumValue {
  std::string_view name;
  std::string_view keyword;
};
using EnumValues = std::span<const EnumValue>;

extern const EnumValues kSexes;
extern const EnumValues kKaryotypicSexes;
extern const EnumValues kVitalStates;
extern const EnumValues kProgressStates;
extern const EnumValues kInterpretationStates;
extern const EnumValues kPathogenicities;
extern const EnumValues kActionabilities;
extern const EnumValues kDrugTypes;
extern const EnumValues kRegimenStates;
extern const EnumValues kMoleculeContexts;

struct EnumReading {
  std::string keyword;
  bool known = true;  ///< false for a word that the schema does not have; it is written like the others
};
/// Reads a name (in any case) or a number. Nullopt when it is neither, or a number that the schema does not have.
std::optional<EnumReading> ReadEnum(EnumValues values, Element value);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_ENUMS_H_
