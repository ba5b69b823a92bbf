#include "engine/model/codes/neoplasm.h"

#include <gtest/gtest.h>

namespace muster::model {
namespace {

TEST(NeoplasmTest, ByCode) {
  for (const char* code : {"ICD10:C50.9", "ICD10GM:C18.0", "ICD10CM:D48.1", "ICD10:D00", "ICD9:174.9", "ICD9CM:239.0",
                           "ICDO3:8140/3", "ICDO3:8140/0"}) {
    EXPECT_TRUE(IsNeoplasm(code, "")) << code;
  }
  for (const char* code : {"ICD10:D50.0", "ICD10:K90.0", "ICD10:E11", "ICD9:250.00", "ICD9:V10.05", "ICDO3:C50.9",
                           "NCIT:C4024", "ICD10PCS:C030", "", "C50.9"}) {
    EXPECT_FALSE(IsNeoplasm(code, "")) << code;
  }
}

TEST(NeoplasmTest, ByLabel) {
  for (const char* label :
       {"Lung Adenocarcinoma", "Melanoma", "Acute myeloid leukemia", "Acute leukaemia", "Benign neoplasm of colon",
        "Lung Non-Small Cell Carcinoma", "Carcinoma, not otherwise specified", "Mammakarzinom", "Glioblastoma",
        "Primary Neoplasm", "High risk neuroblastoma", "Acute myeloid leukemia with normal karyotype"}) {
    EXPECT_TRUE(IsNeoplasm("NCIT:C1", label)) << label;
  }
  for (const char* label :
       {"Celiac disease", "Normal", "Negative Finding", "No evidence of malignancy", "negative for tumor", "Granuloma",
        "Hematoma", "Glaucoma", "Adenomyosis", "Myelomalacia", "Blastomycosis", "Sarcomeric cardiomyopathy", "",
        "Family history of cancer", "Non-neoplastic polyp", "Premalignant lesion", "Suspected lymphoma"}) {
    EXPECT_FALSE(IsNeoplasm("NCIT:C1", label)) << label;
  }
  EXPECT_FALSE(IsNeoplasm("ICD10:K90.0", "Cancer")) << "the code is certain";
}

TEST(NeoplasmTest, Denials) {
  for (const char* label : {"Normal", "normal tissue", "Benign", "None", "Negative", "No evidence of disease",
                            "Complete remission", "Complete response", "Healthy control"}) {
    EXPECT_TRUE(DeniesTumour(label)) << label;
  }
  for (const char* label : {"Primary Neoplasm", "Metastatic", "Abnormal", "Benign neoplasm", "Progressive disease"}) {
    EXPECT_FALSE(DeniesTumour(label)) << label;
  }
}

}  // namespace
}  // namespace muster::model
