#include "engine/model/codes/labels/label_words.h"

#include <gtest/gtest.h>

#include <utility>

namespace muster::model {
namespace {

TEST(LabelWordsTest, WhatLabelsSayOfTheirCode) {
  for (const char* label :
       {"No seizures", "Seizure absent", "No evidence of seizures", "Absence of seizures", "not seen"}) {
    EXPECT_EQ(AssertionOfLabel(label, true), LabelAssertion::kDenied) << label;
  }
  for (const char* label : {"suspected Seizure", "Seizure?", "at risk for D", "D, carrier", "Verdacht auf Epilepsie"}) {
    EXPECT_EQ(AssertionOfLabel(label, true), LabelAssertion::kDoubted) << label;
  }
  for (const char* label : {"Family history of seizures", "Seizure in father"}) {
    EXPECT_EQ(AssertionOfLabel(label, true), LabelAssertion::kOfOthers) << label;
  }
  // Names of terms, where nobody knows them.
  for (const char* label : {"No social interaction", "Absent speech", "Carrier of X", "Non-Hodgkin lymphoma", "Nodule",
                            "History of stroke", "Thumb absent", ""}) {
    EXPECT_EQ(AssertionOfLabel(label, false), LabelAssertion::kNothing) << label;
  }
  EXPECT_EQ(AssertionOfLabel("Suspected diabetes", false), LabelAssertion::kDoubted);
}

TEST(LabelWordsTest, WithoutAnOntology) {
  for (const char* label : {"No seizures", "not seen", "without seizures", "Seizures: absent", "Seizures (no)"}) {
    EXPECT_EQ(AssertionOfCodeLabel("HP:0001250", label), LabelAssertion::kDenied) << label;
  }
  for (const char* label : {"Seizure", "No appetite", "Absent speech", "Nodule", "Non-epileptic seizure", ""}) {
    EXPECT_EQ(AssertionOfCodeLabel("HP:0001250", label), LabelAssertion::kNothing) << label;
  }
  EXPECT_EQ(AssertionOfCodeLabel("no seizure", "no seizure"), LabelAssertion::kDenied);
  // Other systems have names of this kind.
  EXPECT_EQ(AssertionOfCodeLabel("SNOMED:716186003", "No known allergy"), LabelAssertion::kNothing);
}

TEST(LabelWordsTest, InSeveralLanguagesAndBehindTheName) {
  for (const char* label : {"Diabetes, excluded", "diabetes - excluded", "Ausschluss Diabetes", "Diabetes (nein)"}) {
    EXPECT_EQ(AssertionOfCodeLabel("ICD10:E11.9", label), LabelAssertion::kDenied) << label;
  }
  for (const char* label : {"?diabetes", "Diabetes (Verdacht)", "sospecha de diabetes",
                            "Diabetes, nicht best\xC3\xA4tigt", "V. a. Diabetes", "Diabetes (?)"}) {
    EXPECT_EQ(AssertionOfCodeLabel("ICD10:E11.9", label), LabelAssertion::kDoubted) << label;
  }
  for (const char* label : {"Diabetes (Vater)", "mother: diabetes",
                            "ant\xC3\xA9"
                            "c\xC3\xA9"
                            "dents familiaux de diab\xC3\xA8te"}) {
    EXPECT_EQ(AssertionOfCodeLabel("ICD10:E11.9", label), LabelAssertion::kOfOthers) << label;
  }
  // SNOMED and ICD have such names.
  EXPECT_EQ(AssertionOfCodeLabel("SNOMED:160303001", "FH: Diabetes mellitus"), LabelAssertion::kNothing);
  EXPECT_EQ(AssertionOfCodeLabel("ICD10:Z83.3", "Family history of diabetes mellitus"), LabelAssertion::kNothing);
  EXPECT_EQ(AssertionOfCodeLabel("family history of diabetes", "family history of diabetes"),
            LabelAssertion::kOfOthers);
  for (const char* label : {"h/o diabetes", "history of stroke", "s/p MI", "Status post splenectomy", "Z.n. Apoplex"}) {
    EXPECT_EQ(AssertionOfCodeLabel(label, label), LabelAssertion::kPast) << label;
  }
}

TEST(LabelWordsTest, HistoriesAndQueriesBesideACodeOfADisease) {
  for (const char* label : {"FH: diabetes", "FHx diabetes", "Family history of diabetes", "diabetes in sister",
                            "Diabetes, family history", "mother has diabetes", "Uncle: diabetes", "diabetes (aunt)"}) {
    EXPECT_EQ(AssertionOfCodeLabel("MONDO:0005148", label), LabelAssertion::kOfOthers) << label;
    EXPECT_EQ(AssertionOfCodeLabel("HP:0000819", label), LabelAssertion::kOfOthers) << label;
  }
  for (const char* label : {"History of diabetes", "PMH: diabetes", "h/o diabetes", "personal history of diabetes"}) {
    EXPECT_EQ(AssertionOfCodeLabel("ICD10:E11.9", label), LabelAssertion::kPast) << label;
    EXPECT_EQ(AssertionOfCodeLabel("HP:0000819", label), LabelAssertion::kNothing) << label;
  }
  for (const char* label : {"query diabetes", "Diabetes likely", "diabetes (planned)", "rule-out diabetes",
                            "presumed diabetes", "diabetes TBC", "Z.A. Diabetes", "Abkl\xC3\xA4rung Diabetes",
                            "Diabetes wahrscheinlich", "screening for diabetes"}) {
    EXPECT_EQ(AssertionOfCodeLabel("OMIM:125853", label), LabelAssertion::kDoubted) << label;
  }
  for (const char* label : {"Diabetes (0)", "diabetes: N", "diabetes (ruled out)"}) {
    EXPECT_EQ(AssertionOfCodeLabel("MONDO:0005148", label), LabelAssertion::kDenied) << label;
  }
  // What names are like.
  for (const char* label : {"Familial hypercholesterolemia (FH)", "FH deficiency", "Carcinoma, HER2 (negative)",
                            "Carcinoma, ER - negative", "DD", "Likelike disease", "Increased risk of pancreatic cancer",
                            "Riskless", "Autosomal recessive disease N", "Maternal diabetes"}) {
    EXPECT_EQ(AssertionOfCodeLabel("MONDO:0005148", label), LabelAssertion::kNothing) << label;
  }
  EXPECT_EQ(AssertionOfCodeLabel("HP:0025204", "History of recent insect bite"), LabelAssertion::kNothing);
  EXPECT_EQ(AssertionOfCodeLabel("ICD10:Z13.1", "Screening for diabetes mellitus"), LabelAssertion::kNothing);
  EXPECT_EQ(AssertionOfCodeLabel("SNOMED:161445009", "History of diabetes mellitus"), LabelAssertion::kNothing);
  EXPECT_EQ(AssertionOfCodeLabel("NCIT:C15240", "Screening for cancer"), LabelAssertion::kNothing);
}

TEST(LabelWordsTest, NamesThatBeginLikeAHistoryOrAQuery) {
  // Terms of HPO about the person's relatives.
  EXPECT_EQ(AssertionOfCodeLabel("HP:0032317", "Family history of cancer"), LabelAssertion::kNothing);
  EXPECT_EQ(AssertionOfCodeLabel("HP:0032318", "Family history of heart disease"), LabelAssertion::kNothing);
  EXPECT_EQ(AssertionOfCodeLabel("HP:0002664", "Family history of cancer"), LabelAssertion::kOfOthers);
  EXPECT_EQ(AssertionOfCodeLabel("MONDO:0005921", "Query fever"), LabelAssertion::kNothing);
  EXPECT_EQ(AssertionOfCodeLabel("query fever", "query fever"), LabelAssertion::kNothing);
  EXPECT_EQ(AssertionOfCodeLabel("MONDO:0005921", "query Q fever"), LabelAssertion::kDoubted);
}

TEST(LabelWordsTest, TbcIsTuberculosisBesideItsCodes) {
  EXPECT_EQ(AssertionOfCodeLabel("ICD10:A17.0", "Meningitis TBC"), LabelAssertion::kNothing);
  EXPECT_EQ(AssertionOfCodeLabel("ICD10CM:A18.2", "Linfadenitis TBC"), LabelAssertion::kNothing);
  EXPECT_EQ(AssertionOfCodeLabel("ICD9CM:013.0", "Meningite TBC"), LabelAssertion::kNothing);
  EXPECT_EQ(AssertionOfCodeLabel("ICD10:N74.1", "Salpingitis TBC"), LabelAssertion::kNothing);
  EXPECT_EQ(AssertionOfCodeLabel("ICD10:Q87.4", "Marfan syndrome TBC"), LabelAssertion::kDoubted);
  EXPECT_EQ(AssertionOfCodeLabel("ICD10:K51.9", "Ulcerative colitis tbc"), LabelAssertion::kDoubted);
  EXPECT_EQ(AssertionOfCodeLabel("ICD10:A17.0", "Meningitis to be confirmed"), LabelAssertion::kDoubted);
}

TEST(LabelWordsTest, PresumedIsPartOfAName) {
  for (const char* code : {"ICD10:H32.0", "MONDO:0018075", "ICD10CM:B39.9"}) {
    EXPECT_EQ(AssertionOfCodeLabel(code, "Presumed ocular histoplasmosis syndrome"), LabelAssertion::kNothing);
  }
  EXPECT_EQ(AssertionOfCodeLabel("ICD10:B39.9", "Presumed histoplasmosis"), LabelAssertion::kDoubted);
}

TEST(LabelWordsTest, CodesOfCircumstancesAreCalledSo) {
  EXPECT_EQ(AssertionOfCodeLabel("ICD10:U08.9", "Personal history of COVID-19, unspecified"), LabelAssertion::kNothing);
  EXPECT_EQ(AssertionOfCodeLabel("ICD10:U07.1", "Personal history of COVID-19"), LabelAssertion::kPast);
  EXPECT_EQ(AssertionOfCodeLabel("ICD10GM:Z94.0", "Zustand nach Nierentransplantation"), LabelAssertion::kNothing);
  EXPECT_EQ(AssertionOfCodeLabel("ICD10:Z80.3",
                                 "Ant\xC3\xA9"
                                 "c\xC3\xA9"
                                 "dents familiaux de tumeur maligne du sein"),
            LabelAssertion::kNothing);
  EXPECT_EQ(AssertionOfCodeLabel("ICD10GM:I63.9", "Zustand nach Hirninfarkt"), LabelAssertion::kPast);
  EXPECT_EQ(AssertionOfCodeLabel("ICD10:E11.9", "antecedentes familiares de diabetes"), LabelAssertion::kOfOthers);
  EXPECT_EQ(AssertionOfCodeLabel("ICD10:Z94.0", "Verdacht auf Transplantatversagen"), LabelAssertion::kDoubted);
}

TEST(LabelWordsTest, CodesThatMeanSomethingPastOrOfTheMother) {
  for (const auto& [code, label] :
       {std::pair("ICD10:I25.2", "Stan po zawale serca"), std::pair("ICD10GM:I25.2", "Zustand nach Myokardinfarkt"),
        std::pair("ICD10:I25.2", "History of myocardial infarction"),
        std::pair("ICD10:I69.4", "Stav po c\xC3\xA9vn\xC3\xAD mozkov\xC3\xA9 p\xC5\x99\xC3\xADhod\xC4\x9B"),
        std::pair("ICD10:O34.2",
                  "Stav po c\xC3\xADsa\xC5\x99sk\xC3\xA9m \xC5\x99"
                  "ezu"),
        std::pair("ICD10:P70.1", "M\xC3\xA8re diab\xC3\xA9tique"), std::pair("ICD10:O24", "Madre con diabetes"),
        std::pair("ICD10:O24.4", "diabetes in mother")}) {
    EXPECT_EQ(AssertionOfCodeLabel(code, label), LabelAssertion::kNothing) << code << " " << label;
  }
  EXPECT_EQ(AssertionOfCodeLabel("ICD10:I21.9", "Stan po zawale serca"), LabelAssertion::kPast);
  EXPECT_EQ(AssertionOfCodeLabel("ICD10:E11.9", "M\xC3\xA8re diab\xC3\xA9tique"), LabelAssertion::kOfOthers);
  EXPECT_EQ(AssertionOfCodeLabel("ICD10:I25.2", "Suspected myocardial infarction"), LabelAssertion::kDoubted);
  EXPECT_EQ(AssertionOfCodeLabel("ICD10:O15", "Sister: eclampsia"), LabelAssertion::kOfOthers);
  EXPECT_EQ(AssertionOfCodeLabel("ICD10:O24", "Grandmother: diabetes"), LabelAssertion::kOfOthers);
  EXPECT_TRUE(MeansByItself("ICD10:P70.1", "Diabetes (mother)", LabelAssertion::kOfOthers));
  EXPECT_FALSE(MeansByItself("ICD10:P70.1", "No diabetes (mother)", LabelAssertion::kDenied));
}

TEST(LabelWordsTest, WhatStandsAroundACode) {
  for (const char* text :
       {"!HP:0001250", "-HP:0001250", "NOT HP:0001250", "no HP:0001250", "absent: HP:0001250", "HP:0001250 (excluded)",
        "HP:0001250:absent", "HP:0001250=0", "HP:0001250 no", "HP:0001250 = false", "kein ICD10:E11.9"}) {
    EXPECT_EQ(AssertionAroundCode(text), LabelAssertion::kDenied) << text;
  }
  for (const char* text : {"HP:0001250?", "suspected HP:0001250", "V.a. ICD10:E11.9"}) {
    EXPECT_EQ(AssertionAroundCode(text), LabelAssertion::kDoubted) << text;
  }
  for (const char* no : {"HP:0001263-", "HP:0001263(N)", "HP:0001263 (-)", "HP:0001263 n", "HP:0001263^0"}) {
    EXPECT_EQ(AssertionAroundCode(no), LabelAssertion::kDenied) << no;
  }
  for (const char* code : {"ICD10:E11.9-", "HP:0001263", "HP:0001263 (Nystagmus)", "SNOMED:73211009-"}) {
    EXPECT_EQ(AssertionAroundCode(code), LabelAssertion::kNothing) << code;
  }
  EXPECT_EQ(AssertionAroundCode("mother: HP:0001250"), LabelAssertion::kOfOthers);
  for (const char* text : {"HP:0001250", " HP:0001250 ", "ICD10GM:E11.90 G", "ICD10:E11.9-", "ICD-10:E11.9", "E11.9",
                           "http://purl.obolibrary.org/obo/HP_0001250", "SNOMED:260385009 |Negative|", "none", "",
                           "SNOMEDCT_US_2020_09_01:73211009", "HP:0001250 HP:0001249", "LOCAL:no"}) {
    EXPECT_EQ(AssertionAroundCode(text), LabelAssertion::kNothing) << text;
  }
}

TEST(LabelWordsTest, WordsOfOtherLanguagesByWhatTheCodeIsOf) {
  EXPECT_EQ(AssertionOfCodeLabel("ICD10:E11", "Ausencia de diabetes"), LabelAssertion::kDenied);
  EXPECT_EQ(AssertionOfCodeLabel("ICD10:N91", "Absence de menstruations"), LabelAssertion::kNothing) << "its name";
  EXPECT_EQ(AssertionOfCodeLabel("ICD10:Q13.1", "Ausencia de iris"), LabelAssertion::kNothing);
  EXPECT_EQ(AssertionOfCodeLabel("ORPHA:84", "Absence de pouce"), LabelAssertion::kNothing);
  EXPECT_EQ(AssertionOfCodeLabel("ICD10:E11", "DD Diabetes"), LabelAssertion::kDoubted);
  EXPECT_EQ(AssertionOfCodeLabel("ICD10:F80", "DD speech"), LabelAssertion::kNothing) << "a delay";
  EXPECT_EQ(AssertionOfCodeLabel("ICD10:E11", "AF: diabetes"), LabelAssertion::kOfOthers);
  EXPECT_EQ(AssertionOfCodeLabel("ICD10:I48.0", "AF: paroxysmal"), LabelAssertion::kNothing) << "of the atrium";
  EXPECT_EQ(AssertionOfCodeLabel("ORPHA:84", "FA: complementation group A"), LabelAssertion::kNothing);
  EXPECT_EQ(AssertionOfCodeLabel("ICD10:E11", "Podejrzenie cukrzycy"), LabelAssertion::kDoubted);
  EXPECT_EQ(AssertionOfCodeLabel("HP:0001250", "Bez drgawek"), LabelAssertion::kNothing);
  EXPECT_EQ(AssertionOfCodeLabel("ICD10:Z03.8", "Antecedentes de epilepsia"), LabelAssertion::kNothing);
  EXPECT_EQ(AssertionOfLabel("DM2 descartada", /*is_known=*/false), LabelAssertion::kDenied);
  EXPECT_EQ(AssertionOfLabel("Antecedentes de DM2", /*is_known=*/false), LabelAssertion::kNothing);
}

TEST(LabelWordsTest, WhatIsNotExcludedIsDoubtedAndWhatStandsBesideItIsThere) {
  EXPECT_EQ(AssertionOfCodeLabel("ICD10:I26.9", "Lungenembolie ausgeschlossen"), LabelAssertion::kDenied);
  EXPECT_EQ(AssertionOfCodeLabel("ICD10:I26.9", "Lungenembolie (ausgeschlossen)"), LabelAssertion::kDenied);
  EXPECT_EQ(AssertionOfCodeLabel("ICD10:I20.9", "Angina pectoris, Herzinfarkt ausgeschlossen"),
            LabelAssertion::kNothing);
  for (const char* label :
       {"Lungenembolie nicht ausgeschlossen", "Pulmonary embolism not ruled out", "Pulmonary embolism, not excluded"}) {
    EXPECT_EQ(AssertionOfCodeLabel("ICD10:I26.9", label), LabelAssertion::kDoubted) << label;
  }
}

TEST(LabelWordsTest, NamesOfObservationsForWhatWasSuspected) {
  for (const char* label : {"Observation for other suspected diseases and conditions ruled out",
                            "Observaci\xC3\xB3n por sospecha de enfermedad, descartada"}) {
    EXPECT_EQ(AssertionOfCodeLabel("ICD10:Z03.8", label), LabelAssertion::kNothing) << label;
  }
  EXPECT_EQ(AssertionOfCodeLabel("ICD10:E11", "Diabetes ruled out"), LabelAssertion::kDenied);
}

}  // namespace
}  // namespace muster::model
