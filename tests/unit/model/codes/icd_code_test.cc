#include "engine/model/codes/icd_code.h"

#include <gtest/gtest.h>

#include <utility>

namespace muster::model {
namespace {

TEST(IcdCodeTest, DiagnosesThatLostTheirZeros) {
  for (const char* code : {"ICD9:42", "ICD9CM:11.9", "ICD9:1"}) EXPECT_TRUE(LacksZerosOfDiagnosis(code)) << code;
  for (const char* code :
       {"ICD9:042", "ICD9CM:250.00", "ICD9:V10", "ICD9PROC:45.23", "ICD9:E812", "ICD10:42", "ICD9:"}) {
    EXPECT_FALSE(LacksZerosOfDiagnosis(code)) << code;
  }
}

TEST(IcdCodeTest, GermanMarks) {
  constexpr std::pair<const char*, const char*> kCodes[] = {
      {"E11.90 G", "E11.90"},    {"C50.9 RL", "C50.9"},          {"E11.9V", "E11.9V"},    {"E11.9 VZ", "E11.9V"},
      {"E11.90 Z G", "E11.90Z"}, {"E11.9 (V)", "E11.9V"},        {"E11.9 (A)", "E11.9A"}, {"E11.9_V", "E11.9V"},
      {"E11.9|V", "E11.9V"},     {"E11.9 DD", "E11.9V"},         {"B18.1 ZN", "B18.1Z"},  {"ZN E11.9", "E11.9Z"},
      {"V E11.9", "E11.9V"},     {"a E119", "E11.9A"},           {"E11.9 - V", "E11.9V"}, {"E11.9/V", "E11.9V"},
      {"M80.0AXA", "M80.0AXA"},  {"S72001A", "S72.001A"},        {"I10X", "I10"},         {"E11.9 Ca", "E11.9 Ca"},
      {"E11.30+", "E11.30"},     {"E11.9 susp.", "E11.9 susp."}, {"E 11.9", "E11.9"},
  };
  for (const auto& [written, code] : kCodes) EXPECT_EQ(NormalizeGermanIcd10(written), code) << written;
  for (const char* code : {"ICD10GM:E11.9V", "ICD10GM:E11Z", "ICD10:E11.9A"}) EXPECT_NE(DoubtfulMark(code), 0) << code;
  EXPECT_EQ(DoubtfulMark("ICD10GM:E11.9"), 0);
}

TEST(IcdCodeTest, TwoCodesAreNotOne) {
  for (const char* codes : {"E11 I10", "E11\nI10", "E11.30+ H36.0*", "E11.9 bis E11.8", "E11.0 - E11.9"}) {
    EXPECT_EQ(NormalizeIcd10(codes), codes);
    EXPECT_EQ(NormalizeGermanIcd10(codes), codes);
  }
  EXPECT_EQ(NormalizeOpcs("K40.1 K41"), "K40.1 K41");
}

TEST(IcdCodeTest, CodesOfIcd9ThatAreAccidentsOfIcd10) {
  for (const char* code : {"ICD10:V58.67", "ICD10CM:V45.81", "ICD10GM:V10.05"}) {
    EXPECT_TRUE(LooksLikeIcd9V(code)) << code;
  }
  for (const char* code : {"ICD10:V10.3", "ICD10:V43.5", "ICD10CM:V43.51XA", "ICD10:V99", "ICD9CM:V58.67", "V58.67",
                           "ICD10:Z79.4", "ICD10:E11.65", "ICD10CM:V00.01", "ICD10CM:V97.21"}) {
    EXPECT_FALSE(LooksLikeIcd9V(code)) << code;
  }
}

TEST(IcdCodeTest, CodesOfThePastAndOfPregnancies) {
  for (const char* code : {"ICD10:I25.2", "ICD10GM:I25.20", "ICD10:O34.2", "ICD10:B90.9", "ICD10:B94", "ICD10:E64.0",
                           "ICD10:I69.4", "ICD10:T92.1", "ICD10:K91.1", "ICD10:T86.1", "ICD10CM:O09.299"}) {
    EXPECT_TRUE(IsIcd10OfThePast(code)) << code;
  }
  for (const char* code : {"ICD10:I25.1", "ICD10:I21.9", "ICD10:B89", "ICD10:B95", "ICD10:O35", "ICD10:E11.9",
                           "ICD10:K50", "MONDO:0005148", "I25.2", "ICD10:", ""}) {
    EXPECT_FALSE(IsIcd10OfThePast(code)) << code;
  }
  for (const char* code : {"ICD10:O24", "ICD10CM:P70.1"}) EXPECT_TRUE(IsIcd10OfPregnancyOrNewborn(code)) << code;
  for (const char* code : {"ICD10:E11.9", "ORPHA:84", "O24", ""}) {
    EXPECT_FALSE(IsIcd10OfPregnancyOrNewborn(code)) << code;
  }
}

TEST(IcdCodeTest, ExternalCausesOfIcd9ThatIcd10DoesNotHave) {
  for (const char* code : {"ICD10:E88.59", "ICD10:E88.5", "ICD10CM:E81.29", "ICD10:E95.00", "ICD10:E99.9"}) {
    EXPECT_TRUE(LooksLikeIcd9E(code)) << code;
  }
  for (const char* code : {"ICD10:E88.0", "ICD10CM:E88.81", "ICD10:E83.1", "ICD10:E11.9", "ICD9:E885.9", "ICD10:E88",
                           "ICD10CM:E88.A", "ICD10:E99"}) {
    EXPECT_FALSE(LooksLikeIcd9E(code)) << code;
  }
  EXPECT_TRUE(LacksZerosOfDiagnosis("ICD9:E88.59"));
  EXPECT_FALSE(LacksZerosOfDiagnosis("ICD9:E885.9"));
  EXPECT_EQ(NormalizeIcd9("E8859"), "E885.9");
  EXPECT_EQ(NormalizeIcd9("E885.9"), "E885.9");
  EXPECT_EQ(NormalizeIcd9("E885"), "E885");
  EXPECT_EQ(NormalizeIcd9("V1005"), "V10.05");
}

}  // namespace
}  // namespace muster::model
