#include "engine/model/codes/icd_code.h"

#include <gtest/gtest.h>

namespace muster::model {
namespace {

TEST(IcdCodeTest, DiagnosesThatLostTheirZeros) {
  for (const char* code : {"ICD9:42", "ICD9CM:11.9", "ICD9:1"}) EXPECT_TRUE(LacksZerosOfDiagnosis(code)) << code;
  for (const char* code :
       {"ICD9:042", "ICD9CM:250.00", "ICD9:V10", "ICD9PROC:45.23", "ICD9:E812", "ICD10:42", "ICD9:"}) {
    EXPECT_FALSE(LacksZerosOfDiagnosis(code)) << code;
  }
}

}  // namespace
}  // namespace muster::model
