// Words of many languages that say that something was not there.
#include "engine/model/text/denying_phrase.h"

#include <gtest/gtest.h>

namespace muster::model {
namespace {

using Says = LabelAssertion;

TEST(DenyingPhraseTest, InManyLanguages) {
  for (const char* label :
       {"nie stwierdzono cukrzycy", "cukrzyca - wykluczona", "bez diabetu", "descartada dm2", "dm2 descartada",
        "ausencia de diabetes", "diab\xC3\xA8te, exclu", "diabetes, poissuljettu", "ei diabetesta",
        "diabetes utesluten", "diabete: escluso", "diabetes uitgesloten",
        "diabetes vylou\xC4\x8D"
        "en",
        "cukorbetegs\xC3\xA9g kiz\xC3\xA1rva", "f\xC4\x83r\xC4\x83 diabet", "diabetes, ausgeschl."}) {
    EXPECT_EQ(FindDenyingPhrase(label).assertion, Says::kDenied) << label;
  }
  for (const char* label :
       {"podejrzenie cukrzycy", "ep\xC3\xA4ily diabeteksesta", "diabetes, ep\xC3\xA4ily", "misst\xC3\xA4nkt diabetes",
        "podez\xC5\x99"
        "en\xC3\xAD na diabetes",
        "suspect de diabet", "cukorbetegs\xC3\xA9g gyan\xC3\xBAja", "diab\xC3\xA8te suspect\xC3\xA9", "posible dm2"}) {
    EXPECT_EQ(FindDenyingPhrase(label).assertion, Says::kDoubted) << label;
  }
  for (const char* label : {"stan po zawale", "antecedentes de dm2", "atcd de diab\xC3\xA8te", "status na infarct",
                            "diabetes (anamnestisch)"}) {
    EXPECT_EQ(FindDenyingPhrase(label).assertion, Says::kPast) << label;
  }
  for (const char* label : {"suvussa diabetes", "diabetes in familie", "p\xC3\xA8re diab\xC3\xA9tique"}) {
    EXPECT_EQ(FindDenyingPhrase(label).assertion, Says::kOfOthers) << label;
  }
}

TEST(DenyingPhraseTest, NamesHaveOthers) {
  for (const char* label : {"diabetes", "malaria, excluding cerebral", "uteslutande amning", "udelukkende amning",
                            "absence epilepsy", "ei allergie", "bezdech senny", "l\xC3\xA9sion suspecte",
                            "kiz\xC3\xA1r\xC3\xB3lagos szoptat\xC3\xA1s", "exclusive", "", "podagra", "antecedent"}) {
    EXPECT_EQ(FindDenyingPhrase(label).assertion, Says::kNothing) << label;
  }
}

TEST(DenyingPhraseTest, OfAnotherNameInTheLabel) {
  // What the code is of was there.
  for (const char* label :
       {"tumor ohne prim\xC3\xA4rtumor, ausgeschl. lunge", "angina pectoris, herzinfarkt ausgeschlossen",
        "angina pectoris. herzinfarkt ausgeschlossen", "pneumonia (tbc descartada)", "guz z podejrzeniem raka",
        "sozial ausgeschlossen angst", "descartada apendicitis, gastroenteritis",
        "douleur thoracique, embolie \xC3\xA9limin\xC3\xA9"
        "e",
        "brustkrebs, diabetes in der familie"}) {
    EXPECT_EQ(FindDenyingPhrase(label).assertion, Says::kNothing) << label;
  }
  for (const char* label :
       {"diabetes mellitus, typ 2, ausgeschlossen", "diabetes (typ 2) ausgeschlossen 2020", "wykluczone: cukrzyca",
        "e11.9: diabetes ausgeschlossen", "cukrzyca (wykluczona)", "diabetes (familie), ausgeschlossen"}) {
    EXPECT_EQ(FindDenyingPhrase(label).assertion, Says::kDenied) << label;
  }
  // A suspicion in front is one of all that follows.
  EXPECT_EQ(FindDenyingPhrase("ep\xC3\xA4ily diabeteksesta, tyyppi 2").assertion, Says::kDoubted);
}

TEST(DenyingPhraseTest, ANoInFrontLeavesADoubt) {
  for (const char* label :
       {"lungenembolie nicht ausgeschlossen", "lungenembolie kann nicht sicher ausgeschlossen werden",
        "embolia pulmonar no descartada", "nowotw\xC3\xB3r nie wykluczony", "embolie pulmonaire non exclue",
        "embolie pulmonaire non \xC3\xA9limin\xC3\xA9"
        "e",
        "embolie nevylou\xC4\x8D"
        "ena"}) {
    EXPECT_EQ(FindDenyingPhrase(label).assertion, Says::kDoubted) << label;
  }
  EXPECT_EQ(FindDenyingPhrase("nicht-kleinzelliges karzinom ausgeschlossen").assertion, Says::kDenied);
}

TEST(DenyingPhraseTest, HerniasAndOrgansAreCalledSo) {
  for (const char* label : {"kiz\xC3\xA1rt l\xC3\xA1gy\xC3\xA9ks\xC3\xA9rv", "kiz\xC3\xA1rt s\xC3\xA9rv, k.m.n.",
                            "hernia inguinalis, kiz\xC3\xA1rt", "rein exclu", "syndrome de l'estomac exclu",
                            "anse exclue", "rene escluso", "corps ut\xC3\xA9rin, col exclu"}) {
    EXPECT_EQ(FindDenyingPhrase(label).assertion, Says::kNothing) << label;
  }
  for (const char* label :
       {"kiz\xC3\xA1rt cukorbetegs\xC3\xA9g", "diab\xC3\xA8te (exclu)", "diab\xC3\xA8te - exclu",
        "diagnostic de diab\xC3\xA8te exclu", "diab\xC3\xA8te: diagnostic exclu", "diagnosi esclusa"}) {
    EXPECT_EQ(FindDenyingPhrase(label).assertion, Says::kDenied) << label;
  }
}

TEST(DenyingPhraseTest, FinnishNoBeforeAnAdjectiveIsAName) {
  for (const char* label :
       {"ei toksinen struuma", "ei reumaattinen hiippal\xC3\xA4p\xC3\xA4n vika", "ei perinn\xC3\xB6llinen munuaisvika",
        "ei m\xC3\xA4rkiv\xC3\xA4 v\xC3\xA4likorvan vika", "ei hormonia eritt\xC3\xA4v\xC3\xA4 adenooma",
        "ei vaikea masennustila", "ei diabetesta, astma"}) {
    EXPECT_EQ(FindDenyingPhrase(label).assertion, Says::kNothing) << label;
  }
  for (const char* label : {"ei astmaa", "ei keuhkokuumetta", "ei sy\xC3\xB6p\xC3\xA4\xC3\xA4", "ei munuaistautia",
                            "ei merkkej\xC3\xA4 keuhkokuumeesta"}) {
    EXPECT_EQ(FindDenyingPhrase(label).assertion, Says::kDenied) << label;
  }
}

}  // namespace
}  // namespace muster::model
