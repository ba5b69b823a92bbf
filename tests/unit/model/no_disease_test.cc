#include "engine/model/codes/labels/no_disease.h"

#include <gtest/gtest.h>

namespace muster::model {
namespace {

TEST(NoDiseaseTest, CodesAndTexts) {
  for (const std::string_view code : CodesOfNoDisease()) EXPECT_TRUE(SaysNoDisease(code, "")) << code;
  for (const char* text : {"normal", "Healthy", " control "}) EXPECT_TRUE(SaysNoDisease(text, "")) << text;
  for (const char* code : {"MONDO:0005148", "ICD10:E11.9", "NCIT:C2926", "PATO:0000460", ""}) {
    EXPECT_FALSE(SaysNoDisease(code, "")) << code;
  }
}

TEST(NoDiseaseTest, Labels) {
  for (const char* label :
       {"no diabetes", "Keine", "kein Diabetes", "ohne Befund", "Sin diabetes", "pas de diab\xC3\xA8te"}) {
    EXPECT_TRUE(SaysNoDisease("MONDO:0005148", label)) << label;
  }
  for (const char* label :
       {"Noonan syndrome", "Nodular sclerosis", "Diabetes, no complications", "Sinusitis", "Normocytic anemia"}) {
    EXPECT_FALSE(SaysNoDisease("MONDO:0005148", label)) << label;
  }
}

TEST(NoDiseaseTest, Exposures) {
  for (const char* code : {"NCIT:C65108", "LOINC:LA18978-9", "SNOMED:8392000", "OMOP:45879404"}) {
    EXPECT_TRUE(SaysNoExposure(code)) << code;
  }
  EXPECT_FALSE(SaysNoExposure("NCIT:C2190"));
}

TEST(NoDiseaseTest, ExposuresByLabel) {
  for (const char* label : {"Never",
                            "nie",
                            "Nichtraucher",
                            "Jamais",
                            "nunca ha fumado",
                            "Non",
                            "Abstinent",
                            "0 pack years",
                            "0/day",
                            "ei koskaan",
                            "Non-smoker",
                            "unexposed",
                            "Nigdy",
                            "nigdy nie pali\xC5\x82",
                            "Niemals geraucht",
                            "soha",
                            "mai",
                            "Aldri",
                            "Has never smoked",
                            "Lifetime non-smoker",
                            "Lifetime abstainer of alcohol",
                            "ikke-ryger",
                            "icke-r\xC3\xB6kare",
                            "niet-roker",
                            "Ni fumeur",
                            "niepal\xC4\x85\x63y",
                            "Nichtraucherin",
                            "Ikke-ryger",
                            "jam\xC3\xA1s",
                            "tupakoimaton"}) {
    EXPECT_TRUE(SaysNoExposureByLabel(label)) << label;
  }
  for (const char* label :
       {"Former smoker", "Quit", "10 pack years", "0 to 5 pack years", "Non-ionizing radiation", "Abstinent alcoholic",
        "icke-r\xC3\xB6kare sedan 2010", "niepal\xC4\x85\x63y (rzuci\xC5\x82)", "ikke-ryger, tidligere",
        "Nichtraucher seit 2010", "Nichtraucher (fr\xC3\xBCher 20/Tag)", "niet-roker, gestopt in 2005",
        "ikke-ryger (2012)", "Neverland virus", "Nievre clay", "Maitake", "Has quit smoking", "Lifetime smoker",
        "Current smoker"}) {
    EXPECT_FALSE(SaysNoExposureByLabel(label)) << label;
  }
}

TEST(NoDiseaseTest, TextsOfControls) {
  for (const char* text : {"CTRL", "Ctl", "healthy donor", "Healthy-Volunteers", "normal control", "non-diabetic",
                           "HC (control)", "Control (healthy)", "Gesunde Kontrolle"}) {
    EXPECT_TRUE(IsTextOfControl(text)) << text;
  }
  for (const char* text : {"HC", "T2D", "Non-Hodgkin lymphoma", "birth control", "", "E11.9", "asthma (control)",
                           "non-diabetic hypoglycaemia"}) {
    EXPECT_FALSE(IsTextOfControl(text)) << text;
  }
  for (const char* text : {"HC", "nc", " NGT "}) EXPECT_TRUE(MayBeTextOfControl(text)) << text;
  for (const char* text : {"HCC", "HD", "", "E11"}) EXPECT_FALSE(MayBeTextOfControl(text)) << text;
}

TEST(NoDiseaseTest, TextsInPlaceOfCodes) {
  for (const char* text : {"no diagnosis", "no", "keine", "0", "o.B.", "Unauffällig", "Denies seizures", "nil",
                           "Healthy control", "NKDA", "asymptomatic", "nincs", "aucun", "negative", "non", "terve"}) {
    EXPECT_TRUE(IsTextOfNone(text)) << text;
  }
  for (const char* text : {"E11.9", "0001250", "No social interaction", "Nodule", "none such", "",
                           "Non-Hodgkin lymphoma", "Niemann-Pick disease"}) {
    EXPECT_FALSE(IsTextOfNone(text)) << text;
  }
}

}  // namespace
}  // namespace muster::model
