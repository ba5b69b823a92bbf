// What protocols shorten: kept to what has one meaning in clinical records. docs/language.md has the list.
#include "engine/bind/values/name_search.h"

namespace muster::bind {

const std::vector<Abbreviation>& Abbreviations() {
  static const auto* all = new std::vector<Abbreviation>{{"a1c", "hemoglobin a1c"},
                                                         {"af", "atrial fibrillation"},
                                                         {"alt", "alanine aminotransferase"},
                                                         {"aml", "acute myeloid leukemia"},
                                                         {"ast", "aspartate aminotransferase"},
                                                         {"bmi", "body mass index"},
                                                         {"bnp", "natriuretic peptide"},
                                                         {"cad", "coronary artery disease"},
                                                         {"cf", "cystic fibrosis"},
                                                         {"ck", "creatine kinase"},
                                                         {"ckd", "chronic kidney disease"},
                                                         {"cll", "chronic lymphocytic leukemia"},
                                                         {"copd", "chronic obstructive pulmonary disease"},
                                                         {"crc", "colorectal cancer"},
                                                         {"crp", "c reactive protein"},
                                                         {"dbp", "diastolic blood pressure"},
                                                         {"dcm", "dilated cardiomyopathy"},
                                                         {"dmd", "duchenne muscular dystrophy"},
                                                         {"ecg", "electrocardiogram"},
                                                         {"egfr", "glomerular filtration rate"},
                                                         {"ekg", "electrocardiogram"},
                                                         {"fev1", "forced expiratory volume"},
                                                         {"fh", "familial hypercholesterolemia"},
                                                         {"hb", "hemoglobin"},
                                                         {"hba1c", "hemoglobin a1c"},
                                                         {"hcc", "hepatocellular carcinoma"},
                                                         {"hcm", "hypertrophic cardiomyopathy"},
                                                         {"hdl", "cholesterol in hdl"},
                                                         {"hgb", "hemoglobin"},
                                                         {"ldl", "cholesterol in ldl"},
                                                         {"mi", "myocardial infarction"},
                                                         {"nsclc", "non small cell lung carcinoma"},
                                                         {"plt", "platelets"},
                                                         {"psa", "prostate specific antigen"},
                                                         {"sbp", "systolic blood pressure"},
                                                         {"scd", "sickle cell disease"},
                                                         {"sle", "systemic lupus erythematosus"},
                                                         {"sma", "spinal muscular atrophy"},
                                                         {"t1d", "type 1 diabetes mellitus"},
                                                         {"t2d", "type 2 diabetes mellitus"},
                                                         {"t2dm", "type 2 diabetes mellitus"},
                                                         {"tsh", "thyrotropin"},
                                                         {"wbc", "leukocytes"}};
  return *all;
}

}  // namespace muster::bind
