// Words of many languages that say that something was not there.
#include "engine/model/text/denying_phrase.h"

#include <gtest/gtest.h>

namespace muster::model {
namespace {

using Says = DenyingPhrase::Says;

TEST(DenyingPhraseTest, InManyLanguages) {
  for (const char* label :
       {"nie stwierdzono cukrzycy", "cukrzyca - wykluczona", "bez diabetu", "descartada dm2", "dm2 descartada",
        "ausencia de diabetes", "diab\xC3\xA8te exclu", "diabetes, poissuljettu", "ei diabetesta", "diabetes utesluten",
        "diabete escluso", "diabetes uitgesloten",
        "diabetes vylou\xC4\x8D"
        "en",
        "cukorbetegs\xC3\xA9g kiz\xC3\xA1rva", "f\xC4\x83r\xC4\x83 diabet", "diabetes, ausgeschl."}) {
    EXPECT_EQ(FindDenyingPhrase(label).says, Says::kDenied) << label;
  }
  for (const char* label :
       {"podejrzenie cukrzycy", "ep\xC3\xA4ily diabeteksesta", "diabetes, ep\xC3\xA4ily", "misst\xC3\xA4nkt diabetes",
        "podez\xC5\x99"
        "en\xC3\xAD na diabetes",
        "suspect de diabet", "cukorbetegs\xC3\xA9g gyan\xC3\xBAja", "diab\xC3\xA8te suspect\xC3\xA9", "posible dm2"}) {
    EXPECT_EQ(FindDenyingPhrase(label).says, Says::kDoubted) << label;
  }
  for (const char* label : {"stan po zawale", "antecedentes de dm2", "atcd de diab\xC3\xA8te", "status na infarct",
                            "diabetes (anamnestisch)"}) {
    EXPECT_EQ(FindDenyingPhrase(label).says, Says::kPast) << label;
  }
  for (const char* label : {"suvussa diabetes", "diabetes in familie", "p\xC3\xA8re diab\xC3\xA9tique"}) {
    EXPECT_EQ(FindDenyingPhrase(label).says, Says::kOfOthers) << label;
  }
}

TEST(DenyingPhraseTest, NamesHaveOthers) {
  for (const char* label : {"diabetes", "malaria, excluding cerebral", "uteslutande amning", "udelukkende amning",
                            "absence epilepsy", "ei allergie", "bezdech senny", "l\xC3\xA9sion suspecte",
                            "kiz\xC3\xA1r\xC3\xB3lagos szoptat\xC3\xA1s", "exclusive", "", "podagra", "antecedent"}) {
    EXPECT_EQ(FindDenyingPhrase(label).says, Says::kNothing) << label;
  }
}

}  // namespace
}  // namespace muster::model
