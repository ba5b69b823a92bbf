#include "engine/model/codes/code_form.h"

#include <gtest/gtest.h>

namespace muster::model {
namespace {

TEST(CodeFormTest, CodesOfKnownSystems) {
  for (const char* code :
       {"LOINC:4548-4", "LOINC:718-7",   "LOINC:12345-5",    "LOINC:2345-7",    "HP:0001250",   "NCIT:C3224",
        "ICD10:E11",    "ICD10:C18.0",   "ICD10CM:M80.08XA", "SNOMED:73211009", "OMIM:154700",  "ORPHA:558",
        "ATC:A10BA02",  "ATC:A10",       "ICD9:250.00",      "ICD9CM:V10.1",    "ICDO3:8500/3", "ICDO3:8500/32",
        "ICDO3:C50.9",  "UMLS:C0036572", "MESH:D009369"}) {
    EXPECT_EQ(FormOf(code), CodeForm::kWellFormed) << code;
  }
}

TEST(CodeFormTest, CodesOfClassifications) {
  for (const char* code :
       {"ICD10:C34-C39", "ICD11:5A11",      "ICD11:5A11&XK9J",  "ICD11:1C62.Z",     "OPS:5-511",    "OPS:5-511.41",
        "OPS:5-51",      "OPCS4:J18",       "OPCS4:J18.1",      "ICD10PCS:0FT44ZZ", "ICD10PCS:0FT", "ICD9PROC:51.23",
        "CHOP:51.23",    "CHOP:Z51.23.11",  "NCSP:JKA21",       "NCSP:JK",          "KCD:C50",      "ICF:b140",
        "BNF:0212",      "BNF:0212000B0AA", "ATCVET:QC10",      "CPT:44970",        "CPT:0001U",    "HCPCS:J9271",
        "CCAM:HMFC004",  "OMOP:3004410",    "DRUGBANK:DB00331", "NPU:27300",        "NPU:NPU27300", "ICPC2:T90",
        "ICD10AM:E11.72"}) {
    EXPECT_EQ(FormOf(code), CodeForm::kWellFormed) << code;
  }
  for (const char* code : {"ICD10:C39-C34", "ICD10:C34-39", "ICD11:5511",        "OPS:5511",      "OPS:5-5",
                           "OPS:X-511",     "OPCS4:J1",     "ICD10PCS:0FT44ZZZ", "ICD10PCS:0FTO", "ICD9PROC:5123",
                           "CHOP:51..23",   "NCSP:JKA2",    "ICF:x140",          "BNF:AB",        "BNF:212",
                           "BNF:212000B0",  "BNF:601022B0", "ATCVET:C10",        "CPT:4497",      "DRUGBANK:331",
                           "ICPC2:T9"}) {
    EXPECT_EQ(FormOf(code), CodeForm::kMalformed) << code;
  }
}

TEST(CodeFormTest, CodesThatTheSystemCannotHave) {
  for (const char* code : {"HP:001250", "NCIT:3224", "ICD10:11", "ICD10:E11.", "OMIM:15470", "ATC:A1", "LOINC:45484",
                           "UMLS:C1", "SNOMED:12", "ICDO3:85/3"}) {
    EXPECT_EQ(FormOf(code), CodeForm::kMalformed) << code;
  }
}

TEST(CodeFormTest, GermanCodesEndInADigitOrAMark) {
  for (const char* code : {"ICD10GM:E11", "ICD10GM:E11.90", "ICD10GM:E10-E14", "ICD10GM:E11.9V", "ICD10GM:E11Z"}) {
    EXPECT_EQ(FormOf(code), CodeForm::kWellFormed) << code;
  }
  for (const char* code : {"ICD10GM:E11.9E", "ICD10GM:E11.9VZ", "ICD10GM:E11."}) {
    EXPECT_EQ(FormOf(code), CodeForm::kMalformed) << code;
  }
}

TEST(CodeFormTest, LoincHasACheckDigit) {
  EXPECT_EQ(FormOf("LOINC:4548-5"), CodeForm::kBadCheckDigit);
  EXPECT_EQ(FormOf("LOINC:4584-4"), CodeForm::kBadCheckDigit);
  for (const char* answer : {"LOINC:LA33-6", "LOINC:LA32-8", "LOINC:LA6706-1", "LOINC:LA18978-9", "LOINC:LA9634-2"}) {
    EXPECT_EQ(FormOf(answer), CodeForm::kWellFormed) << answer;
  }
}

TEST(CodeFormTest, SnomedHasACheckDigit) {
  for (const char* code : {"SNOMED:73211009", "SNOMED:305351004", "SNOMED:410605003", "SNOMED:900000000000207008"}) {
    EXPECT_EQ(FormOf(code), CodeForm::kWellFormed) << code;
  }
  // A wrong digit, two that are exchanged, and what a spreadsheet makes of more than 15 digits.
  for (const char* code : {"SNOMED:73211008", "SNOMED:72311009", "SNOMED:305351040", "SNOMED:900000000000207000"}) {
    EXPECT_EQ(FormOf(code), CodeForm::kBadCheckDigit) << code;
  }
}

TEST(CodeFormTest, DescriptionsOfSnomed) {
  for (const char* code : {"SNOMED:121589010", "SNOMED:502372015"}) EXPECT_TRUE(IsDescriptionOfSnomed(code)) << code;
  for (const char* code :
       {"SNOMED:73211009", "SNOMED:900000000000207008", "SNOMED:121589011", "X:121589010", "SNOMED:"})
    EXPECT_FALSE(IsDescriptionOfSnomed(code)) << code;
}

TEST(CodeFormTest, OtherCodes) {
  for (const char* code : {"FOO:1", "local", "", ":", "hp:0001250"}) {
    EXPECT_EQ(FormOf(code), CodeForm::kUnknownSystem) << code;
  }
}

TEST(CodeFormTest, ANameOfAnIllnessIsNoCodeOfIcd10) {
  for (const char* code : {"ICD10CM:T2D.M", "ICD10:T2D", "ICD10CM:C7X"})
    EXPECT_EQ(FormOf(code), CodeForm::kMalformed) << code;
  for (const char* code : {"ICD10CM:C7A.010", "ICD10CM:M1A.0", "ICD10CM:O9A.111", "ICD10CM:T38.0X1A", "ICD10:E11"}) {
    EXPECT_EQ(FormOf(code), CodeForm::kWellFormed) << code;
  }
}

TEST(CodeFormTest, LettersOfIcd9) {
  for (const char* code : {"ICD9:E885.9", "ICD9CM:E885", "ICD9:V10.05", "ICD9:V10", "ICD9:E880-E888", "ICD9:V10-V19",
                           "ICD9:140-239", "ICD9:042"}) {
    EXPECT_EQ(FormOf(code), CodeForm::kWellFormed) << code;
  }
  for (const char* code : {"ICD9:E88.59", "ICD9:E88", "ICD9:V100.5", "ICD9:E888-E880", "ICD9:E880-888", "ICD9:1-2-3"}) {
    EXPECT_EQ(FormOf(code), CodeForm::kMalformed) << code;
  }
}

}  // namespace
}  // namespace muster::model
