// The members of Beacon that become fields one to one, object by object. docs/data-model.md describes them, and a test
// holds that it has them all.
#ifndef MUSTER_ENGINE_IMPORT_BEACON_BEACON_MEMBERS_H_
#define MUSTER_ENGINE_IMPORT_BEACON_BEACON_MEMBERS_H_

#include "engine/import/record/draft/member_fields.h"

namespace muster::import {

extern const MemberFields kBeaconTreatmentMembers;
extern const MemberFields kBeaconProcedureMembers;
extern const MemberFields kBeaconExposureMembers;
extern const MemberFields kBeaconPhenotypeMembers;
extern const MemberFields kBeaconDiseaseMembers;
extern const MemberFields kBeaconMeasurementMembers;
extern const MemberFields kBeaconMeasurementProcedureMembers;
extern const MemberFields kBeaconObtentionMembers;
extern const MemberFields kBeaconSampleMembers;
extern const MemberFields kBeaconRunMembers;
extern const MemberFields kBeaconAnalysisMembers;

/// All of them.
std::span<const MemberTable> BeaconTables();

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_BEACON_BEACON_MEMBERS_H_
