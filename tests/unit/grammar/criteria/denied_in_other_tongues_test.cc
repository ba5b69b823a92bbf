// Having and not having in other languages.
#include "grammar/habits/criteria/denied_in_other_tongues.h"

#include "gtest/gtest.h"
#include "tests/unit/grammar/first_hint.h"

namespace muster::grammar {
namespace {

std::string English(const std::string& criterion) {
  return "the words of questions are English: write " + criterion + ", with its name in English";
}

TEST(DeniedInOtherTonguesTest, WhatIsDeniedStaysDenied) {
  EXPECT_EQ(HintFor("kein Diabetes"), English("no disease \"Diabetes\""));
  EXPECT_EQ(HintFor("sin diabetes"), English("no disease \"diabetes\""));
  EXPECT_EQ(HintFor("pas de diab\u00e8te"), English("no disease \"diab\u00e8te\""));
  EXPECT_EQ(HintFor("sex is female and ohne Krankheit \"Melanom\""), English("no disease \"Melanom\""));
}

TEST(DeniedInOtherTonguesTest, WhatIsHadIsHad) {
  EXPECT_EQ(HintFor("tiene diabetes"), English("has disease \"diabetes\""));
  EXPECT_EQ(HintFor("hat Krankheit \"Melanom\""), English("has disease \"Melanom\""));
  EXPECT_EQ(HintFor("a le cancer du sein"), English("has disease \"cancer du sein\""));
}

}  // namespace
}  // namespace muster::grammar
