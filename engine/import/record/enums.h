// Enumerations of Phenopackets as keywords.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_ENUMS_H_
#define MUSTER_ENGINE_IMPORT_RECORD_ENUMS_H_

#include <optional>
#include <span>
#include <string_view>

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

/// The keyword of a number as protobuf writes it; nullopt when the schema does not have it. Names are words of the
/// field's vocabulary (model/vocabulary.h).
std::optional<std::string_view> ReadEnumNumber(EnumValues values, double number);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_ENUMS_H_
