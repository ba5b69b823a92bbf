// Places whose names say that what stands there was not there, is not certain, or is a relative's.
#include "engine/import/mapping/denying_place.h"

#include <gmock/gmock.h>

#include "tests/unit/import/record/reading.h"

namespace muster::import {
namespace {

using model::Entity;
using testing::ElementsAre;
using testing::HasSubstr;

TEST(DenyingPlaceTest, NamesThatExclude) {
  for (const char* name :
       {"hpo_absent", "absentPhenotypes", "hpo_excluded", "excludedFeatures", "HPO_negative", "negativeFindings",
        "excluded_phenotypes", "phenotypes_not_observed", "no_phenotype", "noPhenotype", "Ausschlussdiagnose",
        "ruled_out", "ruledOutDiagnoses", "denied_symptoms", "neg hpo", "hpo_exclu"}) {
    EXPECT_TRUE(IsDenyingName(name, Entity::kPhenotype)) << name;
    EXPECT_TRUE(IsDenyingName(name, Entity::kTreatment)) << name;
    EXPECT_FALSE(IsDenyingName(name, Entity::kSample)) << name;
  }
}

TEST(DenyingPlaceTest, NamesThatDoubtOrAreOfRelatives) {
  for (const char* name : {"suspected_diagnosis", "Verdachtsdiagnose", "differential_dx", "ddx", "father_icd",
                           "maternal_dx", "family_history_icd", "FH_ICD10", "familyHistory", "provisional_dx"}) {
    EXPECT_TRUE(IsDenyingName(name, Entity::kDisease)) << name;
    EXPECT_FALSE(IsDenyingName(name, Entity::kTreatment)) << name;  // a suspected drug was taken
  }
  EXPECT_TRUE(IsDenyingName("planned_surgery", Entity::kProcedure));
  EXPECT_FALSE(IsDenyingName("planned_surgery", Entity::kDisease));
}

TEST(DenyingPlaceTest, NamesOfWhatWasObserved) {
  for (const char* name : {"hpo",
                           "HPO_present",
                           "icd10",
                           "diagnosis",
                           "absence_seizures",
                           "Absencen",
                           "non_cancer_illness_code",
                           "gram_negative",
                           "triple_negative_subtype",
                           "no_of_codes",
                           "no1",
                           "note",
                           "nodule_code",
                           "parent_term",
                           "diagnosis_no",
                           "confirmed_dx",
                           "probable_cause_of_admission",
                           "sister_clinic_icd",
                           "mother_hospital_code",
                           "past_medical_history",
                           "medical_history",
                           "family",
                           "exclusive",
                           "fh",
                           "admission_diagnosis",
                           "notes_code",
                           "northern",
                           "type",
                           "*",
                           ""}) {
    EXPECT_FALSE(IsDenyingName(name, Entity::kDisease)) << name;
  }
  EXPECT_FALSE(IsDenyingName("exclusive_breastfeeding", Entity::kExposure));
  EXPECT_FALSE(IsDenyingName("maternal_smoking", Entity::kExposure));
}

TEST(DenyingPlaceTest, TheLastSuchStepOfAPointer) {
  EXPECT_EQ(DenyingStep("/t/hpo_absent/*", Entity::kPhenotype), "hpo_absent");
  EXPECT_EQ(DenyingStep("/suspected/diagnoses/*", Entity::kDisease), "suspected");
  EXPECT_EQ(DenyingStep("/t/*", Entity::kPhenotype), "");
  EXPECT_EQ(DenyingStep("", Entity::kPhenotype), "");
}

TEST(DenyingPlaceTest, WhatIsMaternalIsTheMothersOwn) {
  EXPECT_TRUE(IsNameOfMothers("obstetrics"));
  EXPECT_TRUE(IsNameOfMothers("maternal_icd"));
  EXPECT_FALSE(IsNameOfMothers("births"));
}

TEST(DenyingPlaceTest, AMemberOfARecordTells) {
  const Reading reading = Read(R"({"id": "1", "subject": {"id": "1"}, "excludedFeatures": ["HP:0001250"]})",
                               R"({"phenotypes": {"from": "/excludedFeatures/*", "fields": {"term": ""}}})");
  EXPECT_THAT(reading.Rows(Entity::kPhenotype), ElementsAre("phenotype: term=HP:0001250"));
  EXPECT_THAT(reading.report.remarks, ElementsAre(testing::Field(&ImportRemark::what, HasSubstr("a place whose"))));
}

}  // namespace
}  // namespace muster::import
