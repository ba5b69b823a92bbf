#include "engine/model/codes/labels/names_like_denials.h"

#include <gtest/gtest.h>

#include "engine/model/codes/labels/label_words.h"
#include "engine/model/codes/labels/no_disease.h"

namespace muster::model {
namespace {

struct Label {
  const char* text;
  bool is_name;  // and no denial
};

// Of diseases, by any code or none.
constexpr Label kDiseases[] = {
    {"Sin Nombre virus infection", true},
    {"SIN NOMBRE", true},
    {"Sin nombrarse", false},
    {"Sin diabetes", false},
    {"No Light Perception", true},
    {"No light perception, right eye", true},
    {"No perception of light", true},
    {"No light sensitivity", false},
    {"Keine Lichtscheinwahrnehmung", true},
    {"Keine Lichtempfindlichkeit", false},
    {"Kein Diabetes", false},
    {"Keinerlei Beschwerden", false},
    {"Pas de perception lumineuse", true},
    {"Pas de diab\xC3\xA8te", false},
    {"Pas d'hypertension", false},
    {"Pas d\xE2\x80\x99hypertension", false},
    {"Sin percepci\xC3\xB3n de luz", true},
    {"Nessuna percezione della luce", true},
    {"Nessun tumore", false},
    {"Senza diabete", false},
    {"Sem percep\xC3\xA7\xC3\xA3o luminosa", true},
    {"Sem diabetes", false},
    {"Nenhuma doen\xC3\xA7\x61", false},
    {"Sans diab\xC3\xA8te", false},
    {"Aucun cancer", false},
    {"Ning\xC3\xBAn tumor", false},
    {"Geen kanker", false},
    {"Sans abri", true},
    {"Sans-abri", true},
    {"Sans domicile fixe", true},
    {"Sans emploi", true},
    {"Sin hogar", true},
    {"Senza fissa dimora", true},
    {"Sem abrigo", true},
    {"Ohne festen Wohnsitz", true},
    {"Zonder vaste woonplaats", true},
    {"No fixed abode", true},
    {"Ingen fast bostad", true},
    {"Sans abris p\xC3\xA9ricardique", false},
    {"No-reflow phenomenon", true},
    {"Non-Hodgkin lymphoma", true},
    {"Non Hodgkin lymphoma", true},
    {"Nicht-Hodgkin-Lymphom", true},
    {"Nicht insulinabh\xC3\xA4ngiger Diabetes", true},
    {"Non-small cell lung carcinoma", true},
    {"Noma", true},
    {"Ohnmacht", true},
    {"Sinus tachycardia", true},
    {"Semantic dementia", true},
    {"Sansanelli syndrome", true},
    {"Absence epilepsy", true},
    {"Absence de r\xC3\xA8gles", true},
    {"Brakydaktyli", true},
};

TEST(NamesLikeDenialsTest, Diseases) {
  for (const Label& label : kDiseases) EXPECT_EQ(SaysNoDisease(label.text), !label.is_name) << label.text;
}

TEST(NamesLikeDenialsTest, Findings) {
  for (const Label& label :
       {Label{"No light perception", true}, Label{"Keine soziale Interaktion", true},
        Label{"Pas d\xE2\x80\x99interaction sociale", true}, Label{"Kein Appetit", true},
        Label{"Keine Anf\xC3\xA4lle", false}, Label{"Sans crises", false}, Label{"Aucune crise", false},
        Label{"Sem convuls\xC3\xB5\x65s", false}, Label{"high blood phenylalanine level in mother", true},
        Label{"Seizure in mother", false}, Label{"No light perception (excluded)", false}}) {
    EXPECT_EQ(AssertionOfCodeLabel("HP:0001250", label.text) == LabelAssertion::kNothing, label.is_name) << label.text;
    EXPECT_EQ(AssertionOfLabel(label.text, /*is_known=*/true) == LabelAssertion::kNothing, label.is_name) << label.text;
  }
}

// A no before what the healthy have, in any of the ways of denying of a language.
TEST(NamesLikeDenialsTest, WhatTheHealthyHave) {
  for (const Label& label :
       {Label{"Geen sociale interactie", true}, Label{"Geen eetlust", true}, Label{"Aucune interaction sociale", true},
        Label{"Aucun langage", true}, Label{"Ninguna interacci\xC3\xB3n social", true},
        Label{"Nenhuma intera\xC3\xA7\xC3\xA3o social", true}, Label{"Nenhum apetite", true},
        Label{"Keinerlei Sprache", true}, Label{"Nessun appetito", true}, Label{"Zonder spraak (4 jaar)", true},
        Label{"Geen lichtperceptie", true}, Label{"Aucun langage anormal", false}, Label{"Geen epilepsie", false},
        Label{"Keine Sprachst\xC3\xB6rung", false}, Label{"Nenhum apetite (excluded)", false},
        Label{"Geen taalstoornis", false}}) {
    EXPECT_EQ(AssertionOfCodeLabel("HP:0008763", label.text) == LabelAssertion::kNothing, label.is_name) << label.text;
  }
}

TEST(NamesLikeDenialsTest, TextsInPlaceOfCodes) {
  EXPECT_FALSE(IsTextOfNone("No light perception"));
  EXPECT_FALSE(IsTextOfNone("Sin Nombre virus"));
  EXPECT_TRUE(IsTextOfNone("Kein Hinweis auf Diabetes"));
}

TEST(NamesLikeDenialsTest, TreatmentsAndProcedures) {
  for (const char* label : {"No-Spa", "No Spa 40 mg", "No-scalpel vasectomy", "No touch technique"}) {
    EXPECT_FALSE(SaysNone(label)) << label;
  }
  for (const char* label : {"No treatment", "Sem tratamento", "Sans traitement", "Ingen behandling"}) {
    EXPECT_TRUE(SaysNone(label)) << label;
  }
  EXPECT_FALSE(SaysNone("SEM of hair shaft"));
  EXPECT_FALSE(SaysNone("SEM (scanning electron microscopy)"));
  EXPECT_TRUE(SaysNone("SEM tratamento"));
}

TEST(NamesLikeDenialsTest, Exposures) {
  for (const char* label :
       {"Non-smoker", "non smoker, ever", "Nonsmoker", "Non-drinker", "non-vaper", "Never smoked",
        "Non-exposed to asbestos", "Nichtraucher", "Non-cannabis user", "Non-consumer of alcohol", "Nonconsumer",
        "Non-cigarette smoker", "Non-coffee drinker", "Non-current smoker", "Non-betel-nut chewer", "Non-alcohol user",
        "Non-occupationally exposed", "Non-tobacco users (self-reported)"}) {
    EXPECT_TRUE(SaysNoExposureByLabel(label)) << label;
  }
  for (const char* label :
       {"Non-ionizing radiation", "Non-ionizing radiation exposure", "Non-steroidal anti-inflammatory agent",
        "Nonylphenol", "Non-nutritive sucking", "Nonanal", "Non-daily smoker", "Non-prescription drug user",
        "Non-medical opioid user", "Non-filter cigarette smoker", "Non-heavy drinker", "Non-sterile needle user"}) {
    EXPECT_FALSE(SaysNoExposureByLabel(label)) << label;
  }
}

TEST(NamesLikeDenialsTest, NamesEndWithAWord) {
  EXPECT_TRUE(IsNameLikeDenial(" Sin Nombre "));
  EXPECT_FALSE(IsNameLikeDenial("Sin Nombr\xC3\xA9"));
  EXPECT_FALSE(IsNameLikeDenial("No spasms"));
  EXPECT_FALSE(IsNameLikeDenial(""));
}

}  // namespace
}  // namespace muster::model
