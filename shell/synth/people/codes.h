// Codes other than phenotypes and diseases that synthetic records carry.
#ifndef MUSTER_SHELL_SYNTH_PEOPLE_CODES_H_
#define MUSTER_SHELL_SYNTH_PEOPLE_CODES_H_

#include "shell/synth/people/person.h"

namespace muster::synth {

inline constexpr Code kSeverities[] = {{"HP:0012825", "Mild"}, {"HP:0012826", "Moderate"}, {"HP:0012828", "Severe"}};
inline constexpr Code kLateralities[] = {{"HP:0012835", "Left"}, {"HP:0012834", "Right"}, {"HP:0012832", "Bilateral"}};
inline constexpr Code kStages[] = {
    {"NCIT:C27966", "Stage I"}, {"NCIT:C28054", "Stage II"}, {"NCIT:C27970", "Stage III"}, {"NCIT:C27971", "Stage IV"}};

inline constexpr Code kTumours[] = {{"NCIT:C48720", "T1 Stage Finding"},
                                    {"NCIT:C48724", "T2 Stage Finding"},
                                    {"NCIT:C48728", "T3 Stage Finding"},
                                    {"NCIT:C48732", "T4 Stage Finding"}};
inline constexpr Code kGrades[] = {{"NCIT:C28077", "Grade 1"}, {"NCIT:C28078", "Grade 2"}, {"NCIT:C28079", "Grade 3"}};
inline constexpr Code kPublished = {"ECO:0006017", "author statement from published clinical study"};
inline constexpr Code kEthnicities[] = {{"NCIT:C41261", "White"}, {"NCIT:C41260", "Asian"}, {"NCIT:C42331", "African"}};

inline constexpr Code kBlood = {"UBERON:0000178", "blood"};
inline constexpr Code kSaliva = {"UBERON:0001836", "saliva"};
inline constexpr Code kSkin = {"UBERON:0002097", "skin of body"};
inline constexpr Code kColon = {"UBERON:0001155", "colon"};
inline constexpr Code kBreast = {"UBERON:0000310", "breast"};
inline constexpr Code kLung = {"UBERON:0002048", "lung"};
inline constexpr Code kBoneMarrow = {"UBERON:0002371", "bone marrow"};
inline constexpr Code kProstate = {"UBERON:0002367", "prostate gland"};
inline constexpr Code kOvary = {"UBERON:0000992", "ovary"};

inline constexpr Code kDnaExtract = {"OBI:0001051", "DNA extract"};
inline constexpr Code kRnaExtract = {"OBI:0000880", "RNA extract"};
inline constexpr Code kAbnormalSample = {"EFO:0009655", "abnormal sample"};
inline constexpr Code kReferenceSample = {"EFO:0009654", "reference sample"};
inline constexpr Code kPrimary = {"NCIT:C84509", "Primary Malignant Neoplasm"};
inline constexpr Code kMetastatic = {"NCIT:C3261", "Metastatic Neoplasm"};
inline constexpr Code kBiopsy = {"NCIT:C15189", "Biopsy"};

inline constexpr Code kPercent = {"UCUM:%", "percent"};
inline constexpr Code kOral = {"NCIT:C38288", "Oral Route of Administration"};
inline constexpr Code kIntravenous = {"NCIT:C38276", "Intravenous Route of Administration"};

inline constexpr Code kCure = {"NCIT:C62220", "Cure"};
inline constexpr Code kResponses[] = {{"NCIT:C4870", "Complete Remission"},
                                      {"NCIT:C18058", "Partial Remission"},
                                      {"NCIT:C18213", "Stable Disease"},
                                      {"NCIT:C35571", "Progressive Disease"}};
inline constexpr Code kIlluminas[] = {{"OBI:0002048", "Illumina HiSeq 2000"}, {"OBI:0002630", "Illumina NovaSeq 6000"}};

inline constexpr Code kSmoking = {"NCIT:C154329", "Smoking"};
inline constexpr Code kAlcohol = {"NCIT:C16273", "Alcohol Consumption"};
inline constexpr Code kPackYear = {"UCUM:{PackYears}", "pack-years"};

// Data use, in the words of DUO.
inline constexpr Code kGeneralResearch = {"DUO:0000042", "general research use"};
inline constexpr Code kHealthResearch = {"DUO:0000006", "health or medical or biomedical research"};
inline constexpr Code kDiseaseResearch = {"DUO:0000007", "disease specific research"};
inline constexpr Code kEthicsApproval = {"DUO:0000021", "ethics approval required"};
inline constexpr Code kNotForProfit = {"DUO:0000018", "not for profit, non commercial use only"};
inline constexpr Code kCollaboration = {"DUO:0000020", "collaboration required"};
inline constexpr Code kGeographical = {"DUO:0000022", "geographical restriction"};

inline constexpr Code kDetected = {"SNOMED:260373001", "Detected"};
inline constexpr Code kNotDetected = {"SNOMED:260415000", "Not detected"};

inline constexpr Assay kHbA1cPercent = {
    {"LOINC:4548-4", "Hemoglobin A1c/Hemoglobin.total in Blood"}, kPercent, 1, 40, 60};
inline constexpr Assay kHbA1cMmol = {
    {"LOINC:4548-4", "Hemoglobin A1c/Hemoglobin.total in Blood"}, {"UCUM:mmol/mol", "millimole per mole"}, 0, 20, 42};
inline constexpr Assay kLdlMg = {
    {"LOINC:13457-7", "Cholesterol in LDL [Mass/volume] in Serum or Plasma by calculation"},
    {"UCUM:mg/dL", "milligram per deciliter"},
    0,
    0,
    130};
inline constexpr Assay kLdlMmol = {
    {"LOINC:13457-7", "Cholesterol in LDL [Mass/volume] in Serum or Plasma by calculation"},
    {"UCUM:mmol/L", "millimole per liter"},
    2,
    0,
    336};
inline constexpr Assay kBodyMassIndex = {
    {"LOINC:39156-5", "Body mass index (BMI) [Ratio]"}, {"UCUM:kg/m2", "kilogram per square meter"}, 1, 185, 250};
inline constexpr Assay kCreatinine = {{"LOINC:2160-0", "Creatinine [Mass/volume] in Serum or Plasma"},
                                      {"UCUM:mg/dL", "milligram per deciliter"},
                                      2,
                                      60,
                                      120};
inline constexpr Assay kHemoglobin = {
    {"LOINC:718-7", "Hemoglobin [Mass/volume] in Blood"}, {"UCUM:g/dL", "gram per deciliter"}, 1, 120, 170};
inline constexpr Assay kSystolic = {
    {"LOINC:8480-6", "Systolic blood pressure"}, {"UCUM:mm[Hg]", "millimeter of mercury"}, 0, 90, 130};
inline constexpr Assay kDiastolic = {
    {"LOINC:8462-4", "Diastolic blood pressure"}, {"UCUM:mm[Hg]", "millimeter of mercury"}, 0, 60, 80};
inline constexpr Code kBloodPressure = {"LOINC:85354-9", "Blood pressure panel with all children optional"};
inline constexpr Assay kCreatineKinase = {
    {"LOINC:2157-6", "Creatine kinase [Enzymatic activity/volume] in Serum or Plasma"},
    {"UCUM:U/L", "enzyme unit per liter"},
    0,
    22,
    198};
inline constexpr Assay kSarsCov2 = {
    {"LOINC:94500-6", "SARS-CoV-2 (COVID-19) RNA [Presence] in Respiratory specimen by NAA with probe detection"},
    {"", ""},
    0,
    0,
    0};

}  // namespace muster::synth

#endif  // MUSTER_SHELL_SYNTH_PEOPLE_CODES_H_
