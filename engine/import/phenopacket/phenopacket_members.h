// The members of Phenopackets that become fields one to one, object by object. docs/data-model.md describes them, and a
// test holds that it has them all.
#ifndef MUSTER_ENGINE_IMPORT_PHENOPACKET_PHENOPACKET_MEMBERS_H_
#define MUSTER_ENGINE_IMPORT_PHENOPACKET_PHENOPACKET_MEMBERS_H_

#include "engine/import/record/draft/member_fields.h"

namespace muster::import {

extern const MemberFields kTreatmentMembers;
extern const MemberFields kRegimenMembers;
extern const MemberFields kProcedureMembers;
extern const MemberFields kRadiationMembers;
extern const MemberFields kPhenotypeMembers;
extern const MemberFields kDiseaseMembers;
extern const MemberFields kVcfMembers;
extern const MemberFields kDescriptorMembers;
extern const MemberFields kRangeMembers;
extern const MemberFields kTypedQuantityMembers;
extern const MemberFields kSampleMembers;
extern const MemberFields kFileMembers;
extern const MemberFields kVitalStatusMembers;
extern const MemberFields kSubjectMembers;

/// All of them.
std::span<const MemberTable> PhenopacketTables();

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_PHENOPACKET_PHENOPACKET_MEMBERS_H_
