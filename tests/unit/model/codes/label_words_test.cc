#include "engine/model/codes/label_words.h"

#include <gtest/gtest.h>

namespace muster::model {
namespace {

TEST(LabelWordsTest, WhatLabelsSayOfTheirCode) {
  for (const char* label :
       {"No seizures", "Seizure absent", "No evidence of seizures", "Absence of seizures", "not seen"}) {
    EXPECT_EQ(WhatLabelSays(label, true), LabelSays::kDenied) << label;
  }
  for (const char* label : {"suspected Seizure", "Seizure?", "at risk for D", "D, carrier", "Verdacht auf Epilepsie"}) {
    EXPECT_EQ(WhatLabelSays(label, true), LabelSays::kDoubted) << label;
  }
  for (const char* label : {"Family history of seizures", "Seizure in father"}) {
    EXPECT_EQ(WhatLabelSays(label, true), LabelSays::kOfOthers) << label;
  }
  // Names of terms, where nobody knows them.
  for (const char* label : {"No social interaction", "Absent speech", "Carrier of X", "Non-Hodgkin lymphoma", "Nodule",
                            "History of stroke", "Thumb absent", ""}) {
    EXPECT_EQ(WhatLabelSays(label, false), LabelSays::kNothing) << label;
  }
  EXPECT_EQ(WhatLabelSays("Suspected diabetes", false), LabelSays::kDoubted);
}

TEST(LabelWordsTest, WithoutAnOntology) {
  for (const char* label : {"No seizures", "not seen", "without seizures", "Seizures: absent", "Seizures (no)"}) {
    EXPECT_EQ(WhatLabelSaysOf("HP:0001250", label), LabelSays::kDenied) << label;
  }
  for (const char* label : {"Seizure", "No appetite", "Absent speech", "Nodule", "Non-epileptic seizure", ""}) {
    EXPECT_EQ(WhatLabelSaysOf("HP:0001250", label), LabelSays::kNothing) << label;
  }
  EXPECT_EQ(WhatLabelSaysOf("no seizure", "no seizure"), LabelSays::kDenied);
  // Other systems have names of this kind.
  EXPECT_EQ(WhatLabelSaysOf("SNOMED:716186003", "No known allergy"), LabelSays::kNothing);
}

TEST(LabelWordsTest, InSeveralLanguagesAndBehindTheName) {
  for (const char* label : {"Diabetes, excluded", "diabetes - excluded", "Ausschluss Diabetes", "Diabetes (nein)"}) {
    EXPECT_EQ(WhatLabelSaysOf("ICD10:E11.9", label), LabelSays::kDenied) << label;
  }
  for (const char* label : {"?diabetes", "Diabetes (Verdacht)", "sospecha de diabetes",
                            "Diabetes, nicht best\xC3\xA4tigt", "V. a. Diabetes", "Diabetes (?)"}) {
    EXPECT_EQ(WhatLabelSaysOf("ICD10:E11.9", label), LabelSays::kDoubted) << label;
  }
  for (const char* label : {"Diabetes (Vater)", "mother: diabetes",
                            "ant\xC3\xA9"
                            "c\xC3\xA9"
                            "dents familiaux de diab\xC3\xA8te"}) {
    EXPECT_EQ(WhatLabelSaysOf("ICD10:E11.9", label), LabelSays::kOfOthers) << label;
  }
  // SNOMED and ICD have such names.
  EXPECT_EQ(WhatLabelSaysOf("SNOMED:160303001", "FH: Diabetes mellitus"), LabelSays::kNothing);
  EXPECT_EQ(WhatLabelSaysOf("ICD10:Z83.3", "Family history of diabetes mellitus"), LabelSays::kNothing);
  EXPECT_EQ(WhatLabelSaysOf("family history of diabetes", "family history of diabetes"), LabelSays::kOfOthers);
  for (const char* label : {"h/o diabetes", "history of stroke", "s/p MI", "Status post splenectomy", "Z.n. Apoplex"}) {
    EXPECT_EQ(WhatLabelSaysOf(label, label), LabelSays::kPast) << label;
  }
}

TEST(LabelWordsTest, HistoriesAndQueriesBesideACodeOfADisease) {
  for (const char* label : {"FH: diabetes", "FHx diabetes", "Family history of diabetes", "diabetes in sister",
                            "Diabetes, family history", "mother has diabetes", "Uncle: diabetes", "diabetes (aunt)"}) {
    EXPECT_EQ(WhatLabelSaysOf("MONDO:0005148", label), LabelSays::kOfOthers) << label;
    EXPECT_EQ(WhatLabelSaysOf("HP:0000819", label), LabelSays::kOfOthers) << label;
  }
  for (const char* label : {"History of diabetes", "PMH: diabetes", "h/o diabetes", "personal history of diabetes"}) {
    EXPECT_EQ(WhatLabelSaysOf("ICD10:E11.9", label), LabelSays::kPast) << label;
    EXPECT_EQ(WhatLabelSaysOf("HP:0000819", label), LabelSays::kNothing) << label;
  }
  for (const char* label : {"query diabetes", "Diabetes likely", "diabetes (planned)", "rule-out diabetes",
                            "presumed diabetes", "diabetes TBC", "Z.A. Diabetes", "Abkl\xC3\xA4rung Diabetes",
                            "Diabetes wahrscheinlich", "screening for diabetes"}) {
    EXPECT_EQ(WhatLabelSaysOf("OMIM:125853", label), LabelSays::kDoubted) << label;
  }
  for (const char* label : {"Diabetes (0)", "diabetes: N", "diabetes (ruled out)"}) {
    EXPECT_EQ(WhatLabelSaysOf("MONDO:0005148", label), LabelSays::kDenied) << label;
  }
  // What names are like.
  for (const char* label : {"Familial hypercholesterolemia (FH)", "FH deficiency", "Carcinoma, HER2 (negative)",
                            "Carcinoma, ER - negative", "DD", "Likelike disease", "Increased risk of pancreatic cancer",
                            "Riskless", "Autosomal recessive disease N", "Maternal diabetes"}) {
    EXPECT_EQ(WhatLabelSaysOf("MONDO:0005148", label), LabelSays::kNothing) << label;
  }
  EXPECT_EQ(WhatLabelSaysOf("HP:0025204", "History of recent insect bite"), LabelSays::kNothing);
  EXPECT_EQ(WhatLabelSaysOf("ICD10:Z13.1", "Screening for diabetes mellitus"), LabelSays::kNothing);
  EXPECT_EQ(WhatLabelSaysOf("SNOMED:161445009", "History of diabetes mellitus"), LabelSays::kNothing);
  EXPECT_EQ(WhatLabelSaysOf("NCIT:C15240", "Screening for cancer"), LabelSays::kNothing);
}

TEST(LabelWordsTest, NamesThatBeginLikeAHistoryOrAQuery) {
  // Terms of HPO about the person's relatives.
  EXPECT_EQ(WhatLabelSaysOf("HP:0032317", "Family history of cancer"), LabelSays::kNothing);
  EXPECT_EQ(WhatLabelSaysOf("HP:0032318", "Family history of heart disease"), LabelSays::kNothing);
  EXPECT_EQ(WhatLabelSaysOf("HP:0002664", "Family history of cancer"), LabelSays::kOfOthers);
  EXPECT_EQ(WhatLabelSaysOf("MONDO:0005921", "Query fever"), LabelSays::kNothing);
  EXPECT_EQ(WhatLabelSaysOf("query fever", "query fever"), LabelSays::kNothing);
  EXPECT_EQ(WhatLabelSaysOf("MONDO:0005921", "query Q fever"), LabelSays::kDoubted);
}

TEST(LabelWordsTest, CodesOfCircumstancesAreCalledSo) {
  EXPECT_EQ(WhatLabelSaysOf("ICD10:U08.9", "Personal history of COVID-19, unspecified"), LabelSays::kNothing);
  EXPECT_EQ(WhatLabelSaysOf("ICD10:U07.1", "Personal history of COVID-19"), LabelSays::kPast);
  EXPECT_EQ(WhatLabelSaysOf("ICD10GM:Z94.0", "Zustand nach Nierentransplantation"), LabelSays::kNothing);
  EXPECT_EQ(WhatLabelSaysOf("ICD10:Z80.3",
                            "Ant\xC3\xA9"
                            "c\xC3\xA9"
                            "dents familiaux de tumeur maligne du sein"),
            LabelSays::kNothing);
  EXPECT_EQ(WhatLabelSaysOf("ICD10GM:I63.9", "Zustand nach Hirninfarkt"), LabelSays::kPast);
  EXPECT_EQ(WhatLabelSaysOf("ICD10:E11.9", "antecedentes familiares de diabetes"), LabelSays::kOfOthers);
  EXPECT_EQ(WhatLabelSaysOf("ICD10:Z94.0", "Verdacht auf Transplantatversagen"), LabelSays::kDoubted);
}

TEST(LabelWordsTest, WhatStandsAroundACode) {
  for (const char* text :
       {"!HP:0001250", "-HP:0001250", "NOT HP:0001250", "no HP:0001250", "absent: HP:0001250", "HP:0001250 (excluded)",
        "HP:0001250:absent", "HP:0001250=0", "HP:0001250 no", "HP:0001250 = false", "kein ICD10:E11.9"}) {
    EXPECT_EQ(WhatIsSaidAroundCode(text), LabelSays::kDenied) << text;
  }
  for (const char* text : {"HP:0001250?", "suspected HP:0001250", "V.a. ICD10:E11.9"}) {
    EXPECT_EQ(WhatIsSaidAroundCode(text), LabelSays::kDoubted) << text;
  }
  EXPECT_EQ(WhatIsSaidAroundCode("mother: HP:0001250"), LabelSays::kOfOthers);
  for (const char* text : {"HP:0001250", " HP:0001250 ", "ICD10GM:E11.90 G", "ICD10:E11.9-", "ICD-10:E11.9", "E11.9",
                           "http://purl.obolibrary.org/obo/HP_0001250", "SNOMED:260385009 |Negative|", "none", "",
                           "SNOMEDCT_US_2020_09_01:73211009", "HP:0001250 HP:0001249", "LOCAL:no"}) {
    EXPECT_EQ(WhatIsSaidAroundCode(text), LabelSays::kNothing) << text;
  }
}

}  // namespace
}  // namespace muster::model
