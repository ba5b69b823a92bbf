#include "engine/import/phenopacket/phenopacket_members.h"

namespace muster::import {
namespace {

using namespace model::field;

// clang-format off

constexpr MemberField kTreatmentMembersTable[] = {
    {"agent", kTreatmentAgent, Written::kCode},
    {"routeOfAdministration", kTreatmentRoute, Written::kCode},
};

constexpr MemberField kRegimenMembersTable[] = {
    {"ontologyClass", kTreatmentAgent, Written::kCode},
    {"startTime", kTreatmentStart, Written::kTime},
    {"endTime", kTreatmentEnd, Written::kTime},
};

constexpr MemberField kProcedureMembersTable[] = {
    {"code", kProcedureCode, Written::kCode},
    {"bodySite", kProcedureSite, Written::kCode},
    {"performed", kProcedurePerformed, Written::kTime},
};

constexpr MemberField kRadiationMembersTable[] = {
    {"modality", kProcedureCode, Written::kCode},
    {"bodySite", kProcedureSite, Written::kCode},
    {"dosage", kProcedureDosage, Written::kNumber},
    {"fractions", kProcedureFractions, Written::kNumber},
};

constexpr MemberField kPhenotypeMembersTable[] = {
    {"onset", kPhenotypeOnset, Written::kTime},
    // Version 1 has a member for each form.
    {"ageOfOnset", kPhenotypeOnset, Written::kPartOfTime},
    {"ageRangeOfOnset", kPhenotypeOnset, Written::kPartOfTime},
    {"classOfOnset", kPhenotypeOnset, Written::kPartOfTime},
    {"resolution", kPhenotypeResolution, Written::kTime},
    {"severity", kPhenotypeSeverity, Written::kCode},
    {"modifiers", kPhenotypeModifier, Written::kCodes},
};

constexpr MemberField kDiseaseMembersTable[] = {
    {"onset", kDiseaseOnset, Written::kTime},
    // Version 1 has a member for each form, and another name for findings.
    {"ageOfOnset", kDiseaseOnset, Written::kPartOfTime},
    {"ageRangeOfOnset", kDiseaseOnset, Written::kPartOfTime},
    {"classOfOnset", kDiseaseOnset, Written::kPartOfTime},
    {"tnmFinding", kDiseaseTnm, Written::kCodes},
    {"resolution", kDiseaseResolution, Written::kTime},
    {"diseaseStage", kDiseaseStage, Written::kCodes},
    {"clinicalTnmFinding", kDiseaseTnm, Written::kCodes},
    {"primarySite", kDiseaseSite, Written::kCode},
    {"laterality", kDiseaseLaterality, Written::kCode},
};

constexpr MemberField kVcfMembersTable[] = {
    {"genomeAssembly", kVariantAssembly, Written::kKeyword},
    {"chrom", kVariantChromosome, Written::kKeyword},
    {"pos", kVariantPosition, Written::kNumber},
    {"ref", kVariantReference, Written::kText},
    {"alt", kVariantAlternate, Written::kText},
};

constexpr MemberField kDescriptorMembersTable[] = {
    {"id", kVariantId, Written::kText},
    {"label", kVariantLabel, Written::kText},
    {"structuralType", kVariantStructuralType, Written::kCode},
};

constexpr MemberField kRangeMembersTable[] = {
    {"low", kMeasurementLow, Written::kNumber},
    {"high", kMeasurementHigh, Written::kNumber},
};

constexpr MemberField kTypedQuantityMembersTable[] = {
    {"type", kMeasurementComponent, Written::kCode},
    {"quantityType", kMeasurementComponent, Written::kCode},
};

constexpr MemberField kSampleMembersTable[] = {
    {"id", kSampleId, Written::kText},
    {"sampledTissue", kSampleTissue, Written::kCode},
    {"materialSample", kSampleMaterial, Written::kCode},
    {"tumorProgression", kSampleProgression, Written::kCode},
    {"sampleType", kSampleKind, Written::kCode},
    {"histologicalDiagnosis", kSampleHistology, Written::kCode},
    {"tumorGrade", kSampleGrade, Written::kCode},
    {"pathologicalStage", kSampleStage, Written::kCode},
    {"pathologicalTnmFinding", kSampleTnm, Written::kCodes},
    {"diagnosticMarkers", kSampleMarker, Written::kCodes},
    {"taxonomy", kSampleOrganism, Written::kCode},
    {"derivedFromId", kSampleDerivedFrom, Written::kText},
    {"ageOfIndividualAtCollection", kSampleCollected, Written::kPartOfTime},
    {"ageRangeOfIndividualAtCollection", kSampleCollected, Written::kPartOfTime},
    {"individualAgeAtCollection", kSampleCollected, Written::kPartOfTime},
    {"sampleProcessing", kSampleProcessing, Written::kCode},
    {"sampleStorage", kSampleStorage, Written::kCode},
};

constexpr MemberField kFileMembersTable[] = {
    {"fileFormat", kFileFormat, Written::kKeyword},
    {"genomeAssembly", kFileAssembly, Written::kKeyword},
    {"description", kFileDescription, Written::kText},
};

constexpr MemberField kVitalStatusMembersTable[] = {
    {"timeOfDeath", kDeath, Written::kTime},
    {"causeOfDeath", kCauseOfDeath, Written::kCode},
};

constexpr MemberField kSubjectMembersTable[] = {
    {"id", kSubjectId, Written::kText},
    {"timeAtLastEncounter", kLastContact, Written::kTime},
    {"ageAtCollection", kLastContact, Written::kPartOfTime},
    {"ageRangeAtCollection", kLastContact, Written::kPartOfTime},
    {"taxonomy", kTaxonomy, Written::kCode},
    {"gender", kGender, Written::kCode},
};

// clang-format on

}  // namespace

const MemberFields kTreatmentMembers = kTreatmentMembersTable;
const MemberFields kRegimenMembers = kRegimenMembersTable;
const MemberFields kProcedureMembers = kProcedureMembersTable;
const MemberFields kRadiationMembers = kRadiationMembersTable;
const MemberFields kPhenotypeMembers = kPhenotypeMembersTable;
const MemberFields kDiseaseMembers = kDiseaseMembersTable;
const MemberFields kVcfMembers = kVcfMembersTable;
const MemberFields kDescriptorMembers = kDescriptorMembersTable;
const MemberFields kRangeMembers = kRangeMembersTable;
const MemberFields kTypedQuantityMembers = kTypedQuantityMembersTable;
const MemberFields kSampleMembers = kSampleMembersTable;
const MemberFields kFileMembers = kFileMembersTable;
const MemberFields kVitalStatusMembers = kVitalStatusMembersTable;
const MemberFields kSubjectMembers = kSubjectMembersTable;

std::span<const MemberTable> PhenopacketTables() {
  static constexpr MemberTable kTables[] = {
      {"Treatment", kTreatmentMembersTable},
      {"Regimen", kRegimenMembersTable},
      {"Procedure", kProcedureMembersTable},
      {"Radiation", kRadiationMembersTable},
      {"Phenotype", kPhenotypeMembersTable},
      {"Disease", kDiseaseMembersTable},
      {"Vcf", kVcfMembersTable},
      {"Descriptor", kDescriptorMembersTable},
      {"Range", kRangeMembersTable},
      {"TypedQuantity", kTypedQuantityMembersTable},
      {"Sample", kSampleMembersTable},
      {"File", kFileMembersTable},
      {"VitalStatus", kVitalStatusMembersTable},
      {"Subject", kSubjectMembersTable},
  };
  return kTables;
}

}  // namespace muster::import
