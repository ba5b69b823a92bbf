#include "engine/import/record/enums.h"

#include <cmath>

namespace muster::import {
namespace {

// After the Phenopackets 2.0 schema, https://phenopacket-schema.readthedocs.io.
constexpr EnumValue kSexList[] = {
    {"UNKNOWN_SEX", "unknown"}, {"FEMALE", "female"}, {"MALE", "male"}, {"OTHER_SEX", "other"}};
constexpr EnumValue kKaryotypicSexList[] = {{"UNKNOWN_KARYOTYPE", "unknown"},
                                            {"XX", "xx"},
                                            {"XY", "xy"},
                                            {"XO", "xo"},
                                            {"XXY", "xxy"},
                                            {"XXX", "xxx"},
                                            {"XXYY", "xxyy"},
                                            {"XXXY", "xxxy"},
                                            {"XXXX", "xxxx"},
                                            {"XYY", "xyy"},
                                            {"OTHER_KARYOTYPE", "other"}};
constexpr EnumValue kVitalStateList[] = {{"UNKNOWN_STATUS", "unknown"}, {"ALIVE", "alive"}, {"DECEASED", "deceased"}};
constexpr EnumValue kProgressStateList[] = {{"UNKNOWN_PROGRESS", "unknown"},
                                            {"IN_PROGRESS", "in progress"},
                                            {"COMPLETED", "completed"},
                                            {"SOLVED", "solved"},
                                            {"UNSOLVED", "unsolved"}};
constexpr EnumValue kInterpretationStateList[] = {{"UNKNOWN_STATUS", "unknown"},
                                                  {"REJECTED", "rejected"},
                                                  {"CANDIDATE", "candidate"},
                                                  {"CONTRIBUTORY", "contributory"},
                                                  {"CAUSATIVE", "causative"}};
constexpr EnumValue kPathogenicityList[] = {
    {"NOT_PROVIDED", "not provided"},           {"BENIGN", "benign"},
    {"LIKELY_BENIGN", "likely benign"},         {"UNCERTAIN_SIGNIFICANCE", "uncertain significance"},
    {"LIKELY_PATHOGENIC", "likely pathogenic"}, {"PATHOGENIC", "pathogenic"}};
constexpr EnumValue kActionabilityList[] = {
    {"UNKNOWN_ACTIONABILITY", "unknown"}, {"NOT_ACTIONABLE", "not actionable"}, {"ACTIONABLE", "actionable"}};
constexpr EnumValue kDrugTypeList[] = {{"UNKNOWN_DRUG_TYPE", "unknown"},
                                       {"PRESCRIPTION", "prescription"},
                                       {"EHR_MEDICATION_LIST", "ehr medication list"},
                                       {"ADMINISTRATION_RELATED_TO_PROCEDURE", "administration related to procedure"}};
constexpr EnumValue kRegimenStateList[] = {{"UNKNOWN_STATUS", "unknown"},
                                           {"STARTED", "started"},
                                           {"COMPLETED", "completed"},
                                           {"DISCONTINUED", "discontinued"}};
constexpr EnumValue kMoleculeContextList[] = {{"unspecified_molecule_context", "unspecified"},
                                              {"genomic", "genomic"},
                                              {"transcript", "transcript"},
                                              {"protein", "protein"}};

}  // namespace

const EnumValues kSexes = kSexList;
const EnumValues kKaryotypicSexes = kKaryotypicSexList;
const EnumValues kVitalStates = kVitalStateList;
const EnumValues kProgressStates = kProgressStateList;
const EnumValues kInterpretationStates = kInterpretationStateList;
const EnumValues kPathogenicities = kPathogenicityList;
const EnumValues kActionabilities = kActionabilityList;
const EnumValues kDrugTypes = kDrugTypeList;
const EnumValues kRegimenStates = kRegimenStateList;
const EnumValues kMoleculeContexts = kMoleculeContextList;

std::optional<std::string_view> ReadEnumNumber(EnumValues values, double number) {
  if (number < 0 || number >= static_cast<double>(values.size()) || number != std::floor(number)) return std::nullopt;
  return values[static_cast<size_t>(number)].keyword;
}

}  // namespace muster::import
