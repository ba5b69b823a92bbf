// Words that stand in place of a time.
#include "engine/import/record/rules/words/time_word.h"

#include <gtest/gtest.h>

namespace muster::import {
namespace {

TEST(TimeWordTest, WhatWordsSay) {
  EXPECT_EQ(TimeWordOf("At birth"), TimeWord::kOnset);
  EXPECT_EQ(TimeWordOf("Childhood"), TimeWord::kVagueOnset);
  EXPECT_EQ(TimeWordOf("Undetermined"), TimeWord::kUndetermined);
  for (const char* word : {"refused", "not given", "Declined", "geplant", "not done", "nicht verabreicht"}) {
    EXPECT_EQ(TimeWordOf(word), TimeWord::kNotDone) << word;
  }
  for (const char* word :
       {"never", "Excluded", "ruled out", "unaffected", "nunca", "Nigdy", "nikdy", "soha", "never had"}) {
    EXPECT_EQ(TimeWordOf(word), TimeWord::kNever) << word;
  }
  for (const char* word :
       {"", "no", "yes", "2020-05-17", "17 May 2020", "P5Y", "last spring", "May", "Mai", "observed"}) {
    EXPECT_EQ(TimeWordOf(word), TimeWord::kNone) << word;
  }
}

TEST(TimeWordTest, OnsetsAreThoseOfDiseasesAndFeatures) {
  using namespace model::field;
  for (const model::FieldId field : {kDiseaseOnset, kDiseaseDiagnosis, kPhenotypeOnset}) {
    EXPECT_TRUE(TakesOnsets(field)) << static_cast<int>(field);
  }
  for (const model::FieldId field : {kBirth, kMeasurementTime, kTreatmentStart, kTreatmentEnd, kProcedurePerformed,
                                     kExposureStart, kSampleCollected, kLastContact, kDiseaseResolution}) {
    EXPECT_FALSE(TakesOnsets(field)) << static_cast<int>(field);
  }
}

TEST(TimeWordTest, WhichOfThemDeny) {
  EXPECT_TRUE(DeniesInPlaceOf(model::field::kTreatmentStart, TimeWord::kNotDone));
  EXPECT_TRUE(DeniesInPlaceOf(model::field::kProcedurePerformed, TimeWord::kNotDone));
  EXPECT_TRUE(DeniesInPlaceOf(model::field::kExposureStart, TimeWord::kNever));
  EXPECT_TRUE(DeniesInPlaceOf(model::field::kDiseaseOnset, TimeWord::kNever));
  EXPECT_FALSE(DeniesInPlaceOf(model::field::kDiseaseDiagnosis, TimeWord::kNotDone)) << "a diagnosis may be pending";
  EXPECT_FALSE(DeniesInPlaceOf(model::field::kTreatmentEnd, TimeWord::kNotDone)) << "an end may be planned";
  EXPECT_FALSE(DeniesInPlaceOf(model::field::kTreatmentStart, TimeWord::kOnset));
  EXPECT_FALSE(DeniesInPlaceOf(model::field::kLastContact, TimeWord::kNever));
}

}  // namespace
}  // namespace muster::import
