#include "engine/model/codes/code_form.h"

#include <gtest/gtest.h>

namespace muster::model {
namespace {

TEST(CodeFormTest, CodesOfKnownSystems) {
  for (const char* code : {"LOINC:4548-4", "LOINC:718-7",  "LOINC:12345-5", "LOINC:2345-7",     "HP:0001250",
                           "NCIT:C3224",   "ICD10:E11",    "ICD10:C18.0",   "ICD10CM:M80.08XA", "SNOMED:73211009",
                           "OMIM:154700",  "ORPHA:558",    "ATC:A10BA02",   "ATC:A10",          "ICD9:250.00",
                           "ICD9CM:V10.1", "ICDO3:8500/3", "ICDO3:C50.9",   "UMLS:C0036572",    "MESH:D009369"}) {
    EXPECT_EQ(FormOf(code), CodeForm::kWellFormed) << code;
  }
}

TEST(CodeFormTest, CodesThatTheSystemCannotHave) {
  for (const char* code : {"HP:001250", "NCIT:3224", "ICD10:11", "ICD10:E11.", "OMIM:15470", "ATC:A1", "LOINC:45484",
                           "UMLS:C1", "SNOMED:12", "ICDO3:85/3"}) {
    EXPECT_EQ(FormOf(code), CodeForm::kMalformed) << code;
  }
}

TEST(CodeFormTest, LoincHasACheckDigit) {
  EXPECT_EQ(FormOf("LOINC:4548-5"), CodeForm::kBadCheckDigit);
  EXPECT_EQ(FormOf("LOINC:4584-4"), CodeForm::kBadCheckDigit);
}

TEST(CodeFormTest, OtherCodes) {
  for (const char* code : {"FOO:1", "local", "", ":", "hp:0001250"}) {
    EXPECT_EQ(FormOf(code), CodeForm::kUnknownSystem) << code;
  }
}

}  // namespace
}  // namespace muster::model
