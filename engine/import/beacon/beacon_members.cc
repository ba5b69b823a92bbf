#include "engine/import/beacon/beacon_members.h"

namespace muster::import {
namespace {

using namespace model::field;

// clang-format off

constexpr MemberField kBeaconTreatmentMembersTable[] = {
    {"routeOfAdministration", kTreatmentRoute, Written::kCode},
    {"ageAtOnset", kTreatmentStart, Written::kPartOfTime},
    {"ageOfOnset", kTreatmentStart, Written::kPartOfTime},
};

constexpr MemberField kBeaconProcedureMembersTable[] = {
    {"bodySite", kProcedureSite, Written::kCode},
    {"ageAtProcedure", kProcedurePerformed, Written::kPartOfTime},
    {"dateOfProcedure", kProcedurePerformed, Written::kPartOfTime},
};

constexpr MemberField kBeaconExposureMembersTable[] = {
    {"ageAtExposure", kExposureStart, Written::kPartOfTime},
    {"date", kExposureStart, Written::kPartOfTime},
    {"value", kExposureValue, Written::kNumber},
};

constexpr MemberField kBeaconPhenotypeMembersTable[] = {
    {"onset", kPhenotypeOnset, Written::kPartOfTime},
    {"resolution", kPhenotypeResolution, Written::kPartOfTime},
    {"severity", kPhenotypeSeverity, Written::kCode},
    {"severityLevel", kPhenotypeSeverity, Written::kCode},
    {"modifiers", kPhenotypeModifier, Written::kCodeOrCodes},
};

constexpr MemberField kBeaconDiseaseMembersTable[] = {
    {"ageOfOnset", kDiseaseOnset, Written::kPartOfTime},
    {"onset", kDiseaseOnset, Written::kPartOfTime},
    {"resolution", kDiseaseResolution, Written::kPartOfTime},
    {"stage", kDiseaseStage, Written::kCodeOrCodes},
    {"diseaseStage", kDiseaseStage, Written::kCodeOrCodes},
    {"clinicalTnmFinding", kDiseaseTnm, Written::kCodeOrCodes},
    {"primarySite", kDiseaseSite, Written::kCode},
    {"laterality", kDiseaseLaterality, Written::kCode},
    {"severity", kDiseaseSeverity, Written::kCode},
    {"severityLevel", kDiseaseSeverity, Written::kCode},
};

constexpr MemberField kBeaconMeasurementMembersTable[] = {
    {"date", kMeasurementTime, Written::kPartOfTime},
    {"observationMoment", kMeasurementTime, Written::kPartOfTime},
    {"timeObserved", kMeasurementTime, Written::kPartOfTime},
};

constexpr MemberField kBeaconMeasurementProcedureMembersTable[] = {
    {"procedureCode", kMeasurementProcedure, Written::kCode},
    {"code", kMeasurementProcedure, Written::kCode},
};

constexpr MemberField kBeaconObtentionMembersTable[] = {
    {"procedureCode", kSampleProcedure, Written::kCode},
    {"code", kSampleProcedure, Written::kCode},
    {"ageAtProcedure", kSampleCollected, Written::kPartOfTime},
    {"dateOfProcedure", kSampleCollected, Written::kPartOfTime},
};

constexpr MemberField kBeaconSampleMembersTable[] = {
    {"id", kSampleId, Written::kText},
    {"biosampleStatus", kSampleMaterial, Written::kCode},
    {"collectionDate", kSampleCollected, Written::kPartOfTime},
    {"collectionMoment", kSampleCollected, Written::kPartOfTime},
    {"histologicalDiagnosis", kSampleHistology, Written::kCode},
    {"tumorProgression", kSampleProgression, Written::kCode},
    {"tumorGrade", kSampleGrade, Written::kCode},
    {"pathologicalStage", kSampleStage, Written::kCode},
    {"pathologicalTnmFinding", kSampleTnm, Written::kCodeOrCodes},
    {"diagnosticMarkers", kSampleMarker, Written::kCodeOrCodes},
    {"sampleProcessing", kSampleProcessing, Written::kCode},
    {"sampleStorage", kSampleStorage, Written::kCode},
};

constexpr MemberField kBeaconRunMembersTable[] = {
    {"id", kRunId, Written::kText},
    {"platform", kRunPlatform, Written::kKeyword},
    {"platformModel", kRunModel, Written::kCode},
    {"libraryLayout", kRunLayout, Written::kKeyword},
    {"librarySelection", kRunSelection, Written::kKeyword},
    {"librarySource", kRunSource, Written::kCode},
    {"runDate", kRunDate, Written::kPartOfTime},
};

constexpr MemberField kBeaconAnalysisMembersTable[] = {
    {"id", kAnalysisId, Written::kText},
    {"pipelineName", kAnalysisPipeline, Written::kKeyword},
    {"aligner", kAnalysisAligner, Written::kKeyword},
    {"variantCaller", kAnalysisCaller, Written::kKeyword},
    {"analysisDate", kAnalysisDate, Written::kPartOfTime},
};

// clang-format on

}  // namespace

const MemberFields kBeaconTreatmentMembers = kBeaconTreatmentMembersTable;
const MemberFields kBeaconProcedureMembers = kBeaconProcedureMembersTable;
const MemberFields kBeaconExposureMembers = kBeaconExposureMembersTable;
const MemberFields kBeaconPhenotypeMembers = kBeaconPhenotypeMembersTable;
const MemberFields kBeaconDiseaseMembers = kBeaconDiseaseMembersTable;
const MemberFields kBeaconMeasurementMembers = kBeaconMeasurementMembersTable;
const MemberFields kBeaconMeasurementProcedureMembers = kBeaconMeasurementProcedureMembersTable;
const MemberFields kBeaconObtentionMembers = kBeaconObtentionMembersTable;
const MemberFields kBeaconSampleMembers = kBeaconSampleMembersTable;
const MemberFields kBeaconRunMembers = kBeaconRunMembersTable;
const MemberFields kBeaconAnalysisMembers = kBeaconAnalysisMembersTable;

std::span<const MemberTable> BeaconTables() {
  static constexpr MemberTable kTables[] = {
      {"BeaconTreatment", kBeaconTreatmentMembersTable},
      {"BeaconProcedure", kBeaconProcedureMembersTable},
      {"BeaconExposure", kBeaconExposureMembersTable},
      {"BeaconPhenotype", kBeaconPhenotypeMembersTable},
      {"BeaconDisease", kBeaconDiseaseMembersTable},
      {"BeaconMeasurement", kBeaconMeasurementMembersTable},
      {"BeaconMeasurementProcedure", kBeaconMeasurementProcedureMembersTable},
      {"BeaconObtention", kBeaconObtentionMembersTable},
      {"BeaconSample", kBeaconSampleMembersTable},
      {"BeaconRun", kBeaconRunMembersTable},
      {"BeaconAnalysis", kBeaconAnalysisMembersTable},
  };
  return kTables;
}

}  // namespace muster::import
