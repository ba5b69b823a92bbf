#include "engine/import/watch/sex_of_code.h"

#include <gtest/gtest.h>

namespace muster::import {
namespace {

TEST(SexOfCodeTest, WhatOnlyOneSexHas) {
  for (const char* code : {"ICD10:C61", "ICD10CM:N40.1", "ICD10GM:C60.9", "ICD9CM:185", "ICD9:600.0", "OPCS4:M65.1",
                           "OPS:5-604.0", "ICDO3:C61.9", "SNOMED:399068003", "MONDO:0008315", "ICD10:Q54"}) {
    EXPECT_EQ(FindSexOfCode(code), SexOfCode::kMen) << code;
  }
  for (const char* code : {"ICD10:C53.9", "ICD10CM:O80", "ICD10:N80.1", "ICD9CM:650", "OPCS4:Q07", "OPS:5-683",
                           "ICDO3:C56.9", "SNOMED:77386006"}) {
    EXPECT_EQ(FindSexOfCode(code), SexOfCode::kWomen) << code;
  }
}

TEST(SexOfCodeTest, OfPeopleWhoseSexIsNotThatOfTheirChromosomes) {
  for (const char* code : {"ICD10:Q56", "ICD10GM:Q56.1", "ICD10:E34.5", "ICD10CM:E34.51", "ICD10:E25.0", "ICD10:F64.0",
                           "ICD10:Q97.3", "ICD9CM:752.7", "ICD9CM:259.52", "ORPHA:99429", "OMIM:300068"}) {
    EXPECT_EQ(FindSexOfCode(code), SexOfCode::kMayDiffer) << code;
  }
}

TEST(SexOfCodeTest, OthersAreOfBoth) {
  for (const char* code : {"ICD10:C50.9", "ICD10:N39.0", "ICD10:N62", "ICD10:N99.1", "ICD10PCS:0VT00ZZ",
                           "ICD9PROC:60.5", "ICD9CM:610.1", "ICD9CM:V22", "ICD10:E34.4", "ICD10:E34", "ICD10:Q97.2",
                           "ICD9CM:752", "ORPHA:9942", "ICD10:P07", "OPCS4:M45.9", "OPS:8-800", "OMIM:600807", "C61"}) {
    EXPECT_EQ(FindSexOfCode(code), SexOfCode::kAny) << code;
  }
}

}  // namespace
}  // namespace muster::import
